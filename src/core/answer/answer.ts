import type { StoredArticle } from "../ports.ts";
import type { Asked, Question } from "../question/index.ts";
import type { Receipt } from "../receipt.ts";
import type { Passage } from "./passage.ts";

/** What every answer carries. */
interface Common {
  readonly question: Question;
  /** The sources hold what was asked for. */
  readonly answerable: boolean;
  /** To a question of yes or no, or one that takes something for granted. */
  readonly verdict: "yes" | "no" | null;
  /** Whose words prove the answer. */
  readonly speakers: readonly string[];
  /** The proofs, in reading order, older articles first. */
  readonly passages: readonly Passage[];
  readonly count: number | null;
  /** Asked names that were understood by their nearest match: "Pskov" as "Dmitry Peskov". */
  readonly corrected: readonly Asked[];
  /** Several sources were looked in. */
  readonly sources: number;
}

/** How the words asked about compare with those found. */
export type Likeness = "same" | "near" | "opposite" | "altered";

/** Somebody's passages: one account of a comparison. */
export interface Account {
  readonly speaker: string;
  readonly passages: readonly Passage[];
}

/** Somebody named, not quoted: where, and what is said of them. */
export interface Silence {
  readonly name: string;
  readonly person: boolean;
  readonly paragraphs: readonly number[];
  readonly about: Passage | null;
  /** Words that may be theirs, as far as can be told. */
  readonly doubtful: Passage | null;
}

export type Finding =
  /** Nothing in the text asks anything we know. */
  | { readonly type: "unclear" }
  /** The sources are in a language whose statements are not told; the passages are what stands in quotation marks. */
  | { readonly type: "foreign"; readonly language: string | null }
  /** A pronoun with nobody before it, or no name at all. */
  | { readonly type: "nameless"; readonly typed: string }
  /** Several people have the name. */
  | { readonly type: "ambiguous"; readonly typed: string; readonly names: readonly string[] }
  /** The sources do not name them; these they do quote. */
  | { readonly type: "unknown"; readonly typed: string; readonly quoted: readonly string[] }
  | { readonly type: "silent"; readonly silence: Silence }
  /** They speak, of other things; `nearest` is what others say of the topic, or else what they say themselves. */
  | { readonly type: "off-topic"; readonly names: readonly string[]; readonly nearest: readonly Passage[] }
  /** What they say has been shown. */
  | { readonly type: "all-told"; readonly names: readonly string[] }
  | { readonly type: "said"; readonly accounts: readonly Account[] }
  | { readonly type: "whose"; readonly likeness: Likeness }
  | { readonly type: "speaking-of" }
  /** What happened: in somebody's words, `near` ones or just these, or in `reporter`, the article's own sentence. */
  | { readonly type: "told"; readonly reporter: Receipt | null; readonly near: boolean }
  /** Nobody is reported as speaking against them. */
  | { readonly type: "unopposed"; readonly asked: string }
  /** Nobody says it; `reporter` has the words as the article's own, `nearest` is the nearest somebody says. */
  | { readonly type: "unsaid"; readonly reporter: Receipt | null; readonly nearest: Passage | null }
  /** They said it, or the contrary; or somebody else did, and `own` is what they said themselves. */
  | {
      readonly type: "checked";
      readonly asked: string;
      readonly by: "asked" | "other" | "nobody";
      readonly likeness: Likeness;
      readonly own: Passage | null;
    }
  | { readonly type: "quoted"; readonly accounts: readonly Account[] }
  | { readonly type: "counted"; readonly asked: string | null }
  | { readonly type: "compared"; readonly accounts: readonly Account[]; readonly shared: Receipt | null };

/** What the sources answer, with its proofs; `type` tells how it is worded. */
export type Answer = Common & Finding;

/** An answer with these parts; what is not given is empty. */
export function makeAnswer(
  question: Question,
  sources: readonly StoredArticle[],
  finding: Finding,
  parts: Partial<Common> = {},
): Answer {
  const passages = parts.passages ?? [];
  return {
    question,
    answerable: passages.length > 0,
    verdict: null,
    speakers: distinctNames(passages),
    count: null,
    corrected: question.speakers.filter(({ match }) => match?.how === "typo"),
    sources: sources.length,
    ...parts,
    passages,
    ...finding,
  };
}

/** Each speaker once, in the order they first speak. */
export const distinctNames = (passages: readonly Passage[]): readonly string[] => [
  ...new Set(passages.flatMap(({ person }) => person ?? [])),
];
