import type { Span } from "../article.ts";
import { stem } from "../text/stem.ts";
import { type Passage, wordsIn } from "./passage.ts";

/** Fewer words than this at the end of a sentence are no part of what was said. */
const SHORTEST_TAIL = 2;

/**
 * The same passages with the rest of their sentences, as far as nobody else's words begin there: where reported words
 * end is read less surely than where they begin, so a passage that grew is no longer sure.
 */
export const widenPassages = (passages: readonly Passage[]): readonly Passage[] =>
  passages.map((passage) => {
    const tail = tailOf(passage, passages);
    return tail === null ? passage : widen(passage, tail);
  });

function widen(passage: Passage, tail: Span): Passage {
  const { statement, source } = passage;
  const last = statement.content.at(-1);
  const content = [...statement.content.slice(0, -1), { start: last?.start ?? tail.start, end: tail.end }];
  const words = content.flatMap((span) => wordsIn(source.article.text, span));
  return {
    ...passage,
    statement: { ...statement, content, tier: "unsure" },
    words,
    stems: words.map(({ text }) => stem(text)),
  };
}

/** From the end of what was said to the end of its sentence, or to whatever another statement has there. */
function tailOf({ source, statement }: Passage, passages: readonly Passage[]): Span | null {
  const { cue, content, sentence, quotations } = statement;
  const last = content.at(-1);
  if (last === undefined || cue === null || cue.end > last.start || quotations.length > 0) return null;
  const others = passages.flatMap((other) =>
    other.source === source && other.statement !== statement ? partsOf(other) : [],
  );
  const end = Math.min(sentence.end, ...others.filter(({ start }) => start >= last.end).map(({ start }) => start));
  const tail = { start: last.end, end };
  return wordsIn(source.article.text, tail).length < SHORTEST_TAIL ? null : tail;
}

const partsOf = ({ statement: { source, cue, content } }: Passage): readonly Span[] =>
  [source, cue, ...content].filter((span) => span !== null);
