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
import { runSuite, type Scale } from "./suite.ts";
import { atMost, fact, type Row } from "./table.ts";

/**
 * How long questions take on many stored articles, and how much room these take: `node bench/store.ts`, by default on 100,000 in
 * SQLite and 20,000 in Postgres; `--sqlite 0 --postgres 1000000` for other numbers.
 */
const { values } = parseArgs({
  options: { sqlite: { type: "string" }, postgres: { type: "string" } },
  strict: false,
});

/** Articles stored, unless the command line says otherwise. */
const DEFAULTS: Readonly<Record<Scale, { readonly sqlite: number; readonly postgres: number }>> = {
  quick: { sqlite: 1_000, postgres: 500 },
  whole: { sqlite: 100_000, postgres: 20_000 },
};

/** Articles in a transaction: loading is quicker than saving one by one, and writes the same rows. */
const BATCH = 200;
const QUESTIONS = 300;

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

/** The 99th percentile of asking, in milliseconds. */
async function time(ask: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < QUESTIONS; round += 1) {
    const startedAt = performance.now();
    await ask(round);
    times.push(performance.now() - startedAt);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(QUESTIONS * 0.99)] ?? Number.NaN;
}

async function ask(name: string, store: Store, newsroom: Newsroom): Promise<readonly Row[]> {
  const { articles, conversations } = store;
  const search = (words: string) => articles.search(desk, { words, limit: 5 });
  const row = async (what: string, goal: number, work: (round: number) => Promise<unknown>): Promise<Row> =>
    atMost(`${name}: ${what}, p99 ms`, await time(work), goal);
  return [
    await row("the thread's article", THREAD, async () => {
      const [turn] = await conversations.read(thread);
      return articles.find(thread, turn?.articleId ?? "");
    }),
    await row("the commonest word", TENANT, () => search(newsroom.word(0))),
    await row("two common words", TENANT, (round) => search(`${newsroom.word(1 + (round % 20))} ${newsroom.word(30)}`)),
    await row("words of middling rank", TENANT, (round) => search(newsroom.word(100 + round * 10))),
    await row("rare words", TENANT, (round) => search(newsroom.word(9_000 + round))),
    await row("no such word", TENANT, () => search("xylophonist")),
    await row("the newest", TENANT, () => articles.search(desk, { limit: 25 })),
    await row("speakers as typed", TENANT, (round) => articles.speakers(desk, newsroom.name(round).slice(0, 3), 25)),
    await row("speakers, nothing typed", TENANT, () => articles.speakers(desk, "", 25)),
  ];
}

/** Goals for questions in a thread and over all a workspace has read, in milliseconds. */
const THREAD = 10;
const TENANT = 120;

async function onSqlite(count: number): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  try {
    const database = await openSqlite(folder);
    const store = createSqlStore(database, { index: sqliteWords, enqueue: async () => undefined, now: Date.now });
    const newsroom = new Newsroom();
    const rate = await fill({ database, index: sqliteWords, store }, newsroom, count);
    const rows = await ask(`SQLite, ${count} articles`, store, newsroom);
    await store.close();
    const bytes = statSync(join(folder, "verbatim.db")).size / count;
    return [...rows, fact("SQLite: KB an article", bytes / 1024), fact("SQLite: articles loaded a second", rate)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onPostgres(count: number): Promise<readonly Row[]> {
  const binaries = findPostgres();
  if (binaries === null) return [];
  const folder = mkdtempSync(join(tmpdir(), "verbatim-bench-"));
  try {
    const address = await startPostgres(folder, binaries);
    const lost = (): void => console.error("Postgres is gone");
    const database = await openPostgres(address, { lost });
    const store = createPostgresStore(database, Date.now, async () => undefined);
    const newsroom = new Newsroom();
    const rate = await fill({ database, index: postgresWords, store }, newsroom, count);
    await database.run("ANALYZE");
    const rows = await ask(`Postgres, ${count} articles`, store, newsroom);
    const size = await database.first("SELECT pg_database_size(current_database()) AS bytes");
    const bytes = numberIn(size ?? {}, "bytes") / count;
    await store.close();
    return [...rows, fact("Postgres: KB an article", bytes / 1024), fact("Postgres: articles loaded a second", rate)];
  } finally {
    await stopPostgres(folder, binaries);
    rmSync(folder, { recursive: true });
  }
}

async function measure(scale: Scale): Promise<readonly Row[]> {
  const sqlite = Number(values.sqlite ?? DEFAULTS[scale].sqlite);
  const postgres = Number(values.postgres ?? DEFAULTS[scale].postgres);
  return [...(sqlite > 0 ? await onSqlite(sqlite) : []), ...(postgres > 0 ? await onPostgres(postgres) : [])];
}

await runSuite("Questions on stored articles", measure);
