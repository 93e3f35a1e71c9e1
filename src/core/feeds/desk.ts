import type { ArticleRef } from "../command/index.ts";
import { UserError } from "../errors.ts";
import { requireManager } from "../permission.ts";
import type { Call, Scope, Store, Upload } from "../ports.ts";
import type { Subscription, Watch } from "./feed.ts";
import { type FirstReading, readFirst } from "./first-reading.ts";
import { findSource, freeName, readSourceName, readTags } from "./names.ts";
import { type PollerParts, pollFeed } from "./poller.ts";
import type { FeedItem, FeedLink, Outline, OutlineReader } from "./ports.ts";

/** A source as people are shown it. */
export interface ShownSource {
  readonly subscription: Subscription;
  readonly watch: Watch | null;
  /** When it was so, milliseconds since 1970. */
  readonly at: number;
}

/** What a source has at present, whether it is subscribed to or not. */
export interface Sample {
  readonly url: string;
  readonly title: string | null;
  /** In the feed's order. */
  readonly entries: readonly FeedItem[];
  /** Other feeds the page names. */
  readonly others: readonly FeedLink[];
}

/** What became of an import. */
export interface Imported {
  readonly added: readonly Subscription[];
  readonly known: number;
  /** Addresses that are none, or beyond what a channel may have. */
  readonly refused: number;
}

export interface SourceDraft {
  readonly url: string;
  readonly name: string | null;
  readonly tags: string | null;
}

/** What people do with the sources of their channel. Changes are for managers. A source is named by its name or its address. */
export interface SourceDesk {
  /** The feed itself, or the one its page names; its first reading sets the baseline. */
  add(draft: SourceDraft, call: Call): Promise<ShownSource & { readonly others: readonly FeedLink[] }>;
  list(call: Call): Promise<readonly ShownSource[]>;
  remove(name: string, call: Call): Promise<Subscription>;
  setPaused(name: string, paused: boolean, call: Call): Promise<Subscription>;
  /** Reads a source without subscribing to it. */
  test(nameOrUrl: string, call: Call): Promise<Sample>;
  importFrom(list: ArticleRef, call: Call): Promise<Imported>;
  /** Reads what was imported for the first time, and gives how far it has come. */
  readFirst(added: readonly Subscription[], call: Call): AsyncIterable<FirstReading>;
  /** Those that fail at present. */
  failing(call: Call): Promise<readonly ShownSource[]>;
  /** Asks those that are due, for where no service does it all the time. */
  refresh(call: Call): Promise<void>;
  suggest(typed: string, call: Call): Promise<readonly string[]>;
}

export interface SourceParts extends PollerParts {
  readonly store: Store;
  readonly readOutlines: OutlineReader;
}

const MOST_SOURCES = 300;
/** Imported feeds are the poller's after so long, for whoever imports them may not get to all of them; and not all at once. */
const HEAD_START = 5 * 60_000;
const SPREAD = 5 * 60_000;
const HOUR = 60 * 60_000;

export function createSourceDesk(parts: SourceParts): SourceDesk {
  const { store, reader, readOutlines, now } = parts;
  const { subscriptions, watches } = store;

  const show = async (subscription: Subscription): Promise<ShownSource> => ({
    subscription,
    watch: await watches.find(subscription.url),
    at: now(),
  });

  const list = async ({ place }: Call): Promise<readonly ShownSource[]> =>
    Promise.all((await subscriptions.list(place)).map(show));

  const find = async (name: string, { place }: Call): Promise<Subscription> =>
    findSource(await subscriptions.list(place), name);

  /** What nobody reads is not polled: its next answer will be the baseline. */
  async function watch(url: string, nextAt: number): Promise<Watch> {
    const known = await watches.find(url);
    if (known !== null && (await subscriptions.of(url)).length > 0) return known;
    const unread = { url, title: null, state: null, interval: HOUR, failing: null };
    const fresh: Watch = { ...unread, ...known, fetchedAt: null, nextAt };
    await watches.record(fresh, []);
    return fresh;
  }

  async function subscribe(outline: Outline, nextAt: number, taken: readonly Subscription[], scope: Scope) {
    const name = freeName(outline.name ?? new URL(outline.url).host.replace(/^www\./, ""), taken);
    const subscription: Subscription = {
      scope,
      url: outline.url,
      name,
      tags: outline.tags,
      paused: false,
      addedAt: now(),
    };
    await subscriptions.save(subscription);
    await watch(outline.url, nextAt);
    return subscription;
  }

  async function refresh(call: Call): Promise<void> {
    const due = (await list(call)).flatMap(({ subscription, watch: one }) =>
      !subscription.paused && one !== null && one.nextAt !== null && one.nextAt <= now() ? [one] : [],
    );
    await Promise.all(due.map((one) => pollFeed(parts, one, call.signal)));
  }

  return {
    list,
    refresh,

    async add({ url, name, tags }, call) {
      requireManager(call);
      const known = await subscriptions.list(call.place);
      if (known.length >= MOST_SOURCES) throw tooMany();
      const wished = name === null ? null : readSourceName(name);
      const [found, ...others] = await reader.discover(url, call.signal);
      if (found === undefined) throw noFeed(url);
      const taken = known.find((one) => one.url === found.url);
      if (taken !== undefined) throw alreadyHere(taken);
      const first = await pollFeed(parts, await watch(found.url, now()), call.signal);
      const outline = { url: first.url, name: wished ?? first.title ?? found.title, tags: readTags(tags) };
      const subscription = await subscribe(outline, now(), known, scopeOf(call));
      return { ...(await show(subscription)), others };
    },

    async remove(name, call) {
      requireManager(call);
      const subscription = await find(name, call);
      await subscriptions.remove(call.place, subscription.url);
      return subscription;
    },

    async setPaused(name, paused, call) {
      requireManager(call);
      const subscription = { ...(await find(name, call)), paused };
      await subscriptions.save(subscription);
      return subscription;
    },

    async test(nameOrUrl, call) {
      const url = /^https?:\/\//i.test(nameOrUrl) ? nameOrUrl : (await find(nameOrUrl, call)).url;
      const [found, ...others] = await reader.discover(url, call.signal);
      if (found === undefined) throw noFeed(url);
      const answer = await reader.fetch(found.url, null, call.signal);
      if (answer.type === "failed") throw answer.error;
      if (answer.type !== "feed") throw noFeed(url);
      return { url: answer.url, title: answer.feed.title, entries: answer.feed.items, others };
    },

    async importFrom(list, call) {
      requireManager(call);
      const outlines = await readOutlines(fileOf(list));
      const before = await subscriptions.list(call.place);
      const added: Subscription[] = [];
      let known = 0;
      for (const outline of outlines) {
        const all = [...before, ...added];
        if (all.some(({ url }) => url === outline.url)) known += 1;
        else if (all.length < MOST_SOURCES && /^https?:$/.test(URL.parse(outline.url)?.protocol ?? "")) {
          const nextAt = now() + HEAD_START + Math.round(parts.random() * SPREAD);
          added.push(await subscribe(outline, nextAt, all, scopeOf(call)));
        }
      }
      return { added, known, refused: outlines.length - known - added.length };
    },

    readFirst: (added, call) => readFirst(parts, added, call.signal),

    failing: async (call) => (await list(call)).filter(({ watch: one }) => one?.failing != null),

    async suggest(typed, { place }) {
      const wanted = typed.trim().toLowerCase();
      const names = (await subscriptions.list(place)).map(({ name }) => name);
      return names.filter((name) => name.toLowerCase().includes(wanted));
    },
  };
}

const scopeOf = ({ place: { thread: _thread, ...scope } }: Call): Scope => scope;

/** What was handed over as an article is: a file, or the text of one. */
function fileOf(given: ArticleRef): Upload {
  if (given.type === "upload") return given.upload;
  if (given.type === "text") return { name: "sources.opml", bytes: new TextEncoder().encode(given.text) };
  throw new UserError("usage", "no-list", "Give the OPML file itself, or its text. Try: /source import sources.opml");
}

const noFeed = (url: string): UserError =>
  new UserError(
    "not-found",
    "no-feed",
    `No feed was found at ${url}. Give the address of the feed itself: /source add https://example.org/feed.xml`,
  );

const alreadyHere = ({ name }: Subscription): UserError =>
  new UserError("usage", "known-source", `That source is here already, as ${name}. See all: /source list`);

const tooMany = (): UserError =>
  new UserError("usage", "too-many-sources", `A channel has at most ${MOST_SOURCES} sources. Remove one: /source list`);
