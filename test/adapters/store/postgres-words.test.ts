import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PostgresDatabase } from "../../../src/adapters/database/postgres/database.ts";
import { openPostgres } from "../../../src/adapters/database/postgres/open.ts";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { createPostgresStore } from "../../../src/adapters/store/postgres/store.ts";
import { placeIn, storedArticle } from "../../contracts/store/stored.ts";
import { emptyDatabase, noPostgres, onPostgres } from "../../postgres/database.ts";

/** As if so many readings had come and gone since the last one. */
const passOver = (database: PostgresDatabase, readings: number): Promise<unknown> =>
  database.all("SELECT setval('readings_id_seq', nextval('readings_id_seq') + $readings)", { readings });

const aReading = fc.record({
  after: fc.constantFrom(0, 1_000, 4_096, 30_000, 300_000, 2_000_000, 20_000_000),
  channel: fc.constantFrom("desk", "sports", "night"),
  text: fc.constantFrom("The ferry stops.", "A ferry sank.", "The ferry and the bridge.", "The bridge is open."),
});

describe.skipIf(noPostgres)(`words ${onPostgres}`, () => {
  const open = async (address: string, schema: string): Promise<PostgresDatabase> =>
    openPostgres(address, { lost: () => {}, schema });

  it("finds the newest of what was read however far apart", async () => {
    const address = await emptyDatabase();
    let round = 0;
    const holds = fc.asyncProperty(fc.array(aReading, { minLength: 2, maxLength: 12 }), async (readings) => {
      const database = await open(address, `round_${round++}`);
      const store = createPostgresStore(
        database,
        () => 1,
        async () => undefined,
      );
      const memory = memoryStore(() => 1);
      for (const [readAt, { after, channel, text }] of readings.entries()) {
        await passOver(database, after);
        for (const { articles } of [store, memory])
          await articles.save(placeIn(channel), storedArticle({ text, readAt }));
      }
      for (const limit of [1, 20]) {
        const query = { words: "ferry", limit };
        const found = await store.articles.search(placeIn("desk"), query);
        expect(found).toEqual(await memory.articles.search(placeIn("desk"), query));
      }
      await store.close();
    });
    await fc.assert(holds, { numRuns: 25 });
  });

  it("finds what was read before hundreds of channels read another", async () => {
    const store = createPostgresStore(
      await open(await emptyDatabase(), "crowded"),
      () => 1,
      async () => undefined,
    );
    const first = storedArticle({ text: "The ferry stops.", readAt: 1 });
    const crowd = storedArticle({ text: "A ferry sank.", readAt: 2 });
    await store.articles.save(placeIn("desk"), first);
    const channels = Array.from({ length: 310 }, (_, number) => placeIn(`c${number}`));
    for (const channel of channels) await store.articles.save(channel, crowd);
    const found = await store.articles.search(placeIn("desk"), { words: "ferry", limit: 5 });
    expect(found.map(({ article }) => article.id)).toEqual([crowd.article.id, first.article.id]);
    await store.close();
  });
});
