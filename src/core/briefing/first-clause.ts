import type { Article, Span } from "../article.ts";
import { wordsOf } from "../text/fold.ts";
import { lostByCutting } from "../verify/fragment.ts";
import { isCue, isNegation } from "../verify/word-lists.ts";

/**
 * The first of two clauses a quotation joins by "and", the second with a subject of its own: `Our relations are
 * developing dynamically` of `Our relations are developing dynamically and, despite the turbulence, we exhibit
 * cohesion`. Null where it has none, or says less alone than it does in the whole.
 */
export function firstClause(article: Article, quotation: Span): Span | null {
  const { text } = article;
  const joint = JOINT.exec(text.slice(quotation.start, quotation.end));
  if (joint === null) return null;
  const part = { start: quotation.start, end: quotation.start + joint.index };
  return isFirstClause(text, quotation, part) ? part : null;
}

/** Whether a part of a quotation is its first clause, and stands for itself. */
export function isFirstClause(text: string, quotation: Span, part: Span): boolean {
  const clause = text.slice(part.start, part.end);
  const rest = text.slice(part.end, quotation.end);
  if (OTHER_STOP.test(clause) || DEPENDENT.test(clause) || !FINITE.test(clause)) return false;
  if (JOINT.exec(rest)?.index !== 0) return false;
  const said = wordsOf(clause).map((word) => word.text);
  const [next = ""] = rest.split(/[.;:!?]/, 1);
  const takesBack = wordsOf(next).some((word) => isNegation(word.text));
  return said.length >= FEWEST && !said.some(isCue) && !takesBack && lostByCutting(text, quotation, part) === null;
}

/** "and we …", ", and, in spite of everything, they …"; "and I who" is no other clause. */
const JOINT =
  /,? and (?=(?:I|we|he|she|they|it|there)\s(?!who\b|that\b))|,? and, (?=[^,.;:!?]{1,100}, (?:I|we|he|she|they|it|there)\s)/;

const FEWEST = 4;

/** One clause has no stop in it, and no other clause before it. */
const OTHER_STOP = /[,.;:!?()—–]/;

/** Opens or holds what leans on another clause, or pairs what stands on both sides of "and". */
const DEPENDENT =
  /^(?:if|when|while|unless|although|though|because|since|as|after|before|once|until|where|whether|so|that|and|or)\b|\b(?:both|between|either|neither|but|if|unless)\b/i;

const FINITE =
  /\b(?:am|is|are|was|were|have|has|had|do|does|did|will|would|can|could|shall|must)\b|['’](?:m|re|ve|ll)\b/;
