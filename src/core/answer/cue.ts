import { stem } from "../text/stem.ts";
import { cueWords, type Passage } from "./passage.ts";

/** Verbs that mean one way of saying; a question may ask with another one than the article tells with. */
const ALIKE: readonly ReadonlySet<string>[] = [
  "describe call label dub brand term characterize characterise denounce",
  "stress emphasize emphasise underline underscore highlight insist",
  "urge appeal demand press request ask",
  "announce declare unveil disclose reveal",
  "criticize criticise condemn attack blast slam denounce",
  "deny reject dismiss dispute refute",
  "warn caution",
  "back support endorse reaffirm",
  "promise pledge vow",
  "accuse blame",
  "add answer reply respond",
].map((verbs) => new Set(verbs.split(" ").map(stem)));

/** Whether two verbs, given by their stems, tell of saying in one way. */
export const isAlikeVerb = (one: string, other: string): boolean =>
  one === other || ALIKE.some((verbs) => verbs.has(one) && verbs.has(other));

/** Whether a verb says what something is called: then what it takes is no topic of the words themselves. */
export const isDescribing = (verb: string): boolean => isAlikeVerb(stem(verb), "describ");

/** The stems of a statement's cue: "urged", "called for". */
export const cueStems = (passage: Passage): readonly string[] => cueWords(passage).map(stem);

/** Whether the article tells of it with this verb, or one that means the same. */
export const hasCue = (passage: Passage, verb: string): boolean =>
  cueStems(passage).some((cue) => isAlikeVerb(cue, stem(verb)));
