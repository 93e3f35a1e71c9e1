import { makeArticle, type Span } from "../../src/core/article.ts";
import { CONTENT, CUE, OTHER, SOURCE } from "../../src/core/attribution/argument-model.ts";
import { mayBeCue } from "../../src/core/attribution/cue-model.ts";
import { isHeadline, readArticle } from "../../src/core/attribution/lines.ts";
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

/** The sentences of an article's story, each with its frames. Headlines are written in a grammar of their own: nothing is learned from them. */
export function readExamples(article: GoldArticle, rates: ReadonlyMap<string, number>): readonly Example[] {
  const lines = readArticle(makeArticle({ text: article.text }));
  return lines
    .filter(({ line }) => !isHeadline(line))
    .flatMap((line) => line.readings)
    .map((reading) => ({ reading, frames: findFrames(reading, article.attributions, rates) }));
}

function findFrames(
  reading: Reading,
  attributions: readonly GoldAttribution[],
  rates: ReadonlyMap<string, number>,
): ReadonlyMap<number, Uint8Array> {
  const frames = new Map<number, Uint8Array>();
  for (const attribution of attributions) {
    const head = attribution.cue === null ? null : headOf(reading, attribution.cue, rates);
    if (head !== null && !frames.has(head)) frames.set(head, labelTokens(reading, attribution, head));
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
  coverCue(reading, gold.cue, head, labels);
  return labels;
}

/** The cue's words as far as the model can reach them: one stretch around its head. */
function coverCue({ sentence }: Reading, cue: Span | null, head: number, labels: Uint8Array): void {
  for (let index = Math.max(0, head - 8); index <= Math.min(sentence.length - 1, head + 8); index += 1) {
    const token = sentence[index];
    if (cue !== null && token !== undefined && token.start >= cue.start && token.end <= cue.end) labels[index] = CUE;
  }
  labels[head] = CUE;
}
