import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commands } from "../commands/index.ts";
import { createIntake } from "../src/adapters/intake/intake.ts";
import { renderReply } from "../src/adapters/platforms/terminal/render.ts";
import type { Article } from "../src/core/article.ts";
import { ENGINE, findStatements } from "../src/core/attribution/index.ts";
import { writeBriefing } from "../src/core/briefing/index.ts";
import { briefingReply } from "../src/core/briefing/reply.ts";
import { usageOf } from "../src/core/command/index.ts";
import type { StoredArticle } from "../src/core/ports.ts";
import { envExample, settings } from "../src/settings.ts";

const readStored = (article: Article): StoredArticle => ({
  article,
  statements: findStatements(article),
  engine: ENGINE,
  readAt: 0,
});

const readme = readFileSync("README.md", "utf8");

/** The rows of the first table under a heading, as lists of cells. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const section = readme.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const lines = section.split("\n");
  const first = lines.findIndex((line) => line.startsWith("|"));
  const rows = lines.slice(
    first,
    lines.findIndex((line, index) => index > first && !line.startsWith("|")),
  );
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

  it("README's picture of a briefing is what the terminal prints", async () => {
    const [, file = ""] = /npm start -- brief (\S+)/.exec(readme) ?? [];
    const article = await createIntake().read(
      { type: "upload", upload: { name: file, bytes: readFileSync(file) } },
      AbortSignal.abort(),
    );
    const briefing = writeBriefing(readStored(article), { length: "short", focus: null });
    const printed = renderReply(briefingReply(briefing, "asker"), { width: 100, style: (_format, text) => text });
    expect(readme).toContain(`\`\`\`text\n${printed.trimEnd()}\n\`\`\``);
  });

  it("every npm script README names exists", () => {
    const scripts: Record<string, string> = JSON.parse(readFileSync("package.json", "utf8")).scripts;
    const named = [...readme.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map((match) => match[1] ?? "");
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it("every file README and the table of faults name exists", () => {
    const written = readme + readFileSync("test/trust.md", "utf8");
    const named = [...written.matchAll(/\b(?:test|src|commands|prompts|bench)\/[\w./-]+\b/g)].map((match) => match[0]);
    expect(named.filter((path) => !existsSync(path))).toEqual([]);
  });

  it("every fault of the threat model has its row in test/trust.md", () => {
    const rows = [...readFileSync("test/trust.md", "utf8").matchAll(/^\| (\d[\d, –-]*) \|/gm)].map(
      (match) => match[1] ?? "",
    );
    const numbers = rows.flatMap((row) => row.split(", ").flatMap(readRange));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 66 }, (_, index) => index + 1));
  });
});

/** "31–34" as its four numbers, "7" as itself. */
function readRange(range: string): readonly number[] {
  const [first = 0, last = first] = range.split(/[–-]/).map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
