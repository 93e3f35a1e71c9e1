import { expect, test } from "vitest";
import { ExpiringCache } from "../../../../src/adapters/platforms/discord/expiring-cache.ts";

function openCache() {
  const asked: string[] = [];
  let now = 0;
  const cache = new ExpiringCache<string>({ entries: 2, lifeMs: 1000, now: () => now });
  const get = (key: string) =>
    cache.get(key, async () => {
      asked.push(key);
      return key.toUpperCase();
    });
  return { cache, get, asked, advance: (ms: number) => (now += ms) };
}

test("what is asked for twice, at once or later, is loaded once while it lives", async () => {
  const { get, asked, advance } = openCache();
  expect(await Promise.all([get("a"), get("a")])).toEqual(["A", "A"]);
  advance(999);
  await get("a");
  expect(asked).toEqual(["a"]);
  advance(1);
  await get("a");
  expect(asked).toEqual(["a", "a"]);
});

test("there is never more than it may hold: the oldest goes", async () => {
  const { get, asked } = openCache();
  for (const key of ["a", "b", "c", "c", "b", "a"]) await get(key);
  expect(asked).toEqual(["a", "b", "c", "a"]);
});

test("a failure is told and not kept", async () => {
  const { cache, get } = openCache();
  await expect(cache.get("a", () => Promise.reject(new Error("not now")))).rejects.toThrow("not now");
  expect(await get("a")).toBe("A");
});
