import type { ServerResponse } from "node:http";

/** How the next call of a method goes wrong: before it is carried out, or after, when only its answer is lost. */
export type Fault =
  | { readonly type: "limited"; readonly retryAfter: string | null }
  | { readonly type: "refused"; readonly code: string }
  | { readonly type: "reset"; readonly done: boolean }
  | { readonly type: "status"; readonly status: number; readonly done: boolean }
  | { readonly type: "silence"; readonly done: boolean };

/** Does Slack carry the call out before it goes wrong? */
export const isDone = (fault: Fault): boolean => "done" in fault && fault.done;

/** Sends what the fault leaves of the answer. */
export function breakAnswer(response: ServerResponse, fault: Fault): void {
  switch (fault.type) {
    case "limited":
      response.writeHead(429, fault.retryAfter === null ? {} : { "retry-after": fault.retryAfter }).end();
      return;
    case "refused":
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ ok: false, error: fault.code }));
      return;
    case "status":
      response.writeHead(fault.status).end("upstream error");
      return;
    case "reset":
      response.destroy();
      return;
    case "silence":
      return;
  }
}
