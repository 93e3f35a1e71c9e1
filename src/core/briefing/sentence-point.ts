import type { Span } from "../article.ts";
import { plain, type Run } from "../reply.ts";
import type { Point } from "./briefing.ts";
import { afterConnective, capitalize, opensWithPronoun } from "./opening.ts";
import { proofsOf } from "./proofs.ts";
import { sentenceRuns } from "./sentence-runs.ts";
import { overlap } from "./span.ts";
import { standsAlone } from "./stands-alone.ts";
import type { Told } from "./told.ts";

/**
 * A whole sentence of the story as one point, quotations as quotations. Null where it does not stand on its own: it
 * opens with a pronoun, speaks of nobody but "he", or holds words whose speaker is named in another sentence.
 */
export function sentencePoint(sentence: Span, story: Told): Point | null {
  const { text } = story.article;
  const span = afterConnective(text, sentence);
  if (opensWithPronoun(text.slice(span.start, span.end))) return null;
  return wholeSentencePoint(span, sentence, story);
}

/** The same without trimming a connective or judging the opening: what a lead may be. */
export function wholeSentencePoint(span: Span, sentence: Span, story: Told): Point | null {
  const { article } = story;
  const told = story.statements.filter(({ content }) => content.some((piece) => overlap(piece, sentence)));
  if (!standsAlone({ ...story, statements: told }, span, sentence)) return null;
  const runs = sentenceRuns(article, span, told);
  if (runs === null) return null;
  const kind = told.some(({ speechCue, kind }) => speechCue || kind !== "indirect") ? "reported" : "fact";
  const speakers = told.flatMap(({ speaker }) => (speaker === null ? [] : [speaker.name]));
  return { kind, runs: capitalized(runs), speakers, receipts: proofsOf(article, told, span), sentence };
}

/** The same with a capital at the beginning. */
function capitalized([first, ...rest]: readonly Run[]): readonly Run[] {
  if (first === undefined) return [];
  return first.look === "plain" ? [plain(capitalize(first.text)), ...rest] : [first, ...rest];
}
