import type { Reply } from "./reply.ts";

/** What somebody gets: a reply at once, and perhaps others a little later, to stand in its place. */
export interface Answered {
  readonly reply: Reply;
  /** A better version; null where none comes. */
  readonly better: Promise<Reply | null>;
  /** How far the work has come that was begun with the reply, every few seconds, and last how it ended; nothing where it is done. */
  readonly steps: AsyncIterable<Reply>;
}

/** A reply that stays as it is. */
export const asIs = (reply: Reply): Answered => withBetter(reply, Promise.resolve(null));

/** A reply, and a better version of it. */
export const withBetter = (reply: Reply, better: Answered["better"]): Answered => ({ reply, better, steps: none() });

async function* none(): AsyncGenerator<Reply> {}

/** The better version; null where none comes, or not before the signal aborts. */
export async function betterBefore(signal: AbortSignal, { better }: Answered): Promise<Reply | null> {
  return before(signal, better);
}

/** The steps, as far as they come before the signal aborts. */
export async function* stepsBefore(signal: AbortSignal, { steps }: Answered): AsyncGenerator<Reply> {
  const coming = steps[Symbol.asyncIterator]();
  for (;;) {
    const step = await before(signal, coming.next());
    if (step === null || step.done === true) return;
    yield step.value;
  }
}

async function before<T>(signal: AbortSignal, coming: Promise<T>): Promise<T | null> {
  if (signal.aborted) return null;
  const { promise, resolve } = Promise.withResolvers<null>();
  const giveUp = (): void => resolve(null);
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([coming, promise]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
