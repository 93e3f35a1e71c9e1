import type { QuestionKind } from "./question.ts";
import type { Token } from "./tokens.ts";

/** A question as the grammar reads it, before names are looked up. */
export interface Draft {
  readonly kind: QuestionKind;
  /** Whose statements it is about, one run of tokens each; "he" and "anyone" too. */
  readonly speakers: readonly (readonly Token[])[];
  /** A quotation, or the clause after "said that". */
  readonly words: readonly Token[];
  readonly topic: readonly Token[];
  readonly addressee: readonly Token[];
  /** The verb asked with. */
  readonly verb: Token | null;
  readonly wordForWord: boolean;
  readonly denied: boolean;
  /** "Who else …?", "What else …?" */
  readonly others: boolean;
  /** Asked for yes or no. */
  readonly closed: boolean;
  /** It leans on what was asked before: "And Lavrov?" */
  readonly followsUp: boolean;
}

const EMPTY: Draft = {
  kind: "unclear",
  speakers: [],
  words: [],
  topic: [],
  addressee: [],
  verb: null,
  wordForWord: false,
  denied: false,
  others: false,
  closed: false,
  followsUp: false,
};

/** A draft with these parts and nothing else. */
export const draft = (kind: QuestionKind, parts: Partial<Omit<Draft, "kind">> = {}): Draft => ({
  ...EMPTY,
  ...parts,
  kind,
});

/** What a rule needs to know of the sources: whether a run of tokens names somebody in them. */
export interface Context {
  isName(tokens: readonly Token[]): boolean;
  /** Whether it is the whole of a name in them, not a part: "Ian Read", not "Ian". */
  isWholeName(tokens: readonly Token[]): boolean;
  /** Whether they begin with a capital letter as typed. */
  isCapital(tokens: readonly Token[]): boolean;
}

/** Reads a sentence of one shape; null for a sentence of another. */
export type Rule = (tokens: readonly Token[], context: Context) => Draft | null;
