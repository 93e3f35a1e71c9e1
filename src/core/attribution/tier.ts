import type { Tier } from "../statement.ts";
import type { Draft } from "./draft.ts";
import type { Quotation } from "./quotations.ts";

/**
 * Log-odds from which a statement is "sure" and "likely". On 170 articles the models have not learned from, source and
 * content of 91 in 100 statements over SURE are right where the cue is a verb of saying; of other cues never 90 are.
 */
const SURE = 1;
const LIKELY = 0;

/** How sure the engine is of a statement. Without a source, or in marks that never close, nothing is sure. */
export function readTier({ odds, source, speechCue }: Draft, inside: readonly Quotation[]): Tier {
  const closed = inside.every((quotation) => quotation.closed || quotation.continues);
  if (speechCue && odds >= SURE && source !== null && closed) return "sure";
  return odds >= LIKELY ? "likely" : "unsure";
}
