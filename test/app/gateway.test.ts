import { expect, it } from "vitest";
import { seatOf } from "../../src/app/gateway.ts";
import { readConfig } from "../../src/config.ts";

const TOKEN = `${"a".repeat(24)}.${"b".repeat(6)}.${"c".repeat(27)}`;
const withShards = (shards: string) => readConfig({ DISCORD_TOKEN: TOKEN, DISCORD_SHARDS: shards });

it("gives processes with different shards seats of their own, and one seat to those with the same", () => {
  const discord = { name: "discord" };
  expect(seatOf(discord, withShards("0-3/8"))).not.toBe(seatOf(discord, withShards("4-7/8")));
  expect(seatOf(discord, withShards("4-7/8"))).toBe(seatOf(discord, withShards("4-7/8")));
});

it("gives all others one seat a platform", () => {
  expect(seatOf({ name: "discord" }, withShards("8"))).toBe("discord");
  expect(seatOf({ name: "discord" }, withShards("auto"))).toBe("discord");
  expect(seatOf({ name: "slack" }, withShards("0-3/8"))).toBe("slack");
});
