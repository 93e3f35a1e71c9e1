import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Store, StoredArticle, Turn } from "../../../src/core/ports.ts";
import type { OpenStore } from "./open.ts";
import { placeIn, storedArticle } from "./stored.ts";

const idsOf = (found: readonly StoredArticle[]) => found.map(({ article }) => article.id);

/** How articles are kept, found and forgotten. `open` gives an empty store. */
export function articleContract(open: OpenStore): void {
  let store: Store;
  beforeEach(async () => {
    store = await open(() => 1);
  });
  afterEach(() => store.close());

  const desk = placeIn("desk");
  const bridge = storedArticle({
    text: "Bridge to close\n\nThe bridge will close, Ana Ruiz said.\n\nRepairs take a year.",
    title: "Bridge to close",
    url: "https://news.example/bridge",
    publisher: "Harbour Post",
    author: "Jo Field",
    publishedAt: "2026-03-01",
    speakers: ["Ana Ruiz"],
  });

  it("gives an article back as it was saved, layout and all", async () => {
    await store.articles.save(desk, bridge);
    expect(await store.articles.find(desk, bridge.article.id)).toEqual(bridge);
  });

  it("keeps any text to the last character", async () => {
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, async (any) => {
        const stored = storedArticle({ text: any });
        await store.articles.save(desk, stored);
        expect((await store.articles.find(desk, stored.article.id))?.article.text).toBe(any);
      }),
      { numRuns: 50 },
    );
  });

  it("has null for an article nobody saved", async () => {
    expect(await store.articles.find(desk, "000000000000")).toBeNull();
  });

  it("keeps one copy of an article read twice in a channel, with the newer time and statements", async () => {
    await store.articles.save(desk, bridge);
    const { text } = bridge.article;
    const again = storedArticle({ text, readAt: 9, engine: "test-2", speakers: ["Ana Ruiz", "Bo Lind"] });
    await store.articles.save(desk, again);
    const found = await store.articles.search(desk, { limit: 10 });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ readAt: 9, engine: "test-2", statements: again.statements });
  });

  it("does not lose the link of an article that is pasted later", async () => {
    await store.articles.save(desk, bridge);
    await store.articles.save(desk, storedArticle({ text: bridge.article.text, readAt: 9 }));
    const found = await store.articles.find(desk, bridge.article.id);
    expect(found?.article).toMatchObject({ url: "https://news.example/bridge", publisher: "Harbour Post" });
  });

  it("lists the newest first, no more than asked for", async () => {
    for (const readAt of [2, 3, 1]) {
      await store.articles.save(desk, storedArticle({ text: `Number ${readAt}.`, readAt }));
    }
    const found = await store.articles.search(desk, { limit: 2 });
    expect(found.map(({ readAt }) => readAt)).toEqual([3, 2]);
  });

  it("finds by link and by time", async () => {
    await store.articles.save(desk, bridge);
    await store.articles.save(desk, storedArticle({ text: "Another story.", readAt: 5 }));
    expect(idsOf(await store.articles.search(desk, { url: "https://news.example/bridge", limit: 5 }))).toEqual([
      bridge.article.id,
    ]);
    expect(await store.articles.search(desk, { url: "https://news.example/", limit: 5 })).toEqual([]);
    expect((await store.articles.search(desk, { since: 2, limit: 5 })).map(({ readAt }) => readAt)).toEqual([5]);
    expect(await store.articles.search(desk, { words: "bridge", since: 2, limit: 5 })).toEqual([]);
  });

  it.each([
    ["a word of the text", "repairs"],
    ["all words in any order", "year bridge"],
    ["a speaker's name", "Ruiz"],
    ["another case and accents", "RÉPAIRS"],
    ["words with punctuation around them", '"bridge" (close*)-'],
  ])("finds by %s", async (_, words) => {
    await store.articles.save(desk, bridge);
    expect(idsOf(await store.articles.search(desk, { words, limit: 5 }))).toContain(bridge.article.id);
  });

  it.each(["tunnel", "bridge OR tunnel", "repair", "chat", "acme", "…", ""])("finds nothing by %j", async (words) => {
    await store.articles.save(desk, bridge);
    expect(await store.articles.search(desk, { words, limit: 5 })).toEqual([]);
  });

  it("finds a name the text writes with accents", async () => {
    const stored = storedArticle({ text: "Zoë Müller spoke.", speakers: ["Zoë Müller"] });
    await store.articles.save(desk, stored);
    expect(idsOf(await store.articles.search(desk, { words: "zoe muller", limit: 5 }))).toEqual([stored.article.id]);
  });

  it("prefers articles whose headline or speakers have the word, and gives them newest first", async () => {
    const passing = storedArticle({ text: "Ruiz was there too.", readAt: 9 });
    const quoted = storedArticle({ text: "It is safe, she said.", speakers: ["Ana Ruiz"], readAt: 2 });
    const headline = storedArticle({ text: "The story.", title: "Ruiz resigns", readAt: 3 });
    for (const stored of [passing, quoted, headline]) await store.articles.save(desk, stored);
    const found = await store.articles.search(desk, { words: "Ruiz", limit: 2 });
    expect(idsOf(found)).toEqual(idsOf([headline, quoted]));
  });

  it("suggests speakers by the start of any of their names, those with most statements first", async () => {
    const speakers = ["Bo Lind", "Ana Ruiz", "Ana Ruiz", "Wang Yi", "Élodie Roux"];
    await store.articles.save(desk, storedArticle({ text: "Four spoke.", speakers }));
    expect(await store.articles.speakers(desk, "", 10)).toEqual(["Ana Ruiz", "Bo Lind", "Wang Yi", "Élodie Roux"]);
    expect(await store.articles.speakers(desk, "r", 10)).toEqual(["Ana Ruiz", "Élodie Roux"]);
    expect(await store.articles.speakers(desk, "wang y", 10)).toEqual(["Wang Yi"]);
    expect(await store.articles.speakers(desk, "elo", 10)).toEqual(["Élodie Roux"]);
    expect(await store.articles.speakers(desk, "uiz", 10)).toEqual([]);
    expect(await store.articles.speakers(desk, "", 1)).toEqual(["Ana Ruiz"]);
  });

  it("forgets one article, or all of the channel, and tells how many", async () => {
    const other = storedArticle({ text: "Another story.", speakers: ["Bo Lind"] });
    await store.articles.save(desk, bridge);
    await store.articles.save(desk, other);
    expect(await store.articles.forget(desk, bridge.article.id)).toBe(1);
    expect(await store.articles.forget(desk, bridge.article.id)).toBe(0);
    expect(await store.articles.find(desk, bridge.article.id)).toBeNull();
    expect(await store.articles.search(desk, { words: "bridge", limit: 5 })).toEqual([]);
    expect(await store.articles.speakers(desk, "", 5)).toEqual(["Bo Lind"]);
    expect(await store.articles.forget(desk, null)).toBe(1);
    expect(await store.articles.search(desk, { limit: 5 })).toEqual([]);
  });

  it("forgets after a search that left hits unread", async () => {
    const lind = storedArticle({ text: "The bridge is safe, Lind said.", speakers: ["Bo Lind"] });
    await store.articles.save(desk, bridge);
    await store.articles.save(desk, lind);
    expect(await store.articles.search(desk, { limit: 1 })).toHaveLength(1);
    expect(await store.articles.forget(desk, null)).toBe(2);
  });

  it("forgets for the own channel alone", async () => {
    const elsewhere = placeIn("sports");
    await store.articles.save(desk, bridge);
    await store.articles.save(elsewhere, bridge);
    expect(await store.articles.forget(desk, null)).toBe(1);
    expect(idsOf(await store.articles.search(desk, { limit: 5 }))).toEqual([bridge.article.id]);
    expect(await store.articles.forget(desk, null)).toBe(0);
  });

  it("forgets the turns about an article: here at once, elsewhere when no channel of the tenant has it", async () => {
    const thread = placeIn("sports", { thread: "1" });
    const stranger = placeIn("desk", { tenant: "other" });
    const turn: Turn = { articleId: bridge.article.id, question: "why?", speakers: ["Ana Ruiz"], at: 1 };
    for (const place of [desk, thread, stranger]) {
      await store.articles.save(place, bridge);
      await store.conversations.append(place, turn);
    }
    await store.articles.forget(desk, bridge.article.id);
    expect(await store.conversations.read(desk)).toEqual([]);
    expect(await store.conversations.read(thread)).toEqual([turn]);
    await store.articles.forget(thread, null);
    expect(await store.conversations.read(thread)).toEqual([]);
    expect(await store.conversations.read(stranger)).toEqual([turn]);
  });
}
