import { pino } from "pino";
import { describeError, type Log } from "./log.ts";
import { createScrub } from "./scrub.ts";

/** A log of JSON lines on `stream`, for whatever gathers a service's logs. `now` gives milliseconds since 1970. */
export function createJsonLog(
  secrets: readonly string[],
  stream: { write(text: string): unknown },
  now: () => number,
): Log {
  const logger = pino(
    {
      base: null,
      timestamp: () => `,"time":"${new Date(now()).toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
      hooks: { streamWrite: createScrub(secrets) },
    },
    { write: (line) => void stream.write(line) },
  );
  return {
    info: (message) => logger.info(message),
    bug: (reference, error) => logger.error({ reference, fault: describeError(error) }, "A fault of ours"),
  };
}
