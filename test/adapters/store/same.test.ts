import fc from "fast-check";
import { expect, it } from "vitest";
import { openPostgres } from "../../../src/adapters/database/postgres/open.ts";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { createPostgresStore } from "../../../src/adapters/store/postgres/store.ts";
import { openStore } from "../../../src/adapters/store/sqlite/open.ts";
import type { ArticleQuery, Place, Store } from "../../../src/core/ports.ts";
import { placeIn, storedArticle } from "../../contracts/store/stored.ts";
import { emptyDatabase, noPostgres, onPostgres } from "../../postgres/database.ts";
import { emptyFolder } from "./folder.ts";

/** One thing done to a store; gives what it answers. `at` counts the steps, as a clock would. */
type Step = (store: Store, at: number) => Promise<unknown>;

const aPlace: fc.Arbitrary<Place> = fc
  .record({
    tenant: fc.constantFrom("acme", "other"),
    channel: fc.constantFrom("desk", "sports"),
    thread: fc.constantFrom(null, "7"),
    private: fc.boolean(),
  })
  .map(({ channel, ...other }) => placeIn(channel, other));

const aText = fc.constantFrom("The bridge will close.", "The bridge is open, Lind said.", "Ruiz wins the cup.");
const aSpeaker = fc.constantFrom("Ana Ruiz", "Bo Lind", "Ana Lind");

const aQuery: fc.Arbitrary<ArticleQuery> = fc.record(
  {
    words: fc.constantFrom("bridge", "the", "lind", "cup", "ana"),
    since: fc.integer({ min: 0, max: 30 }),
    here: fc.constant(true),
    limit: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ["limit"] },
);

const aStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ place: aPlace, text: aText, speakers: fc.array(aSpeaker, { maxLength: 3 }), url: fc.webUrl() }).map(
    ({ place, ...input }): Step =>
      (store, at) =>
        store.articles.save(place, storedArticle({ ...input, readAt: at })),
  ),
  fc.record({ place: aPlace, text: aText }).map(
    ({ place, text }): Step =>
      (store) =>
        store.articles.find(place, storedArticle({ text }).article.id),
  ),
  fc.record({ place: aPlace, query: aQuery }).map(
    ({ place, query }): Step =>
      (store) =>
        store.articles.search(place, query),
  ),
  fc
    .record({ place: aPlace, typed: fc.constantFrom("", "a", "lin", "ana l"), limit: fc.integer({ min: 1, max: 3 }) })
    .map(
      ({ place, typed, limit }): Step =>
        (store) =>
          store.articles.speakers(place, typed, limit),
    ),
  fc.record({ place: aPlace, text: fc.option(aText) }).map(
    ({ place, text }): Step =>
      (store) =>
        store.articles.forget(place, text && storedArticle({ text }).article.id),
  ),
  fc.record({ place: aPlace, text: aText, speakers: fc.array(aSpeaker) }).map(
    ({ place, text, speakers }): Step =>
      (store, at) =>
        store.conversations.append(place, {
          articleId: storedArticle({ text }).article.id,
          question: null,
          speakers,
          at,
        }),
  ),
  fc.integer({ min: 0, max: 30 }).map(
    (before): Step =>
      (store) =>
        store.retention.expire(before),
  ),
  aPlace.map(
    (place): Step =>
      (store) =>
        store.conversations.read(place),
  ),
);

/** Does the same to both, and compares every answer. */
function compareWith(open: () => Promise<Store>, numRuns: number): Promise<void> {
  return fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: 5, maxLength: 40 }), async (steps) => {
      const store = await open();
      const memory = memoryStore(() => 1);
      for (const [at, step] of steps.entries()) expect(await step(store, at)).toEqual(await step(memory, at));
      await store.close();
    }),
    { numRuns },
  );
}

it("answers the same on SQLite as in memory, step by step", async () => {
  const folder = await emptyFolder();
  let round = 0;
  await compareWith(() => openStore(`${folder}/${round++}`, () => 1), 80);
}, 60_000);

it.skipIf(noPostgres)(
  `answers the same ${onPostgres} as in memory, step by step`,
  async () => {
    const address = await emptyDatabase();
    let round = 0;
    const lost = (): void => {};
    const open = async (): Promise<Store> =>
      createPostgresStore(
        await openPostgres(address, { lost, schema: `round_${round++}` }),
        () => 1,
        async () => undefined,
      );
    await compareWith(open, 40);
  },
  60_000,
);
