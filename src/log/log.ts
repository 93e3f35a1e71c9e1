/** Where faults go, whole. Nothing of an article or a question is ever given to it. */
export interface Log {
  info(message: string): void;
  /** A fault of ours under its reference id. */
  bug(reference: string, error: unknown): void;
}

/** The stack of an error and of its causes. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${describeError(error.cause)}`;
}
