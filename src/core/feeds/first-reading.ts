import type { Subscription } from "./feed.ts";
import { type PollerParts, pollFeed } from "./poller.ts";

/** How far the first reading of new sources has come. */
export interface FirstReading {
  readonly read: number;
  /** Those that cannot be read at present. */
  readonly failed: number;
  readonly of: number;
}

const AT_ONCE = 16;
/** How far it has come is told so often, in milliseconds: chats let a message be edited every few seconds. */
const TOLD_EVERY = 4_000;

/**
 * Reads new sources for the first time. Gives how far it has come every few seconds, and at the end. What it does not get to, for
 * the process may end, is the poller's.
 */
export async function* readFirst(
  parts: PollerParts,
  added: readonly Subscription[],
  signal: AbortSignal,
): AsyncGenerator<FirstReading> {
  let failed = 0;
  let toldAt = parts.now();
  for (let from = 0; from < added.length; from += AT_ONCE) {
    const portion = added.slice(from, from + AT_ONCE);
    const isFailing = await Promise.all(portion.map((one) => readOne(parts, one, signal)));
    failed += isFailing.filter((failing) => failing).length;
    const done = from + portion.length;
    if (done < added.length && parts.now() - toldAt < TOLD_EVERY) continue;
    toldAt = parts.now();
    yield { read: done - failed, failed, of: added.length };
  }
}

/** Whether it fails. It is not asked where somebody else reads it already. */
async function readOne(parts: PollerParts, { url }: Subscription, signal: AbortSignal): Promise<boolean> {
  const known = await parts.store.watches.find(url);
  const watch = known?.fetchedAt === null ? await pollFeed(parts, known, signal) : known;
  return watch?.failing != null;
}
