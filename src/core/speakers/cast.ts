import type { Article, Span } from "../article.ts";
import { describe } from "./description.ts";
import type { Entity, NameMention } from "./entity.ts";
import { linkNames } from "./link-names.ts";
import { type Passage, readPassages } from "./passages.ts";
import { parseName, spanOfName } from "./proper-name.ts";
import { findRuns } from "./runs.ts";

/** Who and what an article names, and where. */
export interface Cast {
  readonly passages: readonly Passage[];
  /** In order of first mention. */
  readonly entities: readonly Entity[];
  /** Every name, with whom it stands for; null for places, things, and names that could be several people's. */
  readonly named: ReadonlyMap<NameMention, Entity | null>;
}

/** Reads an article's cast. `speaking` are the mentions of speakers, as far as known: who speaks is somebody. */
export function readCast(article: Article, speaking: readonly Span[]): Cast {
  const passages = readPassages(article);
  const mentions = passages.flatMap((passage) => findNamesIn(article.text, passage));
  const named = linkNames(mentions, speaking);
  describeAll(article.text, named);
  const entities = [...new Set(named.values())].filter((entity) => entity !== null);
  return { passages, entities, named };
}

/** Notes what the article says of each person; the first such phrase is their role. */
function describeAll(text: string, named: ReadonlyMap<NameMention, Entity | null>): void {
  for (const [{ name, passage }, entity] of named) {
    if (entity?.kind !== "person") continue;
    for (const description of describe(passage.tokens, name)) {
      entity.descriptions.push(description);
      const first = passage.tokens[description.from];
      const last = passage.tokens[description.to - 1];
      if (passage.prose && first !== undefined && last !== undefined) entity.role ??= text.slice(first.start, last.end);
    }
  }
}

function findNamesIn(text: string, passage: Passage): readonly NameMention[] {
  return findRuns(text, passage.tokens).flatMap((run) => {
    const name = parseName(passage.tokens, run);
    return name === null ? [] : [{ ...spanOfName(passage.tokens, name), name, passage }];
  });
}
