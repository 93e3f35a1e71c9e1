import type { Span } from "../article.ts";
import { stem } from "../text/stem.ts";
import { type Passage, wordsIn } from "./passage.ts";

/** Fewer words than this at the end of a sentence are no part of what was said. */
const SHORTEST_TAIL = 2;

/**
 * The same passages with the rest of their sentences, as far as nobody else's words begin there: where reported words
 * end is read less surely than where they begin, so a passage that grew is no longer sure.
 */
export function widenPassages(passages: readonly Passage[]): readonly Passage[] {
  const neighbours = Map.groupBy(passages, ({ source }) => source);
  return passages.map((passage) => {
    const tail = tailOf(passage, neighbours.get(passage.source) ?? []);
    const wider = [headOf(passage), tail].filter((span) => span !== null);
    return wider.length === 0 ? passage : widen(passage, wider);
  });
}

/** The statement's content joined with what stands right before or after it. */
function widen(passage: Passage, wider: readonly Span[]): Passage {
  const { statement, source } = passage;
  const content = wider.reduce<readonly Span[]>(
    (spans, { start, end }) =>
      spans.map((span) => {
        if (span.end === start) return { start: span.start, end };
        return span.start === end ? { start, end: span.end } : span;
      }),
    statement.content,
  );
  const words = content.flatMap((span) => wordsIn(source.article.text, span));
  return {
    ...passage,
    statement: { ...statement, content, tier: "unsure" },
    words,
    stems: words.map(({ text }) => stem(text)),
  };
}

/** "said last year's harvest “rotted”": from the cue to what was said, where nothing but a few words parts them. */
function headOf({ source, statement: { cue, content } }: Passage): Span | null {
  const [first] = content;
  if (first === undefined || cue === null || cue.end >= first.start || first.start - cue.end > LONGEST_HEAD)
    return null;
  const head = source.article.text.slice(cue.end, first.start);
  if (/[.;:,(]/.test(head) || !/\p{L}/u.test(head)) return null;
  return { start: cue.end + head.length - head.trimStart().length, end: first.start };
}

const LONGEST_HEAD = 60;

/** From the end of what was said to the end of its sentence, or to whatever another statement has there. */
function tailOf({ source, statement }: Passage, neighbours: readonly Passage[]): Span | null {
  const { cue, content, sentence } = statement;
  const last = content.at(-1);
  if (last === undefined || cue === null || cue.end > last.start) return null;
  const others = neighbours.flatMap((other) => (other.statement === statement ? [] : partsOf(other)));
  const end = Math.min(sentence.end, ...others.filter(({ start }) => start >= last.end).map(({ start }) => start));
  const tail = { start: last.end, end };
  return wordsIn(source.article.text, tail).length < SHORTEST_TAIL ? null : tail;
}

const partsOf = ({ statement: { source, cue, content } }: Passage): readonly Span[] =>
  [source, cue, ...content].filter((span) => span !== null);
