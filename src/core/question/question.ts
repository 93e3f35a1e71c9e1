import type { NameMatch } from "../speakers/index.ts";

/**
 * What is asked for.
 * who-said: whose words these are; who-about: who speaks of something; what-said: somebody's statements;
 * did-say: yes or no; circumstance: why, when or where somebody said it, which takes for granted that they did;
 * speakers: who is quoted; count: how many; compare: two accounts side by side; fact: what happened, which only somebody's
 * words or the article's own can tell; opposing: who speaks against somebody; unclear: nothing we can answer.
 */
export type QuestionKind =
  | "who-said"
  | "who-about"
  | "what-said"
  | "did-say"
  | "circumstance"
  | "speakers"
  | "count"
  | "compare"
  | "fact"
  | "opposing"
  | "unclear";

/** Somebody a question names. */
export interface Asked {
  /** As it was typed: "Pskov". */
  readonly typed: string;
  /** Whom the sources know by that name; null for nobody. */
  readonly match: NameMatch | null;
}

/** Words a question asks about. */
export interface Wording {
  readonly text: string;
  /** They stood in quotation marks: then they are looked for as they are. */
  readonly quoted: boolean;
}

export interface Question {
  readonly kind: QuestionKind;
  /** The sentence that asks, as it was typed. */
  readonly text: string;
  /** Whose statements it is about, in the order named; empty for "who …?". */
  readonly speakers: readonly Asked[];
  readonly words: Wording | null;
  /** What the statements are to be about: lower-case words, without the small ones. */
  readonly topic: readonly string[];
  /** The topic as it was typed. */
  readonly about: string;
  /** "What did X tell Y": Y. */
  readonly addressee: Asked | null;
  /** A verb that tells more than "say": "what did X urge", "how did X describe Y"; null for a plain one. */
  readonly verb: string | null;
  /** Only the article's own quotations are wanted. */
  readonly wordForWord: boolean;
  /** "Did X deny …?" */
  readonly denied: boolean;
  /** "Did it rain?": asked for yes or no, not for what or when. */
  readonly closed: boolean;
  /** "What else did she say?": what an earlier answer has shown is left out. */
  readonly further: boolean;
  /** Speakers an earlier answer gave, for "who else?". */
  readonly except: readonly string[];
  /** The last so many days ("this week": 7); null where the question sets no time. */
  readonly days: number | null;
}
