import { expect } from "vitest";
import type { Call, CommandInput } from "../../src/core/ports.ts";
import { sayToAsker } from "../standins/inbox.ts";
import type { Other } from "./chat.ts";
import type { Bench } from "./platform.ts";

/** What a platform tells of a channel that is named in another one. */
export function testElsewhere(it: (name: string, run: (bench: Bench) => Promise<void>) => void): void {
  const told = async ({ chat, inbox }: Bench, other: Other): Promise<Call | null | undefined> => {
    let there: Call | null | undefined;
    inbox.onCommand = async ({ input, elsewhere }) => {
      there = await elsewhere(channelIn(input));
      return sayToAsker("looked");
    };
    await chat.listFor(other).acknowledged;
    await chat.platform.stop();
    return there;
  };

  for (const [other, manager] of [
    ["managed", true],
    ["open", false],
  ] as const) {
    it(`says what the asker may do in another channel: the ${other} one`, async (bench) => {
      const { chat } = bench;
      const there = await told(bench, other);
      expect(there?.place).toEqual({ ...chat.place, channel: chat.idOf(other), thread: null });
      expect(there?.person.manager).toBe(manager);
    });
  }

  for (const other of ["left", "missing"] as const) {
    it(`knows nothing of another channel the asker does not see: the ${other} one`, async (bench) => {
      expect(await told(bench, other)).toBeNull();
    });
  }
}

/** The channel a command names. */
function channelIn(input: CommandInput): string {
  const given = input.type === "line" ? /channel:(\S+)/.exec(input.line)?.[1] : input.values.channel;
  return typeof given === "string" ? given : "";
}
