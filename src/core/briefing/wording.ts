import type { Article } from "../article.ts";
import type { Receipt } from "../receipt.ts";
import { ageInWords, MINUTE } from "../text/age.ts";
import { nameLanguage } from "../text/language.ts";
import { countWords } from "../text/terms.ts";
import { insteadLine, writtenNote } from "../written/written.ts";
import type { Briefing, Facts, Shortcoming } from "./briefing.ts";

/** Names after which the rest is counted only. */
const MOST_NAMES = 5;

/** `Pasted text · no date in it ("20 minutes ago") · 479 words, 2 min · 6/6 quotes verified`. */
export function metaLine(briefing: Briefing): string {
  const { facts } = briefing;
  const quotes = shownQuotations(briefing);
  const verified = quotes === 0 ? "no quotes" : `${quotes}/${quotes} ${quotes === 1 ? "quote" : "quotes"} verified`;
  const words = `${facts.words} ${facts.words === 1 ? "word" : "words"}, ${facts.minutes} min`;
  const note = briefing.written === undefined ? null : writtenNote(briefing.written);
  const read = facts.readAgo < MINUTE ? null : `read ${ageInWords(facts.readAgo)}`;
  return [facts.source ?? "Pasted text", dateOf(facts), read, words, verified, note]
    .filter((fact) => fact !== null)
    .join(" · ");
}

/** Every quotation in the points has passed the self-check; the same words twice count once. */
function shownQuotations({ lead, bullets, next }: Briefing): number {
  const runs = [lead, ...bullets, next].flatMap((point) => point?.runs ?? []);
  return new Set(runs.flatMap((run) => (run.look === "quote" ? [run.receipt.span.start] : []))).size;
}

function dateOf({ date, age }: Facts): string {
  if (date !== null) return date;
  return age === null ? "no date in it" : `no date in it ("${age}")`;
}

/** "Putin, Biden"; longer lists end with a count. */
export function silentLine(silent: readonly string[]): string | null {
  if (silent.length === 0) return null;
  const shown = silent.slice(0, MOST_NAMES).join(", ");
  const more = silent.length - MOST_NAMES;
  return `Named, not quoted: ${shown}${more > 0 ? ` and ${more} more` : ""}.`;
}

/** What each shortcoming is, and what can be done about it. */
const SHORTCOMINGS: Readonly<Record<Exclude<Shortcoming, "language not covered">, string>> = {
  "nothing to read": "There is no sentence here to brief. Paste the whole article, or give its link.",
  "no quotations": "Nobody is quoted in this article: these are the reporter's sentences.",
  "focus not found": "Nothing in the article is about your focus: this is the general briefing.",
  "no translator": "Translating needs a language model, and none is set up here.",
  "focus in passing": "The article only touches on your focus: this is the general briefing.",
};

/** One line says nothing of itself, unless it is empty. */
export function shownShortcomings({ article, options, shortcomings, written }: Briefing): readonly string[] {
  const instead = written === undefined ? null : insteadLine(written);
  const lines = shortcomings
    .filter((shortcoming) => options.length !== "line" || shortcoming === "nothing to read")
    .map((shortcoming) => (shortcoming === "language not covered" ? languageLine(article) : SHORTCOMINGS[shortcoming]));
  return instead === null ? lines : [...lines, instead];
}

/** Which language it is, and what can be found in it all the same. */
function languageLine({ text }: Article): string {
  const language = nameLanguage(text) ?? "another language";
  return `This reads as ${language}; who said what is told for English only. Ask “who is quoted?” for what stands in quotation marks.`;
}

/** The words a briefing has before it has any sentence: headline, small print, the silent. */
export function frameWords(briefing: Briefing): number {
  const { headline, silent, options } = briefing;
  const words = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + countWords(line), 0);
  const always = words([headline ?? "", ...shownShortcomings(briefing)]);
  if (options.length === "line") return always;
  return always + META_WORDS_LATER + words([metaLine(briefing), silentLine(silent) ?? ""]);
}

/** "6/6 quotes verified" is one word more than "no quotes". */
const META_WORDS_LATER = 1;

/** What makes two receipts the same proof. */
export const receiptKey = ({ statementId, span }: Receipt): string => `${statementId}:${span.start}-${span.end}`;
