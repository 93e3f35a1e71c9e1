import { trimQuotation } from "../answer/quotation.ts";
import type { Article, Span } from "../article.ts";
import { findQuotations } from "../attribution/quotations.ts";
import type { Analysed } from "../library/index.ts";
import type { Statement } from "../statement.ts";
import { wordsOf } from "../text/fold.ts";
import { overlapWith } from "../verify/evidence.ts";
import { plainName } from "../verify/speakers.ts";
import { speakerBeforeColon, speakerBySubject } from "./plain-speaker.ts";

/** What a draft says somebody said. */
export interface DraftClaim {
  readonly kind: "quotation" | "statement";
  readonly span: Span;
  readonly words: string;
  readonly speaker: string | null;
  /** The words of a sentence that name its speaker: "China's top diplomat". */
  readonly mention: string | null;
}

/** The first claims of a draft, and how many there are besides. */
export interface DraftClaims {
  readonly claims: readonly DraftClaim[];
  readonly more: number;
}

/** A claim before anybody asked who speaks: a quotation with its line, or a statement. */
type Found =
  | { readonly span: Span; readonly line: Span; readonly statement: null }
  | { readonly span: Span; readonly line: null; readonly statement: Statement };

/** Every quotation of a draft, and every sentence that reports somebody's words without quoting them, in reading order. */
export function findClaims({ article, statements }: Analysed, most: number): DraftClaims {
  const found = [...findQuoted(article), ...findTold(statements)].toSorted(
    (one, other) => one.span.start - other.span.start,
  );
  const claims = found.slice(0, most).map((each) => readClaim(article, statements, each));
  return { claims, more: found.length - claims.length };
}

const findQuoted = ({ text, lines }: Article): readonly Found[] =>
  lines.flatMap(({ span: line }) =>
    findQuotations(text, [line])
      .filter(({ inner }) => wordsOf(text.slice(inner.start, inner.end)).length > 0)
      .map(({ inner }) => ({ span: trimQuotation(text, inner), line, statement: null })),
  );

const findTold = (statements: readonly Statement[]): readonly Found[] =>
  statements
    .filter(({ speechCue, quotations }) => speechCue && quotations.length === 0)
    .map((statement) => ({ span: statement.sentence, line: null, statement }));

function readClaim(article: Article, statements: readonly Statement[], { span, line, statement }: Found): DraftClaim {
  const { text } = article;
  const words = text.slice(span.start, span.end);
  if (statement !== null) {
    const mention = mentionOf(article, statement);
    return { kind: "statement", span, words, speaker: speakerOf(article, statement), mention };
  }
  const holding = statements.find(({ content }) => 2 * overlapWith(content, span) > span.end - span.start);
  const speaker =
    speakerOf(article, holding) ?? speakerBeforeColon(text, line, span) ?? speakerBySubject(text, line, span);
  return { kind: "quotation", span, words, speaker, mention: null };
}

/** The name the draft gives; null for nobody and for a pronoun that could be anybody. */
function speakerOf(article: Article, statement: Statement | undefined): string | null {
  if (statement === undefined) return null;
  const name = statement.speaker?.name ?? mentionOf(article, statement);
  return name === null || /^(?:he|she|it|they|we|i|you|who|which|that)$/i.test(name) ? null : plainName(name);
}

const mentionOf = ({ text }: Article, { source }: Statement): string | null =>
  source === null ? null : text.slice(source.start, source.end);
