import type { StoredArticle } from "../ports.ts";
import { findNames, sameName } from "../speakers/index.ts";

/** Persons the story names and to whom it gives no word, quoted or reported, in order of first mention. */
export function findSilent({ article, statements }: StoredArticle): readonly string[] {
  const heard = [...new Set(statements.flatMap(({ speaker }) => (speaker ? [speaker.name] : [])))];
  return findNames(article)
    .filter(({ kind }) => kind === "person")
    .map(({ name }) => name)
    .filter((name) => !heard.some((speaker) => sameName(speaker, name)));
}
