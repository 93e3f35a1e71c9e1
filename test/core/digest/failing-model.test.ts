import { describe, expect, it } from "vitest";
import type { ModelFailure } from "../../../src/core/written/model-error.ts";
import { FakeModel, type Saying } from "../../standins/model/fake-model.ts";
import { writerOver } from "../../standins/writer.ts";
import { Bench, callFrom, FEED, FERRY, GRAIN } from "./bench.ts";
import { BY_RULE, CAREFUL, EIGHT, NINE, openDesk, story, tell } from "./stories.ts";

/** Patience that ends as soon as waiting has begun. */
function endsAtOnce(): AbortSignal {
  const patience = new AbortController();
  setImmediate(() => patience.abort());
  return patience.signal;
}

describe("a model that fails", () => {
  const failures: readonly (readonly [string, Saying, string])[] = [
    ...(["key", "busy", "down", "slow", "refused", "cut", "large", "asked"] as const).map(
      (failure: ModelFailure) => [failure, { failure }, "The language model "] as const,
    ),
    ["malformed JSON", '{"story": {"text": ', "could not be read"],
    ["another shape", { story: "A ferry" }, "could not be read"],
    ["nothing", "", "could not be read"],
    ["prose", "Here is your sentence!", "could not be read"],
    ["unknown ids", story("Ines Calder said {s99}", ["s99"], [400]), "passed its check"],
    ["a quotation of its own", story('Ines Calder said "the sea is shut"', ["s2"], [2]), "passed its check"],
  ];
  it.each(failures)("by %s leaves the digest the rules write, with one quiet line", async (_, saying, said) => {
    const { text } = await tell(saying);
    expect(text).toContain(BY_RULE);
    expect(text).toContain(said);
    expect(text.match(/these are the articles' own sentences/g)).toHaveLength(1);
  });

  it("is told to the operator once a digest, without a word of the articles", async () => {
    const { bench, reported } = await openDesk([{ failure: "busy" }]);
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    bench.news.publish(FEED, "Farmers ask for grain wagons", GRAIN);
    await bench.runUntil(NINE);
    expect(reported).toEqual(["The language model gave no answer that can be used: busy (told to)"]);
    expect(bench.texts()[0]?.match(/language model/g)).toHaveLength(1);
  });

  it.each(["slow", "busy", "down"] as const)("by being %s is left alone for some minutes", async (failure) => {
    const { bench, model, reported } = await openDesk([{ failure }]);
    await bench.command("digest", "add second at:08:00 tz:UTC");
    await bench.command("digest", "add third at:08:10 tz:UTC");
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    bench.news.publish(FEED, "Farmers ask for grain wagons", GRAIN);
    await bench.runUntil(EIGHT + 60_000);
    expect(bench.texts()).toHaveLength(2);
    expect(model.requests).toHaveLength(2);
    await bench.runUntil(NINE);
    expect(model.requests).toHaveLength(4);
    expect(bench.texts().filter((text) => text.includes("The language model "))).toHaveLength(3);
    expect(reported).toHaveLength(2);
  });

  it("in a way that is our fault costs no digest: it goes out by rule, and the fault is kept", async () => {
    const faults: unknown[] = [];
    const broken = new FakeModel(() => {
      throw new TypeError("no such thing");
    });
    const bench = new Bench((store) => writerOver(broken, store));
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(EIGHT);
    await bench.newsroom.plan();
    const newsroom = bench.openNewsroom(writerOver(broken, bench.store), (error) => void faults.push(error));
    for (const job of bench.jobs.splice(0)) await newsroom.work(job, new AbortController().signal);
    expect(bench.texts()[0]).toContain(BY_RULE);
    expect(bench.texts()[0]).not.toContain("language model");
    expect(faults).toEqual([new TypeError("no such thing")]);
  });

  it("by not answering is not waited for, and what it says later is there for the next", async () => {
    let answer: (saying: Saying) => void = () => undefined;
    const slow = new Promise<Saying>((resolve) => {
      answer = resolve;
    });
    const model = new FakeModel(() => slow);
    const bench = new Bench((store) => writerOver(model, store, { now: () => bench.clock, patience: endsAtOnce }));
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(NINE);
    expect(bench.texts()[0]).toContain(BY_RULE);
    expect(bench.texts()[0]).toContain("The language model did not answer in time");
    answer(CAREFUL);
    const [digest] = await bench.store.digests.list(callFrom("desk").place);
    const [slot] = await bench.store.slots.recent(digest?.id ?? "", 1);
    const article = slot?.edition?.told[0]?.articles[0] ?? "";
    await expect
      .poll(async () => (await bench.store.modelCalls.about(callFrom("desk").place, article, 5)).length)
      .toBe(1);
  });

  it("is not waited for by a process that ends: the digest goes out before", async () => {
    const model = new FakeModel(() => new Promise<Saying>(() => undefined));
    const bench = new Bench((store) => writerOver(model, store, { now: () => bench.clock }));
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(EIGHT);
    await bench.newsroom.plan();
    const ending = new AbortController();
    const work = Promise.all(bench.jobs.splice(0).map((job) => bench.newsroom.work(job, ending.signal)));
    await expect.poll(() => model.requests.length).toBe(1);
    ending.abort();
    await work;
    expect(bench.texts()[0]).toContain(BY_RULE);
    expect(bench.texts()[0]).toContain("The language model was not waited for");
  });

  it("delays no digest that is late already: it is not asked", async () => {
    const { bench, model } = await openDesk([CAREFUL]);
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(EIGHT);
    bench.clock = EIGHT + 6 * 60_000;
    await bench.runUntil(NINE);
    expect(bench.texts()[0]).toContain(BY_RULE);
    expect(model.requests).toEqual([]);
  });
});
