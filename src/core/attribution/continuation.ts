import type { Span } from "../article.ts";
import type { Draft } from "./draft.ts";
import type { Reading } from "./reading.ts";
import { sentenceSpan } from "./sentences.ts";

/**
 * Quotations without a cue of their own belong to whoever speaks around them: “…,” she said. “…” · “…” “…,” he said ·
 * He added:¶“…” · “…¶“…” Where nobody does, they stay without a statement: a guess would be wrong three times in four.
 */
export class Conversation {
  readonly #text: string;
  /** Who spoke last in this line, and who did in the line before. */
  #speaking: Draft | null = null;
  #before: Draft | null = null;
  /** Quotations of this line that wait for somebody to say them. */
  #waiting: readonly Span[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  startLine(): void {
    this.#before = this.#speaking;
    this.#speaking = null;
    this.#waiting = [];
  }

  /** A sentence with attributions: the last speaker holds the floor, and quotations that wait are the first one's. */
  hear(reading: Reading, drafts: readonly Draft[]): void {
    const first = drafts.find((draft) => draft.speechCue && holdsQuotation(reading, draft));
    if (first !== undefined) first.content = [...this.#waiting, ...first.content];
    this.#waiting = [];
    this.#speaking = drafts.findLast((draft) => draft.speechCue && draft.source !== null) ?? this.#speaking;
  }

  /** A sentence without attributions. `place` is where it stands in its line, which has `count` sentences. */
  listen(reading: Reading, place: number, count: number): void {
    const spoken = spokenPart(this.#text, reading);
    if (spoken.length === 0) return;
    const speaker = this.#speaking ?? (place === 0 && this.#goesOn(reading, count) ? this.#before : null);
    if (speaker === null) {
      this.#waiting = [...this.#waiting, ...spoken];
      return;
    }
    const sentence = sentenceSpan(reading.sentence);
    speaker.content = [...speaker.content, ...spoken];
    speaker.sentence = { start: speaker.sentence.start, end: Math.max(speaker.sentence.end, sentence.end) };
    this.#speaking = speaker;
  }

  /** The speaker of the line before goes on where nothing else is in this one, or a colon or an open quotation leads over. */
  #goesOn(reading: Reading, count: number): boolean {
    const continues = reading.sentence[0]?.quotation?.continues === true;
    return count === 1 || continues || this.#before?.content.length === 0;
  }
}

const holdsQuotation = ({ sentence }: Reading, { content }: Draft): boolean =>
  sentence.some(
    ({ quotation, start, end }) => quotation !== null && content.some((span) => span.start <= start && end <= span.end),
  );

/** What a sentence without a cue says in quotation marks; all of the sentence where they hold most of it. */
function spokenPart(text: string, reading: Reading): readonly Span[] {
  const quotations = reading.sentence.filter((token) => token.quotation !== null);
  if (quotations.length === 0) return [];
  if (reading.tags.every((tag) => tag === "quotation" || tag === "punctuation")) {
    return quotations.map(({ start, end }) => ({ start, end }));
  }
  const { start, end } = sentenceSpan(reading.sentence);
  const inside = quotations.reduce((size, quotation) => size + quotation.end - quotation.start, 0);
  if (2 * inside < end - start) return [];
  return [{ start, end: text.charAt(end - 1) === "." ? end - 1 : end }];
}
