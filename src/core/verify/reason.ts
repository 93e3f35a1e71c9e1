import type { Change } from "./change.ts";

/** Why a claim is refused: what the article has instead, as data. `paragraph` is the ¶ number people see. */
export type Reason =
  | { readonly code: "no-words" }
  | { readonly code: "too-long" }
  | { readonly code: "no-citation" }
  | { readonly code: "citation-outside" }
  | { readonly code: "not-in-text" }
  | { readonly code: "altered"; readonly changes: readonly Change[]; readonly paragraph: number }
  | { readonly code: "not-quoted"; readonly paragraph: number }
  | { readonly code: "not-cited"; readonly paragraph: number }
  | { readonly code: "quoted-inside"; readonly paragraph: number }
  | { readonly code: "cut-off"; readonly lost: string; readonly paragraph: number }
  | { readonly code: "speaker-unknown"; readonly claimed: string; readonly paragraph: number }
  | { readonly code: "other-speaker"; readonly claimed: string; readonly speaker: string; readonly paragraph: number }
  | { readonly code: "not-asserted"; readonly claimed: string; readonly paragraph: number }
  | { readonly code: "nobody-said"; readonly paragraph: number }
  | { readonly code: "speaker-missing"; readonly speaker: string; readonly paragraph: number }
  | { readonly code: "replaced"; readonly was: string; readonly now: string }
  | { readonly code: "moved"; readonly word: string }
  | { readonly code: "added"; readonly word: string }
  | { readonly code: "dropped"; readonly word: string }
  | { readonly code: "unsupported"; readonly words: readonly string[] };

/** A reason as one sentence for people. It quotes nothing: the words in question stand after a colon, without marks. */
export function reasonText(reason: Reason): string {
  switch (reason.code) {
    case "no-words":
      return "There are no words to check.";
    case "too-long":
      return "This is too long to check as one sentence.";
    case "no-citation":
      return "It does not say which sentence of the article it rests on.";
    case "citation-outside":
      return "It points to a place the article does not have.";
    case "not-in-text":
      return "These words are not in the article.";
    case "altered":
      return `The article has it in other words (¶${reason.paragraph}).`;
    case "not-quoted":
      return `These words are in the article, but nobody is quoted with them (¶${reason.paragraph}).`;
    case "not-cited":
      return `These words stand elsewhere in the article than cited (¶${reason.paragraph}).`;
    case "quoted-inside":
      return `The speaker is quoting somebody else with these words (¶${reason.paragraph}).`;
    case "cut-off":
      return `Cut here, it loses: ${reason.lost} (¶${reason.paragraph}).`;
    case "speaker-unknown":
      return `The article does not make clear that these are ${possessive(reason.claimed)} words (¶${reason.paragraph}).`;
    case "other-speaker":
      return `These words are ${possessive(reason.speaker)}, not ${possessive(reason.claimed)} (¶${reason.paragraph}).`;
    case "not-asserted":
      return `The article does not say that ${reason.claimed} said this (¶${reason.paragraph}).`;
    case "nobody-said":
      return `The article tells this in its own words: it reports nobody as saying it (¶${reason.paragraph}).`;
    case "speaker-missing":
      return `This is what ${reason.speaker} said, and the sentence does not say so (¶${reason.paragraph}).`;
    case "replaced":
      return replacedText(reason.was, reason.now);
    case "moved":
      return `The names stand in another order than in the article: ${reason.word}.`;
    case "added":
      return `Not in the sentence it rests on: ${reason.word}.`;
    case "dropped":
      return `Left out: ${reason.word}.`;
    case "unsupported":
      return `Not in the sentence it rests on: ${reason.words.join(", ")}.`;
  }
}

/** More words than this do not read as one change. */
const MOST_SHOWN = 5;

const replacedText = (was: string, now: string): string =>
  was.split(" ").length > MOST_SHOWN ? `Not as the article has it: ${now}.` : `Changed: ${was} → ${now}.`;

const possessive = (name: string): string => (/s$/i.test(name) ? `${name}'` : `${name}'s`);
