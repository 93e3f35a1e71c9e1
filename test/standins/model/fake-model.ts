import type { Model, ModelRequest } from "../../../src/core/model.ts";
import { ModelError, type ModelFailure } from "../../../src/core/written/model-error.ts";
import { estimateTokens } from "../../../src/core/written/tokens.ts";

/** What a fake model says to a request: a text, a value to be sent as JSON, or a failure. */
export type Saying = string | object | { readonly failure: ModelFailure };

/** A model that says what a script tells it to, and remembers what it was asked. */
export class FakeModel implements Model {
  readonly name = "fake-model";
  readonly requests: ModelRequest[] = [];
  readonly #script: (request: ModelRequest, count: number) => Saying | Promise<Saying>;

  constructor(script: (request: ModelRequest, count: number) => Saying | Promise<Saying>) {
    this.#script = script;
  }

  async ask(request: ModelRequest, signal: AbortSignal) {
    if (signal.aborted) throw new ModelError("stopped", "");
    this.requests.push(request);
    const said = await this.#script(request, this.requests.length);
    if (typeof said === "object" && "failure" in said) throw new ModelError(said.failure as ModelFailure, "told to");
    const text = typeof said === "string" ? said : JSON.stringify(said);
    const input = estimateTokens(request.system + request.turns.join("\n"));
    return { text, tokens: { input, output: estimateTokens(text) } };
  }
}
