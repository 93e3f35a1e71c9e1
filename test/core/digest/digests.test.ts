import { beforeEach, describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/errors.ts";
import { Bench, callFrom, FEED, FERRY, FERRY_LATER, GRAIN, HOUR } from "./bench.ts";

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});

describe("a digest", () => {
  it("goes out at its time with what is new, quoted under the right speaker with a receipt", async () => {
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(Date.UTC(2026, 10, 27, 9));
    expect(bench.posts.map(({ place, key }) => [place.channel, key.split(":").at(-1)])).toEqual([
      ["desk", "2026-11-27"],
    ]);
    expect(bench.texts()[0]).toBe(
      [
        "morning · Friday 27 November",
        "1 · Ferry line to close for the winter",
        'Ines Calder said: "We cannot ask a crew to cross in that swell" [¶3] · 1 outlet, 1 origin',
      ].join("\n"),
    );
  });

  it("tells no story twice, unless somebody says something new", async () => {
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(Date.UTC(2026, 10, 27, 9));
    bench.news.publish(
      FEED,
      "Ferry between Aldmouth and Brack to close for winter",
      FERRY.replace("on Monday.", "on Monday, again."),
    );
    await bench.runUntil(Date.UTC(2026, 10, 28, 9));
    expect(bench.posts).toHaveLength(1);
    bench.news.publish(FEED, "Ferry line to Brack closed for the winter", FERRY_LATER);
    await bench.runUntil(Date.UTC(2026, 10, 29, 9));
    expect(bench.posts).toHaveLength(2);
    expect(bench.texts()[1]).toContain("The island has been left without a doctor for the winter");
    expect(bench.texts()[1]).toContain("more on a story told before");
  });

  it("tells a channel nothing that a feed had before the channel read it, though others did", async () => {
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(Date.UTC(2026, 10, 26, 20));
    const sports = callFrom("sports");
    await bench.command("source", `add ${FEED}`, sports);
    await bench.command("digest", "add evening at:08:00 tz:UTC", sports);
    bench.news.publish(FEED, "Farmers ask for grain wagons", GRAIN);
    await bench.runUntil(Date.UTC(2026, 10, 27, 9));
    const textIn = (channel: string): string =>
      bench.texts()[bench.posts.findIndex(({ place }) => place.channel === channel)] ?? "";
    expect(textIn("desk")).toContain("Ferry line");
    expect(textIn("sports")).toContain("Farmers ask");
    expect(textIn("sports")).not.toContain("Ferry line");
  });

  it("puts the reports of several outlets together, and copies count as one origin", async () => {
    await bench.openDesk();
    const other = "https://other.example/feed.xml";
    bench.news.publish(other, "Old", "It was there.");
    await bench.command("source", `add ${other}`);
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    bench.news.publish(other, "Ferry line to close for winter", FERRY);
    bench.news.publish(other, "Farmers ask for grain wagons", GRAIN);
    await bench.runUntil(Date.UTC(2026, 10, 27, 9));
    expect(bench.texts()[0]?.match(/^\d · .*$/gm)).toHaveLength(2);
    expect(bench.texts()[0]).toContain("2 outlets, 1 origin");
  });

  it("keeps to its topics, leaves out what is not wanted and what is beyond the top, and says so", async () => {
    await bench.openDesk("at:08:00 tz:UTC topics:ferry,grain not:helicopter top:1");
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    bench.news.publish(FEED, "Farmers ask for grain wagons", GRAIN);
    bench.news.publish(
      FEED,
      "Museum opens at night",
      "The museum opens at night, its director said on Monday evening.",
    );
    await bench.runUntil(Date.UTC(2026, 10, 27, 9));
    expect(bench.texts()[0]).toContain("1 · Farmers ask for grain wagons");
    expect(bench.texts()[0]).toContain("Left out: 2 stories. /digest why morning tells which.");
    const why = await bench.say("digest", "why");
    expect(why).toContain(
      "1 · Farmers ask for grain wagons: 1 outlet, 1 origin tell it; it is about grain; it was not told before.",
    );
    expect(why).toContain("Ferry line to close for the winter · about something left out with not:");
    expect(why).toContain("Museum opens at night · about none of the topics");
  });

  it("says nothing on a quiet day, or says so where that is wished", async () => {
    await bench.openDesk();
    await bench.command("digest", "add quiet at:08:00 tz:UTC empty:say");
    await bench.runUntil(Date.UTC(2026, 10, 27, 9));
    expect(bench.texts()).toEqual(["quiet · Friday 27 November\nNothing new since the last digest."]);
  });

  it("that is late says so; beyond its window it does not go out", async () => {
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(Date.UTC(2026, 10, 27, 7));
    bench.clock = Date.UTC(2026, 10, 27, 9, 10);
    await bench.runUntil(bench.clock + HOUR);
    expect(bench.texts()[0]).toContain("Late: it was due at 08:00.");
    bench.news.publish(FEED, "Farmers ask for grain wagons", GRAIN);
    await bench.runUntil(Date.UTC(2026, 10, 28, 7));
    bench.clock = Date.UTC(2026, 10, 30, 20);
    await bench.runUntil(bench.clock + HOUR);
    expect(bench.posts).toHaveLength(1);
    await bench.runUntil(Date.UTC(2026, 11, 1, 9));
    expect(bench.texts()[1]).toContain("Farmers ask for grain wagons");
  });

  it("goes out without an article that could not be read, and notes it", async () => {
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    const poison = bench.news.publish(FEED, "Poison", GRAIN);
    await bench.runUntil(Date.UTC(2026, 10, 26, 13, 30));
    const item = (await bench.store.items.since([FEED], 0, 10)).find(({ url }) => url === poison.url);
    await bench.store.items.finish(item?.id ?? "", "quarantined", null);
    await bench.runUntil(Date.UTC(2026, 10, 27, 9));
    expect(bench.texts()[0]).toContain("1 article could not be read and was left out.");
    expect(bench.texts()[0]).not.toContain("Poison");
  });

  it("whose channel is gone is paused, and its owner told once", async () => {
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    bench.refusal = new UserError(
      "not-found",
      "channel-gone",
      "That channel is not there any more. Choose another one.",
    );
    await bench.runUntil(Date.UTC(2026, 10, 30, 9));
    expect(bench.told).toEqual([
      {
        person: "p1",
        text: "Your digest “morning” could not be posted and is paused. That channel is not there any more. Choose another one. Then: /digest resume morning",
      },
    ]);
    expect(await bench.say("digest", "list")).toContain("paused: That channel is not there any more.");
  });

  it("whose post fails for now is posted later in the same words", async () => {
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(Date.UTC(2026, 10, 27, 8));
    bench.refusal = new Error("no connection");
    await bench.newsroom.plan();
    const [job] = bench.jobs;
    if (job === undefined) throw new Error("Expected a job");
    await expect(bench.work(job)).rejects.toThrow("no connection");
    bench.news.publish(FEED, "Farmers ask for grain wagons", GRAIN);
    bench.refusal = null;
    bench.clock += HOUR;
    await bench.work(job);
    await bench.work(job);
    expect(bench.posts).toHaveLength(1);
    expect(bench.texts()[0]).not.toContain("Farmers");
    expect(bench.texts()[0]).not.toContain("Late");
  });
});

describe("a chat that is down", () => {
  beforeEach(async () => {
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(Date.UTC(2026, 10, 27, 8));
    bench.refusal = new Error("no connection");
    await bench.newsroom.plan();
    for (const job of bench.jobs.splice(0)) await bench.work(job).catch(() => undefined);
  });

  const tryAgain = async (time: number): Promise<void> => {
    bench.clock = time;
    await bench.newsroom.plan();
    for (const job of bench.jobs.splice(0)) await bench.work(job).catch(() => undefined);
  };

  it("for longer than the queue tries gets its digest all the same", async () => {
    await tryAgain(Date.UTC(2026, 10, 27, 11));
    bench.refusal = null;
    await tryAgain(Date.UTC(2026, 10, 27, 13));
    expect(bench.posts).toHaveLength(1);
    await tryAgain(Date.UTC(2026, 10, 27, 14));
    expect(bench.posts).toHaveLength(1);
  });

  it("for days gets the newest digest and no pile of old ones", async () => {
    for (const day of [27, 28, 29]) await tryAgain(Date.UTC(2026, 10, day, 22));
    bench.refusal = null;
    bench.news.publish(FEED, "Farmers ask for grain wagons", GRAIN);
    await bench.runUntil(Date.UTC(2026, 10, 30, 9));
    expect(bench.posts).toHaveLength(1);
    expect(bench.texts()[0]).toContain("Farmers ask for grain wagons");
  });
});
