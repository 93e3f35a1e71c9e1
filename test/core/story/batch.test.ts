import { expect, it } from "vitest";
import { runBatch } from "../../../src/core/batch/index.ts";
import { REPORTS } from "./reports.ts";

async function place(lines: readonly object[]): Promise<readonly object[]> {
  const read = async function* (): AsyncGenerator<string> {
    for (const line of lines) yield JSON.stringify(line);
  };
  const unasked = (): never => {
    throw new Error("Expected stories to be told from the lines alone");
  };
  return Array.fromAsync(runBatch("stories", read(), { articles: { find: unasked }, readPage: unasked }));
}

it("carries any id along, and takes a headline for a report", async () => {
  const [first, second, , other] = REPORTS;
  const { text: _, ...headline } = { ...second, id: 8 };
  expect(
    await place([{ ...first, id: 7 }, headline, { ...other, id: 9 }, { ...first, id: 10, title: "Bridge" }]),
  ).toEqual([
    { id: 7, story: 7 },
    { id: 8, story: 7 },
    { id: 9, story: 9 },
    { id: 10, story: 7, copyOf: 7 },
  ]);
});

it("gives a line that cannot be used its fault in its place", async () => {
  expect(await place([{ id: "a" }, { title: "Bridge" }, { id: "c", title: "Bridge", text: "Shut." }])).toEqual([
    { id: "a", line: 1, error: 'expected "text" to be a text' },
    { line: 2, error: 'expected an "id"' },
    { id: "c", story: "c" },
  ]);
});
