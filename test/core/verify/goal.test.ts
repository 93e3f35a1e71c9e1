import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { ENGINE, findStatements } from "../../../src/core/attribution/index.ts";
import type { StoredArticle } from "../../../src/core/ports.ts";
import { verifyClaim } from "../../../src/core/verify/index.ts";

interface PlantedClaim {
  readonly id: string;
  readonly article: string;
  readonly expect: "accept" | "reject";
  readonly claim: unknown;
}

const shared = new URL("../../../../shared/", import.meta.url);
const readLines = <T>(path: string): readonly T[] =>
  readFileSync(new URL(path, shared), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** Ids of the claims judged wrongly, by what they should have been. */
function misjudged(
  claims: string,
  articles: string,
): { readonly accepted: string[]; readonly refused: string[]; of: number[] } {
  const stored = new Map<string, StoredArticle>();
  for (const { id, text, title } of readLines<{ id: string; text: string; title?: string }>(articles)) {
    const article = makeArticle(title === undefined ? { text } : { text, title });
    stored.set(id, { article, statements: findStatements(article), engine: ENGINE, readAt: 0 });
  }
  const all = readLines<PlantedClaim>(claims);
  const wrong = all.filter((claim) => {
    const source = stored.get(claim.article);
    return source === undefined || verifyClaim(source, claim.claim).accept !== (claim.expect === "accept");
  });
  const ids = (expected: string, list: readonly PlantedClaim[]) =>
    list.filter((claim) => claim.expect === expected).map((claim) => claim.id);
  return {
    accepted: ids("reject", wrong),
    refused: ids("accept", wrong),
    of: [ids("reject", all).length, ids("accept", all).length],
  };
}

describe.skipIf(!existsSync(shared))("planted claims, with the engine's own statements (need ../shared)", () => {
  it("are all judged right on the canonical article", () => {
    const { accepted, refused } = misjudged("quality/claims.seed.jsonl", "seed/statements.jsonl");
    expect({ accepted, refused }).toEqual({ accepted: [], refused: [] });
  });

  it("are caught to 99 % where wrong, and kept to 95 % where right", { timeout: 60_000 }, () => {
    const { accepted, refused, of } = misjudged("quality/claims.dev.jsonl", "attribution/polnear/dev.jsonl");
    expect(accepted.length / (of[0] ?? 0)).toBeLessThanOrEqual(0.01);
    expect(refused.length / (of[1] ?? 0)).toBeLessThanOrEqual(0.05);
  });
});
