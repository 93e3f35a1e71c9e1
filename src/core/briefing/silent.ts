import type { Span } from "../article.ts";
import type { StoredArticle } from "../ports.ts";
import { type NamedEntity, sameName } from "../speakers/index.ts";
import { within } from "./span.ts";

/** The persons among these to whom the story gives no word, quoted or reported, in order of first mention. */
export function findSilent({ article, statements }: StoredArticle, people: readonly NamedEntity[]): readonly string[] {
  const heard = [...new Set(statements.flatMap(({ speaker }) => (speaker ? [speaker.name] : [])))];
  const sources = statements.flatMap(({ source }) => (source ? [source] : []));
  const speaks = (mention: Span): boolean =>
    sources.some((source) => within(mention, source)) &&
    !/^['’]s?\s/.test(article.text.slice(mention.end, mention.end + 3));
  return people
    .filter(({ name, mentions }) => !mentions.some(speaks) && !heard.some((speaker) => sameName(speaker, name)))
    .map(({ name }) => name);
}
