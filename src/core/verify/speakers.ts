import type { Span } from "../article.ts";
import { sameName } from "../speakers/index.ts";
import { readStance } from "../stance.ts";
import type { Statement } from "../statement.ts";
import { type Evidence, overlap, overlapWith, type QuotedWords } from "./evidence.ts";
import { nameKey } from "./names.ts";
import { opensAfterSubject, standsBesideCue } from "./plain-frame.ts";

const PRONOUN = /^(?:he|she|it|they|we|i|you|who|which|that|this|one|his|her|its|their|my|our)$/;

/** Whether the article gives these quoted words to the claimed speaker, by the engine's reading or by the plainest one. */
export function isSpeakerOf(evidence: Evidence, quotation: QuotedWords, claimed: string): boolean {
  const found = speakingStatements(quotation);
  if (found.some((statement) => isWhoSpeaks(evidence, statement, claimed))) return true;
  if (standsBesideCue(evidence, quotation, claimed)) return true;
  if (found.length > 0) return false;
  return opensAfterSubject(evidence, quotation, claimed) || goesOnSpeaking(evidence, quotation, claimed);
}

/** The article has the words in what the speaker denied, did not say or is to say: they are not the speaker's yet. */
export function isUnasserted(evidence: Evidence, { statements }: QuotedWords, claimed: string): boolean {
  const theirs = statements.filter((statement) => isWhoSpeaks(evidence, statement, claimed));
  return (
    theirs.length > 0 && theirs.every((each) => each.kind !== "direct" && readStance(evidence.article, each) !== "said")
  );
}

/** A paragraph that is all quotation belongs to whom the paragraph before it reports last. */
function goesOnSpeaking(evidence: Evidence, { span }: QuotedWords, claimed: string): boolean {
  const { paragraphs, text } = evidence.article;
  const at = paragraphs.findIndex((paragraph) => overlap(paragraph, span) > 0);
  const [before, here] = [paragraphs[at - 1], paragraphs[at]];
  if (before === undefined || here === undefined || !isAllQuotation(text, here, span)) return false;
  const last = evidence.statements.findLast(({ content }) => overlapWith(content, before) > 0);
  return last !== undefined && isWhoSpeaks(evidence, last, claimed);
}

const isAllQuotation = (text: string, paragraph: Span, { start, end }: Span): boolean =>
  !/[\p{L}\p{N}]/u.test(text.slice(paragraph.start, start) + text.slice(end, paragraph.end));

/** The name the article gives these words to; null where it leaves that open. */
export function nameOfSpeaker(evidence: Evidence, quotation: QuotedWords): string | null {
  const names = speakingStatements(quotation).map((statement) => nameOf(evidence, statement));
  return names.findLast((name) => name !== null) ?? null;
}

/** The statements whose speaker may be held to have said the words: what A says that B said is B's. */
function speakingStatements({ statements }: QuotedWords): readonly Statement[] {
  return statements.filter((statement) => statement.speaker !== null || statement.source !== null);
}

/** Whether a statement is this speaker's: by name, or by the words the article calls them beside it. */
export function isWhoSpeaks(evidence: Evidence, statement: Statement, claimed: string): boolean {
  const name = plainName(claimed);
  const wanted = [name, ...(evidence.called.get(nameKey(claimed)) ?? [])];
  const given = [statement.speaker?.name ?? null, mentionOf(evidence, statement)].filter((each) => each !== null);
  return given.some((one) => wanted.some((other) => sameWords(one, other) || sameName(plainName(one), other)));
}

export const nameOf = (evidence: Evidence, statement: Statement): string | null =>
  statement.speaker?.name ?? mentionOf(evidence, statement);

/** The words that name the speaker beside the statement; null for none and for a pronoun. */
function mentionOf({ article }: Evidence, { source }: Statement): string | null {
  if (source === null) return null;
  const mention = article.text.slice(source.start, source.end);
  return PRONOUN.test(mention.toLowerCase()) ? null : mention;
}

/** Without what is told of them after a comma or in brackets: "Joseph, who has four children". */
export const plainName = (name: string): string => (name.split(/[,(–—]/)[0] ?? name).trim() || name;

const sameWords = (one: string, other: string): boolean => nameKey(one) === nameKey(other);
