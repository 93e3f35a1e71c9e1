import type { ArticleQuery, ArticleStore, Scope, StoredArticle } from "../../../core/ports.ts";
import type { Statement } from "../../../core/statement.ts";
import { type Database, numberIn, type Sql, textIn } from "../../database/sql.ts";
import { compareText } from "../compare.ts";
import { pickBest } from "../rank.ts";
import { countSpeakers } from "../speakers.ts";
import { foldWords, queryWords } from "../words.ts";
import { idsOf } from "./ids.ts";
import { forgetCalls } from "./model-calls.ts";
import { findNewest, readNewest } from "./newest.ts";
import { loadReading, READINGS, removeReading, writeReading } from "./readings.ts";
import { IN_SIGHT, OWN, placeOf } from "./sight.ts";
import { findVoices } from "./voices.ts";
import type { WordIndex } from "./word-index.ts";

/** Articles loaded by one statement: what else is asked meanwhile waits for no more. */
const TOGETHER = 25;

/** Articles with the words they are found by. */
export class SqlArticles implements ArticleStore {
  readonly #database: Database;
  readonly #index: WordIndex;

  constructor(database: Database, index: WordIndex) {
    this.#database = database;
    this.#index = index;
  }

  async save(scope: Scope, stored: StoredArticle): Promise<void> {
    await this.#database.transaction((sql) => writeReading(sql, this.#index, scope, stored));
  }

  /** The plus signs keep both engines from going along an order by time, through all the tenant has, in place of the id. */
  async find(scope: Scope, id: string): Promise<StoredArticle | null> {
    const row = await this.#database.first(
      `${READINGS} WHERE ${IN_SIGHT} AND article = $id ORDER BY +read_at DESC, +readings.id DESC LIMIT 1`,
      { ...placeOf(scope), id },
    );
    return row ? loadReading(this.#database, row) : null;
  }

  async search(scope: Scope, query: ArticleQuery): Promise<readonly StoredArticle[]> {
    const readings =
      query.words === undefined
        ? await findNewest(this.#database, scope, query)
        : await this.#findBest(scope, query, query.words);
    return this.#load(readings);
  }

  async speakers(scope: Scope, typed: string, limit: number): Promise<readonly string[]> {
    return foldWords(typed).length === 0
      ? this.#heardLately(scope, limit)
      : findVoices(this.#database, scope, typed, limit);
  }

  /** To count all that a tenant has ever heard takes longer than anybody waits for a suggestion. */
  async #heardLately(scope: Scope, limit: number): Promise<readonly string[]> {
    const newest = await readNewest(this.#database, scope);
    if (newest.length === 0) return [];
    const { list, values } = idsOf(newest);
    const rows = await this.#database.all(`SELECT statements FROM readings WHERE id IN (${list})`, values);
    const heard = countSpeakers(rows.flatMap((row) => JSON.parse(textIn(row, "statements")) as readonly Statement[]));
    const names = [...heard].sort(([a, few], [b, many]) => many - few || compareText(a, b)).map(([name]) => name);
    return names.slice(0, limit);
  }

  async forget(scope: Scope, id: string | null): Promise<number> {
    const forgotten = await this.#database.transaction(async (sql) => {
      const rows = await sql.all(
        `SELECT id, article FROM readings WHERE ${OWN} ${id === null ? "" : "AND article = $id"} ORDER BY id`,
        id === null ? placeOf(scope) : { ...placeOf(scope), id },
      );
      for (const row of rows) await removeReading(sql, this.#index, numberIn(row, "id"));
      for (const row of rows) await forgetTurns(sql, scope, textIn(row, "article"));
      for (const row of rows) await forgetCalls(sql, scope, textIn(row, "article"));
      return rows.length;
    });
    const { scrub } = this.#database.dialect;
    if (forgotten > 0 && scrub !== null) await this.#database.all(scrub);
    return forgotten;
  }

  async #findBest(scope: Scope, query: ArticleQuery, asked: string): Promise<readonly number[]> {
    const words = queryWords(asked);
    if (words.length === 0) return [];
    const hits = await this.#index.find(this.#database, scope, query, words);
    return pickBest(hits, words, query.limit).map(({ reading }) => reading);
  }

  /** In their order; without those that were forgotten since they were found. */
  async #load(readings: readonly number[]): Promise<readonly StoredArticle[]> {
    const found: StoredArticle[] = [];
    for (let from = 0; from < readings.length; from += TOGETHER) {
      const page = readings.slice(from, from + TOGETHER);
      const { list, values } = idsOf(page);
      const rows = await this.#database.all(`${READINGS} WHERE readings.id IN (${list})`, values);
      const inOrder = page.flatMap((reading) => rows.filter((row) => numberIn(row, "id") === reading));
      found.push(...inOrder.map((row) => loadReading(this.#database, row)));
    }
    return found;
  }
}

/** Turns about an article go from the channel, and from all the tenant's channels once none of them has it. */
async function forgetTurns(sql: Sql, scope: Scope, article: string): Promise<void> {
  await sql.run(
    `DELETE FROM turns
     WHERE platform = $platform AND tenant = $tenant AND article = $article AND (channel = $channel OR NOT EXISTS (
       SELECT 1 FROM readings WHERE platform = $platform AND tenant = $tenant AND article = $article))`,
    { ...placeOf(scope), article },
  );
}
