import { randomBytes } from "node:crypto";
import type { Config } from "../config.ts";
import type { Store } from "../core/ports.ts";
import type { Writer } from "../core/written/index.ts";
import type { Log } from "../log/log.ts";
import { loadPrompts } from "./prompts.ts";

/**
 * What lets a language model write; null without its settings. The prompts are read at once, so that a faulty one stops the
 * start; the client is loaded when it is first needed.
 */
export function openWriter(
  { model, modelLimits }: Config,
  { modelCalls }: Store,
  now: () => number,
  log: Log,
): (() => Promise<Writer>) | null {
  if (model === null) return null;
  const prompts = loadPrompts();
  const open = async (): Promise<Writer> => {
    const { createOpenAi } = await import("../adapters/model/openai.ts");
    const { createWriter } = await import("../core/written/index.ts");
    return createWriter({
      model: createOpenAi(model),
      prompts,
      calls: modelCalls,
      limits: modelLimits,
      now,
      random: () => randomBytes(8).toString("hex"),
      patience: () => AbortSignal.timeout(model.timeout),
      report: (message) => log.info(message),
    });
  };
  let writer: Promise<Writer> | null = null;
  return () => {
    writer ??= open();
    return writer;
  };
}
