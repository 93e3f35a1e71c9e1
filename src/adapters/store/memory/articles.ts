import type { Article, Provenance } from "../../../core/article.ts";
import type { ArticleQuery, ArticleStore, Retention, Scope, StoredArticle } from "../../../core/ports.ts";
import { NEWEST_HITS } from "../limits.ts";
import { type Hit, pickBest } from "../rank.ts";
import { countSpeakers } from "../speakers.ts";
import { foldName, foldWords, queryWords } from "../words.ts";
import type { MemoryConversations } from "./conversations.ts";
import type { MemoryModelCalls } from "./model-calls.ts";
import { isChannel, isTenant } from "./scopes.ts";

interface Reading {
  readonly scope: Scope;
  readonly stored: StoredArticle;
  /** A conversation was about it. */
  readonly shown: boolean;
  /** Left to those who know its id. */
  readonly expired: boolean;
}

/** Articles in a list, the last one saved first; everything is found by looking at everything. */
export class MemoryArticles implements ArticleStore, Retention {
  #readings: readonly Reading[] = [];
  readonly #conversations: MemoryConversations;
  readonly #modelCalls: MemoryModelCalls;

  constructor(conversations: MemoryConversations, modelCalls: MemoryModelCalls) {
    this.#conversations = conversations;
    this.#modelCalls = modelCalls;
    conversations.onTurn((place, id) => this.#markShown(place, id));
  }

  async save(scope: Scope, stored: StoredArticle): Promise<void> {
    const isSame = (reading: Reading) => isOwn(reading, scope, stored.article.id);
    const earlier = this.#readings.find(isSame);
    const article = { ...(earlier ? provenanceOf(earlier.stored.article) : {}), ...stored.article };
    this.#readings = [
      { scope, stored: { ...stored, article }, shown: earlier?.shown ?? false, expired: false },
      ...this.#readings.filter((reading) => !isSame(reading)),
    ];
  }

  async find(scope: Scope, id: string): Promise<StoredArticle | null> {
    const readings = this.#readings.filter((reading) => isSeen(reading.scope, scope));
    return newestFirst(readings).find(({ article }) => article.id === id) ?? null;
  }

  async search(scope: Scope, query: ArticleQuery): Promise<readonly StoredArticle[]> {
    const within = query.here ? this.#readIn(scope) : this.#seenFrom(scope);
    const asked = distinct(within.filter((stored) => answers(stored, query)));
    return query.words === undefined
      ? asked.slice(0, query.limit)
      : findBest(asked, queryWords(query.words), query.limit);
  }

  async speakers(scope: Scope, typed: string, limit: number): Promise<readonly string[]> {
    const counts = countSpeakers(this.#seenFrom(scope).flatMap(({ statements }) => statements));
    const named = [...counts].filter(([name]) => foldName(name).includes(foldName(typed)));
    const mostFirst = named.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return mostFirst.slice(0, limit).map(([name]) => name);
  }

  async forget(scope: Scope, id: string | null): Promise<number> {
    const isGone = (reading: Reading) => isOwn(reading, scope, id ?? reading.stored.article.id);
    const gone = this.#readings.filter(isGone);
    this.#readings = this.#readings.filter((reading) => !isGone(reading));
    for (const { stored } of gone) this.#forgetTurns(scope, stored.article.id);
    for (const { stored } of gone) this.#modelCalls.forget(scope, stored.article.id);
    return gone.length;
  }

  async expire(before: number): Promise<number> {
    this.#conversations.expire(before);
    this.#modelCalls.expire(before);
    const isOld = ({ stored, expired }: Reading) => !expired && stored.readAt < before;
    const old = this.#readings.filter(isOld);
    this.#readings = this.#readings
      .filter((reading) => !isOld(reading) || reading.shown)
      .map((reading) => (isOld(reading) ? { ...reading, expired: true } : reading));
    return old.length;
  }

  #markShown(place: Scope, id: string): void {
    this.#readings = this.#readings.map((reading) =>
      isSeen(reading.scope, place) && reading.stored.article.id === id ? { ...reading, shown: true } : reading,
    );
  }

  /** Turns about an article go from the channel, and from all the tenant's channels once none of them has it. */
  #forgetTurns(scope: Scope, id: string): void {
    const isLeft = this.#readings.some(
      ({ scope: other, stored }) => isTenant(other, scope) && stored.article.id === id,
    );
    this.#conversations.forgetArticle(id, (place) => (isLeft ? isChannel(place, scope) : isTenant(place, scope)));
  }

  /** What the scope sees, newest first. */
  #seenFrom(scope: Scope): readonly StoredArticle[] {
    return this.#newestFirst((read) => isSeen(read, scope));
  }

  /** What was read in the scope's own channel, newest first. */
  #readIn(scope: Scope): readonly StoredArticle[] {
    return this.#newestFirst((read) => isChannel(read, scope));
  }

  #newestFirst(isWanted: (scope: Scope) => boolean): readonly StoredArticle[] {
    return newestFirst(this.#readings.filter(({ scope, expired }) => !expired && isWanted(scope)));
  }
}

const newestFirst = (readings: readonly Reading[]): readonly StoredArticle[] =>
  readings.map(({ stored }) => stored).sort((a, b) => b.readAt - a.readAt);

const isSeen = (read: Scope, from: Scope): boolean => isChannel(read, from) || (isTenant(read, from) && !read.private);

const isOwn = ({ scope: own, stored }: Reading, scope: Scope, id: string): boolean =>
  isChannel(own, scope) && stored.article.id === id;

const answers = ({ article, readAt }: StoredArticle, { url, since }: ArticleQuery): boolean =>
  (url === undefined || article.url === url) && (since === undefined || readAt >= since);

/** Each article once, as it was read last. */
const distinct = (stored: readonly StoredArticle[]): readonly StoredArticle[] =>
  stored.filter(({ article }, index) => stored.findIndex((other) => other.article.id === article.id) === index);

const provenanceOf = ({ url, publisher, author, publishedAt }: Article): Provenance => ({
  ...(url === undefined ? {} : { url }),
  ...(publisher === undefined ? {} : { publisher }),
  ...(author === undefined ? {} : { author }),
  ...(publishedAt === undefined ? {} : { publishedAt }),
});

interface MemoryHit extends Hit {
  readonly stored: StoredArticle;
  readonly words: ReadonlySet<string>;
}

function findBest(stored: readonly StoredArticle[], words: readonly string[], limit: number): readonly StoredArticle[] {
  if (words.length === 0) return [];
  const hits = stored.map(readHit).filter((hit) => words.every((word) => hit.words.has(word)));
  return pickBest(hits.slice(0, NEWEST_HITS), words, limit).map((hit) => hit.stored);
}

function readHit(stored: StoredArticle): MemoryHit {
  const titleWords = foldWords(stored.article.title ?? "");
  const speakerWords = foldWords([...countSpeakers(stored.statements).keys()].join(" "));
  const words = new Set([...titleWords, ...speakerWords, ...foldWords(stored.article.text)]);
  return { stored, readAt: stored.readAt, titleWords, speakerWords, words };
}
