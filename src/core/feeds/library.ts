import type { Article } from "../article.ts";
import { ENGINE } from "../attribution/version.ts";
import { UserError } from "../errors.ts";
import type { Intake, Scope, Store } from "../ports.ts";
import type { TriedItem } from "./ports.ts";

/** Where the articles of feeds are kept: they are public, and read once for the whole installation. */
export const PUBLIC: Scope = { platform: "feeds", tenant: "public", channel: "public", private: false };

export interface ReadingParts {
  readonly store: Pick<Store, "articles" | "items">;
  readonly intake: Intake;
  now(): number;
  /** Resolves when the next piece of work may begin: acknowledgements come first. */
  turn(): Promise<void>;
  /** Keeps a fault of ours. */
  report(error: unknown): void;
}

/** What could not be read is tried again after so long. */
const RETRY = 10 * 60_000;
const TRIES = 3;
/** Codes of faults that may be gone the next time. */
const PASSING: ReadonlySet<string> = new Set(["too-slow", "unreachable", "site-error"]);

/**
 * Reads the pages of entries that wait for it, at most `limit`. Gives how many. Pages are fetched at once, and analysed one
 * after the other: what ends this process three times is quarantined, and nothing that only stood beside it.
 */
export async function readEntries(parts: ReadingParts, limit: number, signal: AbortSignal): Promise<number> {
  const now = parts.now();
  const items = await parts.store.items.claim(now, now + RETRY, limit);
  const fresh = items.filter(({ tries }) => tries === 1);
  const fetched = await Promise.all(
    fresh.map(async (item) => ({ item, article: await fetchEntry(parts, item, signal) })),
  );
  for (const { item, article } of fetched) if (article !== null) await analyseEntry(parts, item, article);
  for (const item of items) if (item.tries > 1) await retryEntry(parts, item, signal);
  return items.length;
}

/** Alone, and counted before it begins: the first try, beside others, was not. */
async function retryEntry(parts: ReadingParts, item: TriedItem, signal: AbortSignal): Promise<void> {
  const tries = 1 + (await parts.store.items.attempt(item.id));
  if (tries > TRIES) return parts.store.items.finish(item.id, "quarantined", null);
  const article = await fetchEntry(parts, item, signal);
  if (article !== null) await analyseEntry(parts, item, article);
}

/** Null where the page gives no article, or none this time. */
async function fetchEntry({ store, intake, report }: ReadingParts, item: TriedItem, signal: AbortSignal) {
  try {
    return await intake.read({ type: "entry", url: item.url ?? "" }, signal);
  } catch (error) {
    if (signal.aborted) return null;
    if (!(error instanceof UserError)) report(error);
    const mayPass = !(error instanceof UserError) || PASSING.has(error.code);
    if (!mayPass || item.tries >= TRIES) await store.items.finish(item.id, "unreadable", null);
    return null;
  }
}

async function analyseEntry({ store, intake, turn, now, report }: ReadingParts, item: TriedItem, article: Article) {
  const { articles, items } = store;
  await turn();
  if ((await items.attempt(article.id)) > TRIES) return items.finish(item.id, "quarantined", null);
  try {
    const statements = await intake.findStatements(article);
    await articles.save(PUBLIC, { article, statements, engine: ENGINE, readAt: now() });
    await items.finish(item.id, "read", article.id);
  } catch (error) {
    report(error);
  }
}
