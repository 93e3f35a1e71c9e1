import type { Job } from "../../../core/ports.ts";
import { numberIn, type Row, type Sql, textIn, type Value } from "../../database/sql.ts";
import { damagedBackup } from "./damaged.ts";
import type { RowLine } from "./dump.ts";
import { TABLES } from "./tables.ts";

/** Rows of a table that go in one statement. */
const TOGETHER = 50;

type Enqueue = (sql: Sql, job: Job, at: number) => Promise<void>;

/** Writes rows as `dumpRows` gives them. Throws UserError "backup-damaged" for one no table has. */
export async function insertLines(sql: Sql, lines: AsyncIterable<RowLine>, enqueue: Enqueue): Promise<void> {
  let alike: RowLine[] = [];
  for await (const line of lines) {
    const [first] = alike;
    if (first !== undefined && (alike.length === TOGETHER || shapeOf(first) !== shapeOf(line))) {
      await insertAlike(sql, alike, enqueue);
      alike = [];
    }
    alike.push(line);
  }
  await insertAlike(sql, alike, enqueue);
}

const shapeOf = ({ table, row }: RowLine): string => [table, ...Object.keys(row)].join(" ");

/** Rows of one table with the same columns. */
async function insertAlike(sql: Sql, lines: readonly RowLine[], enqueue: Enqueue): Promise<void> {
  const [first] = lines;
  if (first === undefined) return;
  if (first.table !== "jobs") return insertRows(sql, first, lines);
  for (const { row } of lines) {
    const job = { kind: textIn(row, "kind") as Job["kind"], key: textIn(row, "key"), data: row.data };
    await enqueue(sql, job, numberIn(row, "at"));
  }
}

async function insertRows(sql: Sql, { table, row: sample }: RowLine, lines: readonly RowLine[]): Promise<void> {
  const known = TABLES.find(({ name }) => name === table);
  const zeros = known?.leaveOut ?? [];
  const columns = Object.keys(sample).filter((column) => !zeros.includes(column));
  if (known === undefined || !columns.every((column) => /^[a-z_]+$/.test(column))) throw damagedBackup();
  const tuples = lines.map((_, index) =>
    [...columns.map((column) => `$${column}${index}`), ...zeros.map(() => "0")].join(", "),
  );
  await sql.run(
    `INSERT INTO ${table} (${[...columns, ...zeros].join(", ")}) VALUES (${tuples.join("), (")})`,
    Object.fromEntries(lines.flatMap(({ row }, index) => valuesOf(row, columns, index))),
  );
}

const valuesOf = (row: Row, columns: readonly string[], index: number): readonly (readonly [string, Value])[] =>
  columns.map((column) => [`${column}${index}`, row[column] as Value]);
