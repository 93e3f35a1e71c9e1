import type { Article } from "../article.ts";
import { Conversation } from "./continuation.ts";
import { type Draft, makeDrafts } from "./draft.ts";
import { findFrames } from "./frames.ts";
import { isHeadline, type ReadLine, readArticle } from "./lines.ts";
import type { Quotation } from "./quotations.ts";
import { readSentence } from "./reading.ts";
import { readTurn } from "./transcript.ts";

export interface Drafts {
  /** In reading order, each with some content. */
  readonly drafts: readonly Draft[];
  /** All quotations of the article, in order. */
  readonly quotations: readonly Quotation[];
}

/** Reads an article from the first line to the last. */
export function findDrafts(article: Article): Drafts {
  const lines = readArticle(article);
  const conversation = new Conversation(article.text);
  const drafts = lines.flatMap((read) =>
    isHeadline(read.line) ? readHeadline(read) : readLine(article.text, read, conversation),
  );
  return {
    drafts: drafts.filter(({ content }) => content.length > 0).sort((a, b) => startOf(a) - startOf(b)),
    quotations: lines.flatMap((line) => line.quotations),
  };
}

const startOf = ({ content, cue }: Draft): number => content[0]?.start ?? cue.start;

/**
 * "Mayor says bridge is safe." A colon in a headline is no turn of a transcript, and nobody goes on speaking below it. An editor
 * sums up there what the story tells, so that none of it is taken for sure.
 */
const readHeadline = ({ readings }: ReadLine): readonly Draft[] =>
  readings.flatMap((reading) =>
    makeDrafts(reading, findFrames(reading), null).map((draft) => ({ ...draft, summed: true })),
  );

function readLine(text: string, { line, readings }: ReadLine, conversation: Conversation): readonly Draft[] {
  conversation.startLine();
  const [first] = readings;
  const turn = readTurn(readings, line.span);
  if (turn !== null && first !== undefined) {
    const spoken = makeDrafts(first, [turn], null).map((draft) => ({ ...draft, speechCue: true, sentence: line.span }));
    conversation.hear(first, spoken);
    const sentences = [readSentence(text, first.sentence.slice(turn.head + 1)), ...readings.slice(1)];
    const reported = spoken.flatMap((draft) => sentences.flatMap((each) => makeDrafts(each, findFrames(each), draft)));
    return [...spoken, ...reported];
  }
  return readings.flatMap((reading, place) => {
    const drafts = makeDrafts(reading, findFrames(reading), null);
    if (drafts.length > 0) conversation.hear(reading, drafts);
    else conversation.listen(reading, place, readings.length);
    return drafts;
  });
}
