import { type GatewayMessageCreateDispatchData, MessageType } from "discord.js";
import { readPreferences } from "../../../core/library/preferences.ts";
import type { Call, Place } from "../../../core/ports.ts";
import { cleanText } from "../escape.ts";
import { textOf } from "./addressed.ts";
import type { Desk } from "./desk.ts";
import { classifyFailure, describeFailure } from "./failure.ts";
import { LIMITS } from "./limits.ts";
import { untilClear } from "./unclear.ts";

/**
 * Where a message's answer belongs: in a thread opened on the message where that is set, else where the message stands. A reply
 * goes on where it is. Where Discord lets us open none, the answer is given all the same.
 */
export async function findAnswerPlace(
  desk: Desk,
  message: GatewayMessageCreateDispatchData,
  call: Call,
): Promise<Place> {
  const { place } = call;
  if (message.guild_id === undefined || message.type !== MessageType.Default || place.thread !== null) return place;
  if ((await readPreferences(desk.settings, "me", call)).thread === "no") return place;
  try {
    return { ...place, thread: await openThread(desk, message) };
  } catch (error) {
    desk.log("no thread could be opened for an answer", describeFailure(error));
    return place;
  }
}

/** The thread's id, also when it was opened before: it is the message's. https://docs.discord.com/developers/resources/channel#start-thread-from-message */
async function openThread(desk: Desk, message: GatewayMessageCreateDispatchData): Promise<string> {
  const { id, channel_id: channel } = message;
  try {
    await untilClear(desk, () => desk.api.openThread(channel, id, nameOf(textOf(message, desk.bot))));
  } catch (error) {
    if (classifyFailure(error) !== "repeated") throw error;
  }
  return id;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What was asked, on one line and cut between graphemes. */
function nameOf(text: string): string {
  let name = "";
  for (const { segment } of graphemes.segment(cleanText(text).replaceAll(/\s+/g, " ").trim())) {
    if (name.length + segment.length > LIMITS.threadName) break;
    name += segment;
  }
  return name === "" ? "Verbatim" : name;
}
