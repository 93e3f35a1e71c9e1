/** One row, by column. Numbers are JavaScript numbers on every engine. */
export type Row = Readonly<Record<string, unknown>>;

export type Value = string | number | null;

/** Named parameters: `{ id: 1 }` fills `$id`. Every one given is used. */
export type Values = Readonly<Record<string, Value>>;

/** Statements every engine understands in the same words. */
export interface Sql {
  /** Gives the number of rows changed. */
  run(sql: string, values?: Values): Promise<number>;
  first(sql: string, values?: Values): Promise<Row | undefined>;
  all(sql: string, values?: Values): Promise<readonly Row[]>;
}

/** One database. Its faults that an operator can mend are thrown as a UserError that names it. */
export interface Database extends Sql {
  /**
   * All of `work` or nothing; durable when it resolves. `work` uses the `sql` it is given and nothing else of the database,
   * waits for nothing but that, and may run again from its beginning where another process was in the way.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** What the engine says in words of its own. */
  readonly dialect: Dialect;
  /** What to throw when a row is not what was written. */
  damage(): Error;
  close(): Promise<void>;
}

export interface Dialect {
  /** Ends a SELECT in a transaction: its rows are nobody else's to change until the transaction ends. */
  readonly forUpdate: string;
  /** This process among those that share the database; no other has the number while this one lives. */
  readonly self: number;
  /** A condition on a row's `owner`: another process that lives has it. */
  readonly ownedByAnother: string;
  /** Takes what was deleted out of the database's files, where that is not done as it goes. */
  readonly scrub: string | null;
  /** Begins a transaction that sees nothing others write meanwhile, where not every one is such. */
  readonly snapshot: string | null;
  /** The statement after which rows of a table are numbered on from its last, where that is not so by itself. */
  readonly restart: ((table: string) => string) | null;
}

/** A column declared TEXT NOT NULL. */
export function textIn(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== "string") throw new TypeError(`Expected text in ${column}, got ${typeof value}`);
  return value;
}

/** A column declared TEXT that may be null. */
export const optionalTextIn = (row: Row, column: string): string | null =>
  row[column] === null ? null : textIn(row, column);

/** A column declared INTEGER or BIGINT NOT NULL. */
export function numberIn(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new TypeError(`Expected a number in ${column}, got ${typeof value}`);
  return value;
}

/** A column declared INTEGER or BIGINT that may be null. */
export const optionalNumberIn = (row: Row, column: string): number | null =>
  row[column] === null ? null : numberIn(row, column);
