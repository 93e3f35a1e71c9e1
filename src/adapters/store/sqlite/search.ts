import type { ArticleQuery, Scope } from "../../../core/ports.ts";
import { NEWEST_HITS } from "../limits.ts";
import { type Hit, pickBest } from "../rank.ts";
import { queryWords } from "../words.ts";
import { type Database, numberIn, type Row, textIn, type Values } from "./database.ts";
import { IN_SIGHT, placeOf, sightQuery } from "./sight.ts";

/** A hit before its article is loaded. */
interface ReadingHit extends Hit {
  /** The row in `readings`. */
  readonly reading: number;
}

/** The readings that answer the query, by row, newest first. */
export function findReadings(database: Database, scope: Scope, query: ArticleQuery): readonly number[] {
  const hits = query.words === undefined ? findNewest(database, scope, query) : findBest(database, scope, query);
  return hits.map(({ reading }) => reading);
}

function findNewest(database: Database, scope: Scope, query: ArticleQuery): readonly ReadingHit[] {
  const rows = database.each(
    `SELECT id AS reading, article, read_at, '' AS title, '' AS speakers FROM readings
     WHERE ${IN_SIGHT} ${conditionsOf(query)} ORDER BY read_at DESC, id DESC`,
    { ...placeOf(scope), ...valuesOf(query) },
  );
  return takeDistinct(rows, query.limit);
}

function findBest(database: Database, scope: Scope, query: ArticleQuery): readonly ReadingHit[] {
  const words = queryWords(query.words ?? "");
  if (words.length === 0) return [];
  const wanted = words.map((word) => `{title speakers text} : "${word}"`).join(" AND ");
  const rows = database.each(
    `SELECT search.rowid AS reading, article, read_at, search.title, search.speakers
     FROM search JOIN readings ON readings.id = search.rowid
     WHERE search MATCH $match AND search.rowid >= ${oldestOf(query)} AND ${IN_SIGHT} ${conditionsOf(query)}
     ORDER BY search.rowid DESC`,
    { ...placeOf(scope), ...valuesOf(query), match: `${sightQuery(scope, query.here)} AND ${wanted}` },
  );
  return pickBest(takeDistinct(rows, NEWEST_HITS), words, query.limit);
}

/** Rows are numbered as they are saved: where to stop going back in the index. */
const oldestOf = ({ since }: ArticleQuery): string =>
  since === undefined
    ? "0"
    : "(SELECT min(id) FROM readings WHERE platform = $platform AND tenant = $tenant AND read_at >= $since)";

/** What the query asks besides words. Takes `valuesOf`. */
const conditionsOf = ({ url, since, here }: ArticleQuery): string =>
  [
    url === undefined ? "" : "AND url = $url",
    since === undefined ? "" : "AND read_at >= $since",
    here === undefined ? "" : "AND readings.channel = $channel",
  ].join(" ");

const valuesOf = ({ url, since }: ArticleQuery): Values => ({
  ...(url === undefined ? {} : { url }),
  ...(since === undefined ? {} : { since }),
});

/** An article read in several channels counts once, as it was read last. Reads no row more than needed. */
function takeDistinct(rows: Iterable<Row>, limit: number): readonly ReadingHit[] {
  const hits = new Map<string, ReadingHit>();
  for (const row of rows) {
    const article = textIn(row, "article");
    if (!hits.has(article)) hits.set(article, readHit(row));
    if (hits.size >= limit) break;
  }
  return [...hits.values()];
}

const readHit = (row: Row): ReadingHit => ({
  reading: numberIn(row, "reading"),
  readAt: numberIn(row, "read_at"),
  titleWords: textIn(row, "title").split(" "),
  speakerWords: textIn(row, "speakers").split(" "),
});
