import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commands } from "../commands/index.ts";
import { usageOf } from "../src/core/command.ts";
import { envExample, settings } from "../src/settings.ts";

const readme = readFileSync("README.md", "utf8");

/** The rows of the table under a heading, as lists of cells. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const section = readme.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .replaceAll("\\|", "¦")
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll("¦", "|")),
  );
}

describe("what is written about the program is true of it", () => {
  it(".env.example lists every setting", () => {
    expect(readFileSync(".env.example", "utf8")).toBe(envExample());
  });

  it("README's table of commands is the commands", () => {
    const rows = commands.flatMap((command) =>
      command.verbs.map((verb) => [`\`${usageOf(command, verb)}\``, verb.description]),
    );
    expect(tableUnder("Commands")).toEqual(rows);
  });

  it("README's table of settings is the settings", () => {
    const rows = settings.map(({ key, about, default: fallback }) => [
      `\`${key}\``,
      about,
      fallback === undefined ? "" : `\`${fallback}\``,
    ]);
    expect(tableUnder("Settings")).toEqual(rows);
  });

  it("every npm script README names exists", () => {
    const scripts: Record<string, string> = JSON.parse(readFileSync("package.json", "utf8")).scripts;
    const named = [...readme.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map((match) => match[1] ?? "");
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it("every file README names exists", () => {
    const named = [...readme.matchAll(/\b(?:test|src|commands|prompts|bench)\/[\w./-]+\b/g)].map((match) => match[0]);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });
});
