import type { Article, Span } from "../article.ts";
import { endOfDateline } from "./dateline.ts";
import type { Entity, NameMention } from "./entity.ts";
import { type Links, linkNames } from "./link-names.ts";
import { foldWord } from "./name-words.ts";
import { type Passage, readPassages } from "./passages.ts";
import { readPhrase } from "./phrase.ts";
import { parseHeadingNames, parseName, spanOfName } from "./proper-name.ts";
import { describeAll } from "./roles.ts";
import { findRuns } from "./runs.ts";
import { SpanIndex } from "./span-index.ts";

/** Who and what an article names, and where. */
export interface Cast {
  readonly passages: readonly Passage[];
  readonly entities: readonly Entity[];
  /** Every name, with whom it stands for. */
  readonly links: Links;
  /** The names of each passage, in reading order. */
  readonly names: ReadonlyMap<Passage, readonly NameMention[]>;
}

/** Reads an article's cast. `sources` are the mentions of speakers, as far as known: who speaks is somebody. */
export function readCast(article: Article, sources: readonly Span[]): Cast {
  const { passages, names } = readNames(article);
  const links = linkNames(
    [...names.values()].flat(),
    new SpanIndex(sources.flatMap((each) => headOfSource(passages, each))),
  );
  describeAll(article.text, links);
  const entities = [...new Set(links.sure.values())].filter((entity) => entity !== null);
  return { passages, entities, links, names };
}

/** What was read of an article is kept with it: the engine needs it, and the briefing after it. */
const read = new WeakMap<Article, Pick<Cast, "passages" | "names">>();

function readNames(article: Article): Pick<Cast, "passages" | "names"> {
  const known = read.get(article);
  if (known !== undefined) return known;
  const passages = readPassages(article);
  const opening = passages.find(({ prose }) => prose);
  const names = new Map(
    passages.map((passage) => [passage, findNamesIn(passage, passage === opening ? endOfDateline(passage.tokens) : 0)]),
  );
  read.set(article, { passages, names });
  return { passages, names };
}

/** The names of a passage from the token `start` on. */
function findNamesIn(passage: Passage, start: number): readonly NameMention[] {
  const { tokens } = passage;
  const runs = findRuns(tokens);
  const names = passage.prose
    ? runs.filter(({ from }) => from >= start).map((run) => parseName(tokens, run))
    : runs.flatMap((run) => parseHeadingNames(tokens, run));
  return names
    .filter((name) => name !== null)
    .map((name) => ({ ...spanOfName(tokens, name), name, folded: name.words.map(foldWord), passage }));
}

/** The part of a source where its head may stand: up to its first preposition, comma or relative clause. */
function headOfSource(passages: readonly Passage[], source: Span): readonly Span[] {
  const phrase = readPhrase(passages, source);
  if (phrase === null || phrase.head === null) return [];
  const end = phrase.passage.tokens[phrase.head]?.end;
  return end === undefined ? [] : [{ start: source.start, end }];
}
