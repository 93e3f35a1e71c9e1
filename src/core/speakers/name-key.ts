import type { Gender } from "./first-names.ts";
import { isFirstName } from "./first-names.ts";
import { foldWord } from "./name-words.ts";
import { genderOfNoun, isPersonNoun } from "./nouns.ts";
import { romanize } from "./romanize.ts";

/** A typed or known name, ready to be compared. */
export interface NameKey {
  /** The words that tell it from others: titles, articles and prepositions are dropped. */
  readonly words: readonly string[];
  /** "jr", "iii": tells a son from his father. */
  readonly suffix: string | null;
  /** What a dropped "Mrs." says. */
  readonly gender: Gender;
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.'’]*[\p{L}\p{N}\p{M}])?/gu;
const DROPPED: ReadonlySet<string> = new Set(
  "the a an of for and in at on his her their its former ex then vice prime mr mrs ms miss dr sir".split(" "),
);
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
/** Spellings and words that English uses for one another in the names of offices and bodies. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ["defence", "defense"],
  ["labour", "labor"],
  ["centre", "center"],
  ["organisation", "organization"],
  ["programme", "program"],
  ["dept", "department"],
  ["dem", "democrat"],
  ["gop", "republican"],
]);

/** Reads a name for comparison. A name of titles alone keeps them: "the Foreign Minister". */
export function readNameKey(name: string): NameKey {
  const all = Array.from(name.matchAll(WORD), ([word]) => romanize(foldName(word)).replace(/'/g, "")).map(
    (word) => ALIKE.get(word) ?? word,
  );
  const suffix = all.length > 1 ? (all.findLast((word) => SUFFIX.test(word)) ?? null) : null;
  const kept = all.filter((word) => !DROPPED.has(word) && word !== suffix && word !== "");
  const plain = kept.length > 2 ? kept.filter((word) => word !== "affairs") : kept; // "Ministry of Foreign Affairs"
  const own = dropTitles(plain);
  const gender = all.reduce<Gender>((found, word) => found ?? (own.includes(word) ? null : genderOfNoun(word)), null);
  return { words: own.length > 0 ? own : plain.length > 0 ? plain : all, suffix, gender };
}

/** Folding takes the breve from "й" as an accent: Cyrillic is only put into lower case. */
const foldName = (word: string): string =>
  /\p{Script=Cyrillic}/u.test(word) ? word.normalize("NFC").toLowerCase() : foldWord(word);

/** "kremlin spokesman dmitry peskov" → "dmitry peskov"; "stephen king" keeps his name, and so does "baker". */
function dropTitles(words: readonly string[]): readonly string[] {
  const last = words.findLastIndex(
    (word, index) => index < words.length - 1 && isPersonNoun(word) && !isFirstName(word),
  );
  if (last === 1 && words.length === 3 && isFirstName(words[0] ?? "")) return words;
  return words.slice(last + 1);
}
