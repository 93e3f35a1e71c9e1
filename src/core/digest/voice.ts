import type { Point } from "../briefing/index.ts";
import type { StoredArticle } from "../ports.ts";
import { type Run, type Text, textOf } from "../reply.ts";
import { countWords } from "../text/terms.ts";
import type { Source } from "./compose.ts";
import type { Shelf } from "./shelf.ts";

/** What stands under a story's headline, and the report it is from. */
export interface Voice {
  readonly source: Source;
  readonly runs: Text;
  /** The ¶ it starts in. */
  readonly paragraph: number;
}

/** Longer words are for the briefing. */
export const LONGEST_SENTENCE = 34;

/**
 * One sentence of a story: somebody's quoted words from the first report that has them and they are new, else what the first
 * report that was read leads with. Null where no page could be read.
 */
export async function findVoice(
  shelf: Pick<Shelf, "points">,
  sources: readonly Source[],
  known: readonly StoredArticle[],
): Promise<Voice | null> {
  let otherwise: Voice | null = null;
  for (const source of sources) {
    if (source.stored === null) continue;
    const fitting = (await shelf.points(source.stored)).filter(
      ({ runs }) => countWords(textOf(runs)) <= LONGEST_SENTENCE,
    );
    const news = fitting.find((point) => quotes(point).some((run) => isNew(run, known)));
    if (news !== undefined) return voiceOf(source, news);
    otherwise ??= fitting[0] === undefined ? null : voiceOf(source, fitting[0]);
  }
  return otherwise;
}

const voiceOf = (source: Source, { runs, receipts }: Point): Voice => ({
  source,
  runs,
  paragraph: receipts[0].paragraph,
});

type Quote = Extract<Run, { readonly look: "quote" }>;
const quotes = ({ runs }: Point): readonly Quote[] => runs.filter((run): run is Quote => run.look === "quote");

const isNew = ({ receipt }: Quote, known: readonly StoredArticle[]): boolean =>
  known.every(({ article }) => !article.text.includes(receipt.quote));
