import { paragraphAt } from "../article.ts";
import { wordsOf } from "../fold.ts";
import { stem } from "../question/stem.ts";
import type { Statement } from "../statement.ts";
import type { Comparison, Term } from "./comparison.ts";
import { overlap, overlapWith } from "./evidence.ts";
import type { Reason } from "./reason.ts";
import { nameOf } from "./speakers.ts";
import { isCue, isFunctionWord } from "./word-lists.ts";

/** So much of a statement's matter has to be in a sentence for it to be telling that statement. */
const TOLD = 0.6;

/** What the article reports as somebody's has to stay theirs. */
export function attributionFaults(comparison: Comparison): readonly Reason[] {
  return citedStatements(comparison)
    .filter((statement) => tells(comparison, statement) && !showsSpeaker(comparison, statement))
    .map((statement) => ({
      code: "speaker-missing",
      speaker: nameOf(comparison.evidence, statement) ?? "somebody else",
      paragraph: paragraphAt(comparison.evidence.article, statement.content[0]?.start ?? 0),
    }));
}

/**
 * Whether these words are all of the name, role or mention of one who speaks in the cited sentences; where they stand
 * in place of others, those have to be that speaker's mention: "he" may become "Wang Yi".
 */
export const namesSpeaker = (comparison: Comparison, now: readonly Term[], was: readonly Term[]): boolean =>
  citedStatements(comparison).some((statement) => {
    const { source } = statement;
    const words = speakerStems(comparison, statement);
    return (
      now.every((term) => words.has(term.stem)) && was.every((term) => source !== null && overlap(source, term) > 0)
    );
  });

export const citedStatements = ({ evidence, cites }: Comparison): readonly Statement[] =>
  evidence.statements.filter(({ content }) => cites.some((cite) => overlapWith(content, cite) > 0));

/** Most of what the cited sentences have of the statement is in the claim. */
function tells({ source, pairs }: Comparison, { content }: Statement): boolean {
  const kept = new Set(pairs.map(([index]) => index));
  const matter = source.flatMap((term, index) => (isMatterOf(content, term) ? [index] : []));
  return matter.length > 1 && matter.filter((index) => kept.has(index)).length >= TOLD * matter.length;
}

const isMatterOf = (content: Statement["content"], term: Term): boolean =>
  !isFunctionWord(term.text) && overlapWith(content, term) > 0;

/** The speaker is named, and something says that they speak: a verb, a colon, or the article's own cue. */
export function showsSpeaker(comparison: Comparison, statement: Statement): boolean {
  const words = speakerStems(comparison, statement);
  const named = keepsMention(comparison, statement) || comparison.claim.some((term) => words.has(term.stem));
  return named && (statement.cue === null || showsCue(comparison, statement));
}

/** The article's own words for the speaker, "he" too, stand in the claim at their place. */
function keepsMention({ source: terms, pairs }: Comparison, { source }: Statement): boolean {
  const kept = new Set(pairs.map(([index]) => index));
  const mention = terms.flatMap((term, index) => (source !== null && overlap(source, term) > 0 ? [index] : []));
  return mention.length > 0 && mention.every((index) => kept.has(index));
}

function showsCue({ evidence, text, claim }: Comparison, { cue }: Statement): boolean {
  const cueStems =
    cue === null ? [] : wordsOf(evidence.article.text.slice(cue.start, cue.end)).map((word) => stem(word.text));
  return claim.some((term) => isCue(term.text) || cueStems.includes(term.stem)) || /[:―—–]/.test(text);
}

function speakerStems({ evidence }: Comparison, { speaker, source }: Statement): ReadonlySet<string> {
  const mention = source === null ? "" : evidence.article.text.slice(source.start, source.end);
  const words = wordsOf(`${speaker?.name ?? ""} ${speaker?.role ?? ""} ${mention}`).map((word) => word.text);
  const telling = words.filter((word) => !isFunctionWord(word));
  return new Set((telling.length > 0 ? telling : words).map(stem));
}
