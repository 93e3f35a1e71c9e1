import { expect, test } from "vitest";
import { openHarbour } from "./harbour.ts";

test("a feed, its pages, a database and two chats: each channel gets its digest once, also after a restart", async () => {
  const harbour = await openHarbour();
  await harbour.subscribe();
  harbour.publishFerry();
  await harbour.run(Date.UTC(2026, 10, 27, 9));
  await harbour.run(Date.UTC(2026, 10, 28, 9));
  const texts = harbour.texts();
  expect(texts.map(({ length }) => length)).toEqual([1, 1]);
  for (const text of texts.flat()) {
    expect(text).toContain("morning · Friday 27 November");
    expect(text).toContain('Ines Calder said: "We cannot ask a crew to cross in that swell"');
    expect(text).not.toContain("Long ago");
  }
  expect(harbour.asked.filter((path) => path === "/ferry")).toHaveLength(1);
  expect(harbour.faults).toEqual([]);
}, 60_000);
