/** Pull quotes repeat between these many words of the text. */
const FEWEST_WORDS = 5;
const MOST_WORDS = 70;
/** A paragraph is looked up by its first word; of those that begin alike only the first ones. */
const MOST_ALIKE = 24;

/** "— Ida Brandt", below a pull quote. */
const SIGNATURE = /^[—–-]\s?\p{Lu}.{0,78}$/u;

/** Indexes of the paragraphs that say nothing of their own: pull quotes, with their signatures, and what stood before. */
export function findRepeats(paragraphs: readonly string[]): ReadonlySet<number> {
  const worded = paragraphs.map((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const waiting = groupByFirstWord(worded);
  const repeats = new Set<number>();
  worded.forEach((words, holder) => {
    words.forEach((word, at) => {
      for (const index of waiting.get(word) ?? []) {
        if (isRepeated(worded, index, holder, at)) repeats.add(index);
      }
    });
  });
  const signatures = [...repeats].map((index) => index + 1).filter((index) => SIGNATURE.test(paragraphs[index] ?? ""));
  return new Set([...repeats, ...signatures]);
}

/** The paragraphs short enough to repeat another, by their first word. */
function groupByFirstWord(worded: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  worded.forEach((words, index) => {
    const [first] = words;
    if (first === undefined || words.length < FEWEST_WORDS || words.length > MOST_WORDS) return;
    const group = groups.get(first);
    if (group === undefined) groups.set(first, [index]);
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
