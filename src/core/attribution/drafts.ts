import type { Article, Span } from "../article.ts";
import type { StatementKind } from "../statement.ts";
import { isSpeechCue } from "./cues/english.ts";
import { findFrames } from "./frames.ts";
import { type ReadLine, readArticle } from "./lines.ts";
import type { Quotation } from "./quotations.ts";
import type { Reading } from "./reading.ts";
import { sentenceSpan } from "./sentences.ts";

/** An attribution with its mentions, before it is known who is meant. */
export interface Draft {
  readonly kind: StatementKind;
  readonly source: Span | null;
  readonly cue: Span | null;
  readonly speechCue: boolean;
  readonly content: readonly Span[];
  readonly quotations: readonly Span[];
  readonly sentence: Span;
}

interface Open {
  source: Span | null;
  cue: Span | null;
  speechCue: boolean;
  content: Span[];
  sentence: Span;
}

/** All attributions of an article, in reading order. */
export function findDrafts(article: Article): readonly Draft[] {
  const { text } = article;
  const lines = readArticle(article);
  const quotations = lines.flatMap((line) => line.quotations);
  const open: Open[] = [];
  let speaking: Open | null = null;
  for (const line of lines) speaking = readLine(line, open, speaking);
  return open
    .filter((each) => each.content.length > 0)
    .map((each) => finish(text, each, quotations))
    .sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0));
}

function readLine(line: ReadLine, open: Open[], before: Open | null): Open | null {
  let speaking: Open | null = null;
  line.readings.forEach((reading, index) => {
    const sentence = sentenceSpan(reading.sentence);
    const frames = findFrames(reading);
    const found = frames.map(
      (frame): Open => ({
        ...frame,
        content: [...frame.content],
        sentence,
        speechCue: isSpeechCue(wordsOf(reading, frame.cue)),
      }),
    );
    open.push(...found);
    const speech = found.filter((each) => each.speechCue && each.source !== null);
    const last = speech.at(-1) ?? null;
    if (last !== null) {
      speaking = last;
      return;
    }
    const spoken = quotationsAlone(reading);
    if (spoken.length === 0 || found.length > 0) return;
    const first = spoken[0];
    const target: Open | null =
      speaking ?? (index === 0 && (first?.continues || before?.content.length === 0) ? before : null);
    if (target !== null) {
      target.content.push(...spoken.map((quotation) => quotation.span));
      target.sentence = {
        start: Math.min(target.sentence.start, sentence.start),
        end: Math.max(target.sentence.end, sentence.end),
      };
      speaking = target;
    }
  });
  return speaking;
}

/** The quotations of a sentence that is nothing else. */
function quotationsAlone(reading: Reading): readonly Quotation[] {
  const quotations = reading.sentence.flatMap((token) => (token.quotation === null ? [] : [token.quotation]));
  const words = reading.tags.filter((tag) => tag !== "quotation" && tag !== "punctuation").length;
  return words === 0 ? quotations : [];
}

const wordsOf = (reading: Reading, span: Span): readonly string[] =>
  reading.sentence.filter((token) => token.start >= span.start && token.end <= span.end).map((token) => token.lower);

function finish(text: string, open: Open, all: readonly Quotation[]): Draft {
  const content = [...open.content].sort((a, b) => a.start - b.start);
  const inside = all.filter(({ span }) => content.some((piece) => span.start < piece.end && span.end > piece.start));
  return {
    ...open,
    content,
    quotations: inside.map((quotation) => quotation.inner),
    kind: kindOf(text, content, inside),
  };
}

function kindOf(text: string, content: readonly Span[], inside: readonly Quotation[]): StatementKind {
  if (inside.length === 0) return "indirect";
  const letters = (span: Span): number => text.slice(span.start, span.end).replace(/[^\p{L}\p{N}]/gu, "").length;
  const all = content.reduce((count, piece) => count + letters(piece), 0);
  const quoted = inside.reduce((count, { inner }) => count + letters(inner), 0);
  return quoted >= 0.95 * all ? "direct" : "mixed";
}
