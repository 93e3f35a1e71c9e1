import type { IncomingMessage } from "node:http";

/** What is sent back: JSON, or text as it is. */
export interface Answer {
  readonly status: number;
  readonly body: string | object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One thing that can be asked of the process over HTTP. Refuses by throwing UserError, see `door.ts`. */
export interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  handle(request: IncomingMessage, signal: AbortSignal): Promise<Answer>;
}
