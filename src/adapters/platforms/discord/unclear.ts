import { classifyFailure, describeFailure } from "./failure.ts";
import type { Log } from "./log.ts";
import type { Sleep, Timing } from "./timing.ts";

/** What trying again takes. */
export interface Patience {
  readonly log: Log;
  readonly sleep: Sleep;
  readonly timing: Timing;
}

/** Tries a request until its end is clear. Throws what Discord answered, or the last failure when it never became clear. */
export async function untilClear<R>({ log, sleep, timing }: Patience, attempt: () => Promise<R>): Promise<R> {
  for (const ms of timing.retries) {
    try {
      return await attempt();
    } catch (error) {
      if (classifyFailure(error) !== "unclear") throw error;
      log("Discord's answer did not arrive; it is asked again", describeFailure(error));
      await sleep(ms);
    }
  }
  return attempt();
}
