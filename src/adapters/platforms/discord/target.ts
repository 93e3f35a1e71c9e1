import type { APIAttachment, APIMessage } from "discord.js";
import type { Shortcut } from "./shortcuts.ts";

/** What a shortcut takes of a message: a link, its words, or the file it brings where it has no words. */
export function readTarget(
  message: Pick<APIMessage, "content" | "embeds" | "attachments">,
  follow: Shortcut["follow"],
): string | APIAttachment {
  const words = unwrapLinks(message.content).trim();
  const link = follow === "link" ? (LINK.exec(words)?.[0] ?? embeddedLink(message)) : undefined;
  if (link !== undefined) return link;
  return words === "" ? (message.attachments[0] ?? embeddedWords(message)) : words;
}

/** A link as people write it so that Discord shows no preview, `<https://…>`, is the link. */
export const unwrapLinks = (text: string): string => text.replaceAll(/<(https?:\/\/[^\s<>]+)>/g, "$1");

const LINK = /https?:\/\/[^\s<>]+/;

/** Feeds and other bots often write nothing and embed an article. */
const embeddedLink = ({ embeds }: Pick<APIMessage, "embeds">): string | undefined =>
  embeds.find((embed) => embed.url !== undefined)?.url;

const embeddedWords = ({ embeds }: Pick<APIMessage, "embeds">): string =>
  embeds.flatMap((embed) => [embed.title ?? [], embed.description ?? []].flat()).join("\n\n");
