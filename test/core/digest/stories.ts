import type { WriterParts } from "../../../src/core/written/index.ts";
import { FakeModel, type Saying } from "../../standins/model/fake-model.ts";
import { writerOver } from "../../standins/writer.ts";
import { Bench, FEED, FERRY } from "./bench.ts";

/** What a model writes of a story, resting on these. */
export const story = (text: string, statements: readonly string[], sentences: readonly number[]) => ({
  story: { text, statements, sentences },
});

/** What a careful model writes of the ferry, and what one that mixes people up does. */
export const CAREFUL = story("Harbour master Ines Calder told reporters on the quay: {s2}", ["s2"], [2]);
export const SWAPPED = story("Tomas Wren said {s2}", ["s2"], [2]);

/** When its digest is due, and an hour later. */
export const EIGHT = Date.UTC(2026, 10, 27, 8);
export const NINE = Date.UTC(2026, 10, 27, 9);

/** How the ferry is told by a careful model, and by the rules. */
export const TOLD =
  'Harbour master Ines Calder told reporters on the quay: "We cannot ask a crew to cross in that swell"';
export const BY_RULE = 'Ines Calder said: "We cannot ask a crew to cross in that swell" [¶3]';

/** A desk with a digest at 08:00 that a model tells, and what the operator was told. */
interface Written {
  readonly bench: Bench;
  readonly model: FakeModel;
  readonly reported: readonly string[];
}

/** A desk whose digests a model tells: it says these things in turn, the last one for ever. */
export async function openDesk(sayings: readonly Saying[], parts: Partial<WriterParts> = {}): Promise<Written> {
  const model = new FakeModel((_, count) => sayings[Math.min(count, sayings.length) - 1] ?? { failure: "down" });
  const reported: string[] = [];
  const report = (message: string): void => void reported.push(message);
  const bench = new Bench((store) => writerOver(model, store, { now: () => bench.clock, report, ...parts }));
  await bench.openDesk();
  return { bench, model, reported };
}

/** The first digest of the ferry, with what came of it. */
export async function tell(...sayings: readonly Saying[]): Promise<Written & { readonly text: string }> {
  const written = await openDesk(sayings);
  written.bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
  await written.bench.runUntil(NINE);
  return { ...written, text: written.bench.texts()[0] ?? "" };
}
