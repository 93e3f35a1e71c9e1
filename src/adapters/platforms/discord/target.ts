import type { APIAttachment, APIMessage } from "discord.js";
import type { Upload } from "../../../core/ports.ts";
import type { Shortcut } from "./shortcuts.ts";

type Target = Pick<APIMessage, "content" | "embeds" | "attachments">;

/** A message with more words than this beside its link is itself what is meant. */
const FEW_WORDS = 30;

/** What a shortcut takes of a message: a link, the file it brings, or its words, which nothing takes for a link or a number then. */
export function readTarget(message: Target, takes: Shortcut["takes"]): string | APIAttachment | Upload {
  const words = unwrapLinks(message.content).trim();
  const few = (words.match(/\S+/g)?.length ?? 0) <= FEW_WORDS;
  const link = LINK.exec(words)?.[0] ?? embeddedLink(message);
  if (takes === "article" && few && link !== undefined) return link;
  const [file] = message.attachments;
  if (few && file !== undefined) return file;
  const text = words === "" ? embeddedWords(message) : words;
  return { name: "message.txt", bytes: new TextEncoder().encode(text) };
}

/** A link as people write it so that Discord shows no preview, `<https://…>`, is the link. */
export const unwrapLinks = (text: string): string => text.replaceAll(/<(https?:\/\/[^\s<>]+)>/g, "$1");

const LINK = /https?:\/\/[^\s<>]+/;

/** Feeds and other bots often write nothing and embed an article. */
const embeddedLink = ({ embeds }: Target): string | undefined => embeds.find((embed) => embed.url !== undefined)?.url;

const embeddedWords = ({ embeds }: Target): string =>
  embeds.flatMap((embed) => [embed.title ?? [], embed.description ?? []].flat()).join("\n\n");
