import { fillPrompt, type PromptValues } from "../prompt.ts";
import { BudgetError } from "./budget.ts";
import type { Checked, Desk, Job } from "./desk.ts";
import { insideFence, makeFence } from "./fence.ts";
import { ModelError } from "./model-error.ts";
import { readJson } from "./shape.ts";

/** Something a model is to write: how it is asked, and what its draft is worth. */
export interface Task<D, V> {
  readonly job: Job<D>;
  /** The prompt's inputs but the fence and the faults. */
  readonly inputs: PromptValues;
  /** What stands of a draft; `before` is what stood of the first one where this is the second, and null where it is the first. */
  judge(draft: D, before: V | null): Checked<V>;
}

/** What was written of this before, judged anew; undefined where nothing was. Asks nobody. */
export async function recallTask<D, V>({ job, judge }: Task<D, V>, desk: Desk): Promise<V | undefined> {
  const said = await Promise.all([desk.recall(job, 0), desk.recall(job, 1)]);
  const [first, second] = said.map((text) => (text === null ? undefined : job.shape.read(readJson(text))));
  if (first === undefined) return undefined;
  const { value } = judge(first, null);
  return second === undefined ? value : judge(second, value).value;
}

/**
 * Asks the model, and gives what fails its check back once with the reasons, where the prompt has words for that. What the second
 * try fails in changes nothing about what stood in the first. Throws ModelError or BudgetError where there is no first.
 */
export async function writeTask<D, V>({ job, inputs, judge }: Task<D, V>, desk: Desk, random: string): Promise<V> {
  const { user, again } = job.prompt;
  const shown = Object.entries(inputs).map(([name, value]) => [name, insideFence(value, random)] as const);
  const asked = fillPrompt(user, { ...Object.fromEntries(shown), fence: makeFence(random) });
  const first = await desk.ask(job, [asked], (draft) => judge(draft, null));
  if (first.withheld.length === 0 || again === "") return first.value;
  try {
    const faults = fillPrompt(again, { faults: first.withheld.join("\n") });
    const second = await desk.ask(job, [asked, first.text, faults], (draft) => judge(draft, first.value));
    return second.value;
  } catch (error) {
    if (error instanceof ModelError || error instanceof BudgetError) return first.value;
    throw error;
  }
}
