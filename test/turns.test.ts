import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { createTurns } from "../src/turns.ts";

it("begins one piece of work a turn, in order, and leaves room for what arrives in between", async () => {
  const turn = createTurns();
  const seen: string[] = [];
  const work = [1, 2, 3].map((number) => turn().then(() => seen.push(`work ${number}`)));
  for (const number of [1, 2]) await nextTurn().then(() => seen.push(`arrival ${number}`));
  await Promise.all(work);
  expect(seen).toEqual(["work 1", "arrival 1", "work 2", "arrival 2", "work 3"]);
});

it("begins at once again after it was idle", async () => {
  const turn = createTurns();
  await turn();
  await turn();
  await expect(turn()).resolves.toBeUndefined();
});
