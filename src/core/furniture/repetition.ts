import { isProse, type Shape } from "./shape.ts";

const SHORTEST = 5;
const LONGEST = 45;
const KEY = 4;

/** For each line the index of the line whose words it only repeats; null for lines that say something of their own. */
export function findRepetitions(shapes: readonly Shape[]): readonly (number | null)[] {
  const worded = shapes.map(({ text }) => wordsOfLine(text));
  const found: (number | null)[] = shapes.map(() => null);
  const waiting = pullQuotesByKey(shapes, worded);
  const firstWords = new Set([...waiting.values()].flat().map((index) => worded[index]?.[0]));
  worded.forEach((words, holder) => {
    for (let at = 0; at + KEY <= words.length; at += 1) {
      if (!firstWords.has(words[at])) continue;
      const key = keyAt(words, at);
      const open = waiting.get(key)?.filter((index) => found[index] === null) ?? [];
      if (open.length === 0) continue;
      for (const index of open) if (repeats(worded, index, holder, at)) found[index] = holder;
      waiting.set(key, open);
    }
  });
  return found;
}

/** The lines that could repeat another, by their first words. */
function pullQuotesByKey(shapes: readonly Shape[], worded: readonly (readonly string[])[]): Map<string, number[]> {
  const waiting = new Map<string, number[]>();
  shapes.forEach((shape, index) => {
    if (!isPullQuote(shape)) return;
    const key = keyAt(worded[index] ?? [], 0);
    const known = waiting.get(key);
    if (known) known.push(index);
    else waiting.set(key, [index]);
  });
  return waiting;
}

const keyAt = (words: readonly string[], at: number): string => words.slice(at, at + KEY).join(" ");

/** A longer line, or an earlier one of the same words, holds the words of line `index` from `at` on. */
function repeats(worded: readonly (readonly string[])[], index: number, holder: number, at: number): boolean {
  const wanted = worded[index] ?? [];
  const words = worded[holder] ?? [];
  const mayHold = wanted.length < words.length || (wanted.length === words.length && holder < index);
  return mayHold && wanted.every((word, i) => words[at + i] === word);
}

/** Stands alone and is all quotation, or no sentence: what pages print large beside the story. */
function isPullQuote(shape: Shape): boolean {
  if (shape.words < SHORTEST || shape.words > LONGEST) return false;
  return !isProse(shape) || /^["“‘«„][^"”»]*["”’»]$/.test(shape.text);
}

const wordsOfLine = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? [];
