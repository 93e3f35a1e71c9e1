import { webApi } from "@slack/bolt";

/** Where lines for the operator go; secrets are taken out behind it. */
export interface Log {
  info(message: string): void;
  /** A fault of ours, whole, under its reference. */
  bug(reference: string, error: unknown): void;
}

/** Bolt's warnings and errors in our log. Its debug lines hold whole messages and are never kept. */
export function boltLogger(log: Log): webApi.Logger {
  const note = (...parts: readonly unknown[]): void => log.info(`Slack client: ${parts.map(describe).join(" ")}`);
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: note,
    error: note,
    setLevel: () => undefined,
    getLevel: () => webApi.LogLevel.WARN,
    setName: () => undefined,
  };
}

const describe = (part: unknown): string => (part instanceof Error ? part.message : String(part));
