import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNews, findStories, type StoryItem, tellStories } from "../../../src/core/story/index.ts";
import { REPORTS } from "./reports.ts";

const groupsOf = (items: readonly StoryItem[]): readonly string[] =>
  [...Map.groupBy(findStories(items), ({ story }) => story).values()].map((group) =>
    group.map(({ id }) => id).join(" "),
  );

/** What happens to an agency's text on its way into a paper. */
const CHANGES: readonly (readonly [string, (text: string) => string])[] = [
  ["another typography and a dateline", (text) => `LONDON (Reuters) - ${text.replace(/"/g, "”").replace(/\s+/g, " ")}`],
  ["the end cut off", (text) => text.slice(0, Math.floor(text.length * 0.6))],
  ["only the beginning", (text) => text.slice(0, Math.floor(text.length * 0.4))],
  ["one word in twelve changed", (text) => everyWord(text, 12, (word) => `x${word}`)],
  ["one word in twenty dropped", (text) => everyWord(text, 20, () => "")],
  ["a box added", (text) => `${text}\n\n${"A box about something else that the paper prints below. ".repeat(4)}`],
];

const everyWord = (text: string, step: number, change: (word: string) => string): string =>
  text
    .split(" ")
    .map((word, index) => (index % step === step - 1 ? change(word) : word))
    .join(" ");

describe("findStories", () => {
  it("puts reports of one event together and leaves the others alone", () => {
    expect(groupsOf(REPORTS)).toEqual([
      "bridge-1 bridge-2 bridge-3",
      "grain-1 grain-2",
      "cup-1 cup-2",
      "museum",
      "trains",
    ]);
  });

  it("keeps the order given and finds the same stories in any order", () => {
    const turned = REPORTS.toReversed();
    expect(findStories(turned).map(({ id }) => id)).toEqual(turned.map(({ id }) => id));
    expect(
      groupsOf(turned)
        .map((group) => group.split(" ").sort().join(" "))
        .sort(),
    ).toEqual(
      groupsOf(REPORTS)
        .map((group) => group.split(" ").sort().join(" "))
        .sort(),
    );
  });

  it("does not join reports that lie days apart", () => {
    const later = REPORTS.slice(0, 2).map((item, index) => ({
      ...item,
      publishedAt: new Date(Date.UTC(2023, 4, 3 + index * 3)).toISOString(),
    }));
    expect(groupsOf(later)).toEqual(["bridge-1", "bridge-2"]);
  });

  it("knows a copy by its text, and the original by its time", () => {
    const original = REPORTS[0];
    const copy = { id: "copy", title: "Bridge shut", text: original?.text ?? "", publishedAt: "2023-05-03T12:00:00Z" };
    expect(findStories([copy, ...REPORTS])[0]).toEqual({ id: "copy", story: "copy", copyOf: "bridge-1" });
  });

  it("never throws, answers every item, and never calls an item the copy of itself", () => {
    const item = fc.record({
      title: fc.string(),
      text: fc.string(),
      publishedAt: fc.option(fc.string(), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), (records) => {
        const items = records.map(({ title, text, publishedAt }, index): StoryItem => {
          const known = publishedAt === undefined ? {} : { publishedAt };
          return { id: `i${index}`, title, text, ...known };
        });
        const placed = findStories(items);
        expect(placed.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
        for (const { id, copyOf } of placed) expect(copyOf).not.toBe(id);
      }),
    );
  });

  const corpus = "../shared/attribution/polnear/dev.jsonl";
  it.skipIf(!existsSync(corpus))("finds every planted copy among news on one theme, and merges no two reports", () => {
    const rows = readFileSync(corpus, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    const seen = new Set<string>();
    const originals: StoryItem[] = [];
    for (const { id, title, text } of rows) {
      if (text.length < 1200 || seen.has(text)) continue;
      seen.add(text);
      originals.push({ id, title, text, publishedAt: "2023-05-03T08:00:00Z" });
    }
    expect(findStories(originals).filter(({ copyOf }) => copyOf !== undefined)).toEqual([]);
    for (const [change, apply] of CHANGES) {
      const copies = originals.map(({ id, text }) => ({ id: `${id}+`, title: "", text: apply(text) }));
      const placed = findStories([...originals, ...copies]).slice(originals.length);
      for (const { id, copyOf } of placed) expect(`${copyOf}+`, change).toBe(id);
    }
  });
});

describe("tellStories", () => {
  const stories = tellStories(REPORTS, findStories(REPORTS));

  it("ranks what most report first, then what is newest", () => {
    expect(stories.map(({ id }) => id)).toEqual(["bridge-1", "cup-1", "grain-1", "museum", "trains"]);
  });

  it("takes the title most like the others for the headline", () => {
    expect(stories[0]?.headline).toBe("Swing bridge in Nordhaven to shut for two years");
  });

  it("counts copies as one origin", () => {
    const copies = ["a", "b", "c"].map((id) => ({ id, title: "Lost painting found", text: REPORTS[7]?.text ?? "" }));
    const items = [...REPORTS, ...copies];
    const told = tellStories(items, findStories(items)).find(({ items }) => items.some(({ id }) => id === "museum"));
    expect(told?.items).toHaveLength(4);
    expect(told?.origins).toBe(1);
  });
});

describe("findNews", () => {
  const stories = tellStories(REPORTS, findStories(REPORTS));
  const newsOf = (seen: readonly string[], id: string): string | undefined =>
    findNews(stories, new Set(seen)).find(({ story }) => story.id === id)?.kind;

  it("calls a story new of which nothing was seen", () => {
    expect(newsOf([], "bridge-1")).toBe("new");
  });

  it("calls it more when somebody says something new, and nothing when only others repeat it", () => {
    expect(newsOf(["bridge-1"], "bridge-1")).toBe("more");
    expect(newsOf(["bridge-1", "bridge-2"], "bridge-1")).toBe("nothing");
    expect(newsOf(["grain-1"], "grain-1")).toBe("nothing");
  });
});
