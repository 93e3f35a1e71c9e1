import { cutQuotation } from "../answer/quotation.ts";
import { type Article, lineAt, type Span } from "../article.ts";
import { findQuotedRegions, withoutQuotations } from "../quoted-regions.ts";
import { cutFact, cutReceipt, type Receipt } from "../receipt.ts";
import { plain, quoted, type Run } from "../reply.ts";
import type { Statement } from "../statement.ts";
import { countWords } from "../terms.ts";
import type { Point } from "./briefing.ts";
import { afterConnective, capitalize, onOneLine, opensWithPronoun } from "./opening.ts";

/** An article with who says what in it, and where its persons are named. */
export interface Told {
  readonly article: Article;
  readonly statements: readonly Statement[];
  readonly people: readonly Span[];
}

/** "Q: ", "LUND: ": nothing in a line of a transcript is the reporter's. */
const TRANSCRIPT_LABEL = /^["“]?(?:[QA]|\p{Lu}[\p{Lu} .'’-]{1,30}):\s/u;

/** Speaker's mentions that tell nothing outside their place. */
const BARE_MENTION = /^(?:he|she|it|they|we|i|you|who|which|that|this|these|those|both|one|some|others?)$/i;

/**
 * A whole sentence of the story as one point, quotations as quotations. Null where it does not stand on its own: it
 * opens with a pronoun, speaks of nobody but "he", or holds words whose speaker is named in another sentence.
 */
export function sentencePoint(sentence: Span, story: Told): Point | null {
  const { text } = story.article;
  const span = afterConnective(text, sentence);
  if (opensWithPronoun(text.slice(span.start, span.end))) return null;
  return wholeSentencePoint(span, sentence, story);
}

/** The same without trimming a connective or judging the opening: what a lead may be. */
export function wholeSentencePoint(span: Span, sentence: Span, { article, statements, people }: Told): Point | null {
  const told = statements.filter(({ content }) => content.some((piece) => overlap(piece, sentence)));
  if (told.some((statement) => !standsAlone(article, statement, sentence))) return null;
  const words = article.text.slice(span.start, span.end);
  if (/^[”’»([]|[:;,–—-]$/.test(words) || inTranscript(article, span) || lacksName(article, span, people)) return null;
  const runs = sentenceRuns(article, span, told);
  if (runs === null || (told.length === 0 && isMostlyQuoted(article, span))) return null;
  const receipts = told.filter(isAttributed).flatMap((statement) => receiptsOf(article, statement, span));
  const [first, ...rest] = withoutRepeats(receipts);
  const kind = told.some(({ speechCue, kind }) => speechCue || kind !== "indirect") ? "reported" : "fact";
  const speakers = told.flatMap(({ speaker }) => (speaker === null ? [] : [speaker.name]));
  return {
    kind,
    runs: capitalized(runs),
    speakers,
    receipts: first ? [first, ...rest] : [cutFact(article, span)],
    sentence,
  };
}

function inTranscript(article: Article, span: Span): boolean {
  const start = lineAt(article, span.start)?.span.start ?? span.start;
  return TRANSCRIPT_LABEL.test(article.text.slice(start, start + 40));
}

/** Words nobody is named for: they are not the reporter's either. */
function isMostlyQuoted({ text }: Article, span: Span): boolean {
  const own = countWords(withoutQuotations(text, span));
  return own < countWords(text.slice(span.start, span.end)) / 2;
}

/** Two statements may hold the same words: the first one's proof is enough. */
const withoutRepeats = (receipts: readonly Receipt[]): readonly Receipt[] =>
  receipts.filter(({ span }, index) => !receipts.slice(0, index).some((earlier) => overlap(earlier.span, span)));

/** Who said it is named in the sentence itself, and no piece of what was said runs over its edge. */
function standsAlone(article: Article, { source, speaker, content }: Statement, sentence: Span): boolean {
  if (source === null || !within(source, sentence)) return false;
  if (content.some((piece) => overlap(piece, sentence) && !within(piece, sentence))) return false;
  if (!BARE_MENTION.test(article.text.slice(source.start, source.end))) return true;
  const names = speaker?.name.match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
  const before = article.text.slice(sentence.start, source.start);
  return names.some((name) => before.includes(name));
}

/** "On Monday he met her": a person nobody has named in this sentence yet. */
function lacksName({ text }: Article, sentence: Span, people: readonly Span[]): boolean {
  const pronoun = /\b(?:he|she|him)\b/.exec(withoutQuotations(text, sentence));
  if (pronoun === null) return false;
  const at = sentence.start + pronoun.index;
  const named = people.filter(({ start }) => sentence.start <= start && start < at);
  return !named.some(({ start }) => !followsPreposition(text.slice(sentence.start, start)));
}

/** "Campaigning against Mayor Ann Lund, he": she is not the one meant. Titles may stand between. */
function followsPreposition(before: string): boolean {
  const words = before.trim().split(/\s+/).slice(-TITLE_WORDS);
  return words.some((word) => PREPOSITIONS.has(word.toLowerCase()));
}

const TITLE_WORDS = 4;
const PREPOSITIONS = new Set(
  "against with of to by for from about after before on in at like than over under between toward towards including".split(
    " ",
  ),
);

/** Only what somebody surely said to somebody is shown under a name; the rest is the article's sentence. */
const isAttributed = ({ speaker, speechCue, kind, tier, stance, within: frame }: Statement): boolean =>
  speaker !== null && (speechCue || kind !== "indirect") && tier !== "unsure" && stance === "said" && frame === null;

/** Fewer quoted words than this prove little of a statement: the whole of it does. */
const FEWEST_QUOTED = 3;

/** Words of a statement that are told without being quoted: fewer are a slip of the engine ("us", "that"). */
const FEWEST_TOLD = 3;

/** The proofs of a statement inside a stretch of the article: its quotations, or its content where they are catchwords. */
export function receiptsOf(article: Article, statement: Statement, span: Span): readonly Receipt[] {
  const wordsIn = ({ start, end }: Span): number => countWords(article.text.slice(start, end));
  const quotations = statement.quotations.filter((quotation) => within(quotation, span));
  const quoted = quotations.reduce((sum, quotation) => sum + wordsIn(quotation), 0);
  if (quoted >= FEWEST_QUOTED || statement.kind === "direct") {
    return quotations.map((quotation) => cutQuotation(article, statement, quotation));
  }
  return statement.content
    .flatMap((piece) => (overlap(piece, span) ? [shared(piece, span)] : []))
    .filter((piece) => wordsIn(piece) >= FEWEST_TOLD)
    .slice(0, 1)
    .map((piece) => cutReceipt(article, statement, piece));
}

/**
 * The words of a stretch of the article as runs: what a statement quotes as a quotation, everything else plain. Null
 * where a quotation is open at either end, or the article's marks and the statements do not agree where one begins.
 */
export function sentenceRuns(article: Article, span: Span, statements: readonly Statement[]): readonly Run[] | null {
  const { text } = article;
  const runs: Run[] = [];
  let at = span.start;
  for (const region of findQuotedRegions(text, span)) {
    const found = findQuotation(article, region, statements, region.end === span.end);
    if (!closes(text, region)) return null;
    if (found === null) continue;
    runs.push(plain(onOneLine(text.slice(at, region.start))), quoted(found));
    at = region.end;
  }
  runs.push(plain(onOneLine(text.slice(at, span.end))));
  return runs.filter((run) => run.text !== "");
}

/** The same with a capital at the beginning. */
function capitalized([first, ...rest]: readonly Run[]): readonly Run[] {
  if (first === undefined) return [];
  return first.look === "plain" ? [plain(capitalize(first.text)), ...rest] : [first, ...rest];
}

/** The quotation of a statement that fills these marks; where nothing follows, without a comma that asks for more. */
function findQuotation(
  article: Article,
  region: Span,
  statements: readonly Statement[],
  isLast: boolean,
): Receipt | null {
  for (const statement of statements) {
    const quotation = statement.quotations.find((span) => within(span, region) && isInnerOf(span, region));
    if (quotation) return (isLast ? cutQuotation : cutReceipt)(article, statement, quotation);
  }
  return null;
}

/** All of the quoted region but its marks, which are one or two characters on each side. */
const isInnerOf = (inner: Span, region: Span): boolean =>
  inner.start - region.start <= 2 && region.end - inner.end <= 2;

const closes = (text: string, region: Span): boolean => /["'”’»›」』“«]/.test(text.charAt(region.end - 1));

const shared = (a: Span, b: Span): Span => ({ start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) });

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
export const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
