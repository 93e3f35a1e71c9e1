import { CONTENT, CUE, OTHER, SOURCE } from "./argument-model.ts";
import type { LabelledCue } from "./frame-model.ts";
import type { Reading } from "./reading.ts";

/** A clause of fewer words before "X said" is an adverbial: "On Monday, X said". */
const SHORTEST = 3;

/**
 * "The road will close, the town said on Friday.": where the model finds a speaker and a verb of saying but no content, and
 * a clause with a verb of its own stands before them, up to a comma, that clause is what was said.
 */
export function fillLeadingClause(reading: Reading, labelled: LabelledCue): LabelledCue {
  const { cue, from, labels } = labelled;
  const start = labels.findIndex((label) => label === SOURCE || label === CUE);
  const comma = start - 1;
  const { sentence, cues, before } = reading;
  const isBare = from === 0 && !labels.includes(CONTENT) && labels.includes(SOURCE) && cues[cue]?.class === "say";
  if (!isBare || comma < SHORTEST || sentence[comma]?.text !== "," || (before.verbs[comma] ?? 0) === 0) return labelled;
  return { ...labelled, labels: labels.map((label, at) => (at < comma && label === OTHER ? CONTENT : label)) };
}
