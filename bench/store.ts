import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openPostgres } from "../src/adapters/database/postgres/open.ts";
import { type Database, numberIn } from "../src/adapters/database/sql.ts";
import { openSqlite } from "../src/adapters/database/sqlite/open.ts";
import { createPostgresStore } from "../src/adapters/store/postgres/store.ts";
import { postgresWords } from "../src/adapters/store/postgres/words.ts";
import { writeReading } from "../src/adapters/store/sql/readings.ts";
import { createSqlStore } from "../src/adapters/store/sql/store.ts";
import type { WordIndex } from "../src/adapters/store/sql/word-index.ts";
import { sqliteWords } from "../src/adapters/store/sqlite/words.ts";
import type { Place, Store } from "../src/core/ports.ts";
import { findPostgres, startPostgres, stopPostgres } from "../test/postgres/server.ts";
import { Newsroom, PLACES } from "./store/newsroom.ts";

/**
 * How long questions take on many stored articles, and how much room these take. Prints a table and ends with 1 where a goal is
 * missed: node bench/store.ts --sqlite 100000 --postgres 200000
 */
const { values } = parseArgs({
  options: { sqlite: { type: "string", default: "20000" }, postgres: { type: "string", default: "20000" } },
});

/** Articles in a transaction: loading is quicker than saving one by one, and writes the same rows. */
const BATCH = 200;
const QUESTIONS = 300;

interface Row {
  readonly metric: string;
  readonly p50: number;
  readonly p99: number;
  /** Mean of this process's own time on a core: what a busy machine does not lengthen. */
  readonly core: number;
  readonly goal: number | null;
}

const [desk] = PLACES as [Place];
const thread: Place = { ...desk, thread: "42" };

interface Filled {
  readonly database: Database;
  readonly index: WordIndex;
  readonly store: Store;
}

async function fill({ database, index, store }: Filled, newsroom: Newsroom, count: number): Promise<number> {
  const startedAt = performance.now();
  for (let from = 0; from < count; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - from) }, (_, offset) => from + offset);
    const articles = numbers.map((number) => [newsroom.placeOf(number), newsroom.article(number)] as const);
    await database.transaction(async (sql) => {
      for (const [place, article] of articles) await writeReading(sql, index, place, article);
    });
    if (from % 20_000 === 0) console.error(`${from} of ${count}`);
  }
  const last = newsroom.article(0);
  await store.articles.save(thread, last);
  await store.conversations.append(thread, { articleId: last.article.id, question: null, speakers: [], at: 1 });
  return (count / (performance.now() - startedAt)) * 1000;
}

async function time(metric: string, goal: number | null, ask: (round: number) => Promise<unknown>): Promise<Row> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let round = 0; round < QUESTIONS; round += 1) {
    const startedAt = performance.now();
    await ask(round);
    times.push(performance.now() - startedAt);
  }
  const { user, system } = process.cpuUsage(before);
  const core = (user + system) / 1000 / QUESTIONS;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { metric, p50: at(0.5), p99: at(0.99), core, goal };
}

async function measure(name: string, store: Store, newsroom: Newsroom): Promise<readonly Row[]> {
  const { articles, conversations } = store;
  const search = (words: string) => articles.search(desk, { words, limit: 5 });
  const rows = [
    await time(`${name}: the thread's article`, 10, async () => {
      const [turn] = await conversations.read(thread);
      return articles.find(thread, turn?.articleId ?? "");
    }),
    await time(`${name}: the commonest word`, 120, () => search(newsroom.word(0))),
    await time(`${name}: two common words`, 120, (round) =>
      search(`${newsroom.word(1 + (round % 20))} ${newsroom.word(30)}`),
    ),
    await time(`${name}: words of middling rank`, 120, (round) => search(newsroom.word(100 + round * 10))),
    await time(`${name}: rare words`, 120, (round) => search(newsroom.word(9_000 + round))),
    await time(`${name}: no such word`, 120, () => search("xylophonist")),
    await time(`${name}: the newest`, null, () => articles.search(desk, { limit: 25 })),
    await time(`${name}: speakers as typed`, null, (round) =>
      articles.speakers(desk, newsroom.name(round).slice(0, 3), 25),
    ),
    await time(`${name}: speakers, nothing typed`, null, () => articles.speakers(desk, "", 25)),
  ];
  return rows;
}

function print(rows: readonly Row[]): void {
  console.log("metric | p50 ms | p99 ms | own core ms | goal | ok");
  for (const { metric, p50, p99, core, goal } of rows) {
    const ok = goal === null ? "" : p99 <= goal ? "yes" : "NO";
    console.log(`${metric} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${core.toFixed(1)} | ${goal ?? ""} | ${ok}`);
  }
  if (rows.some(({ p99, goal }) => goal !== null && p99 > goal)) process.exitCode = 1;
}

async function onSqlite(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  try {
    const database = await openSqlite(folder);
    const store = createSqlStore(database, { index: sqliteWords, enqueue: async () => undefined, now: Date.now });
    const newsroom = new Newsroom();
    const rate = await fill({ database, index: sqliteWords, store }, newsroom, count);
    const rows = await measure("SQLite", store, newsroom);
    await store.close();
    const bytes = statSync(join(folder, "verbatim.db")).size / count;
    console.log(`SQLite: ${count} articles at ${rate.toFixed(0)} a second, ${(bytes / 1024).toFixed(1)} KB each`);
    print(rows);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onPostgres(count: number): Promise<void> {
  const binaries = findPostgres();
  if (binaries === null) return console.log("Postgres: not on this machine");
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  try {
    const address = await startPostgres(folder, binaries);
    const lost = (): void => console.error("Postgres is gone");
    const database = await openPostgres(address, { lost });
    const store = createPostgresStore(database, Date.now, async () => undefined);
    const newsroom = new Newsroom();
    const rate = await fill({ database, index: postgresWords, store }, newsroom, count);
    await database.run("ANALYZE");
    const rows = await measure("Postgres", store, newsroom);
    const size = await database.first("SELECT pg_database_size(current_database()) AS bytes");
    const bytes = numberIn(size ?? {}, "bytes") / count;
    await store.close();
    console.log(`Postgres: ${count} articles at ${rate.toFixed(0)} a second, ${(bytes / 1024).toFixed(1)} KB each`);
    print(rows);
  } finally {
    await stopPostgres(folder, binaries);
    rmSync(folder, { recursive: true });
  }
}

if (Number(values.sqlite) > 0) await onSqlite(Number(values.sqlite));
if (Number(values.postgres) > 0) await onPostgres(Number(values.postgres));
