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
import { sqliteWords } from "../src/adapters/store/sqlite/words.ts";
import { findPostgres, startPostgres, stopPostgres } from "../test/postgres/server.ts";
import { Bulk } from "./store/bulk.ts";
import { Newsroom } from "./store/newsroom.ts";
import { askAll, type Size, talk } from "./store/questions.ts";
import { runSuite, type Scale } from "./suite.ts";
import { fact, type Row } from "./table.ts";

/**
 * How long questions take on many stored articles, and how much room these take: `node bench/store.ts`, by default on 100,000 in
 * SQLite and in Postgres; `--sqlite 0 --postgres 1000000` for other numbers.
 */
const { values } = parseArgs({
  options: { sqlite: { type: "string" }, postgres: { type: "string" } },
  strict: false,
});

/** Unless the command line says otherwise. */
const SIZES: Readonly<Record<Scale, Size>> = {
  quick: { articles: 300, rounds: 25 },
  whole: { articles: 100_000, rounds: 300 },
};

/** Articles written together. */
const BATCH = 1_000;

/** As an operator would run it for a store of this size. */
const SERVER = ["shared_buffers=512MB", "maintenance_work_mem=512MB", "max_wal_size=4GB", "fsync=on"];

/** In one transaction a batch: quicker than saving one by one, and the same rows. */
async function fillSqlite(database: Database, newsroom: Newsroom, count: number): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, count - from) }, (_, offset) => from + offset);
    await database.transaction(async (sql) => {
      for (const number of numbers)
        await writeReading(sql, sqliteWords, newsroom.placeOf(number), newsroom.article(number));
    });
    tell(from, count);
  }
}

/** One batch is written while the next is made. */
async function fillPostgres(database: Database, newsroom: Newsroom, count: number): Promise<void> {
  const bulk = await Bulk.into(database);
  let written = Promise.resolve();
  for (let number = 0; number < count; number += 1) {
    await writeReading(bulk, postgresWords, newsroom.placeOf(number), newsroom.article(number));
    if ((number + 1) % BATCH > 0) continue;
    await written;
    written = bulk.flush();
    tell(number + 1, count);
  }
  await written;
  await bulk.end();
  await database.run("VACUUM ANALYZE");
}

const tell = (done: number, count: number): void => {
  if (done % 50_000 === 0) console.error(`${done} of ${count}`);
};

async function rateOf(count: number, fill: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await fill();
  return (count / (performance.now() - startedAt)) * 1000;
}

async function onSqlite(size: Size): Promise<readonly Row[]> {
  const count = size.articles;
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  try {
    const database = await openSqlite(folder);
    const store = createSqlStore(database, { index: sqliteWords, enqueue: async () => undefined, now: Date.now });
    const newsroom = new Newsroom();
    const rate = await rateOf(count, () => fillSqlite(database, newsroom, count));
    await talk(store, newsroom);
    const rows = await askAll("SQLite", store, newsroom, size);
    await store.close();
    const bytes = statSync(join(folder, "verbatim.db")).size / count;
    return [...rows, fact("SQLite: KB an article", bytes / 1024), fact("SQLite: articles loaded a second", rate)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onPostgres(size: Size): Promise<readonly Row[]> {
  const binaries = findPostgres();
  if (binaries === null) return [];
  const count = size.articles;
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  try {
    const address = await startPostgres(folder, binaries, SERVER);
    const lost = (): void => console.error("Postgres is gone");
    const database = await openPostgres(address, { lost });
    const store = createPostgresStore(database, Date.now, async () => undefined);
    const newsroom = new Newsroom();
    const rate = await rateOf(count, () => fillPostgres(database, newsroom, count));
    await talk(store, newsroom);
    const rows = await askAll("Postgres", store, newsroom, size);
    const used = await database.first("SELECT pg_database_size(current_database()) AS bytes");
    const bytes = numberIn(used ?? {}, "bytes") / count;
    await store.close();
    return [...rows, fact("Postgres: KB an article", bytes / 1024), fact("Postgres: articles loaded a second", rate)];
  } finally {
    await stopPostgres(folder, binaries);
    rmSync(folder, { recursive: true });
  }
}

async function measure(scale: Scale): Promise<readonly Row[]> {
  const sqlite = Number(values.sqlite ?? SIZES[scale].articles);
  const postgres = Number(values.postgres ?? SIZES[scale].articles);
  return [
    ...(sqlite > 0 ? await onSqlite({ ...SIZES[scale], articles: sqlite }) : []),
    ...(postgres > 0 ? await onPostgres({ ...SIZES[scale], articles: postgres }) : []),
  ];
}

await runSuite("Questions on stored articles", measure);
