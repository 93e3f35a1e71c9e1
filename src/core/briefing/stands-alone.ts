import { type Article, lineAt, type Span } from "../article.ts";
import { isPersonNoun } from "../speakers/nouns.ts";
import type { Statement } from "../statement.ts";
import { wordsOf } from "../text/fold.ts";
import { withoutQuotations } from "../text/quoted-regions.ts";
import { countWords } from "../text/terms.ts";
import { overlap, within } from "./span.ts";
import type { Told } from "./told.ts";

/**
 * Whether a sentence, trimmed to `span`, can be read without its neighbours: whole, its persons named in it, its words
 * somebody's. `statements` are those told in it.
 */
export function standsAlone({ article, statements, people }: Told, span: Span, sentence: Span): boolean {
  const words = article.text.slice(span.start, span.end);
  if (/^[”’»([]|[:;,–—-]$/.test(words) || inTranscript(article, span)) return false;
  if (statements.length === 0 && isMostlyQuoted(article, span)) return false;
  return (
    statements.every((statement) => namesSpeaker(article, statement, sentence)) && !lacksName(article, span, people)
  );
}

/** "Q: ", "LUND: ": nothing in a line of a transcript is the reporter's. */
const TRANSCRIPT_LABEL = /^["“]?(?:[QA]|\p{Lu}[\p{Lu} .'’-]{1,30}):\s/u;

function inTranscript(article: Article, span: Span): boolean {
  const start = lineAt(article, span.start)?.span.start ?? span.start;
  return TRANSCRIPT_LABEL.test(article.text.slice(start, start + 40));
}

/** Words nobody is named for: they are not the reporter's either. */
export function isMostlyQuoted({ text }: Article, span: Span): boolean {
  const own = countWords(withoutQuotations(text, span));
  return own < countWords(text.slice(span.start, span.end)) / 2;
}

/** Speaker's mentions that tell nothing outside their place. */
const BARE_MENTION = /^(?:he|she|it|they|we|i|you|who|which|that|this|these|those|both|one|some|others?)$/i;

/** Who said it is named in the sentence itself, and no piece of what was said runs over its edge. */
function namesSpeaker(article: Article, { source, speaker, content }: Statement, sentence: Span): boolean {
  if (source === null || !within(source, sentence)) return false;
  if (content.some((piece) => overlap(piece, sentence) && !within(piece, sentence))) return false;
  if (!BARE_MENTION.test(article.text.slice(source.start, source.end))) return true;
  const names = speaker?.name.match(/\p{Lu}[\p{L}'’-]+/gu) ?? [];
  const before = article.text.slice(sentence.start, source.start);
  return names.some((name) => before.includes(name));
}

/** "On Monday he met her": a person nobody has named in this sentence yet; who does something to "him" is not him. */
function lacksName({ text }: Article, sentence: Span, people: readonly Span[]): boolean {
  const pronoun = /\b(?:he|she|him)\b/.exec(withoutQuotations(text, sentence));
  if (pronoun === null) return false;
  const at = sentence.start + pronoun.index;
  if (pronoun[0] !== "him" && opensWithRole(text.slice(sentence.start, at))) return false;
  const named = people
    .filter(({ start }) => sentence.start <= start && start < at)
    .filter(({ start }) => !followsPreposition(text.slice(sentence.start, start)));
  return named.length < (pronoun[0] === "him" ? 2 : 1);
}

/** "The director of the festival resigned before he": somebody without a name, but somebody. */
const opensWithRole = (before: string): boolean =>
  /^(?:The|A|An)\s/.test(before) &&
  wordsOf(before.split(/,|\s(?:of|for|at|in|on|to|from|with|who)\s/)[0] ?? "").some(({ text }) => isPersonNoun(text));

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
