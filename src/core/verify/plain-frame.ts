import type { Span } from "../article.ts";
import { fold, type Word, wordsOf } from "../fold.ts";
import { type Evidence, overlap, type QuotedWords, wordsIn } from "./evidence.ts";
import { plainName } from "./speakers.ts";
import { isCue } from "./word-lists.ts";

/** Between a name and its verb: "has also said". */
const BETWEEN = /^(?:has|have|had|later|also|then|once|recently|reportedly|is|was|often|himself|herself|itself)$/;
/** After these a name is the one who is spoken to. */
const ADDRESSING = /^(?:tell|tells|told|telling|ask|asks|asked|asking|urge|urges|urged|warn|warns|warned)$/;

/**
 * Whether a name stands beside the verb of saying that is nearest to the quotation: `"…," said Ann Poe`, `Ann Poe, who
 * was there, said "…"`. The plainest reading of a sentence, asked where the engine has another or none: it finds no
 * speaker, it only tells whether the one claimed is there. A quotation alone in its sentence belongs to the one before.
 */
export function standsBesideCue(evidence: Evidence, quotation: QuotedWords, claimed: string): boolean {
  const name = wordsOf(plainName(claimed)).at(-1)?.text.replace(/'s?$/, "");
  if (name !== undefined && isSigned(evidence, quotation, name)) return true;
  const framed = withFrame(evidence, quotation);
  const cue = framed === null ? undefined : nearestCue(framed);
  if (name === undefined || name.length < 2 || framed === null || cue === undefined) return false;
  const { words } = framed;
  const at = words.indexOf(cue);
  if (isName(nameBefore(evidence, words, at), name)) return true;
  return (
    followsQuotation(framed, cue) &&
    nameAfter(evidence.article.text, words.slice(at + 1)).some((word) => isName(word, name))
  );
}

/** `"…" — Ann Poe`: the signature under a quotation. */
function isSigned({ article, words }: Evidence, { span }: QuotedWords, name: string): boolean {
  const dash = /^["']{1,2} ?- ?/.exec(fold(article.text.slice(span.end, span.end + 8)).text);
  const from = words.findIndex((word) => word.start >= span.end);
  return dash !== null && from >= 0 && words.slice(from, from + 4).some((word) => isName(word, name));
}

/** `"…," said`: only so does the name come after the verb; "told" and "asked" would have their listener there. */
const followsQuotation = ({ quoted, words }: Framed, cue: Word): boolean =>
  words.find((word) => word.start >= quoted.end) === cue && !ADDRESSING.test(cue.text);

/** A few words, up to a comma or "of". */
function nameAfter(text: string, words: readonly Word[]): readonly Word[] {
  const near = words.slice(0, 5);
  const end = near.findIndex((word, index) => index > 0 && (word.text === "of" || text.charAt(word.start - 2) === ","));
  return end === -1 ? near : near.slice(0, end);
}

const isName = (word: Word | undefined, name: string): boolean => word?.text.replace(/'s?$/, "") === name;

interface Framed {
  readonly quoted: Span;
  /** The words of its sentence that stand in no quotation. */
  readonly words: readonly Word[];
}

/** The quotation with the rest of its sentence; without any, the one before it in the paragraph. */
function withFrame(evidence: Evidence, quotation: QuotedWords): Framed | null {
  const { paragraphs } = evidence.article;
  const paragraph = paragraphs.find((each) => overlap(each, quotation.span) > 0);
  if (paragraph === undefined) return null;
  const before = evidence.quotations.filter(
    ({ span }) => overlap(span, paragraph) > 0 && span.start <= quotation.span.start,
  );
  const framed = before.map(({ span }) => ({ quoted: span, words: outsideWords(evidence, span) }));
  return framed.findLast(({ words }) => words.length > 0) ?? null;
}

function outsideWords({ sentences, words, quotations }: Evidence, span: Span): readonly Word[] {
  const around = sentences.filter((sentence) => overlap(sentence, span) > 0);
  const inside = quotations.filter((quotation) => around.some((sentence) => overlap(sentence, quotation.span) > 0));
  return around
    .flatMap((sentence) => wordsIn(words, sentence))
    .filter((word) => !inside.some((quotation) => overlap(quotation.span, word) > 0));
}

function nearestCue({ words, quoted }: Framed): Word | undefined {
  const distance = (word: Word): number =>
    word.end <= quoted.start ? quoted.start - word.end : word.start - quoted.end;
  return words.filter(({ text }) => isCue(text)).toSorted((one, other) => distance(one) - distance(other))[0];
}

/** The word before a verb, or before what is told between commas: "Ann Poe, who was there, said". */
function nameBefore({ article, sentences }: Evidence, words: readonly Word[], at: number): Word | undefined {
  let index = at - 1;
  while (BETWEEN.test(words[index]?.text ?? "")) index--;
  const last = words[index];
  if (last === undefined) return undefined;
  const gap = fold(article.text.slice(last.end, words[index + 1]?.start ?? last.end)).text;
  if (!gap.startsWith(",")) return last;
  const start = sentences.find((sentence) => overlap(sentence, last) > 0)?.start ?? 0;
  const comma = article.text.lastIndexOf(",", last.start);
  return comma < start ? last : words.findLast((word) => word.end <= comma);
}
