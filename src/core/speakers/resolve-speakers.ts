import type { Article } from "../article.ts";
import type { Speaker } from "../statement.ts";
import type { Mention } from "./mention.ts";

/** Says who each mention is, in the order given; null where the text leaves it open. */
export function resolveSpeakers(article: Article, mentions: readonly Mention[]): readonly (Speaker | null)[] {
  return mentions.map(({ source }) =>
    source === null ? null : { name: article.text.slice(source.start, source.end), kind: "person" },
  );
}
