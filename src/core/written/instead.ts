import { BudgetError } from "./budget.ts";
import { ModelError } from "./model-error.ts";
import type { Instead, Written } from "./written.ts";

/** Why the model's words are not there. Throws on what is a fault of ours. */
export function reasonFor(error: unknown): Instead {
  if (error instanceof ModelError) return error.failure;
  if (error instanceof BudgetError) return error.whose;
  throw error;
}

/** Of a model that wrote nothing. */
export const nothingBy = (by: string, instead: Instead): Written => ({ by, checked: 0, of: 0, upTo: null, instead });
