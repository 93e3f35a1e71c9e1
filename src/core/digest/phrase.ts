import type { StoredArticle } from "../ports.ts";
import type { Telling, Writer } from "../written/writer.ts";
import type { Written } from "../written/written.ts";
import type { Digest } from "./digest.ts";
import type { Told } from "./reply.ts";
import type { SlotTime } from "./slots.ts";

export interface PhraseParts {
  now(): number;
  /** Left out where there is no model. */
  readonly writer?: () => Promise<Pick<Writer, "tell">>;
  /** Keeps a fault of ours. */
  report(error: unknown): void;
}

/** The stories of a digest in words, and what came of letting a model write. */
export interface PhrasedStories {
  readonly stories: readonly Told[];
  /** Null where no model had its try. */
  readonly written: Written | null;
}

/** A digest that goes out later than this after its time waits for no model. */
const MOST_DELAY = 5 * 60_000;

/**
 * The sentence of each story as a model puts it, as far as that stood its check and came in time; else as it was. What is new in a
 * story told before is for the rules: they know what was told.
 */
export async function phraseStories(
  parts: PhraseParts,
  stories: readonly Told[],
  { place }: Digest,
  slot: SlotTime,
  signal: AbortSignal,
): Promise<PhrasedStories> {
  const articles = stories.flatMap(articleToTell);
  if (articles.length === 0 || parts.now() - slot.at > MOST_DELAY) return { stories, written: null };
  const { points, written } = await tell(parts, articles, { place, person: null, signal });
  const phrased = stories.map((told): Told => {
    const [article] = articleToTell(told);
    const point = points.get(article?.article.id ?? "");
    if (told.voice === null || point === undefined) return told;
    return { ...told, voice: { ...told.voice, runs: point.runs, paragraph: point.receipts[0].paragraph } };
  });
  return { stories: phrased, written };
}

/** A fault of ours on the way costs no digest: it goes out as the rules write it. */
async function tell({ writer, report }: PhraseParts, ...given: Parameters<Writer["tell"]>): Promise<Telling> {
  try {
    if (writer !== undefined) return await (await writer()).tell(...given);
  } catch (error) {
    report(error);
  }
  return { points: new Map(), written: null };
}

const articleToTell = ({ choice, voice }: Told): readonly StoredArticle[] =>
  choice.told.news === "new" && voice !== null && voice.source.stored !== null ? [voice.source.stored] : [];
