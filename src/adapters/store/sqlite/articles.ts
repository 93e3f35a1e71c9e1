import type { ArticleQuery, ArticleStore, Scope, StoredArticle } from "../../../core/ports.ts";
import { foldName } from "../words.ts";
import { type Database, numberIn, textIn } from "./database.ts";
import { loadReading, OWN, READINGS, removeReading, writeReading } from "./readings.ts";
import { findReadings } from "./search.ts";
import { IN_SIGHT, placeOf } from "./sight.ts";

/** Articles in one SQLite file. Faults of file or disk are thrown as UserError, see `openStore`. */
export class SqliteArticles implements ArticleStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async save(scope: Scope, stored: StoredArticle): Promise<void> {
    this.#database.transaction(() => writeReading(this.#database, scope, stored));
  }

  async find(scope: Scope, id: string): Promise<StoredArticle | null> {
    const row = this.#database.first(
      `${READINGS} WHERE ${IN_SIGHT} AND article = $id ORDER BY read_at DESC, readings.id DESC LIMIT 1`,
      { ...placeOf(scope), id },
    );
    return row ? loadReading(this.#database, row) : null;
  }

  async search(scope: Scope, query: ArticleQuery): Promise<readonly StoredArticle[]> {
    return findReadings(this.#database, scope, query).map((reading) => this.#load(reading));
  }

  async speakers(scope: Scope, typed: string, limit: number): Promise<readonly string[]> {
    const rows = this.#database.all(
      `SELECT name FROM speakers JOIN readings ON readings.id = speakers.reading
       WHERE ${IN_SIGHT} AND instr(words, $typed) > 0
       GROUP BY name ORDER BY sum(heard) DESC, name LIMIT $limit`,
      { ...placeOf(scope), typed: foldName(typed), limit },
    );
    return rows.map((row) => textIn(row, "name"));
  }

  async forget(scope: Scope, id: string | null): Promise<number> {
    const forgotten = this.#database.transaction(() => {
      const values = { ...placeOf(scope), id };
      const rows = this.#database.all(
        `SELECT id, article FROM readings WHERE ${OWN} AND ($id IS NULL OR article = $id)`,
        values,
      );
      for (const row of rows) removeReading(this.#database, numberIn(row, "id"));
      for (const row of rows) this.#forgetTurns(scope, textIn(row, "article"));
      return rows.length;
    });
    if (forgotten > 0) this.#database.script("PRAGMA wal_checkpoint(TRUNCATE)");
    return forgotten;
  }

  #load(reading: number): StoredArticle {
    const row = this.#database.first(`${READINGS} WHERE readings.id = $reading`, { reading });
    if (!row) throw this.#database.damage();
    return loadReading(this.#database, row);
  }

  /** Turns about an article go from the channel, and from all the tenant's channels once none of them has it. */
  #forgetTurns(scope: Scope, article: string): void {
    this.#database.run(
      `DELETE FROM turns
       WHERE platform = $platform AND tenant = $tenant AND article = $article AND (channel = $channel OR NOT EXISTS (
         SELECT 1 FROM readings WHERE platform = $platform AND tenant = $tenant AND article = $article))`,
      { ...placeOf(scope), article },
    );
  }
}
