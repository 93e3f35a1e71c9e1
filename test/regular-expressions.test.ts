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
    const distinct = new Map(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]));
    const slow: string[] = [];
    // One after the other: the fuzzer mistakes a busy machine for a slow pattern.
    for (const pattern of distinct.values()) slow.push(...(await findFaults(pattern)));
    expect(slow).toEqual([]);
  });
});

/** Without a repetition that has no upper bound there is nothing that could take long. */
const isBounded = (source: string): boolean => !/(?<!\\)[*+]|,\}/.test(source);

async function findFaults({ where, source, flags }: Pattern): Promise<readonly string[]> {
  if (isBounded(source)) return [];
  const found = await check(shortenCounts(source), flags, { timeout: 60_000, randomSeed: 1 });
  if (found.status === "safe") return [];
  const how = found.status === "vulnerable" ? found.complexity.summary : "not decided";
  return [`${where}: /${source}/${flags} is ${found.status} (${how})`];
}

/**
 * A repetition with an upper bound costs a constant factor and never more than linear time, but a large one takes recheck
 * from its exact automata to fuzzing, which mistakes the factor for growth. Counts above three are cut to three.
 */
function shortenCounts(source: string): string {
  const cut = (count: string): string => String(Math.min(3, Number(count)));
  return source.replaceAll(/\{(\d+)(,?)(\d*)\}/g, (_, least: string, comma: string, most: string) => {
    return `{${cut(least)}${comma}${most === "" ? "" : cut(most)}}`;
  });
}
