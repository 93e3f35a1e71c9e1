import { beforeEach, describe, expect, it } from "vitest";
import { type Button, replyText } from "../../../src/core/reply.ts";
import { failure } from "../../standins/feeds.ts";
import { Bench, callFrom, FEED, FERRY, HOUR } from "./bench.ts";

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});

describe("people and their digests", () => {
  it("get the next three times in the digest's zone", async () => {
    expect(await bench.say("digest", "add morning at:8 on:mon-fri tz:europe/berlin")).toContain(
      "Next: Fri 27 Nov, 08:00 · Mon 30 Nov, 08:00 · Tue 1 Dec, 08:00 (Europe/Berlin)",
    );
    expect(await bench.say("digest", "edit at:18:30 on:sat,sun")).toContain(
      "Next: Sat 28 Nov, 18:30 · Sun 29 Nov, 18:30",
    );
    expect(await bench.say("digest", "pause morning")).toBe(
      "Paused: morning. It goes out again with /digest resume morning",
    );
    expect(await bench.say("digest", "show")).toContain("Paused: by Pat");
    expect(await bench.say("digest", "resume")).toContain("Next: Sat 28 Nov");
    expect(await bench.say("digest", "remove morning")).toBe(
      "Removed: morning. Nothing more goes out under that name.",
    );
  });

  it.each([
    ["add tz:Mars/Olympus", "“Mars/Olympus” is no time zone. Try: /digest add tz:Europe/Berlin"],
    ["add tz:berlin", "“berlin” is no time zone. Try: /digest add tz:Europe/Berlin"],
    ['add at:"0 0 31 2 *"', "“0 0 31 2 *” is no time of day. Try: /digest add at:08:00"],
    ['add at:"* * * * * *"', "“* * * * * *” is no time of day. Try: /digest add at:08:00"],
    ["add at:25:99", "“25:99” is no time of day. Try: /digest add at:08:00"],
    ["add on:someday", "“someday” names no days of the week. Try: /digest add on:mon-fri"],
    ["add top:many", "top: takes a number from 1 to 20; “many” is none. Try: top:5"],
    ["show morning", "There is no digest here yet. Try: /digest add morning at:08:00 on:mon-fri"],
    [
      "ad morning",
      "/digest does not know “ad”. Did you mean add? Try: /digest add morning at:08:00 on:mon-fri tz:Europe/Berlin",
    ],
  ])("/digest %s is refused with an example", async (line, answer) => {
    expect(await bench.say("digest", line)).toBe(answer);
  });

  it("may all look; only managers may change", async () => {
    await bench.openDesk();
    const guest = callFrom("desk", false);
    for (const line of ["list", "show", "preview"])
      expect((await bench.command("digest", line, guest)).outcome).not.toBe("forbidden");
    expect((await bench.command("source", "list", guest)).outcome).toBe("ok");
    for (const line of ["add x", "edit top:3", "pause", "resume", "remove morning", "now"])
      expect((await bench.command("digest", line, guest)).outcome).toBe("forbidden");
    for (const line of [`add ${FEED}`, "remove example.org", "pause example.org", "import <opml/>"])
      expect((await bench.command("source", line, guest)).outcome).toBe("forbidden");
  });

  it("set one up for another channel they manage, and it is that channel's", async () => {
    const boss = {
      ...callFrom("desk"),
      elsewhere: async (name: string) => (name === "#sports" ? callFrom("sports") : null),
    };
    expect(await bench.say("digest", "add morning tz:UTC channel:#sports", boss)).toContain(
      "It belongs to the channel you named. There, see it now: /digest preview.",
    );
    expect(await bench.say("digest", "list channel:#sports", boss)).toContain("morning");
    expect(await bench.say("digest", "list", callFrom("sports"))).toContain("morning");
    expect(await bench.say("digest", "list", boss)).toContain("There is no digest here yet");
    const [digest] = await bench.store.digests.list(callFrom("sports").place);
    expect(digest?.place).toEqual(callFrom("sports").place);
    expect(await bench.say("digest", "pause morning channel:#sports", boss)).toBe(
      "Paused: morning. It goes out again with /digest resume morning, there",
    );
    expect(await bench.say("digest", "remove morning channel:#sports", boss)).toContain("Removed: morning.");
  });

  it.each(["add x", "list", "show", "edit top:3", "pause", "resume", "remove morning"])(
    "%s for a channel they do not manage is refused as for one there is not",
    async (line) => {
      const guest = { ...callFrom("desk"), elsewhere: async () => callFrom("sports", false) };
      const refusal = await bench.command("digest", `${line} channel:#sports`, guest);
      expect(replyText(refusal)).toContain("I know no channel “#sports” that you manage.");
      expect(refusal).toEqual(await bench.command("digest", `${line} channel:#sports`, callFrom("desk")));
      expect(await bench.store.digests.list(callFrom("sports").place)).toEqual([]);
    },
  );

  it("see nothing of another channel's digests and sources", async () => {
    await bench.openDesk();
    const elsewhere = callFrom("sports");
    expect(await bench.say("digest", "list", elsewhere)).toContain("There is no digest here yet");
    expect(await bench.say("source", "list", elsewhere)).toContain("There is no source here yet");
  });

  it("preview what the feeds have, the first day too, and nothing of it is told by that", async () => {
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY, { publishedAt: "2026-11-26T09:00:00Z" });
    await bench.command("source", `add ${FEED}`);
    await bench.command("digest", "add morning tz:UTC");
    const preview = await bench.command("digest", "preview");
    expect(replyText(preview)).toContain("1 · Ferry line to close for the winter");
    expect(preview.audience).toBe("asker");
    expect(bench.posts).toEqual([]);
    expect((await bench.command("digest", "why")).outcome).toBe("not-found");
  });

  it("without a source are told how to add one", async () => {
    await bench.command("digest", "add morning tz:UTC");
    for (const verb of ["preview", "now"]) {
      expect(await bench.say("digest", verb)).toBe(
        "This channel reads no source yet. Try: /source add https://example.org/feed.xml",
      );
    }
  });

  it("get it now, and not again in the morning", async () => {
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    bench.clock += 2 * HOUR;
    expect(await bench.say("digest", "now")).toBe("Sent: morning, 1 story.");
    expect(bench.posts).toHaveLength(1);
    for (const job of bench.jobs.splice(0)) await bench.work(job);
    await bench.runUntil(Date.UTC(2026, 10, 27, 9));
    expect(bench.posts).toHaveLength(1);
    expect(await bench.say("digest", "now")).toContain("nothing new");
  });

  it("press the buttons under a story", async () => {
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(Date.UTC(2026, 10, 27, 9));
    const buttons = bench.posts.flatMap(({ reply }) =>
      reply.parts.flatMap((part) => (part.type === "buttons" ? part.buttons : [])),
    );
    expect(buttons.map(({ label }) => label)).toEqual(["Brief", "Who said what", "Why?"]);
    const press = async ({ id, subject }: Button): Promise<string> =>
      replyText((await bench.inbox.press({ ...callFrom("desk", false), button: id, subject })).reply);
    const [brief, said, why] = await Promise.all(buttons.map(press));
    expect(brief).toContain("Ferry line to close for the winter");
    expect(said).toContain("Ines Calder");
    expect(why).toContain("1 outlet, 1 origin tell it");
  });

  it("forget an article, and the digest that showed it shows it no more", async () => {
    await bench.openDesk();
    bench.news.publish(FEED, "Ferry line to close for the winter", FERRY);
    await bench.runUntil(Date.UTC(2026, 10, 27, 9));
    await bench.command("verbatim", "forget all confirm:yes");
    expect(await bench.say("digest", "why")).toContain("No edition of morning is kept.");
  });
});

describe("people and their sources", () => {
  it("add, name, pause and remove them, and get the nearest name", async () => {
    bench.news.publish(FEED, "Old", "It was there.");
    expect(await bench.say("source", `add ${FEED} name:Harbour tags:sea,trade`)).toContain(
      "Added: Harbour (https://example.org/feed.xml).",
    );
    expect(await bench.say("source", `add ${FEED}`)).toBe(
      "That source is here already, as Harbour. See all: /source list",
    );
    expect(await bench.say("source", "list")).toBe(
      "Harbour · https://example.org/feed.xml · sea and trade · read just now",
    );
    expect(await bench.say("source", "pause Harbor")).toBe("There is no source “Harbor” here. Did you mean Harbour?");
    expect(await bench.say("source", "pause harbour")).toBe(
      "Paused: Harbour. It comes again with /source resume Harbour",
    );
    expect(await bench.say("source", "errors")).toBe("All sources here can be read.");
    expect(await bench.say("source", "remove Harbour")).toBe("Removed: Harbour. Nothing more comes from it.");
    expect(await bench.say("source", "add https://nowhere.example/")).toContain(
      "No feed was found at https://nowhere.example/",
    );
  });

  it("export them, and import them elsewhere", async () => {
    bench.news.publish(FEED, "Old", "It was there.");
    await bench.command("source", `add ${FEED} name:Harbour`);
    const file = (await bench.command("source", "export")).parts.find((part) => part.type === "file");
    expect(file?.text).toContain(
      '<outline type="rss" text="Harbour" title="Harbour" xmlUrl="https://example.org/feed.xml"/>',
    );
  });

  it("are offered no form to paste a feed that cannot be read into", async () => {
    bench.news.publish(FEED, "Ferry to stop", FERRY);
    bench.news.answers.set(FEED, failure());
    const reply = await bench.command("source", `test ${FEED}`);
    expect(reply).toMatchObject({ outcome: "unreadable", parts: [{ type: "text" }] });
    expect(replyText(reply)).toBe("That site cannot be reached.");
  });

  it("suggest the names of sources and digests", async () => {
    await bench.openDesk();
    const suggest = (name: string, verb: string, option: string, typed: string) =>
      bench.inbox.suggest({ ...callFrom("desk"), command: name, verb, option, typed });
    expect(await suggest("digest", "show", "name", "mor")).toEqual(["morning"]);
    expect(await suggest("source", "remove", "name", "EXA")).toEqual(["example.org"]);
    expect(await suggest("digest", "add", "sources", "zzz")).toEqual([]);
  });
});
