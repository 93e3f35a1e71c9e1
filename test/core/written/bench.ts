import { readFileSync } from "node:fs";
import { createIntake } from "../../../src/adapters/intake/intake.ts";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { briefAnswered } from "../../../src/core/briefing/answered.ts";
import { type Core, createCore } from "../../../src/core/core.ts";
import { nowhereElse } from "../../../src/core/elsewhere.ts";
import type { Model } from "../../../src/core/model.ts";
import type { Call, Store } from "../../../src/core/ports.ts";
import type { Reply } from "../../../src/core/reply.ts";
import type { Limits } from "../../../src/core/written/budget.ts";
import { placeIn } from "../../contracts/store/stored.ts";
import { newsroomOver } from "../../standins/newsroom.ts";
import { writerOver } from "../../standins/writer.ts";

export const NOON = Date.UTC(2026, 10, 27, 12);

/** A core with a language model, over a store in memory. */
export interface Bench {
  readonly core: Core;
  readonly store: Store;
  /** What an operator's log was told. */
  readonly reported: string[];
  /** The briefing of a text at once, and as the model has it. */
  brief(text: string, call?: Call): Promise<{ readonly reply: Reply; readonly better: Reply | null }>;
}

export interface BenchOptions {
  readonly limits?: Limits;
  readonly now?: () => number;
}

export function openBench(
  model: Model,
  { limits = { tenant: null, person: null }, now = () => NOON }: BenchOptions = {},
): Bench {
  const store = memoryStore(now);
  const reported: string[] = [];
  const report = (message: string): void => void reported.push(message);
  const writer = writerOver(model, store, { limits, now, report });
  const core = createCore({
    intake: createIntake(),
    store,
    newsroom: newsroomOver(store, now),
    now,
    writer: async () => writer,
  });
  return {
    core,
    store,
    reported,
    async brief(text, call = callFrom("desk")) {
      const answered = await briefAnswered(
        core,
        { type: "text", text },
        { length: "short", focus: null },
        "channel",
        call,
      );
      return { reply: answered.reply, better: await answered.better };
    },
  };
}

/** Ana, who manages the place, in a channel. */
export const callFrom = (channel: string, person = "ana", signal = new AbortController().signal): Call => ({
  place: placeIn(channel),
  person: { id: person, name: person, manager: true },
  signal,
  elsewhere: nowhereElse,
});

export const readArticle = (name: string): string =>
  readFileSync(new URL(`../../fixtures/articles/${name}.txt`, import.meta.url), "utf8");

const item = (text: string, statements: readonly string[], sentences: readonly number[]) => ({
  text,
  statements,
  sentences,
});

/** What a careful model writes about the grain road. */
export const CAREFUL = {
  headline: null,
  lead: item(
    "Vardonia and Meristan are {s1} from reopening the grain road, Vardonia's foreign minister said.",
    ["s1"],
    [1],
  ),
  bullets: [
    item("Dario Venn said {s3}", ["s3"], [3]),
    item("Sela Okoro said {s4}", ["s4"], [5]),
    item("Meristan has called that figure {s6}", ["s6"], [7]),
  ],
  next: item("Venn is to travel to the assembly on Friday.", [], [15]),
};

/** What a model says that gets everything wrong that can be. */
export const LYING = {
  headline: null,
  lead: item("Vardonia and Meristan have reopened the grain road, the foreign minister said.", [], [1]),
  bullets: [
    item("Sela Okoro said {s3}", ["s3"], [3]),
    item('Dario Venn said "I have seen signatures freeze in the pen"', ["s4"], [5]),
    item("Vardonia said it would let in 2,000 trucks a day.", ["s5"], [6]),
    item('Sela Okoro said "the road is dead"', [], [5]),
  ],
  next: item("Venn is to travel to the assembly on Sunday.", [], [15]),
};
