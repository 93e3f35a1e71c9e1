import { type APIInteraction, PermissionFlagsBits } from "discord.js";
import type { Reply } from "../../../core/reply.ts";
import { isThread } from "./channels.ts";
import type { Desk } from "./desk.ts";
import { classifyFailure, describeFailure } from "./failure.ts";
import { type Replace, replacePosted } from "./improve.ts";
import { halveMessage, type RenderedMessage, renderReply } from "./render.ts";
import { untilClear } from "./unclear.ts";

/** An interaction that was promised an answer. */
export interface Promised {
  readonly interaction: APIInteraction;
  readonly key: string;
  /** Whom the promise shows to; Discord cannot change it. */
  readonly audience: Reply["audience"];
  /** When an earlier try began to answer; null for the first try. */
  readonly since: number | null;
}

/**
 * Answers an interaction: in place of the promise where the audience is the promised one, else beside it. An interaction's
 * token dies after 15 minutes; what is ready later goes to the channel, or to the asker's direct messages. Gives the way to
 * replace the answer.
 */
export async function answerInteraction(desk: Desk, promised: Promised, reply: Reply): Promise<Replace | null> {
  try {
    return await answerByToken(desk, promised, reply);
  } catch (error) {
    if (classifyFailure(error) !== "expired") throw error;
    desk.log("an interaction's token has died; the answer is posted", describeFailure(error));
    return postInstead(desk, promised, reply);
  }
}

async function answerByToken(desk: Desk, promised: Promised, reply: Reply): Promise<Replace | null> {
  const messages = renderReply(reply.parts);
  const inPlace = reply.audience === promised.audience;
  if (inPlace && (reply.audience === "asker" || messages.length === 1))
    return replacePromise(desk, promised, reply, messages);
  if (reply.audience === "channel" && mayPost(promised.interaction)) {
    const replace = await postInChannel(desk, promised, reply);
    await removePromise(desk, promised);
    return replace;
  }
  if (inPlace) return replacePromise(desk, promised, reply, messages);
  await removePromise(desk, promised);
  await followUp(desk, promised, reply, messages);
  return null;
}

/** The first message takes the promise's place, which may be done again; the others follow it. */
async function replacePromise(
  desk: Desk,
  promised: Promised,
  reply: Reply,
  messages: readonly RenderedMessage[],
): Promise<Replace | null> {
  const [first, ...others] = messages;
  if (first === undefined) {
    await removePromise(desk, promised);
    return null;
  }
  const rest = [...(await putFitting(desk, promised, first)), ...others];
  await followUp(desk, promised, reply, rest);
  return rest.length > 0 ? null : (message) => desk.api.editOriginal(promised.interaction, message);
}

/** Puts a message, or the first of its halves where Discord refuses it as too large; gives the halves still to be shown. */
async function putFitting(
  desk: Desk,
  promised: Promised,
  message: RenderedMessage,
): Promise<readonly RenderedMessage[]> {
  try {
    await untilClear(desk, () => desk.api.editOriginal(promised.interaction, message));
    return [];
  } catch (error) {
    const [first, ...rest] = halveMessage(message);
    if (classifyFailure(error) !== "invalid" || first === undefined || rest.length === 0) throw error;
    desk.log("Discord refused a message; it goes out in smaller ones", describeFailure(error));
    return [...(await putFitting(desk, promised, first)), ...rest];
  }
}

/**
 * Messages beside the first. Discord shows nobody which of them stand, so each is tried once: after an unclear end it is
 * better missing than doubled. A second try of the whole answer leaves them out for the same reason.
 */
async function followUp(
  desk: Desk,
  promised: Promised,
  reply: Reply,
  messages: readonly RenderedMessage[],
): Promise<void> {
  if (promised.since !== null && messages.length > 0) {
    desk.log("an answer's further messages may be missing", { key: promised.key });
    return;
  }
  for (const message of messages) {
    try {
      await desk.api.followUp(promised.interaction, message, reply.audience);
    } catch (error) {
      if (classifyFailure(error) !== "unclear") throw error;
      desk.log("it is unknown whether a further message stands", { key: promised.key, ...describeFailure(error) });
    }
  }
}

async function removePromise(desk: Desk, { interaction }: Promised): Promise<void> {
  try {
    await untilClear(desk, () => desk.api.deleteOriginal(interaction));
  } catch (error) {
    if (classifyFailure(error) !== "expired") throw error;
  }
}

const postInChannel = (desk: Desk, promised: Promised, reply: Reply): Promise<Replace | null> =>
  post(desk, promised, reply, channelOf(promised.interaction));

async function post(desk: Desk, { key, since }: Promised, { parts }: Reply, channel: string): Promise<Replace | null> {
  return replacePosted(desk, channel, await desk.outbox.send({ key, channel, parts, replyTo: null, since }));
}

/** What only the asker was to see goes to their direct messages, never to the channel. */
async function postInstead(desk: Desk, promised: Promised, reply: Reply): Promise<Replace | null> {
  const { interaction } = promised;
  if (reply.audience === "channel" && mayPost(interaction)) return postInChannel(desk, promised, reply);
  const asker = interaction.member?.user.id ?? interaction.user?.id;
  return asker === undefined ? null : post(desk, promised, reply, await desk.api.directChannel(asker));
}

const channelOf = (interaction: APIInteraction): string => interaction.channel?.id ?? interaction.channel_id ?? "";

/** Where only the person installed the app, Discord takes answers to interactions and nothing else. */
function mayPost(interaction: APIInteraction): boolean {
  const { guild_id, channel, authorizing_integration_owners, app_permissions } = interaction;
  if (guild_id === undefined || channel === undefined) return false;
  const send = isThread(channel) ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  const needed = send | PermissionFlagsBits.ViewChannel;
  const installedHere = Object.values(authorizing_integration_owners).includes(guild_id);
  return installedHere && (BigInt(app_permissions) & needed) === needed;
}
