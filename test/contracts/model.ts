import { describe, expect, it } from "vitest";
import type { Model, ModelRequest } from "../../src/core/model.ts";
import { ModelError } from "../../src/core/written/model-error.ts";
import { fields, text } from "../../src/core/written/shape.ts";

export const REQUEST: ModelRequest = {
  system: "Answer with JSON.",
  turns: ["Say something."],
  answer: { name: "word", schema: fields({ word: text }).schema },
};

/** What a model under test answers next. */
export interface ModelBench {
  readonly model: Model;
  /** What it was sent: the turns, its own ones included. */
  sent(): readonly (readonly string[])[];
}

/** What every model does; each implementation and its fake run all of it. `open` gives one that answers with these texts in turn. */
export function modelContract(open: (answers: readonly string[]) => Promise<ModelBench>): void {
  const { signal } = new AbortController();

  describe("a model", () => {
    it("gives the answer as it came, and what it cost", async () => {
      const { model } = await open(['{"word":"ja"}']);
      const { text: answer, tokens } = await model.ask(REQUEST, signal);
      expect(answer).toBe('{"word":"ja"}');
      expect(tokens.input).toBeGreaterThan(0);
      expect(tokens.output).toBeGreaterThan(0);
      expect(model.name).not.toBe("");
    });

    it("is shown all turns, ours and its own", async () => {
      const { model, sent } = await open(['{"word":"no"}', '{"word":"ja"}']);
      await model.ask(REQUEST, signal);
      await model.ask({ ...REQUEST, turns: ["Say something.", '{"word":"no"}', "Something else."] }, signal);
      expect(sent()).toEqual([["Say something."], ["Say something.", '{"word":"no"}', "Something else."]]);
    });

    it("does not judge what comes: that is for whoever asked", async () => {
      const { model } = await open(["no JSON at all"]);
      expect((await model.ask(REQUEST, signal)).text).toBe("no JSON at all");
    });

    it("stops when nobody waits any more", async () => {
      const { model } = await open(['{"word":"ja"}']);
      const asked = model.ask(REQUEST, AbortSignal.abort());
      await expect(asked).rejects.toBeInstanceOf(ModelError);
      await expect(asked).rejects.toMatchObject({ failure: "stopped" });
    });
  });
}
