/** Pull quotes repeat between these many words of the text. */
const FEWEST_WORDS = 5;
const MOST_WORDS = 70;
/** A paragraph is looked up by its first words; of those that begin alike only the first few. */
const KEY = 4;
const MOST_ALIKE = 8;

/** "— Ida Brandt", below a pull quote. */
const SIGNATURE = /^[—–-]\s?\p{Lu}.{0,78}$/u;

/** The paragraphs that say something of their own: neither pull quotes, with their signatures, nor what stood before. */
export function withoutRepeats(paragraphs: readonly string[]): readonly string[] {
  const worded = paragraphs.map((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const waiting = groupByKey(worded);
  const repeats = new Set<number>();
  worded.forEach((words, holder) => {
    for (let at = 0; at + KEY <= words.length; at += 1) {
      for (const index of waiting.get(keyAt(words, at)) ?? []) {
        if (isRepeated(worded, index, holder, at)) repeats.add(index);
      }
    }
  });
  const isSigned = (text: string, index: number): boolean => repeats.has(index - 1) && SIGNATURE.test(text);
  return paragraphs.filter((text, index) => !repeats.has(index) && !isSigned(text, index));
}

const keyAt = (words: readonly string[], at: number): string => words.slice(at, at + KEY).join(" ");

/** The paragraphs short enough to repeat another, by their first words. */
function groupByKey(worded: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  worded.forEach((words, index) => {
    if (words.length < FEWEST_WORDS || words.length > MOST_WORDS) return;
    const key = keyAt(words, 0);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else if (group.length < MOST_ALIKE) group.push(index);
  });
  return groups;
}

/** Whether all words of paragraph `index` stand in `holder` from word `at` on; of two that are the same the first is kept. */
function isRepeated(worded: readonly (readonly string[])[], index: number, holder: number, at: number): boolean {
  const [words = [], around = []] = [worded[index], worded[holder]];
  if (index === holder || at + words.length > around.length) return false;
  if (words.length === around.length && index < holder) return false;
  return words.every((word, offset) => word === around[at + offset]);
}
