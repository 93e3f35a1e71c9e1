import { globSync, readFileSync } from "node:fs";
import { check } from "recheck";
import { describe, expect, it } from "vitest";

interface Pattern {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** A literal stands where a value may begin: after an operator, a bracket, a comma, `return` or at a line's start. */
const LITERAL =
  /(?:^|[(,=:[!&|?{};]|=>|return|\s)\s*\/((?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=\s*(?:[),.;:\]}?&|]|$))/gm;

const patterns: readonly Pattern[] = globSync("{src,commands}/**/*.ts").flatMap((file) => {
  const code = readFileSync(file, "utf8").replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, "");
  return [...code.matchAll(LITERAL)].map((match) => ({ where: file, source: match[1] ?? "", flags: match[2] ?? "" }));
});

/** Files whose patterns are put together at run time, each with a reason why that is safe. */
const COMPOSED: Readonly<Record<string, string>> = {};

describe("regular expressions", () => {
  it("are found", () => {
    expect(patterns.length).toBeGreaterThan(50);
  });

  it("are literals, so that every one of them is checked here", () => {
    const composed = globSync("{src,commands}/**/*.ts").filter((file) =>
      /new RegExp\(/.test(readFileSync(file, "utf8")),
    );
    expect(composed.filter((file) => COMPOSED[file] === undefined)).toEqual([]);
  });

  it("take time linear in the text, or nearly", { timeout: 300_000 }, async () => {
    const slow: string[] = [];
    for (const { where, source, flags } of patterns) {
      const found = await check(source, flags, { timeout: 10_000 });
      const how = found.status === "vulnerable" ? found.complexity.summary : "not decided";
      if (found.status !== "safe") slow.push(`${where}: /${source}/${flags} is ${found.status} (${how})`);
    }
    expect(slow).toEqual([]);
  });
});
