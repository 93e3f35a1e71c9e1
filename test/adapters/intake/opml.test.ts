import { expect, it } from "vitest";
import { readOpml } from "../../../src/adapters/intake/opml.ts";
import { writeOpml } from "../../../src/core/feeds/opml.ts";
import { placeIn } from "../../contracts/store/stored.ts";

const upload = (text: string) => ({ name: "sources.opml", bytes: new TextEncoder().encode(text) });

it("reads the feeds of a list, each with the folders it stands in", async () => {
  const list = `<?xml version="1.0"?><opml version="1.1"><body>
    <outline text="World News"><outline text="Asia">
      <outline type="rss" text="Harbour &amp; Sea" xmlUrl=" https://example.org/a.xml " category="/Trade/Grain,sea"/>
    </outline></outline>
    <outline text="Plain" xmlURL="https://example.org/b.xml"/>
    <outline text="twice" xmlUrl="https://example.org/b.xml"/>
  </body></opml>`;
  expect(await readOpml(upload(list))).toEqual([
    { url: "https://example.org/a.xml", name: "Harbour & Sea", tags: ["world-news", "asia", "trade", "grain", "sea"] },
    { url: "https://example.org/b.xml", name: "Plain", tags: [] },
  ]);
});

it("reads what it has written, whatever the names", async () => {
  const { thread: _thread, ...scope } = placeIn("desk");
  const sources = [
    {
      scope,
      url: "https://example.org/?a=1&b=2",
      name: `"Tom" <& Co>\u0007`,
      tags: ["a", "b"],
      paused: false,
      addedAt: 0,
    },
    { scope, url: "https://example.org/b", name: "日本 👩‍👩‍👧", tags: [], paused: true, addedAt: 0 },
  ];
  expect(await readOpml(upload(writeOpml(sources)))).toEqual([
    { url: "https://example.org/?a=1&b=2", name: `"Tom" <& Co>`, tags: ["a", "b"] },
    { url: "https://example.org/b", name: "日本 👩‍👩‍👧", tags: [] },
  ]);
});

it.each([
  ["a page", "<html><body>no</body></html>"],
  ["an empty list", "<opml><body/></opml>"],
  ["a large file", `<opml>${" ".repeat(2 * 1024 * 1024)}`],
  ["entities that would grow", `<!DOCTYPE x [<!ENTITY a "${"a".repeat(1000)}">]><opml><body>&a;&a;</body></opml>`],
])("refuses %s", async (_, text) => {
  await expect(readOpml(upload(text))).rejects.toMatchObject({ kind: "unreadable", code: "no-list" });
});
