import { describe, expect, it } from "vitest";
import { replyText } from "../../../src/core/reply.ts";
import { FakeModel } from "../../standins/model/fake-model.ts";
import { writerOver } from "../../standins/writer.ts";
import { Bench, callFrom, FEED, FERRY, FERRY_LATER, GRAIN, HOUR } from "./bench.ts";
import { BY_RULE, CAREFUL, EIGHT, NINE, openDesk, SWAPPED, story, TOLD, tell } from "./stories.ts";

describe("a digest a model writes", () => {
  it("has its sentence where it stood its check, the quotation cut from the article, and says so", async () => {
    const { text, bench, model } = await tell(CAREFUL);
    expect(text).toBe(
      [
        "morning · Friday 27 November",
        "1 · Ferry line to close for the winter",
        `${TOLD} [¶3] · 1 outlet, 1 origin`,
        "written by fake-model, checked 1 of 1",
      ].join("\n"),
    );
    const runs = bench.posts[0]?.reply.parts.flatMap((part) => (part.type === "text" ? part.runs : []));
    const quote = runs?.find((run) => run.look === "quote");
    expect(quote?.receipt).toMatchObject({ speaker: { name: "Ines Calder" }, paragraph: 3, verbatim: true });
    expect(model.requests).toHaveLength(1);
  });

  it("is mended once, with the reasons for what failed", async () => {
    const { text, model } = await tell(SWAPPED, CAREFUL);
    expect(text).toContain(TOLD);
    expect(text).toContain("checked 1 of 1");
    expect(model.requests.map(({ turns }) => turns.length)).toEqual([1, 3]);
    expect(model.requests[1]?.turns[2]).toContain("Tomas Wren said {s2} → ");
  });

  it("is the rules' own where nothing stands, and asks no third time", async () => {
    const { text, model } = await tell(SWAPPED);
    expect(text).toContain(BY_RULE);
    expect(text).toContain("Nothing the language model wrote passed its check: these are the articles' own sentences.");
    expect(text).not.toContain("Wren");
    expect(model.requests).toHaveLength(2);
  });

  it("is the rules' own, with no word about it, where the model has none", async () => {
    const { text } = await tell({ story: null });
    expect(text).toContain(BY_RULE);
    expect(text).not.toContain("model");
  });

  it("mixes: a story whose sentence fails keeps the rules' own, and is counted", async () => {
    const { bench } = await openDesk([SWAPPED]);
    const model = new FakeModel(({ turns }) =>
      (turns[0] ?? "").includes("ferry") ? SWAPPED : story("Sela Okoro said {s2}", ["s2"], [2]),
    );
    const mixed = new Bench((store) => writerOver(model, store, { now: () => bench.clock }));
    await mixed.openDesk();
    mixed.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    mixed.news.publish(FEED, "Farmers ask for grain wagons", GRAIN);
    await mixed.runUntil(NINE);
    expect(mixed.texts()[0]).toContain(BY_RULE);
    expect(mixed.texts()[0]).toContain('Sela Okoro said "The silos are full and the harvest is not" [¶3]');
    expect(mixed.texts()[0]).toContain("written by fake-model, checked 1 of 2");
  });

  it("leaves to the rules what is new in a story told before", async () => {
    const { bench, model } = await tell(CAREFUL);
    bench.news.publish(FEED, "Ferry line to Brack closed for the winter", FERRY_LATER);
    await bench.runUntil(Date.UTC(2026, 10, 28, 9));
    expect(bench.texts()[1]).toContain("The island has been left without a doctor for the winter");
    expect(bench.texts()[1]).not.toContain("fake-model");
    expect(model.requests).toHaveLength(1);
  });

  it("shows nothing to a model of an article whose words it cannot check", async () => {
    const { bench, model } = await openDesk([CAREFUL]);
    bench.news.publish(
      FEED,
      "Brücke bleibt gesperrt",
      "Die Brücke über den Fluss ist seit Montag gesperrt, und niemand weiß, wann sie wieder für den Verkehr geöffnet wird.",
    );
    await bench.runUntil(NINE);
    expect(bench.texts()[0]).toContain("Brücke bleibt gesperrt");
    expect(model.requests).toEqual([]);
  });

  it("answers why and shows its quotations as before", async () => {
    const { bench } = await tell(CAREFUL);
    expect(await bench.say("digest", "why")).toContain(
      "1 · Ferry line to close for the winter: 1 outlet, 1 origin tell it; it was not told before.",
    );
    expect(await bench.say("said", "what did Calder say?")).toContain("We cannot ask a crew to cross in that swell");
  });

  it("is previewed and sent at once in the same words, and the model is asked once", async () => {
    const { bench, model } = await openDesk([CAREFUL]);
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    bench.clock += 2 * HOUR;
    expect(replyText(await bench.command("digest", "preview"))).toContain(TOLD);
    expect(await bench.say("digest", "now")).toBe("Sent: morning, 1 story.");
    expect(bench.texts()[0]).toContain(TOLD);
    expect(model.requests).toHaveLength(1);
  });
});

describe("a digest that two processes make at once", () => {
  it("stands once, in the words that were kept first, and another try changes none of them", async () => {
    const { bench, model } = await openDesk([CAREFUL]);
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(EIGHT);
    await bench.newsroom.plan();
    const [job] = bench.jobs.splice(0);
    if (job === undefined) throw new Error("expected a job, got none");
    const other = new FakeModel(() =>
      story("The ferry between Aldmouth and Brack will stop running on Friday, the harbour board said.", ["s1"], [1]),
    );
    const rival = bench.openNewsroom(writerOver(other, bench.store));
    await Promise.all([bench.work(job), rival.work(job, new AbortController().signal)]);
    await bench.work(job);
    expect(bench.posts).toHaveLength(1);
    expect(model.requests.length + other.requests.length).toBeLessThanOrEqual(2);
    const [digest] = await bench.store.digests.list(callFrom("desk").place);
    const [slot] = await bench.store.slots.recent(digest?.id ?? "", 1);
    expect(slot).toMatchObject({ state: "sent", edition: { reply: { parts: bench.posts[0]?.reply.parts } } });
  });
});

describe("what it costs", () => {
  it.each([1, 10, 100, 1000])("one call for a story in %i channels of a workspace", async (count) => {
    const { bench, model } = await openDesk([CAREFUL]);
    for (let channel = 1; channel < count; channel += 1) {
      await bench.command("source", `add ${FEED}`, callFrom(`channel-${channel}`));
      await bench.command("digest", "add morning at:08:00 tz:UTC", callFrom(`channel-${channel}`));
    }
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(EIGHT);
    await bench.newsroom.plan();
    await Promise.all(bench.jobs.splice(0).map((job) => bench.work(job)));
    expect(bench.texts().filter((text) => text.includes(TOLD))).toHaveLength(count);
    expect(model.requests).toHaveLength(1);
  });

  it("is counted for the workspace, and for no person", async () => {
    const { bench } = await tell(CAREFUL);
    const { place } = callFrom("desk");
    expect(await bench.store.modelCalls.spent(place, "2026-11-27", null)).toMatchObject({ calls: 1 });
    expect(await bench.store.modelCalls.spent(place, "2026-11-27", "p1")).toMatchObject({ calls: 0 });
    expect(await bench.say("verbatim", "status")).toContain("1 call");
  });

  it("stays under the workspace's cap: the digest goes out in the rules' words", async () => {
    const { bench, model } = await openDesk([CAREFUL], { limits: { tenant: 100, person: null } });
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(NINE);
    expect(bench.texts()[0]).toContain(BY_RULE);
    expect(bench.texts()[0]).toContain("Today's language model budget here is used up");
    expect(model.requests).toEqual([]);
  });

  it("is kept with the prompt's version and what was withheld", async () => {
    const { bench } = await tell(SWAPPED, CAREFUL);
    const { place } = callFrom("desk");
    const [last] = await bench.store.articles.search(place, { limit: 1 });
    const calls = await bench.store.modelCalls.about(place, last?.article.id ?? "", 5);
    expect(calls.map(({ step, withheld, person }) => [step, withheld.length, person])).toEqual([
      [1, 0, ""],
      [0, 1, ""],
    ]);
    expect(calls[0]?.prompt).toMatch(/^digest@[0-9a-f]{8}$/);
  });

  it("shows managers what was withheld, under all quotes", async () => {
    const { bench } = await tell(SWAPPED);
    const call = callFrom("desk");
    const [last] = await bench.store.articles.search(call.place, { limit: 1 });
    const pressed = await bench.inbox.press({ ...call, button: "quotes", subject: last?.article.id ?? "" });
    expect(replyText(pressed.reply)).toContain("Tomas Wren said {s2} → ");
  });
});
