import type { Point } from "../briefing/briefing.ts";
import type { StoryDraft } from "./draft.ts";
import { nothingBy, reasonFor } from "./instead.ts";
import { ModelError } from "./model-error.ts";
import type { Phrased } from "./phrased.ts";
import type { Task } from "./task.ts";
import type { Instead, Written } from "./written.ts";

/** What a model has to say of the stories of a digest. */
export interface Telling {
  /** Its sentences that stood their check, by article. */
  readonly points: ReadonlyMap<string, Point>;
  /** Null where it was not asked, or had nothing to say. */
  readonly written: Written | null;
}

export interface TellParts {
  readonly by: string;
  readonly write: (task: Task<StoryDraft, Phrased>) => Promise<Phrased>;
  /** Aborts when nobody waits any more: what comes later is kept for whoever asks next. */
  readonly ended: AbortSignal;
  readonly report: (message: string) => void;
}

/** Lets a model tell stories, all at once. However it fails, there is an end, and one report of each kind of failure. */
export async function tellStories(
  tasks: readonly Task<StoryDraft, Phrased>[],
  { by, write, ended, report }: TellParts,
): Promise<Telling> {
  const points = new Map<string, Point>();
  const failures = new Map<string, Instead>();
  let of = 0;
  const tell = async (task: Task<StoryDraft, Phrased>): Promise<void> => {
    try {
      const phrased = await unlessEnded(write(task), ended);
      if (phrased !== null) of += 1;
      if (phrased?.point) points.set(task.job.articleId, phrased.point);
    } catch (error) {
      failures.set(error instanceof ModelError ? error.message : "", reasonFor(error));
    }
  };
  await Promise.all(tasks.map(tell));
  for (const message of failures.keys()) if (message !== "") report(message);
  const [failure = null] = failures.values();
  if (of === 0) return { points, written: failure === null ? null : nothingBy(by, failure) };
  return {
    points,
    written: { by, checked: points.size, of, upTo: null, instead: points.size === 0 ? "unproven" : null },
  };
}

/** What the work gives; throws ModelError where waiting for it ends before. */
function unlessEnded<T>(work: Promise<T>, ended: AbortSignal): Promise<T> {
  const end = new Promise<never>((_, reject) => {
    const stop = (): void => reject(new ModelError("slow", "a digest does not wait longer"));
    if (ended.aborted) stop();
    else ended.addEventListener("abort", stop, { once: true });
  });
  return Promise.race([work, end]);
}
