import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { findNames, matchName, resolveSpeakers, sameName } from "../../../src/core/speakers/index.ts";

const PIECES = [
  ..."Paul Reyes|Reyes|Karin Lund|Mr. Lund|Ms.|the minister|A spokesman|his|He|she|they|we|it|Norway|the|and|,|.|“|”|\"|''|said".split(
    "|",
  ),
  ..."who|of|for|Jr.|O’Hara|\n\n|\n|—|(|)|U.S.|FBI|Finance Ministry|'s|’s|-|a report|\u00a0|\u200b|😀|und|von der|J.|…".split(
    "|",
  ),
];
const prose = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(" "));
const text = fc.oneof(prose, fc.string({ unit: "binary", maxLength: 300 }));
const spans = fc.array(fc.tuple(fc.nat(400), fc.nat(40)), { maxLength: 12 });

const speakersIn = (words: string, places: readonly (readonly [number, number])[]) => {
  const article = makeArticle({ text: words });
  const sources = places.map(([at, length]) => {
    const start = words.length === 0 ? 0 : at % words.length;
    return { start, end: Math.min(words.length, start + length) };
  });
  return resolveSpeakers(
    article,
    sources.map((source) => ({ source, cue: null, content: [source] })),
  );
};

const lettersOf = (words: string): readonly string[] => words.match(/[\p{L}\p{N}]+/gu) ?? [];

describe("any text", () => {
  it("gives one answer for each attribution, and every name is made of the text's words", () => {
    fc.assert(
      fc.property(text, spans, (words, places) => {
        const speakers = speakersIn(words, places);
        expect(speakers).toHaveLength(places.length);
        const known = new Set(lettersOf(words));
        for (const speaker of speakers) {
          if (speaker === null) continue;
          expect(lettersOf(`${speaker.name} ${speaker.role ?? ""}`).filter((word) => !known.has(word))).toEqual([]);
          expect(speaker.name.trim()).not.toBe("");
        }
      }),
    );
  });

  it("names people and organizations by slices of the text, in reading order", () => {
    fc.assert(
      fc.property(text, (words) => {
        const names = findNames(makeArticle({ text: words }));
        const starts = names.map(({ mentions }) => mentions[0]?.start ?? -1);
        expect(starts).toEqual([...starts].sort((one, other) => one - other));
        for (const { mentions } of names) {
          for (const { start, end } of mentions) expect(words.slice(start, end).trim()).not.toBe("");
        }
      }),
    );
  });

  it("leaves they and we open", () => {
    fc.assert(
      fc.property(prose, fc.constantFrom("They", "We", "they", "we"), (words, pronoun) => {
        const start = words.length + 2;
        const article = makeArticle({ text: `${words}. ${pronoun} said so.` });
        const source = { start, end: start + pronoun.length };
        expect(resolveSpeakers(article, [{ source, cue: null, content: [] }])).toEqual([null]);
      }),
    );
  });

  it("matches any typed words to names given, or to nobody", () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 5 }), (typed, names) => {
        const match = matchName(typed, names);
        for (const name of match?.names ?? []) expect(names).toContain(name);
        expect(match?.names).not.toEqual([]);
        for (const name of names) expect(sameName(typed, name)).toBe(sameName(name, typed));
      }),
    );
  });
});
