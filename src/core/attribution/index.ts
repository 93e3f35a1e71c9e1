import type { Article, Span } from "../article.ts";
import { resolveSpeakers } from "../speakers/index.ts";
import type { Statement, StatementKind } from "../statement.ts";
import { isCovered } from "../text/language.ts";
import { findBareQuotations } from "./bare-quotations.ts";
import { type Draft, sizeOf } from "./draft.ts";
import { findDrafts } from "./drafts.ts";
import { findNameless } from "./headlines.ts";
import { findReported } from "./nesting.ts";
import type { Quotation } from "./quotations.ts";
import { readTier } from "./tier.ts";

export { ENGINE } from "./version.ts";

/**
 * Everything anybody is reported to have said, thought or written, in reading order; in a language the engine does not
 * read, what stands in quotation marks, under nobody's name. Never throws on any text. Linear in the text.
 */
export function findStatements(article: Article): readonly Statement[] {
  if (!isCovered(article.text)) return findBareQuotations(article);
  const { drafts, quotations } = findDrafts(article);
  const speakers = resolveSpeakers(article, drafts);
  const reported = findReported(drafts, speakers);
  const nameless = findNameless(article, drafts, speakers);
  const ids = new Map(drafts.map((draft, index) => [draft, `s${index + 1}`]));
  return drafts.map((draft, index): Statement => {
    const { source, cue, speechCue, stance, content, sentence, outer } = draft;
    const inside = quotationsIn(content, quotations);
    const kind = kindOf(article.text, draft, inside);
    return {
      id: `s${index + 1}`,
      articleId: article.id,
      kind,
      speaker: speakers[index] ?? null,
      source,
      cue,
      speechCue,
      stance,
      content,
      quotations: ownQuotations(inside, reported.get(draft) ?? []),
      sentence,
      within: outer === null ? null : (ids.get(outer) ?? null),
      tier: nameless.has(draft) ? "unsure" : readTier(draft, kind, inside),
    };
  });
}

/** The quotations that lie in the content. Both lists are in reading order. */
function quotationsIn(content: readonly Span[], quotations: readonly Quotation[]): readonly Quotation[] {
  return content.flatMap((span) => {
    const found: Quotation[] = [];
    for (let at = firstFrom(quotations, span.start); at < quotations.length; at += 1) {
      const quotation = quotations[at];
      if (quotation === undefined || quotation.span.end > span.end) break;
      found.push(quotation);
    }
    return found;
  });
}

/** The words in marks, without those of others whom the speaker reports. */
const ownQuotations = (inside: readonly Quotation[], reported: readonly Span[]): readonly Span[] =>
  inside
    .filter(({ span }) => !reported.some(({ start, end }) => start <= span.start && span.end <= end))
    .map(({ inner }) => inner);

/** Index of the first quotation that starts at or after the offset (binary search). */
function firstFrom(quotations: readonly Quotation[], offset: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotations[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words around the marks that are the reporter's joinery ("that", "and") do not make direct speech mixed. */
const DIRECT_SHARE = 0.95;

function kindOf(text: string, draft: Draft, inside: readonly Quotation[]): StatementKind {
  if (inside.length === 0) return "indirect";
  if (sizeOf(draft) === 0) return "direct";
  const quoted = inside.reduce((count, { inner }) => count + countLetters(text, inner), 0);
  const all = draft.content.reduce((count, span) => count + countLetters(text, span), 0);
  return quoted >= DIRECT_SHARE * all ? "direct" : "mixed";
}

const countLetters = (text: string, { start, end }: Span): number =>
  text.slice(start, end).replace(/[^\p{L}\p{N}]/gu, "").length;
