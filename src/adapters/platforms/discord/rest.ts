import { DefaultRestOptions, type RateLimitData, REST, type RESTOptions, type ResponseLike } from "discord.js";
import { withReadableWait } from "./retry-after.ts";

/** The client does not sit out a longer wait: the worklist does, task by task. */
const LONGEST_WAIT_MS = 60_000;

/** How requests are made. Nothing is posted again without a look first (outbox.ts), so the client retries nothing itself. */
export function restOptions(apiUrl: string | null, timeout: number): Partial<RESTOptions> {
  return {
    ...(apiUrl === null ? {} : { api: apiUrl }),
    version: "10",
    retries: 0,
    timeout,
    rejectOnRateLimit: isLongWait,
    makeRequest: async (url, init): Promise<ResponseLike> =>
      withReadableWait(await DefaultRestOptions.makeRequest(url, init)),
  };
}

/**
 * A client for answers to interactions alone: they do not count towards a bot's fifty requests a second
 * (https://docs.discord.com/developers/topics/rate-limits#global-rate-limit), and each has a rate limit of its own, which is
 * forgotten within a minute.
 */
export const createInteractionRest = (apiUrl: string | null, timeout: number): REST =>
  new REST({
    ...restOptions(apiUrl, timeout),
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    handlerSweepInterval: 60_000,
  });

const isLongWait = ({ retryAfter, timeToReset, sublimitTimeout }: RateLimitData): boolean =>
  Math.max(retryAfter, timeToReset, sublimitTimeout) > LONGEST_WAIT_MS;
