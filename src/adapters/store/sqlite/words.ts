import type { ArticleQuery } from "../../../core/ports.ts";
import { numberIn, type Row } from "../../database/sql.ts";
import { NEWEST_HITS } from "../limits.ts";
import { conditionsOf, valuesOf } from "../sql/conditions.ts";
import { DistinctArticles } from "../sql/distinct.ts";
import { IN_SIGHT, placeOf, seenTokens, sightTokens } from "../sql/sight.ts";
import { HIT_COLUMNS, readHit, type WordIndex } from "../sql/word-index.ts";

/** The words in an FTS5 table, a row a reading under the same number. */
export const sqliteWords: WordIndex = {
  async add(sql, reading, scope, words) {
    await sql.run(
      "INSERT INTO search (rowid, sight, title, speakers, text) VALUES ($reading, $sight, $title, $speakers, $text)",
      { reading, sight: sightTokens(scope).join(" "), ...words },
    );
  },

  async remove(sql, reading) {
    await sql.run("DELETE FROM search WHERE rowid = $reading", { reading });
  },

  async find(sql, scope, query, words) {
    const seen = `sight : (${seenTokens(scope, query.here).join(" OR ")})`;
    const match = [seen, ...words.map((word) => `{title speakers text} : "${word}"`)].join(" AND ");
    const distinct = new DistinctArticles(NEWEST_HITS);
    let last: Row | undefined;
    do {
      const page = await sql.all(
        `SELECT ${HIT_COLUMNS} FROM search JOIN readings ON readings.id = search.rowid
         WHERE search MATCH $match AND search.rowid >= ${oldestOf(query)} AND search.rowid < $before
           AND ${IN_SIGHT} ${conditionsOf(query)}
         ORDER BY search.rowid DESC LIMIT ${NEWEST_HITS}`,
        { ...placeOf(scope), ...valuesOf(query), match, before: last ? numberIn(last, "reading") : LAST_ROW },
      );
      distinct.add(page);
      last = page.length < NEWEST_HITS ? undefined : page.at(-1);
    } while (last && !distinct.isFull());
    return distinct.rows().map(readHit);
  },
};

const LAST_ROW = Number.MAX_SAFE_INTEGER;

/** Rows are numbered as they are saved: where to stop going back in the index. */
const oldestOf = ({ since }: ArticleQuery): string =>
  since === undefined
    ? "0"
    : "(SELECT min(id) FROM readings WHERE platform = $platform AND tenant = $tenant AND read_at >= $since)";
