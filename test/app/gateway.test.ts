import { expect, it } from "vitest";
import { discordSeat } from "../../src/app/platforms.ts";
import { readConfig } from "../../src/config.ts";

const TOKEN = `${"a".repeat(24)}.${"b".repeat(6)}.${"c".repeat(27)}`;
const seatWith = (shards: string) =>
  discordSeat(readConfig({ DISCORD_TOKEN: TOKEN, DISCORD_SHARDS: shards }).discord ?? {});

it("gives processes with different shards seats of their own, and one seat to those with the same", () => {
  expect(seatWith("0-3/8")).not.toBe(seatWith("4-7/8"));
  expect(seatWith("4-7/8")).toBe(seatWith("4-7/8"));
});

it("gives all others one seat", () => {
  expect(seatWith("8")).toBe("discord");
  expect(seatWith("auto")).toBe("discord");
});
