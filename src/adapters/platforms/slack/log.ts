import { webApi } from "@slack/bolt";

/** Where the platform's log lines go; secrets are taken out behind it. */
export type Log = (level: "info" | "warn" | "error", message: string, error?: unknown) => void;

/** Bolt's logger over ours. Bolt's debug lines hold whole messages and are never kept. */
export function boltLogger(log: Log): webApi.Logger {
  const line = (parts: readonly unknown[]): string =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(" ");
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log("warn", line(parts)),
    error: (...parts) => log("error", line(parts)),
    setLevel: () => undefined,
    getLevel: () => webApi.LogLevel.WARN,
    setName: () => undefined,
  };
}
