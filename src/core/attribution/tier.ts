import type { Tier } from "../statement.ts";
import type { Draft } from "./draft.ts";
import type { Quotation } from "./quotations.ts";

/**
 * Log-odds from which statements are right, source and content, in 90 and in 60 of 100 cases, on articles the models have
 * not learned from.
 */
const SURE = 1.2;
const LIKELY = 0;

/** How sure the engine is of a statement. Without a source, or in marks that never close, nothing is sure. */
export function readTier({ odds, source }: Draft, inside: readonly Quotation[]): Tier {
  const closed = inside.every((quotation) => quotation.closed || quotation.continues);
  if (odds >= SURE && source !== null && closed) return "sure";
  return odds >= LIKELY ? "likely" : "unsure";
}
