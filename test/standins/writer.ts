import { loadPrompts } from "../../src/app/prompts.ts";
import type { Model } from "../../src/core/model.ts";
import type { Store } from "../../src/core/ports.ts";
import { createWriter, type Writer, type WriterParts } from "../../src/core/written/index.ts";

/** What lets a model write, over a store, with no limits and all the time there is but what a test gives. */
export function writerOver(
  model: Model,
  { modelCalls }: Pick<Store, "modelCalls">,
  parts: Partial<WriterParts> = {},
): Writer {
  let fences = 0;
  return createWriter({
    model,
    prompts: loadPrompts(),
    calls: modelCalls,
    limits: { tenant: null, person: null },
    now: () => 0,
    random: () => (fences++).toString(16).padStart(16, "f"),
    patience: () => new AbortController().signal,
    report: () => undefined,
    ...parts,
  });
}
