import type { Article } from "../article.ts";
import type { NamedEntity } from "./named-entity.ts";

/** Every person and organization the story names, in order of first mention. */
export function findNames(_article: Article): readonly NamedEntity[] {
  return [];
}
