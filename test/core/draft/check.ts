import { makeArticle } from "../../../src/core/article.ts";
import { findStatements } from "../../../src/core/attribution/index.ts";
import { checkDraft, type DraftReport } from "../../../src/core/draft/index.ts";
import type { StoredArticle } from "../../../src/core/ports.ts";

/** Checks a draft that was pasted as text. */
export function check(draft: string, sources: readonly StoredArticle[]): DraftReport {
  const article = makeArticle({ text: draft });
  return checkDraft({ article, statements: findStatements(article) }, sources);
}
