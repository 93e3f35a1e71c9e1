import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { MIGRATIONS } from "../../../src/adapters/database/sqlite/migrations.ts";
import { digestOf, hashOf, packReading } from "../../../src/adapters/store/sql/reading.ts";
import { seenTokens } from "../../../src/adapters/store/sql/sight.ts";
import { openStore } from "../../../src/adapters/store/sqlite/open.ts";
import { placeIn, storedArticle } from "../../contracts/store/stored.ts";
import { emptyFolder } from "./folder.ts";

const DESK = placeIn("desk");
const FERRY = storedArticle({ text: "The ferry stops, Ines Calder said.", speakers: ["Ines Calder"], readAt: 7 });
const FEED = "https://example.org/feed.xml";
const OWN = "'chat', 'acme', 'desk'";

/** What a file of each version held, in the words of that version; what a later one added comes on top. */
const FILLS: readonly ((file: DatabaseSync, version: number) => void)[] = [
  (file, version) => {
    const reading = packReading(FERRY);
    file.prepare("INSERT INTO texts (id, hash, text) VALUES (1, ?, ?)").run(hashOf(reading.text), reading.text);
    const extra = version === 1 ? ["", ""] : [", shown", ", 1"];
    file
      .prepare(
        `INSERT INTO readings (id, platform, tenant, channel, private, article, read_at, text_id, title, engine, digest, statements${extra[0]})
         VALUES (1, ${OWN}, 0, ?, 7, 1, ?, ?, ?, ?${extra[1]})`,
      )
      .run(reading.article, reading.title, reading.engine, digestOf(reading), reading.statements);
    if (version === 1) file.exec("INSERT INTO speakers VALUES (1, 'Ines Calder', ' ines calder', 1)");
    const search =
      "INSERT INTO search (rowid, sight, title, speakers, text) VALUES (1, ?, '', 'ines calder', 'the ferry stops')";
    file.prepare(search).run(seenTokens(DESK).join(" "));
    file
      .prepare(
        `INSERT INTO turns (platform, tenant, channel, thread, article, speakers, at) VALUES (${OWN}, NULL, ?, '[]', 7)`,
      )
      .run(reading.article);
    file.exec(`INSERT INTO settings VALUES ('chat', 'acme', 'channel', 'desk', 'to', 'me')`);
    file.exec(
      "INSERT INTO deliveries (platform, key, payload, state, accepted_at) VALUES ('chat', 'k1', '{}', 'accepted', 7)",
    );
  },
  (file, version) => {
    if (version < 2) return;
    for (const tail of ["ines calder", "calder"])
      file.exec(`INSERT INTO voices VALUES (${OWN}, 0, 'Ines Calder', '${tail}', 1)`);
    file.exec("INSERT INTO jobs (kind, key, data, state, due_at) VALUES ('digest', 'j1', '{}', 'waiting', 9)");
  },
  (file, version) => {
    if (version < 3) return;
    file.exec(`INSERT INTO model_spending VALUES ('chat', 'acme', '2026-11-27', 'p1', 1, 2, 3)`);
  },
  (file, version) => {
    if (version < 4) return;
    file.exec(
      `INSERT INTO subscriptions (platform, tenant, channel, private, url, name, tags, paused)
       VALUES (${OWN}, 0, '${FEED}', 'ferries', '[]', 0)`,
    );
    file.exec(`INSERT INTO feeds (url, fetched_at, poll_every, next_at) VALUES ('${FEED}', 5, 60, 9)`);
    file.exec(
      `INSERT INTO entries (id, feed, identity, title, summary, seen_at, old, state, next_at)
       VALUES ('e1', '${FEED}', '1', 'Ferry', '', 5, 0, 'unreadable', 5)`,
    );
  },
];

const VERSIONS = MIGRATIONS.slice(0, -1).map((_, index) => index + 1);

it.each(VERSIONS)("a file of version %i is brought to the newest with everything in it", async (version) => {
  const folder = await emptyFolder();
  const file = new DatabaseSync(join(folder, "verbatim.db"));
  for (const script of MIGRATIONS.slice(0, version)) file.exec(script);
  for (const fill of FILLS) fill(file, version);
  file.exec(`PRAGMA user_version = ${version}`);
  file.close();

  const store = await openStore(folder, () => 10);
  expect(await store.articles.find(DESK, FERRY.article.id)).toEqual(FERRY);
  expect(await store.articles.search(placeIn("sports"), { words: "ferry calder", limit: 5 })).toEqual([FERRY]);
  expect(await store.articles.speakers(placeIn("sports"), "cal", 5)).toEqual(["Ines Calder"]);
  expect((await store.conversations.read(DESK)).map(({ articleId }) => articleId)).toEqual([FERRY.article.id]);
  expect(await store.settings.read(DESK, "channel", "to")).toBe("me");
  expect((await store.deliveries.unfinished("chat")).map(({ key }) => key)).toEqual(["k1"]);
  if (version >= 4) {
    expect(await store.subscriptions.list(DESK)).toMatchObject([{ name: "ferries", addedAt: 0 }]);
    expect((await store.items.since([FEED], 0, 5)).map(({ id }) => id)).toEqual(["e1"]);
    expect((await store.watches.claim(9, 99, 5)).map(({ url }) => url)).toEqual([FEED]);
  }
  expect(await store.articles.forget(DESK, FERRY.article.id)).toBe(1);
  expect(await store.articles.speakers(DESK, "", 5)).toEqual([]);
  await store.close();
});
