import type { APIInteraction } from "discord.js";
import { cleanText } from "../escape.ts";
import { callOf } from "./call.ts";
import type { Desk } from "./desk.ts";
import { describeFailure } from "./failure.ts";
import { LIMITS } from "./limits.ts";
import type { Request } from "./request.ts";

/** Suggests values for the option being typed. Whatever goes wrong, the list is empty and typing goes on. */
export async function suggest(
  desk: Desk,
  interaction: APIInteraction,
  { command, verb, option, typed }: Request & { type: "suggest" },
): Promise<void> {
  const find = async (): Promise<readonly string[]> =>
    desk.inbox.suggest({ ...(await callOf(desk, interaction)), command, verb, option, typed });
  const values = await Promise.race([find(), desk.sleep(desk.timing.suggestions).then(() => [])]).catch(
    (error: unknown) => {
      desk.log("no suggestions", describeFailure(error));
      return [];
    },
  );
  await desk.api.suggest(interaction, values.filter(isShowable).slice(0, LIMITS.options));
}

/** A value that had to be shortened or cleaned would not be found again. */
const isShowable = (value: string): boolean =>
  value.trim() !== "" && value.length <= LIMITS.choice && cleanText(value) === value;
