import { expect, it } from "vitest";
import { Bulk } from "../../bench/store/bulk.ts";
import { Newsroom } from "../../bench/store/newsroom.ts";
import { openPostgres } from "../../src/adapters/database/postgres/open.ts";
import type { Database, Row } from "../../src/adapters/database/sql.ts";
import { createPostgresStore } from "../../src/adapters/store/postgres/store.ts";
import { postgresWords } from "../../src/adapters/store/postgres/words.ts";
import { writeReading } from "../../src/adapters/store/sql/readings.ts";
import { emptyDatabase, noPostgres, onPostgres } from "../postgres/database.ts";

const COUNT = 120;
const KEYS = { texts: "id", readings: "id", search: "reading", voices: "tail, name, channel, private" };

const rowsOf = async (database: Database): Promise<Readonly<Record<string, readonly Row[]>>> => {
  const tables = Object.entries(KEYS).map(async ([table, key]) => {
    const rows = await database.all(`SELECT * FROM ${table} ORDER BY ${key}`);
    return [table, rows] as const;
  });
  return Object.fromEntries(await Promise.all(tables));
};

it.skipIf(noPostgres)(`writes in bulk ${onPostgres} what saving one by one writes`, async () => {
  const address = await emptyDatabase();
  const open = (schema: string) => openPostgres(address, { lost: () => {}, schema });
  const [one, many] = await Promise.all([open("one"), open("many")]);
  const enqueue = async (): Promise<void> => undefined;
  const store = createPostgresStore(one, () => 1, enqueue);
  const bulk = await Bulk.into(many);
  const newsroom = new Newsroom();
  for (let number = 0; number < COUNT; number += 1) {
    const [place, article] = [newsroom.placeOf(number), newsroom.article(number)];
    await store.articles.save(place, article);
    await writeReading(bulk, postgresWords, place, article);
    if (number === COUNT / 2) await bulk.flush();
  }
  await bulk.end();
  const written = await rowsOf(many);
  expect(written.readings).toHaveLength(COUNT);
  expect(written).toEqual(await rowsOf(one));

  const [place, next] = [newsroom.placeOf(0), newsroom.article(COUNT)];
  const filled = createPostgresStore(many, () => 1, enqueue);
  await filled.articles.save(place, next);
  const query = { words: `${COUNT}`, limit: 5 };
  expect(await filled.articles.search(place, query)).toEqual([next]);
  await Promise.all([store.close(), filled.close()]);
});
