import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Scope, Store, StoredArticle } from "../../../src/core/ports.ts";
import type { OpenStore } from "./open.ts";
import { placeIn, storedArticle } from "./stored.ts";

const idsOf = (found: readonly StoredArticle[]) => found.map(({ article }) => article.id);

/** Who sees what: the own channel, and the tenant's open channels. `openStore` gives an empty store. */
export function sightContract(openStore: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await openStore(() => 1);
  });
  afterEach(() => store.close());

  const openChannel = placeIn("open");
  const closedChannel = placeIn("closed", { private: true });
  const stored = storedArticle({ text: "A secret about Ana.", url: "https://a.example/", speakers: ["Ana Ruiz"] });

  it.each([
    ["its own channel", openChannel, openChannel, true],
    ["another channel of the tenant", openChannel, placeIn("other"), true],
    ["a private channel of the tenant", openChannel, closedChannel, true],
    ["another tenant's channel of the same name", openChannel, placeIn("open", { tenant: "other" }), false],
    ["another platform's channel of the same name", openChannel, placeIn("open", { platform: "other" }), false],
  ])("shows what an open channel has read to %s", async (_, from, to, isSeen) => {
    await store.articles.save(from, stored);
    expect(await allSeen(store, to, stored)).toEqual(isSeen ? SEEN : UNSEEN);
  });

  it.each([
    ["itself", closedChannel, true],
    ["an open channel", openChannel, false],
    ["another private channel", placeIn("other", { private: true }), false],
    ["another tenant's private channel of the same name", placeIn("closed", { tenant: "x", private: true }), false],
  ])("shows what a private channel has read to %s", async (_, to, isSeen) => {
    await store.articles.save(closedChannel, stored);
    expect(await allSeen(store, to, stored)).toEqual(isSeen ? SEEN : UNSEEN);
  });

  it("shows only the own channel's readings where that is asked", async () => {
    await store.articles.save(openChannel, stored);
    const fromOther = { here: true, words: "secret", limit: 5 } as const;
    expect(await store.articles.search(placeIn("other"), fromOther)).toEqual([]);
    expect(await store.articles.search(placeIn("other"), { here: true, limit: 5 })).toEqual([]);
    expect(idsOf(await store.articles.search(openChannel, fromOther))).toEqual([stored.article.id]);
    expect(idsOf(await store.articles.search(openChannel, { here: true, limit: 5 }))).toEqual([stored.article.id]);
  });

  it("shows each scope its own link to the same text", async () => {
    const { text } = stored.article;
    await store.articles.save(closedChannel, stored);
    await store.articles.save(openChannel, storedArticle({ text, url: "https://b.example/", readAt: 0 }));
    expect((await store.articles.find(openChannel, stored.article.id))?.article.url).toBe("https://b.example/");
    expect((await store.articles.find(closedChannel, stored.article.id))?.article.url).toBe("https://a.example/");
    expect(await store.articles.search(openChannel, { words: "ruiz", limit: 5 })).toEqual([]);
    expect(await store.articles.search(closedChannel, { limit: 5 })).toHaveLength(1);
  });

  it("follows a channel that becomes private with the next reading", async () => {
    await store.articles.save(openChannel, stored);
    await store.articles.save({ ...openChannel, private: true }, stored);
    expect(await allSeen(store, placeIn("other"), stored)).toEqual(UNSEEN);
    expect(await allSeen(store, openChannel, stored)).toEqual(SEEN);
  });

  it("lets nothing through between random scopes, whatever is asked", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aReading, { maxLength: 12 }), aScope, async (readings, viewer) => {
        const fresh = await filledWith(readings);
        const seen = lastOf(readings).filter(({ scope }) => isSeen(scope, viewer));
        const expected = [...new Set(seen.map(({ text }) => storedArticle({ text }).article.id))].sort();
        expect(idsOf(await fresh.articles.search(viewer, { limit: 99 })).sort()).toEqual(expected);
        expect(idsOf(await fresh.articles.search(viewer, { words: "story", limit: 99 })).sort()).toEqual(expected);
        const names = [...new Set(seen.map(({ scope }) => nameOf(scope)))].sort();
        expect([...(await fresh.articles.speakers(viewer, "", 99))].sort()).toEqual(names);
        for (const { text } of readings) {
          const { id } = storedArticle({ text }).article;
          expect((await fresh.articles.find(viewer, id)) !== null).toBe(expected.includes(id));
        }
        await fresh.close();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  async function filledWith(readings: readonly RandomReading[]): Promise<Store> {
    const fresh = await openStore(() => 1);
    for (const { scope, text } of readings) {
      await fresh.articles.save(scope, storedArticle({ text, speakers: [nameOf(scope)] }));
    }
    return fresh;
  }
}

const SEEN = { found: true, listed: 1, byWord: 1, byLink: 1, speakers: ["Ana Ruiz"] };
const UNSEEN = { found: false, listed: 0, byWord: 0, byLink: 0, speakers: [] };

/** What every way of asking shows of one article. */
async function allSeen({ articles }: Store, scope: Scope, { article }: StoredArticle): Promise<unknown> {
  return {
    found: (await articles.find(scope, article.id)) !== null,
    listed: (await articles.search(scope, { limit: 5 })).length,
    byWord: (await articles.search(scope, { words: "secret", limit: 5 })).length,
    byLink: (await articles.search(scope, { url: "https://a.example/", limit: 5 })).length,
    speakers: await articles.speakers(scope, "an", 5),
  };
}

interface RandomReading {
  readonly scope: Scope;
  readonly text: string;
}

/** Names that could run into each other if they were joined carelessly. */
const aName = fc.constantFrom("a", "b", "a b", "");
const aScope: fc.Arbitrary<Scope> = fc.record({
  platform: fc.constantFrom("x", "y"),
  tenant: aName,
  channel: aName,
  private: fc.boolean(),
});
const aReading: fc.Arbitrary<RandomReading> = fc.record({
  scope: aScope,
  text: fc.constantFrom("Story one.", "Story two.", "Story three."),
});

const nameOf = ({ platform, tenant, channel }: Scope): string =>
  `Speaker ${JSON.stringify([platform, tenant, channel])}`;

/** The last reading of each text in each channel is the one that counts. */
const lastOf = (readings: readonly RandomReading[]): readonly RandomReading[] => [
  ...new Map(readings.map((reading) => [`${nameOf(reading.scope)} ${reading.text}`, reading])).values(),
];

const isSeen = (read: Scope, from: Scope): boolean =>
  read.platform === from.platform && read.tenant === from.tenant && (read.channel === from.channel || !read.private);
