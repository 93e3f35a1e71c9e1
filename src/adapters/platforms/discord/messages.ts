import type { GatewayMessageCreateDispatchData } from "discord.js";
import type { Answered } from "../../../core/answered.ts";
import { nowhereElse } from "../../../core/elsewhere.ts";
import { noteReply } from "../../../core/error-reply.ts";
import type { Call, Upload } from "../../../core/ports.ts";
import type { Reply } from "../../../core/reply.ts";
import { concernOf, textOf } from "./addressed.ts";
import type { Desk } from "./desk.ts";
import { classifyFailure, describeFailure } from "./failure.ts";
import { guardReply } from "./guard.ts";
import { improve, type Replace, replacePosted } from "./improve.ts";
import { authorOf, channelOf, findPlace } from "./place.ts";
import { keyOf } from "./task.ts";
import { findAnswerPlace } from "./thread.ts";
import { whileTyping } from "./typing.ts";

type Task = { readonly type: "message"; readonly message: GatewayMessageCreateDispatchData };

/** Takes a message that concerns the bot: one durable row, then the work. */
export async function takeMessage(desk: Desk, message: GatewayMessageCreateDispatchData): Promise<void> {
  const concern = concernOf(message, desk.bot);
  if (concern === "none" || (concern === "follow-up" && !(await isInOurThread(desk, message)))) return;
  const task: Task = { type: "message", message };
  if (await desk.worklist.accept(keyOf(task), task)) await resumeMessage(desk, task);
}

/** An answer and where it belongs. */
interface Placed {
  readonly answered: Answered;
  /** The channel or thread it is posted in. */
  readonly channel: string;
}

/** Does what was accepted, in this process or an earlier one. */
export function resumeMessage(desk: Desk, task: Task): Promise<void> {
  const { message } = task;
  const key = keyOf(task);
  return desk.worklist.runAlone(key, {
    produce: () => whileTyping(desk, message.channel_id, () => produce(desk, message)),
    deliver: async (placed, since) => (placed === null ? null : deliver(desk, message, { ...placed, key, since })),
    improve: async (placed, replace) => (placed === null ? undefined : improve(desk, placed.answered, replace)),
  });
}

async function isInOurThread(desk: Desk, message: GatewayMessageCreateDispatchData): Promise<boolean> {
  if (message.guild_id === undefined) return false;
  return (await desk.channels.facts(message.guild_id, message.channel_id, desk.bot)).ours;
}

async function produce(desk: Desk, message: GatewayMessageCreateDispatchData): Promise<Placed | null> {
  let channel = message.channel_id;
  const answered = await guardReply(desk.log, async () => {
    const occasion = { guild: message.guild_id ?? null, channel, user: message.author.id };
    const place = await findPlace(occasion, desk.channels, desk.bot);
    const addressed = concernOf(message, desk.bot) === "addressed";
    const asked = { place, person: authorOf(message), signal: desk.signal, elsewhere: nowhereElse };
    const call = addressed ? { ...asked, place: await findAnswerPlace(desk, message, asked) } : asked;
    channel = channelOf(call.place);
    return ask(desk, message, call, addressed);
  });
  return answered === null ? null : { answered, channel };
}

async function ask(desk: Desk, message: GatewayMessageCreateDispatchData, call: Call, addressed: boolean) {
  const uploads: Upload[] = [];
  for (const attachment of message.attachments) uploads.push(await desk.attachments.read(attachment, desk.signal));
  return desk.inbox.mention({ ...call, text: textOf(message, desk.bot), uploads, addressed });
}

interface Answer extends Placed {
  readonly key: string;
  readonly since: number | null;
}

async function deliver(desk: Desk, message: GatewayMessageCreateDispatchData, answer: Answer): Promise<Replace | null> {
  const { reply } = answer.answered;
  const isPrivate = reply.audience === "asker" && message.guild_id !== undefined;
  try {
    return await (isPrivate ? whisper(desk, message, answer, reply) : speak(desk, message, answer));
  } catch (error) {
    if (classifyFailure(error) !== "forbidden") throw error;
    desk.log("an answer could not be posted where it belongs", describeFailure(error));
    if (!isPrivate) {
      await whisper(desk, message, answer, noteReply(MAY_NOT_POST));
      return null;
    }
    if (reply.outcome === "ok") throw error;
    return speak(desk, message, answer);
  }
}

async function speak(desk: Desk, message: GatewayMessageCreateDispatchData, answer: Answer): Promise<Replace | null> {
  const { key, answered, channel, since } = answer;
  const replyTo = channel === message.channel_id ? message.id : null;
  const ids = await desk.outbox.send({ key, channel, parts: answered.reply.parts, replyTo, since });
  return replacePosted(desk, channel, ids);
}

/**
 * In a channel Discord shows everything to everybody, so what is for the asker alone goes to their direct messages. To people
 * who take none, at least what went wrong is said in the channel.
 */
async function whisper(
  desk: Desk,
  message: GatewayMessageCreateDispatchData,
  { key, since }: Answer,
  { parts }: Reply,
): Promise<Replace | null> {
  const channel = await desk.api.directChannel(message.author.id);
  return replacePosted(desk, channel, await desk.outbox.send({ key, channel, parts, replyTo: null, since }));
}

const MAY_NOT_POST =
  "I may not post in that channel. Ask whoever manages it to give me View Channel and Send Messages there, or ask me here.";
