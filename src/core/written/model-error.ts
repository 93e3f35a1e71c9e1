import type { Tokens } from "../model.ts";

/**
 * Why a model gave nothing that can be used.
 * key: it does not take our key; busy: too many requests or no credit; down: it cannot be reached or failed; slow: no answer in
 * time; refused: it would not answer; cut: its answer ended early; shape: the answer is empty, no JSON, or not as asked;
 * large: the answer is longer than any we ask for; asked: it does not take the request as we make it; stopped: nobody waits.
 */
export type ModelFailure =
  | "key"
  | "busy"
  | "down"
  | "slow"
  | "refused"
  | "cut"
  | "shape"
  | "large"
  | "asked"
  | "stopped";

/** A model's failure. Its message holds neither what was sent nor what came back. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly failure: ModelFailure;
  /** What it cost all the same, as far as is known. */
  readonly tokens: Tokens;
  /** What came and cannot be read; kept with the call, never logged. */
  readonly output: string;
  constructor(failure: ModelFailure, detail: string, tokens: Tokens = { input: 0, output: 0 }, output = "") {
    super(`The language model gave no answer that can be used: ${failure}${detail === "" ? "" : ` (${detail})`}`);
    this.failure = failure;
    this.tokens = tokens;
    this.output = output;
  }
}
