import type { Statement } from "../statement.ts";

/**
 * A statement a model may use: somebody named said it, to our knowledge, and nobody else is quoting it. What was denied, is
 * still to be said, or is somebody's report of another's words is left to the reporter's sentence, where it can be read.
 */
export const isQuotable = ({ speaker, speechCue, kind, tier, stance, within }: Statement): boolean =>
  speaker !== null && (speechCue || kind !== "indirect") && tier !== "unsure" && stance === "said" && within === null;
