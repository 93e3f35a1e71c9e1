import type { Article, Span } from "../article.ts";
import type { Statement } from "../statement.ts";

/** An article with who says what in it, and where its persons are named. */
export interface Told {
  readonly article: Article;
  readonly statements: readonly Statement[];
  readonly people: readonly Span[];
}
