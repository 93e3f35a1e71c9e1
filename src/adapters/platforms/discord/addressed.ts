import { type GatewayMessageCreateDispatchData, MessageType } from "discord.js";
import { unwrapLinks } from "./target.ts";

/** How a message concerns the bot. "follow-up": it may stand in a thread of ours, which has yet to be found out. */
export type Concern = "addressed" | "follow-up" | "none";

/**
 * A mention, a reply to the bot and a direct message address it. Discord hides the text of other messages unless the
 * privileged content intent was granted; what shows nothing concerns nobody.
 */
export function concernOf(message: GatewayMessageCreateDispatchData, bot: string): Concern {
  if (message.author.bot || message.webhook_id !== undefined || !isSaid(message.type)) return "none";
  if (mentions(message, bot)) return "addressed";
  if (message.content === "" && message.attachments.length === 0) return "none";
  if (message.guild_id === undefined || message.referenced_message?.author.id === bot) return "addressed";
  return "follow-up";
}

/** Others tell of joins, pins and answers to commands. */
const isSaid = (type: MessageType): boolean => type === MessageType.Default || type === MessageType.Reply;

const mentions = ({ mentions }: GatewayMessageCreateDispatchData, bot: string): boolean =>
  mentions.some(({ id }) => id === bot);

/** What was said, without the mention of the bot and with people's names for their mentions. */
export function textOf({ content, mentions }: GatewayMessageCreateDispatchData, bot: string): string {
  const names = new Map(mentions.map(({ id, global_name, username }) => [id, `@${global_name ?? username}`]));
  const named = content.replaceAll(/<@!?(\d+)>/g, (mention, id: string) =>
    id === bot ? "" : (names.get(id) ?? mention),
  );
  return unwrapLinks(named).trim();
}
