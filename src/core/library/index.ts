import type { Article } from "../article.ts";
import { ENGINE } from "../attribution/version.ts";
import type { ArticleRef, ArticlesRef } from "../command/index.ts";
import { UserError } from "../errors.ts";
import type { Call, Intake, Place, Source, Store, StoredArticle } from "../ports.ts";
import { Recent } from "../recent.ts";

const DAY = 24 * 60 * 60 * 1000;
const MOST_MOVED = 1_000;
/** As many articles as one question looks through. */
const MOST_ARTICLES = 200;

/** A text with what the engine found in it. */
export type Analysed = Pick<StoredArticle, "article" | "statements">;

/** The articles a place can see: read when they are new, found again when they are not. */
export interface Library {
  /** The article that is meant, read and kept if need be. Throws UserError when there is none. */
  fetch(ref: ArticleRef, call: Call): Promise<StoredArticle>;
  /** The articles that are meant, oldest first; null means the one this place talks about. */
  fetchAll(ref: ArticlesRef | null, call: Call): Promise<readonly StoredArticle[]>;
  /** Something that is no article of this place, a draft perhaps: nothing of it is kept. */
  readDraft(ref: ArticleRef, call: Call): Promise<Analysed>;
}

/** Keeps what `intake` reads in `store`, with the statements the engine finds. */
export function createLibrary(intake: Intake, store: Store, now: () => number): Library {
  const { articles, conversations } = store;
  /** Where links that are redirected lead, so that they too are read once a day; after a start they are read once more. */
  const moved = new Recent<string>(MOST_MOVED);

  async function keep(article: Article, { place }: Call): Promise<StoredArticle> {
    const known = await articles.find(place, article.id);
    const statements = known?.engine === ENGINE ? known.statements : await intake.findStatements(article);
    const stored = { article, statements, engine: ENGINE, readAt: now() };
    await articles.save(place, stored);
    return stored;
  }

  /** Statements an older engine found are found anew. */
  async function refresh(stored: StoredArticle, call: Call): Promise<StoredArticle> {
    if (stored.engine === ENGINE) return stored;
    const renewed = { ...stored, statements: await intake.findStatements(stored.article), engine: ENGINE };
    await articles.save(call.place, renewed);
    return renewed;
  }

  async function read(source: Source, call: Call): Promise<StoredArticle> {
    if (source.type !== "url" && source.type !== "entry") return readAnew(source, call);
    const url = moved.get(source.url) ?? source.url;
    const [known] = await articles.search(call.place, { url, since: now() - DAY, limit: 1 });
    return known === undefined ? readAnew(source, call) : refresh(known, call);
  }

  async function readAnew(source: Source, call: Call): Promise<StoredArticle> {
    const article = await intake.read(source, call.signal);
    if ("url" in source && article.url !== undefined && article.url !== source.url) moved.set(source.url, article.url);
    return keep(article, call);
  }

  /** What has no page is as fresh as it can be. */
  async function fetchFresh(ref: ArticleRef, call: Call): Promise<StoredArticle> {
    if (ref.type !== "last" && ref.type !== "stored")
      return ref.type === "fresh" ? fetch(ref, call) : readAnew(ref, call);
    const known = await fetch(ref, call);
    const { url } = known.article;
    return url === undefined ? known : readAnew({ type: "url", url }, call);
  }

  async function findLast(call: Call): Promise<StoredArticle> {
    const id = (await lastTalkedAbout(call.place)) ?? (await lastTalkedAbout({ ...call.place, thread: null }));
    const talkedAbout = id === null ? null : await articles.find(call.place, id);
    if (talkedAbout !== null) return refresh(talkedAbout, call);
    const [newest] = await articles.search(call.place, { limit: 1 });
    if (newest !== undefined) return refresh(newest, call);
    throw new UserError(
      "not-found",
      "nothing-read",
      "Nothing has been read here yet. Start with /brief and a link, a file, or the text.",
    );
  }

  async function lastTalkedAbout(place: Place): Promise<string | null> {
    const turns = await conversations.read(place);
    return turns.at(-1)?.articleId ?? null;
  }

  async function fetch(ref: ArticleRef, call: Call): Promise<StoredArticle> {
    if (ref.type === "last") return findLast(call);
    if (ref.type === "fresh") return fetchFresh(ref.article, call);
    if (ref.type !== "stored") return read(ref, call);
    const found = await articles.find(call.place, ref.id);
    if (found !== null) return refresh(found, call);
    throw new UserError(
      "not-found",
      "no-article",
      `There is no article ${ref.id} here. /verbatim export lists what is kept.`,
    );
  }

  async function fetchSince(days: number, call: Call): Promise<readonly StoredArticle[]> {
    const found = await articles.search(call.place, { since: now() - days * DAY, limit: MOST_ARTICLES });
    if (found.length === 0) {
      const span = days === 1 ? "the last day" : `the last ${days} days`;
      throw new UserError(
        "not-found",
        "nothing-read",
        `Nothing was read here in ${span}. Start with /brief and a link, a file, or the text.`,
      );
    }
    const articlesFound = await Promise.all(found.map((stored) => refresh(stored, call)));
    return articlesFound.toReversed();
  }

  return {
    fetch,
    async fetchAll(ref, call) {
      if (ref === null) return [await findLast(call)];
      if ("type" in ref) return fetchSince(ref.days, call);
      return Promise.all(ref.map((one) => fetch(one, call)));
    },
    async readDraft(ref, call) {
      if (ref.type === "last" || ref.type === "stored" || ref.type === "fresh") return fetch(ref, call);
      const article = await intake.read(ref, call.signal);
      return { article, statements: await intake.findStatements(article) };
    },
  };
}
