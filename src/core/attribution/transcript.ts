import type { Span } from "../article.ts";
import type { Frame } from "./frame.ts";
import type { Reading } from "./reading.ts";

/** A name in capitals and a colon: how transcripts mark turns. */
const TURN = /^[\p{Lu}][\p{Lu}\p{M}.'’-]*$/u;
const LONGEST_NAME = 5;
/** Words set in capitals before a colon that name nobody. */
const LABELS: ReadonlySet<string> = new Set(
  "exclusive correction update updated note watch breaking read related video photos photo live opinion analysis editor's q a".split(
    " ",
  ),
);

/** "WALLACE: I think …": the whole line is the turn of one speaker. Null for any other line. */
export function readTurn(readings: readonly Reading[], line: Span): Frame | null {
  const sentence = readings[0]?.sentence ?? [];
  const colon = sentence.findIndex((token) => token.text === ":");
  const name = sentence.slice(0, Math.max(0, colon));
  const [first, last, mark, next] = [name[0], name.at(-1), sentence[colon], sentence[colon + 1]];
  if (first === undefined || last === undefined || mark === undefined || next === undefined) return null;
  const isName = name.length <= LONGEST_NAME && name.every(({ text }) => TURN.test(text)) && last.end - first.start > 2;
  if (!isName || LABELS.has(first.lower)) return null;
  return {
    head: colon,
    cue: { start: mark.start, end: mark.end },
    source: { start: first.start, end: last.end },
    content: [{ start: next.start, end: line.end }],
    odds: TURN_ODDS,
  };
}

/** As sure as a quotation followed by "he said". */
const TURN_ODDS = 3;
