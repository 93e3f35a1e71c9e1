import type { ArticleInput } from "../../../core/article.ts";
import type { ReadPage } from "../../../core/batch/read.ts";
import { UserError } from "../../../core/errors.ts";

/** The article of a page that can be briefed. Throws UserError for one that has a text but is no single article. */
export function articleOf({ article, doubt }: ReadPage): ArticleInput {
  if (doubt !== null) throw new UserError("unreadable", doubt.code, doubt.message);
  return article;
}
