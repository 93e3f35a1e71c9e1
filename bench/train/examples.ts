import type { Span } from "../../src/core/article.ts";
import { makeArticle } from "../../src/core/article.ts";
import { CONTENT, CUE, OTHER, SOURCE } from "../../src/core/attribution/argumentModel.ts";
import { mayBeCue } from "../../src/core/attribution/cueModel.ts";
import { readArticle } from "../../src/core/attribution/lines.ts";
import type { Reading } from "../../src/core/attribution/reading.ts";
import type { GoldArticle, GoldAttribution } from "./gold.ts";

/** One sentence, and what the corpus says of it. */
export interface Example {
  readonly reading: Reading;
  /** By index of the cue's head: the label of every token. */
  readonly frames: ReadonlyMap<number, Uint8Array>;
}

const WORDS = /[\p{L}]+(?:[-'’]\p{L}+)*/gu;

/** How often a word stands in a cue, of all times it occurs. */
export function cueRates(articles: readonly GoldArticle[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  const inCue = new Map<string, number>();
  const count = (map: Map<string, number>, text: string): void => {
    for (const [word] of text.toLowerCase().matchAll(WORDS)) map.set(word, (map.get(word) ?? 0) + 1);
  };
  for (const article of articles) {
    count(all, article.text);
    for (const { cue } of article.attributions) if (cue !== null) count(inCue, cue.text);
  }
  return new Map([...inCue].map(([word, times]) => [word, (times - 0.5) / (all.get(word) ?? times)]));
}

export function readExamples(article: GoldArticle, rates: ReadonlyMap<string, number>): readonly Example[] {
  const read = readArticle(makeArticle({ text: article.text }));
  return read
    .flatMap((line) => line.readings)
    .map((reading) => ({ reading, frames: framesOf(reading, article.attributions, rates) }));
}

function framesOf(
  reading: Reading,
  attributions: readonly GoldAttribution[],
  rates: ReadonlyMap<string, number>,
): ReadonlyMap<number, Uint8Array> {
  const frames = new Map<number, Uint8Array>();
  for (const attribution of attributions) {
    if (attribution.cue === null) continue;
    const head = headOf(reading, attribution.cue, rates);
    if (head === null || frames.has(head)) continue;
    frames.set(head, labelTokens(reading, attribution, head));
  }
  return frames;
}

/** The word of a cue that most often is one. */
function headOf(reading: Reading, cue: Span, rates: ReadonlyMap<string, number>): number | null {
  let head: number | null = null;
  let best = -1;
  reading.sentence.forEach((token, index) => {
    if (token.start < cue.start || token.end > cue.end + 1 || !mayBeCue(reading, index)) return;
    const rate = rates.get(token.lower) ?? 0;
    if (rate <= best) return;
    head = index;
    best = rate;
  });
  return head;
}

function labelTokens(reading: Reading, gold: GoldAttribution, head: number): Uint8Array {
  const labels = new Uint8Array(reading.sentence.length).fill(OTHER);
  const cover = (span: Span | null, label: number): void => {
    if (span === null) return;
    reading.sentence.forEach((token, index) => {
      const shared = Math.min(token.end, span.end) - Math.max(token.start, span.start);
      if (shared > 0 && shared * 2 >= token.end - token.start) labels[index] = label;
    });
  };
  for (const span of gold.content) cover(span, CONTENT);
  cover(gold.speaker, SOURCE);
  reading.sentence.forEach((token, index) => {
    const { cue } = gold;
    if (cue !== null && token.start >= cue.start && token.end <= cue.end && Math.abs(index - head) <= 8)
      labels[index] = CUE;
  });
  labels[head] = CUE;
  return labels;
}
