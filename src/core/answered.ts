import type { Reply } from "./reply.ts";

/** What somebody gets: a reply at once, and perhaps a better version a little later, to stand in its place. */
export interface Answered {
  readonly reply: Reply;
  /** Null where none comes. */
  readonly better: Promise<Reply | null>;
}

/** A reply that stays as it is. */
export const asIs = (reply: Reply): Answered => ({ reply, better: Promise.resolve(null) });

/** The better version; null where none comes, or not before the signal aborts. */
export async function betterBefore(signal: AbortSignal, { better }: Answered): Promise<Reply | null> {
  if (signal.aborted) return null;
  const { promise, resolve } = Promise.withResolvers<null>();
  const giveUp = (): void => resolve(null);
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([better, promise]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
