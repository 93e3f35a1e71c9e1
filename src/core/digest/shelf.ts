import { type Point, writeBriefing } from "../briefing/index.ts";
import { PUBLIC } from "../feeds/library.ts";
import type { Store, StoredArticle } from "../ports.ts";
import { Recent } from "../recent.ts";
import { type Composition, compose, type Material } from "./compose.ts";
import type { Selection } from "./digest.ts";

/** As many articles are at hand, and as many compositions of them. */
const MOST_ARTICLES = 300;
const MOST_COMPOSITIONS = 50;

export interface ShelfParts {
  readonly store: Pick<Store, "articles">;
  /** Resolves when the next piece of work may begin. */
  turn(): Promise<void>;
}

/** What digests have in common that are made one after the other, thousands in a minute: it is found once, each piece in a turn of its own. */
export interface Shelf {
  /** Those of the articles out of feeds that are kept, by id. */
  find(ids: Iterable<string>): Promise<ReadonlyMap<string, StoredArticle>>;
  /** The same for every channel with the same entries and the same choice of them. */
  compose(material: Material, selection: Selection): Promise<Composition>;
  /** What an article has to say, as its briefing does. */
  points(stored: StoredArticle): Promise<readonly Point[]>;
}

export function createShelf({ store, turn }: ShelfParts): Shelf {
  const articles = new Recent<StoredArticle>(MOST_ARTICLES);
  const compositions = new Recent<Composition>(MOST_COMPOSITIONS);
  const points = new WeakMap<StoredArticle, readonly Point[]>();

  /** The text of an article never changes, so what was loaded lately is not loaded again. */
  async function take(id: string): Promise<StoredArticle | null> {
    const found = articles.get(id) ?? (await store.articles.find(PUBLIC, id));
    if (found !== null) articles.set(id, found);
    return found;
  }

  return {
    async find(ids) {
      const found = await Promise.all([...new Set(ids)].map(take));
      return new Map(found.flatMap((stored) => (stored === null ? [] : [[stored.article.id, stored] as const])));
    },

    async compose(material, selection) {
      const key = keyOf(material, selection);
      if (compositions.get(key) === undefined) await turn();
      const composition = compositions.get(key) ?? compose(material, selection);
      compositions.set(key, composition);
      return composition;
    },

    async points(stored) {
      if (!points.has(stored)) await turn();
      const found = points.get(stored) ?? findPoints(stored);
      points.set(stored, found);
      return found;
    },
  };
}

/** Names all a composition depends on: what is known of an entry changes once, when its page has been read. */
function keyOf({ fresh, articles, told }: Material, selection: Selection): string {
  const entries = fresh.map(({ id, state, articleId }) => [id, state, articleId]);
  return JSON.stringify([entries, [...articles.keys()], [...told], selection]);
}

/** Somebody's words first, then what the article leads with. */
function findPoints(stored: StoredArticle): readonly Point[] {
  const { lead, bullets } = writeBriefing(stored, { length: "short", focus: null });
  const isQuote = ({ runs }: Point): boolean => runs.some(({ look }) => look === "quote");
  return [...bullets.filter(isQuote), ...(lead === null ? [] : [lead]), ...bullets];
}
