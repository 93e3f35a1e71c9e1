import type { Point } from "../briefing/index.ts";
import type { StoredArticle } from "../ports.ts";
import type { Prompt } from "../prompt.ts";
import { Recent } from "../recent.ts";
import { tenantKey } from "./budget.ts";
import type { Asker, Desk } from "./desk.ts";
import type { StoryDraft } from "./draft.ts";
import { nothingBy, reasonFor } from "./instead.ts";
import { ModelError, type ModelFailure } from "./model-error.ts";
import { createPen } from "./pen.ts";
import type { Phrased } from "./phrased.ts";
import { prepareStory } from "./story.ts";
import type { Writer, WriterParts } from "./writer.ts";

export interface TellerParts extends Pick<WriterParts, "now" | "random" | "patience" | "report"> {
  readonly desk: Desk;
  readonly prompt: Prompt;
}

/** As many sentences are at hand: thousands of digests tell the same stories within a minute. */
const MOST_AT_HAND = 300;

/** After a digest it failed as a whole the model is left alone for so long: those due meanwhile go out at once. */
const REST = 5 * 60_000;
/** Failures that the next article would meet too. */
const OUT_OF_ORDER: ReadonlySet<ModelFailure> = new Set(["key", "busy", "down", "slow", "asked"]);

/** Tells the stories of digests, all of one at once. Each kind of failure is reported once a digest; a fault of ours is thrown. */
export function createTeller({ desk, prompt, now, random, patience, report }: TellerParts): Writer["tell"] {
  const by = desk.model.name;
  const write = createPen<StoryDraft, Phrased>(desk, random);
  const atHand = new Recent<Phrased>(MOST_AT_HAND);
  let rest: { readonly until: number; readonly after: ModelError } | null = null;

  async function phrase(stored: StoredArticle, asker: Asker): Promise<Phrased> {
    const name = `${tenantKey(asker.place)} ${stored.article.id}`;
    const known = atHand.get(name);
    if (known !== undefined) return known;
    if (rest !== null && now() < rest.until) throw rest.after;
    const task = prepareStory(stored, prompt, desk, asker);
    const phrased = task === null ? null : await write(task);
    atHand.set(name, phrased);
    return phrased;
  }

  /** Tells the operator what went wrong, and leaves the model alone where nothing came of it. */
  function note(errors: readonly unknown[], stood: boolean): void {
    const fresh = errors.filter((error) => error instanceof ModelError).filter((error) => error !== rest?.after);
    for (const message of new Set(fresh.map(({ message }) => message))) report(message);
    const broken = fresh.find(({ failure }) => OUT_OF_ORDER.has(failure));
    if (broken !== undefined && !stood) rest = { until: now() + REST, after: broken };
  }

  return async (articles, asker) => {
    const late = patience();
    const points = new Map<string, Point>();
    const errors: unknown[] = [];
    let of = 0;
    const tell = async (stored: StoredArticle): Promise<void> => {
      try {
        const phrased = await unlessEnded(phrase(stored, asker), asker.signal, late);
        if (phrased !== null) of += 1;
        if (phrased?.point) points.set(stored.article.id, phrased.point);
      } catch (error) {
        errors.push(error);
      }
    };
    await Promise.all(articles.map(tell));
    const [failure] = errors.map(reasonFor);
    note(errors, of > 0);
    if (of === 0) return { points, written: failure === undefined ? null : nothingBy(by, failure) };
    const instead = points.size === 0 ? "unproven" : null;
    return { points, written: { by, checked: points.size, of, upTo: null, instead } };
  };
}

/** What the work gives; throws ModelError where waiting for it ends before. */
function unlessEnded<T>(work: Promise<T>, stopped: AbortSignal, late: AbortSignal): Promise<T> {
  const ended = AbortSignal.any([stopped, late]);
  const end = new Promise<never>((_, reject) => {
    const stop = (): void =>
      reject(new ModelError(stopped.aborted ? "stopped" : "slow", "a digest does not wait longer"));
    if (ended.aborted) stop();
    else ended.addEventListener("abort", stop, { once: true });
  });
  return Promise.race([work, end]);
}
