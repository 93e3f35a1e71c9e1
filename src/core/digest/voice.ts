import { type Point, writeBriefing } from "../briefing/index.ts";
import type { StoredArticle } from "../ports.ts";
import { type Run, type Text, textOf } from "../reply.ts";
import { countWords } from "../text/terms.ts";
import type { Source } from "./compose.ts";

/** What stands under a story's headline, and the report it is from. */
export interface Voice {
  readonly source: Source;
  readonly runs: Text;
  /** The ¶ it starts in. */
  readonly paragraph: number;
}

/** Longer words are for the briefing. */
const LONGEST = 34;

/**
 * One sentence of a story: somebody's quoted words where any report has them and they are new, else what the first report
 * that was read leads with. Null where no page could be read.
 */
export function findVoice(sources: readonly Source[], known: readonly StoredArticle[]): Voice | null {
  const told = sources.flatMap(({ stored, ...source }) =>
    stored === null ? [] : pointsOf(stored).map((point) => ({ source: { ...source, stored }, point })),
  );
  const fitting = told.filter(({ point }) => countWords(textOf(point.runs)) <= LONGEST);
  const found = fitting.find(({ point }) => quotes(point).some((run) => isNew(run, known))) ?? fitting[0];
  if (found === undefined) return null;
  return { source: found.source, runs: found.point.runs, paragraph: found.point.receipts[0].paragraph };
}

/** Bullets first: they name who speaks. */
function pointsOf(stored: StoredArticle): readonly Point[] {
  const { lead, bullets } = writeBriefing(stored, { length: "short", focus: null });
  return [...bullets.filter((point) => quotes(point).length > 0), ...(lead === null ? [] : [lead]), ...bullets];
}

type Quote = Extract<Run, { readonly look: "quote" }>;
const quotes = ({ runs }: Point): readonly Quote[] => runs.filter((run): run is Quote => run.look === "quote");

const isNew = ({ receipt }: Quote, known: readonly StoredArticle[]): boolean =>
  known.every(({ article }) => !article.text.includes(receipt.quote));
