import type { Statement } from "../statement.ts";

/** Somebody named said it themselves, and stands behind it; the engine need not be sure. */
export const isAsserted = ({ speaker, speechCue, kind, stance, within }: Statement): boolean =>
  speaker !== null && (speechCue || kind !== "indirect") && stance === "said" && within === null;

/**
 * A statement a model may use: somebody named said it, to our knowledge, and nobody else is quoting it. What was denied, is
 * still to be said, or is somebody's report of another's words is left to the reporter's sentence, where it can be read.
 */
export const isQuotable = (statement: Statement): boolean => isAsserted(statement) && statement.tier !== "unsure";
