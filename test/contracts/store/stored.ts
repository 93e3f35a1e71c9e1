import { type ArticleInput, makeArticle } from "../../../src/core/article.ts";
import type { Place, StoredArticle } from "../../../src/core/ports.ts";
import type { Statement } from "../../../src/core/statement.ts";

export interface StoredInput extends ArticleInput {
  /** One statement each; the same name may come again. */
  readonly speakers?: readonly string[];
  readonly readAt?: number;
  readonly engine?: string;
}

/** An article as the core hands it to a store, with statements whose spans are not looked at. */
export function storedArticle({ speakers = [], readAt = 1, engine = "test-1", ...input }: StoredInput): StoredArticle {
  const article = makeArticle(input);
  return { article, statements: speakers.map((name, index) => statementOf(article.id, name, index)), engine, readAt };
}

function statementOf(articleId: string, name: string, index: number): Statement {
  const span = { start: 0, end: 1 };
  return {
    id: `s${index + 1}`,
    articleId,
    kind: "direct",
    speaker: { name, kind: "person", role: "minister" },
    source: span,
    cue: null,
    speechCue: true,
    stance: "said",
    content: [span],
    quotations: [span],
    sentence: span,
    within: null,
    tier: "sure",
  };
}

/** A place in an open channel of one tenant, unless told otherwise. */
export function placeIn(channel: string, other: Partial<Place> = {}): Place {
  return { platform: "chat", tenant: "acme", private: false, thread: null, ...other, channel };
}
