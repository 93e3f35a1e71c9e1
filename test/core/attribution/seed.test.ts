import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeArticle, type Span } from "../../../src/core/article.ts";
import { findStatements } from "../../../src/core/attribution/index.ts";

interface Gold {
  readonly id: string;
  readonly content: readonly Span[];
  readonly speaker: { readonly entity: string | readonly string[] } | null;
  readonly optional?: boolean;
}
interface GoldArticle {
  readonly title: string;
  readonly text: string;
  readonly attributions: readonly Gold[];
}

const PATH = "../shared/seed/statements.jsonl";

/** Shared characters, of all that either covers. */
function overlap(a: readonly Span[], b: readonly Span[]): number {
  const size = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const shared = a.flatMap((x) => b.map((y) => Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))));
  const both = shared.reduce((sum, each) => sum + each, 0);
  return both / (size(a) + size(b) - both);
}

describe.skipIf(!existsSync(PATH))("the seed article (skipped where ../shared is absent)", () => {
  const gold: GoldArticle = existsSync(PATH)
    ? JSON.parse(readFileSync(PATH, "utf8"))
    : { title: "", text: "", attributions: [] };
  const statements = findStatements(makeArticle({ text: gold.text, title: gold.title }));

  test.each(gold.attributions.filter(({ optional }) => !optional).map((each) => [each.id, each] as const))(
    "%s is found, under its speaker",
    (_id, wanted) => {
      const found = statements.filter(({ content }) => overlap(content, wanted.content) >= 0.5);
      expect(found).not.toEqual([]);
      expect([wanted.speaker?.entity].flat()).toContain(found[0]?.speaker?.name);
    },
  );
});
