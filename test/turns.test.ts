import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, it } from "vitest";
import { createTurns } from "../src/turns.ts";

it("begins one piece of work at a time, in order, and leaves turns for what arrives in between", async () => {
  const turn = createTurns();
  const seen: string[] = [];
  const work = [1, 2, 3].map((number) => turn().then(() => seen.push(`work ${number}`)));
  for (let arrival = 0; arrival < 12; arrival += 1) await nextTurn().then(() => seen.push("arrival"));
  await Promise.all(work);
  expect(seen.filter((what) => what !== "arrival")).toEqual(["work 1", "work 2", "work 3"]);
  const [first, second] = [seen.indexOf("work 1"), seen.indexOf("work 2")];
  expect(second - first).toBeGreaterThan(2);
});

it("begins again after it was idle", async () => {
  const turn = createTurns();
  await turn();
  await turn();
  await expect(turn()).resolves.toBeUndefined();
});
