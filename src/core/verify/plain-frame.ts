import type { Span } from "../article.ts";
import { findRun, fold, type Word, wordsOf } from "../text/fold.ts";
import { type Evidence, overlap, type QuotedWords, wordsIn } from "./evidence.ts";
import { plainName } from "./speakers.ts";
import { findSubject } from "./subject.ts";
import { isCue, isSaying } from "./word-lists.ts";

/** Between a name and its verb: "has also said", "was prompted to say". */
const BETWEEN =
  /^(?:has|have|had|later|also|then|once|recently|reportedly|is|was|often|himself|herself|itself|to|prompted|seemed|continued|went|on|repeatedly|quoted|as)$/;
/** After these a name is the one who is spoken to. */
const ADDRESSING = /^(?:tell|tells|told|telling|ask|asks|asked|asking|urge|urges|urged|warn|warns|warned)$/;

/**
 * Whether a name stands beside the verb of saying that is nearest to the quotation: `"…," said Ann Poe`, `Ann Poe, who
 * was there, said "…"`. The plainest reading of a sentence, asked where the engine has another or none: it finds no
 * speaker, it only tells whether the one claimed is there. A quotation alone in its sentence belongs to the one before.
 */
export function standsBesideCue(evidence: Evidence, quotation: QuotedWords, claimed: string): boolean {
  const name = lastWord(claimed);
  if (name === null) return false;
  if (isSigned(evidence, quotation, name)) return true;
  const framed = withFrame(evidence, quotation);
  const cue = framed === null ? undefined : nearestCue(framed);
  if (framed === null || cue === undefined) return false;
  const { text } = evidence.article;
  if (isName(nameBefore(text, framed, framed.words.indexOf(cue)), name)) return true;
  return followsQuotation(framed, cue) && nameAfter(text, framed.words, cue).some((word) => isName(word, name));
}

/** Whether the sentence is about the one claimed and opens the quotation with a comma or a colon: `Poe went on: "…"`. */
export function opensAfterSubject(evidence: Evidence, quotation: QuotedWords, claimed: string): boolean {
  const { text } = evidence.article;
  const name = lastWord(claimed);
  const before = fold(text.slice(Math.max(0, quotation.span.start - 5), quotation.span.start)).text;
  if (name === null || !/[,:] ?["']{1,2}$/.test(before)) return false;
  const words = outsideWords(evidence, quotation.span);
  if (findRun(words, wordsOf(plainName(claimed)))[0] === 0) return true;
  const subject = findSubject(text, words);
  return subject !== null && !subject.possessive && subject.words.some((word) => isName(word, name));
}

const lastWord = (claimed: string): string | null => {
  const word = wordsOf(plainName(claimed)).at(-1)?.text.replace(/'s?$/, "") ?? "";
  return word.length < 2 ? null : word;
};

const isName = (word: Word | undefined, name: string): boolean => word?.text.replace(/'s?$/, "") === name;

/** `"…" — Ann Poe`: the signature under a quotation. */
function isSigned({ article, words }: Evidence, { span }: QuotedWords, name: string): boolean {
  const dash = /^["']{1,2} ?- ?/.exec(fold(article.text.slice(span.end, span.end + 8)).text);
  const from = words.findIndex((word) => word.start >= span.end);
  return dash !== null && from >= 0 && words.slice(from, from + 4).some((word) => isName(word, name));
}

interface Framed {
  readonly quoted: Span;
  /** The words of its sentence that stand in no quotation. */
  readonly words: readonly Word[];
}

/** The quotation with the rest of its sentence; without any, the one before it in the paragraph. */
function withFrame(evidence: Evidence, quotation: QuotedWords): Framed | null {
  const paragraph = evidence.article.paragraphs.find((each) => overlap(each, quotation.span) > 0);
  if (paragraph === undefined) return null;
  const before = evidence.quotations.filter(
    ({ span }) => overlap(span, paragraph) > 0 && span.start <= quotation.span.start,
  );
  for (const { span } of before.slice(-MOST_BEFORE).toReversed()) {
    const words = outsideWords(evidence, span);
    if (words.length > 0) return { quoted: span, words };
  }
  return null;
}

/** A paragraph has a few quotations; a page of nothing else is no paragraph. */
const MOST_BEFORE = 10;

function outsideWords({ sentences, words, quotations }: Evidence, span: Span): readonly Word[] {
  const around = sentences.filter((sentence) => overlap(sentence, span) > 0);
  const inside = quotations.filter((quotation) => around.some((sentence) => overlap(sentence, quotation.span) > 0));
  const quoted = new Set(inside.flatMap((quotation) => quotation.words));
  return around.flatMap((sentence) => wordsIn(words, sentence)).filter((word) => !quoted.has(word));
}

/** The nearest verb that can only be of saying; without one the nearest that may be. */
function nearestCue({ words, quoted }: Framed): Word | undefined {
  const distance = (word: Word): number =>
    word.end <= quoted.start ? quoted.start - word.end : word.start - quoted.end;
  const nearest = (holds: (word: string) => boolean): Word | undefined =>
    words.filter(({ text }) => holds(text)).toSorted((one, other) => distance(one) - distance(other))[0];
  return nearest(isSaying) ?? nearest(isCue);
}

/** The word before a verb, or before what is told between commas or brackets; of "and said", the sentence's subject. */
function nameBefore(text: string, { words, quoted }: Framed, at: number): Word | undefined {
  let index = at - 1;
  while (BETWEEN.test(words[index]?.text ?? "")) index -= 1;
  const last = words[index];
  if (last === undefined) return undefined;
  const gap = text.slice(last.end, words[index + 1]?.start ?? last.end);
  const participle = gap.startsWith(",") && /ing$/.test(words[at]?.text ?? "");
  if (/^(?:and|but|then)$/.test(last.text) || participle) {
    return last.start < quoted.start ? findSubject(text, words.slice(0, at))?.words.at(-1) : undefined;
  }
  if (!/^[,)]/.test(gap)) return last;
  const opening = text.lastIndexOf(gap.startsWith(")") ? "(" : ",", last.start);
  return words.findLast((word) => word.end <= opening) ?? last;
}

/** `"…," said`: only so does the name come after the verb; "told" and "asked" would have their listener there. */
const followsQuotation = ({ quoted, words }: Framed, cue: Word): boolean =>
  words.find((word) => word.start >= quoted.end) === cue && !ADDRESSING.test(cue.text);

/** A few words, up to a comma or "of". */
function nameAfter(text: string, words: readonly Word[], cue: Word): readonly Word[] {
  const at = words.indexOf(cue) + 1;
  const near = words.slice(at, at + 5);
  const end = near.findIndex((word, index) => index > 0 && (word.text === "of" || text.charAt(word.start - 2) === ","));
  return end === -1 ? near : near.slice(0, end);
}
