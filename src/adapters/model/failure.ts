import { APIConnectionError, APIConnectionTimeoutError, APIError } from "openai";
import { ModelError, type ModelFailure } from "../../core/written/model-error.ts";

/** Whatever the client threw, as the core knows it. Nothing of the server's own words is kept: they may repeat what was sent. */
export function explainFailure(error: unknown, stopped: AbortSignal, late: AbortSignal): ModelError {
  const tokens = error instanceof ModelError ? error.tokens : undefined;
  // A stream that is aborted ends as if it were whole, so the signals are asked first.
  if (stopped.aborted) return new ModelError("stopped", "", tokens);
  if (late.aborted || error instanceof APIConnectionTimeoutError) return new ModelError("slow", "", tokens);
  if (error instanceof ModelError) return error;
  if (error instanceof APIConnectionError) return new ModelError("down", "no connection");
  if (error instanceof APIError && typeof error.status === "number")
    return new ModelError(failureOf(error.status), `HTTP ${error.status}`);
  return new ModelError("cut", error instanceof Error ? error.name : typeof error);
}

/** https://platform.openai.com/docs/guides/error-codes#api-errors */
function failureOf(status: number): ModelFailure {
  if (status === 401 || status === 403) return "key";
  if (status === 402 || status === 429) return "busy";
  return status >= 500 || status === 408 ? "down" : "asked";
}

/** The server does not know this form of request; a plainer one may do. */
export const isUnknownForm = (error: unknown): boolean => error instanceof APIError && error.status === 400;
