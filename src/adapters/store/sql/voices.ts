import type { Scope } from "../../../core/ports.ts";
import { type Sql, textIn, type Value } from "../../database/sql.ts";
import { foldWords } from "../words.ts";
import { placeOf } from "./sight.ts";

/** A statement takes so many rows at most. */
const ROWS = 50;

/**
 * Adds to how often each name is heard in a channel; a negative count takes away. A name has a row for each of its words, with
 * the name's folded words from there on: what starts a word starts a row, and the index finds it.
 */
export async function countVoices(sql: Sql, scope: Scope, heard: ReadonlyMap<string, number>): Promise<void> {
  const rows = [...heard].flatMap(([name, count]) => tailsOf(name).map((tail) => ({ name, tail, count })));
  const inOrder = rows.sort((a, b) => compare(a.tail, b.tail) || compare(a.name, b.name));
  for (let from = 0; from < inOrder.length; from += ROWS) await addRows(sql, scope, inOrder.slice(from, from + ROWS));
  const values = { platform: scope.platform, tenant: scope.tenant };
  const isLess = rows.some(({ count }) => count < 0);
  if (isLess)
    await sql.run("DELETE FROM voices WHERE platform = $platform AND tenant = $tenant AND heard <= 0", values);
}

/** Names in sight that have a word that starts as typed, or several in a row; most heard first. Each row of a name tells as much. */
export async function findVoices(sql: Sql, scope: Scope, typed: string, limit: number): Promise<readonly string[]> {
  const from = foldWords(typed).join(" ");
  const rows = await sql.all(
    `SELECT name FROM (
       SELECT name, sum(heard) AS heard FROM voices
       WHERE platform = $platform AND tenant = $tenant AND tail >= $from AND tail < $to
         AND (channel = $channel OR private = 0)
       GROUP BY tail, name) AS found
     GROUP BY name ORDER BY max(heard) DESC, name LIMIT $limit`,
    { ...placeOf(scope), from, to: `${from}${LAST}`, limit },
  );
  return rows.map((row) => textIn(row, "name"));
}

/** Sorts behind every letter and digit. */
const LAST = "\u{10FFFD}";

interface VoiceRow {
  readonly name: string;
  readonly tail: string;
  readonly count: number;
}

async function addRows(sql: Sql, scope: Scope, rows: readonly VoiceRow[]): Promise<void> {
  const values: Record<string, Value> = { ...placeOf(scope), private: Number(scope.private) };
  const tuples = rows.map(({ name, tail, count }, index) => {
    Object.assign(values, { [`name${index}`]: name, [`tail${index}`]: tail, [`count${index}`]: count });
    return `($platform, $tenant, $channel, $private, $name${index}, $tail${index}, $count${index})`;
  });
  await sql.run(
    `INSERT INTO voices (platform, tenant, channel, private, name, tail, heard) VALUES ${tuples.join(", ")}
     ON CONFLICT (platform, tenant, tail, name, channel, private) DO UPDATE SET heard = voices.heard + excluded.heard`,
    values,
  );
}

/** "wang yi" and "yi" of "Wang Yi"; of a name without a letter, one that is empty. */
function tailsOf(name: string): readonly string[] {
  const words = foldWords(name);
  return words.length === 0 ? [""] : [...new Set(words.map((_, index) => words.slice(index).join(" ")))];
}

/** Always in the same order, so that two processes cannot wait for each other's rows. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
