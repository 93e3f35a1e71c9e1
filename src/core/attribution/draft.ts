import type { Span } from "../article.ts";
import type { Stance } from "../statement.ts";
import { findCueEntry, isNaming, isSpeechCue } from "./cues/english.ts";
import type { Frame } from "./frame.ts";
import type { Reading } from "./reading.ts";
import { sentenceSpan } from "./sentences.ts";
import { readStance } from "./stance.ts";

/** An attribution in the making: its content grows while the sentences after it are read. */
export interface Draft {
  readonly source: Span | null;
  readonly cue: Span;
  readonly speechCue: boolean;
  /** The cue gives something a name: "called it “a gift”". */
  readonly naming: boolean;
  /** A headline's: an editor's words for what the story tells. */
  readonly summed: boolean;
  readonly stance: Stance;
  /** Log-odds that it is right. */
  readonly odds: number;
  /** The draft this one is told in. */
  readonly outer: Draft | null;
  content: readonly Span[];
  sentence: Span;
}

/** The attributions of one sentence; `around` is the one that all of them are told in. */
export function makeDrafts(reading: Reading, frames: readonly Frame[], around: Draft | null): readonly Draft[] {
  const drafts = new Map<Frame, Draft>();
  const make = (frame: Frame): Draft => {
    const known = drafts.get(frame);
    if (known !== undefined) return known;
    const outer = outerOf(frame, frames);
    const draft = makeDraft(reading, frame, outer === null ? around : make(outer));
    drafts.set(frame, draft);
    return draft;
  };
  return frames.map(make);
}

function makeDraft(reading: Reading, frame: Frame, outer: Draft | null): Draft {
  const { cue, source, content, odds } = frame;
  const words = reading.sentence.filter((token) => holds(cue, token)).map((token) => token.lower);
  return {
    source,
    cue,
    speechCue: isSpeechCue(words),
    summed: false,
    naming: words.some((word) => isNaming(findCueEntry(word)?.lemma ?? "")),
    stance: readStance(reading, frame.head),
    odds,
    outer,
    content,
    sentence: sentenceSpan(reading.sentence),
  };
}

/** The frame with the smallest content that holds this one's cue. */
function outerOf(frame: Frame, frames: readonly Frame[]): Frame | null {
  const around = frames.filter((other) => isAround(other, frame));
  return around.reduce<Frame | null>(
    (best, other) => (best === null || sizeOf(other) < sizeOf(best) ? other : best),
    null,
  );
}

/** A frame around another is also the larger one, so that no two are each in the other. */
const isAround = (outer: Frame, inner: Frame): boolean =>
  outer.content.some((span) => holds(span, inner.cue)) && sizeOf(outer) > sizeOf(inner);

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const sizeOf = ({ content }: { readonly content: readonly Span[] }): number =>
  content.reduce((size, { start, end }) => size + end - start, 0);
