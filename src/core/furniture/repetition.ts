import { isProse, type Shape } from "./shape.ts";

const SHORTEST = 5;
const LONGEST = 45;
const KEY = 4;

/** For each line the index of the line whose words it only repeats; null for lines that say something of their own. */
export function findRepetitions(shapes: readonly Shape[]): readonly (number | null)[] {
  const worded = shapes.map(({ text }) => wordsOfLine(text));
  const found: (number | null)[] = shapes.map(() => null);
  const waiting = new Map<string, number[]>();
  shapes.forEach((shape, index) => {
    const key = worded[index]?.slice(0, KEY).join(" ") ?? "";
    if (isPullQuote(shape)) waiting.set(key, [...(waiting.get(key) ?? []), index]);
  });
  worded.forEach((words, holder) => {
    for (let at = 0; at + KEY <= words.length; at += 1) {
      for (const index of waiting.get(words.slice(at, at + KEY).join(" ")) ?? []) {
        const wanted = worded[index] ?? [];
        const earlier = wanted.length === words.length && holder < index;
        const holds = wanted.length < words.length || earlier;
        if (holder !== index && holds && wanted.every((word, i) => words[at + i] === word)) found[index] ??= holder;
      }
    }
  });
  return found;
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
