import { describeError, type Log } from "./log.ts";
import { createScrub } from "./scrub.ts";

/** A log of plain lines on `stream`, for whoever sits at a terminal. */
export function createLineLog(secrets: readonly string[], stream: { write(text: string): unknown }): Log {
  const scrub = createScrub(secrets);
  const write = (level: string, text: string): void => void stream.write(`${level} ${scrub(text)}\n`);
  return {
    info: (message) => write("info", message),
    bug: (reference, error) => write("bug", `${reference} ${describeError(error)}`),
  };
}
