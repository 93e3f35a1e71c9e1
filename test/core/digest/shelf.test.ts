import { expect, it } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { ENGINE, findStatements } from "../../../src/core/attribution/index.ts";
import { createShelf } from "../../../src/core/digest/shelf.ts";
import type { Item } from "../../../src/core/feeds/feed.ts";
import type { StoredArticle } from "../../../src/core/ports.ts";
import { FERRY, GRAIN } from "./bench.ts";

const stored = (text: string): StoredArticle => {
  const article = makeArticle({ text });
  return { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };
};
const ferry = stored(FERRY);
const SELECTION = { sources: [], topics: [], not: [], top: 5 };

const entry: Item = {
  id: "e1",
  feed: "https://example.org/feed.xml",
  identity: "e1",
  url: "https://example.org/ferry",
  title: "Ferry to stop",
  summary: "",
  publishedAt: null,
  seenAt: 1,
  old: false,
  state: "pending",
  articleId: null,
};

/** A shelf over these articles, and how often it asked for one and for a turn. */
function shelfOver(...articles: readonly StoredArticle[]) {
  const asked = { articles: 0, turns: 0 };
  const find = async (_: unknown, id: string): Promise<StoredArticle | null> => {
    asked.articles += 1;
    return articles.find(({ article }) => article.id === id) ?? null;
  };
  const none = async (): Promise<never> => {
    throw new Error("Expected to be asked for articles by id alone");
  };
  const store = { articles: { find, save: none, search: none, speakers: none, forget: none } };
  const turn = async (): Promise<void> => {
    asked.turns += 1;
  };
  return { shelf: createShelf({ store, turn }), asked };
}

it("loads an article once, but looks again for one that was not there", async () => {
  const { shelf, asked } = shelfOver(ferry);
  for (let digest = 0; digest < 3; digest += 1) {
    expect([...(await shelf.find([ferry.article.id, "gone"])).values()]).toEqual([ferry]);
  }
  expect(asked.articles).toBe(1 + 3);
});

it("lets go of what was asked for longest ago", async () => {
  const many = Array.from({ length: 301 }, (_, n) => stored(`${GRAIN}\n\nEdition ${n} of the day.`));
  const ids = many.map(({ article }) => article.id);
  const { shelf, asked } = shelfOver(...many);
  await shelf.find(ids.slice(0, 300));
  await shelf.find(ids.slice(0, 1));
  await shelf.find(ids.slice(300));
  expect(asked.articles).toBe(301);
  await shelf.find(ids.slice(0, 1));
  expect(asked.articles).toBe(301);
  await shelf.find(ids.slice(1, 2));
  expect(asked.articles).toBe(302);
});

it("composes the same entries once for every choice of them, and anew when a page has been read", async () => {
  const { shelf, asked } = shelfOver(ferry);
  const unread = { fresh: [entry], articles: new Map(), told: new Set<string>() };
  const first = await shelf.compose(unread, SELECTION);
  expect(await shelf.compose(unread, { ...SELECTION })).toBe(first);
  expect(asked.turns).toBe(1);
  expect((await shelf.compose(unread, { ...SELECTION, not: ["ferry"] })).choices).toEqual([]);
  const fresh: readonly Item[] = [{ ...entry, state: "read", articleId: ferry.article.id }];
  const articles = await shelf.find([ferry.article.id]);
  const read = await shelf.compose({ ...unread, fresh, articles }, SELECTION);
  expect(first.choices[0]?.sources[0]?.stored).toBeNull();
  expect(read.choices[0]?.sources[0]?.stored).toBe(ferry);
  expect(
    (await shelf.compose({ ...unread, fresh, articles, told: new Set([ferry.article.id]) }, SELECTION)).choices,
  ).toEqual([]);
});

it("finds what an article has to say in one turn, however many digests tell it", async () => {
  const { shelf, asked } = shelfOver();
  const points = await shelf.points(ferry);
  expect(points.length).toBeGreaterThan(1);
  expect(await shelf.points(ferry)).toBe(points);
  expect(asked.turns).toBe(1);
});
