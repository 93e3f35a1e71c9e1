import type { Desk } from "./desk.ts";
import { describeFailure } from "./failure.ts";
import { sleepUnder } from "./timing.ts";

/** Shows that the bot is typing for as long as the work takes, also when it fails. Nothing depends on its being shown. */
export async function whileTyping<R>(desk: Desk, channel: string, work: () => Promise<R>): Promise<R> {
  const done = new AbortController();
  keepTyping(desk, channel, AbortSignal.any([done.signal, desk.signal])).catch((error: unknown) => {
    if (!done.signal.aborted) desk.log("typing could not be shown", describeFailure(error));
  });
  try {
    return await work();
  } finally {
    done.abort();
  }
}

/** Discord shows it for ten seconds a time. https://docs.discord.com/developers/resources/channel#trigger-typing-indicator */
async function keepTyping(desk: Desk, channel: string, signal: AbortSignal): Promise<void> {
  const sleep = sleepUnder(signal);
  while (!signal.aborted) {
    await desk.api.showTyping(channel);
    await sleep(desk.timing.typing);
  }
}
