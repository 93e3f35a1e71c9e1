import fc from "fast-check";
import { expect, test } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { BORDER_BUCKETS, TOKEN_BUCKETS } from "../../../src/core/attribution/argument-features.ts";
import {
  type ArgumentModels,
  BORDER_OUTCOMES,
  CUE,
  LABEL_COUNT,
  SOURCE,
  TOKEN_OUTCOMES,
} from "../../../src/core/attribution/argument-model.ts";
import { rankLabellings } from "../../../src/core/attribution/decode.ts";
import { makeOutcomeModel } from "../../../src/core/attribution/features.ts";
import { readArticle } from "../../../src/core/attribution/lines.ts";
import { PlainScores } from "../../../src/core/attribution/plain-scores.ts";
import { markHeads } from "../../../src/core/attribution/site.ts";

/** A model nobody trained: every weight is some number, the same for the same seed. */
function someModels(seed: number): ArgumentModels {
  const table = (size: number, salt: number): Float32Array =>
    Float32Array.from({ length: size }, (_, slot) => Math.sin((slot + 1) * (seed + salt)) / 4);
  return {
    unit: 1,
    token: makeOutcomeModel(table(TOKEN_BUCKETS * TOKEN_OUTCOMES, 1), TOKEN_OUTCOMES),
    border: makeOutcomeModel(table(BORDER_BUCKETS * BORDER_OUTCOMES, 2), BORDER_OUTCOMES),
  };
}

const WORDS = ["He", "said", "they", "stay"];
const HEAD = 1;
const [reading] = readArticle(makeArticle({ text: `${WORDS.join(" ")}.` })).flatMap(({ readings }) => readings);
if (reading === undefined) throw new Error("Expected the text to have a sentence, got none");
const site = { reading, cue: HEAD, heads: markHeads(reading.sentence.length, [HEAD]) };

/** The cue's words are one stretch around its head; the source is one stretch. */
function isAllowed(labels: readonly number[]): boolean {
  const text = labels.join("");
  const runs = (label: number): number => (text.match(new RegExp(`${label}+`, "g")) ?? []).length;
  return labels[HEAD] === CUE && runs(CUE) === 1 && runs(SOURCE) <= 1;
}

function allowedLabellings(): readonly string[] {
  const size = reading?.sentence.length ?? 0;
  return Array.from({ length: LABEL_COUNT ** size }, (_, code) =>
    Array.from({ length: size }, (_, at) => Math.floor(code / LABEL_COUNT ** at) % LABEL_COUNT),
  )
    .filter(isAllowed)
    .map((labels) => labels.join(""));
}

test("asked for all of them, the labellings are every one allowed, each once, the best first", () => {
  const allowed = allowedLabellings();
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const ranked = rankLabellings(site, new PlainScores(reading, someModels(seed)), Number.MAX_SAFE_INTEGER, 1e6);
      expect(ranked.map(({ labels }) => labels.join("")).sort()).toEqual([...allowed].sort());
      const behind = ranked.map((each) => each.behind);
      expect(behind[0]).toBe(0);
      behind.forEach((each, rank) => {
        expect(each).toBeGreaterThanOrEqual((behind[rank - 1] ?? 0) - 1e-9);
      });
    }),
    { numRuns: 2 },
  );
});

test("asked for few, they are the first of all", () => {
  const plain = new PlainScores(reading, someModels(7));
  const all = rankLabellings(site, plain, 100, 1e6);
  expect(rankLabellings(site, plain, 4, 1e6)).toEqual(all.slice(0, 4));
  const reach = all[3]?.behind ?? 0;
  expect(rankLabellings(site, plain, 100, reach)).toEqual(all.filter(({ behind }) => behind <= reach));
});
