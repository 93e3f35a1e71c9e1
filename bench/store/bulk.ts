import { type Database, type Row, type Sql, textIn, type Value, type Values } from "../../src/adapters/database/sql.ts";

type Written = Readonly<Record<string, Value>>;

/** Tables in the order they refer to each other; `voices` are summed, and written last. */
const TABLES = ["texts", "readings", "search"];

/** Rows of `voices` in a statement. */
const MOST = 5_000;

/**
 * Takes what the store writes of articles nobody has read before, and writes it to an empty Postgres many rows at a time; the
 * index of words is made at the end. What the rows hold is the store's own doing.
 */
export class Bulk implements Sql {
  readonly #database: Database;
  #rows = new Map<string, Written[]>();
  readonly #voices = new Map<string, { readonly row: Written; heard: number }>();
  readonly #last = new Map<string, number>();
  readonly #indexes: readonly string[];

  private constructor(database: Database, indexes: readonly string[]) {
    this.#database = database;
    this.#indexes = indexes;
  }

  /** Takes the index of words away, until the end. */
  static async into(database: Database): Promise<Bulk> {
    const rows = await database.all(
      `SELECT indexname AS name, indexdef AS script FROM pg_indexes
       WHERE schemaname = current_schema() AND tablename = 'search' AND indexdef LIKE '%USING gin%'`,
    );
    for (const row of rows) await database.run(`DROP INDEX ${textIn(row, "name")}`);
    return new Bulk(
      database,
      rows.map((row) => textIn(row, "script")),
    );
  }

  async run(sql: string, values: Values = {}): Promise<number> {
    const { table, rows } = readInsert(sql, values);
    for (const row of rows) {
      if (table === "voices") this.#hear(row);
      else this.#take(table, row);
    }
    return rows.length;
  }

  /** Numbers a new row; nothing is there already. */
  async first(sql: string, values: Values = {}): Promise<Row | undefined> {
    if (sql.startsWith("SELECT")) return undefined;
    const { table, rows } = readInsert(sql, values);
    const id = (this.#last.get(table) ?? 0) + 1;
    this.#last.set(table, id);
    for (const row of rows) this.#take(table, { id, ...row });
    return { id };
  }

  all(sql: string): Promise<never> {
    throw new TypeError(`Expected an insert, got ${sql}`);
  }

  /** Writes what was taken since the last time; more may be taken meanwhile. */
  async flush(): Promise<void> {
    const rows = this.#rows;
    this.#rows = new Map();
    await this.#database.transaction(async (sql) => {
      for (const table of TABLES) await insertRows(sql, table, rows.get(table) ?? []);
    });
  }

  /** Writes the rest, and makes the index anew. */
  async end(): Promise<void> {
    await this.flush();
    const voices = [...this.#voices.values()].map(({ row, heard }) => ({ ...row, heard }));
    for (let from = 0; from < voices.length; from += MOST)
      await insertRows(this.#database, "voices", voices.slice(from, from + MOST));
    for (const script of this.#indexes) await this.#database.run(script);
    const { restart } = this.#database.dialect;
    if (restart !== null) for (const table of this.#last.keys()) await this.#database.all(restart(table));
  }

  #take(table: string, row: Written): void {
    const rows = this.#rows.get(table);
    if (rows) rows.push(row);
    else this.#rows.set(table, [row]);
  }

  #hear({ heard, ...row }: Written): void {
    const key = JSON.stringify(row);
    const known = this.#voices.get(key);
    if (known) known.heard += Number(heard);
    else this.#voices.set(key, { row, heard: Number(heard) });
  }
}

const INSERT = /^INSERT INTO (\w+) \(([^)]*)\) VALUES (.+?)(?: ON CONFLICT .*| RETURNING .*)?$/;

/** The rows of an INSERT whose columns are parameters, whatever is made of them. */
function readInsert(sql: string, values: Values): { readonly table: string; readonly rows: readonly Written[] } {
  const [, table, names, tuples] = INSERT.exec(sql.replace(/\s+/g, " ")) ?? [];
  if (table === undefined || names === undefined || tuples === undefined)
    throw new TypeError(`Expected an insert, got ${sql}`);
  const columns = names.split(",").map((name) => name.trim());
  const given = [...tuples.matchAll(/\$(\w+)/g)].map(([, name]) => values[name ?? ""] ?? null);
  if (given.length % columns.length > 0) throw new TypeError(`Expected a parameter for each column, got ${sql}`);
  const rows = Array.from({ length: given.length / columns.length }, (_, row) =>
    Object.fromEntries(columns.map((column, index) => [column, given[row * columns.length + index] ?? null])),
  );
  return { table, rows };
}

/** A row's `words`, which the store makes of them in SQL, Postgres reads from their text. */
async function insertRows(sql: Sql, table: string, rows: readonly Written[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(", ");
  if (columns === "") return;
  await sql.run(
    `INSERT INTO ${table} (${columns})
     SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $rows::json)`,
    { rows: JSON.stringify(rows) },
  );
}
