/** Where faults go, whole. Nothing of an article or a question is ever given to it. */
export interface Log {
  info(message: string): void;
  /** A fault of ours under its reference id. */
  bug(reference: string, error: unknown): void;
}

/** Tokens as the platforms and model vendors shape them, JSON Web Tokens, and addresses that carry a token. */
const SECRET_SHAPES =
  /(?<![\w-])(?:xox[a-z]-|xapp-|vbt_|sk-|eyJ)[\w.-]{8,}|\bhooks\.slack\.com\/[^\s"']+|\/(?:webhooks|interactions)\/\d+\/[\w-]+/g;

/** A log of lines on `stream`. What is or looks like a secret is left out by value and by shape, wherever it stands. */
export function createLog(secrets: readonly string[], stream: { write(text: string): unknown }): Log {
  const scrub = (text: string): string =>
    secrets.reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text).replace(SECRET_SHAPES, "[secret]");
  const write = (level: string, text: string): void => void stream.write(`${level} ${scrub(text)}\n`);
  return {
    info: (message) => write("info", message),
    bug: (reference, error) => write("bug", `${reference} ${describe(error)}`),
  };
}

/** The stack of an error and of its causes. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${describe(error.cause)}`;
}
