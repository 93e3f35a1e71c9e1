import { describe, expect, it } from "vitest";
import { sqlOver } from "../../../src/adapters/database/postgres/database.ts";
import { MIGRATIONS } from "../../../src/adapters/database/postgres/migrations.ts";
import { openPostgres } from "../../../src/adapters/database/postgres/open.ts";
import { createPostgresStore } from "../../../src/adapters/store/postgres/store.ts";
import { postgresWords } from "../../../src/adapters/store/postgres/words.ts";
import { writeReading } from "../../../src/adapters/store/sql/readings.ts";
import { placeIn, storedArticle } from "../../contracts/store/stored.ts";
import { emptyDatabase, noPostgres, onPostgres } from "../../postgres/database.ts";

const DESK = placeIn("desk");
const FERRY = storedArticle({ text: "The ferry stops, Ines Calder said.", speakers: ["Ines Calder"], readAt: 7 });
const OLDER = MIGRATIONS.slice(0, -1).map((_, index) => index + 1);

const BIGINT = 20;

/** A database as a program of an older version left it: what it keeps of articles has been so since the first. */
async function leaveAt(version: number, address: string): Promise<void> {
  const { default: pg } = await import("pg");
  const getTypeParser: typeof pg.types.getTypeParser = (type) => (type === BIGINT ? Number : String);
  const client = new pg.Client({ connectionString: address, types: { getTypeParser } });
  await client.connect();
  await client.query("CREATE SCHEMA verbatim; SET search_path TO verbatim");
  for (const script of MIGRATIONS.slice(0, version)) await client.query(script);
  await client.query(`CREATE TABLE migrations (done INTEGER NOT NULL); INSERT INTO migrations VALUES (${version})`);
  await writeReading(sqlOver(client), postgresWords, DESK, FERRY);
  await client.query("INSERT INTO settings VALUES ('chat', 'acme', 'channel', 'desk', 'to', 'me')");
  await client.end();
}

describe.skipIf(noPostgres)(`a store of an older version ${onPostgres}`, () => {
  it.each(OLDER)("is brought up to date from version %i", async (version) => {
    const address = await emptyDatabase();
    await leaveAt(version, address);
    const store = createPostgresStore(
      await openPostgres(address, { lost: () => {} }),
      () => 1,
      async () => undefined,
    );
    expect(await store.articles.search(DESK, { words: "ferry", limit: 5 })).toEqual([FERRY]);
    expect(await store.settings.read(DESK, "channel", "to")).toBe("me");
    await store.articles.save(placeIn("sports"), FERRY);
    expect(await store.articles.speakers(DESK, "cal", 5)).toEqual(["Ines Calder"]);
    expect(await store.articles.forget(DESK, null)).toBe(1);
    expect(await store.articles.forget(placeIn("sports"), null)).toBe(1);
    expect(await store.articles.speakers(DESK, "cal", 5)).toEqual([]);
    await store.close();
  });
});
