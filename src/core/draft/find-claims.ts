import { trimQuotation } from "../answer/quotation.ts";
import { type Article, makeArticle, type Span } from "../article.ts";
import { findStatements } from "../attribution/index.ts";
import { findQuotations } from "../attribution/quotations.ts";
import { wordsOf } from "../fold.ts";
import type { Statement } from "../statement.ts";
import { overlapWith } from "../verify/evidence.ts";
import { plainName } from "../verify/speakers.ts";

/** What a draft says somebody said. */
export interface DraftClaim {
  readonly kind: "quotation" | "statement";
  readonly span: Span;
  readonly words: string;
  readonly speaker: string | null;
  /** The words of a sentence that name its speaker: "China's top diplomat". */
  readonly mention: string | null;
}

/** Every quotation of a draft, and every sentence that reports somebody's words without quoting them, in reading order. */
export function findClaims(draft: string): readonly DraftClaim[] {
  const article = makeArticle({ text: draft });
  const statements = findStatements(article);
  const claims = [...quotedClaims(article, statements), ...toldClaims(article, statements)];
  return claims.toSorted((one, other) => one.span.start - other.span.start);
}

function quotedClaims(article: Article, statements: readonly Statement[]): readonly DraftClaim[] {
  const { text } = article;
  return article.lines.flatMap(({ span: line }) =>
    findQuotations(text, [line])
      .filter(({ inner }) => wordsOf(text.slice(inner.start, inner.end)).length > 0)
      .map(({ inner }) => {
        const span = trimQuotation(text, inner);
        const statement = statements.find(({ content }) => 2 * overlapWith(content, inner) > inner.end - inner.start);
        const speaker = speakerOf(article, statement) ?? speakerBeforeColon(text.slice(line.start, inner.start));
        return { kind: "quotation", span, words: text.slice(span.start, span.end), speaker, mention: null };
      }),
  );
}

function toldClaims(article: Article, statements: readonly Statement[]): readonly DraftClaim[] {
  return statements
    .filter(({ speechCue, quotations }) => speechCue && quotations.length === 0)
    .map((statement) => ({
      kind: "statement",
      span: statement.sentence,
      words: article.text.slice(statement.sentence.start, statement.sentence.end),
      speaker: speakerOf(article, statement),
      mention: mentionOf(article, statement),
    }));
}

/** The name the draft gives; null for nobody and for a pronoun that could be anybody. */
function speakerOf(article: Article, statement: Statement | undefined): string | null {
  if (statement === undefined) return null;
  const name = statement.speaker?.name ?? mentionOf(article, statement);
  return name === null || /^(?:he|she|it|they|we|i|you|who|which|that)$/i.test(name) ? null : plainName(name);
}

const mentionOf = ({ text }: Article, { source }: Statement): string | null =>
  source === null ? null : text.slice(source.start, source.end);

/** "Wang Yi: …", as summaries list it: up to six words before a colon, the last of them a name. */
function speakerBeforeColon(before: string): string | null {
  const colon = before.indexOf(":");
  const label = before.slice(0, Math.max(0, colon)).replace(/^[\s*•·–-]+/u, "");
  const words = label.split(/\s+/);
  return words.length <= 6 && /^\p{Lu}/u.test(words.at(-1) ?? "") ? label : null;
}
