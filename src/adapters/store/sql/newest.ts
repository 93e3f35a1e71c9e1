import type { ArticleQuery, Scope } from "../../../core/ports.ts";
import { numberIn, type Row, type Sql } from "../../database/sql.ts";
import { conditionsOf, valuesOf } from "./conditions.ts";
import { DistinctArticles } from "./distinct.ts";
import { OWN, placeOf } from "./sight.ts";

/** Rows read at a time: a channel that repeats an article seldom needs a second page. */
const PAGE = 100;

const OTHERS = "platform = $platform AND tenant = $tenant AND private = 0 AND channel <> $channel";

/** The newest readings in sight, by row; each article once. */
export async function findNewest(sql: Sql, scope: Scope, query: ArticleQuery): Promise<readonly number[]> {
  const distinct = new DistinctArticles(query.limit);
  let last: Row | undefined;
  do {
    const page = await readPage(sql, scope, query, last);
    distinct.add(page);
    last = page.length < PAGE ? undefined : page.at(-1);
  } while (last && !distinct.isFull());
  return distinct.rows().map((row) => numberIn(row, "id"));
}

/** The newest hundred, each channel's own reading of an article counted, by row. */
export const readNewest = async (sql: Sql, scope: Scope): Promise<readonly number[]> =>
  (await readPage(sql, scope, { limit: PAGE }, undefined)).map((row) => numberIn(row, "id"));

/** The own channel and the others are read apart, each along its index: one private channel among many need not pass by the rest. */
function readPage(sql: Sql, scope: Scope, query: ArticleQuery, last: Row | undefined): Promise<readonly Row[]> {
  const before = last ? "AND (read_at, id) < ($at, $id)" : "";
  const select = (where: string): string =>
    `SELECT * FROM (SELECT id, article, read_at FROM readings WHERE ${where} AND expired = 0 ${conditionsOf(query)} ${before}
       ORDER BY read_at DESC, id DESC LIMIT ${PAGE}) AS page`;
  const parts = query.here ? [OWN] : [OWN, OTHERS];
  return sql.all(`${parts.map(select).join(" UNION ALL ")} ORDER BY read_at DESC, id DESC LIMIT ${PAGE}`, {
    ...placeOf(scope),
    ...valuesOf(query),
    ...(last ? { at: numberIn(last, "read_at"), id: numberIn(last, "id") } : {}),
  });
}
