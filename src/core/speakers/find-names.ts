import type { Article, Span } from "../article.ts";
import { readCast } from "./cast.ts";

/** A person or organization the story names; states, ministries and companies are organizations. */
export interface NamedEntity {
  /** The fullest name the article gives, without title: "Wang Yi". */
  readonly name: string;
  readonly kind: "person" | "organization";
  /** Title or office in the article's own words: "Kremlin spokesman". */
  readonly role?: string;
  /** Where the story names it, in reading order; offsets into the article's text. */
  readonly mentions: readonly Span[];
}

/** Every person and organization the story's prose names, in order of first mention. Never throws on any text. */
export function findNames(article: Article): readonly NamedEntity[] {
  return readCast(article, [])
    .entities.filter((entity) => entity.mentions.some((mention) => mention.passage.prose))
    .map((entity) => ({
      ...(entity.role === null ? {} : { role: entity.role }),
      name: entity.name,
      kind: entity.kind,
      mentions: entity.mentions.map(({ start, end }) => ({ start, end })).sort((one, other) => one.start - other.start),
    }))
    .sort((one, other) => (one.mentions[0]?.start ?? 0) - (other.mentions[0]?.start ?? 0));
}
