import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from "discord.js";
import { type Button, type Choice, type Part, type Run, type Text, unlinkMarks } from "../../../core/reply.ts";
import { type Message, splitReply } from "../../../core/split.ts";
import { cleanText } from "../escape.ts";
import { writeButton, writeMenu } from "./custom-id.ts";
import { LIMITS, LONGEST_LINK, messageBudget } from "./limits.ts";
import { escapeMarkdown, linkMarkdown, webAddress } from "./markdown.ts";

/** A file that goes with a message, as discord.js takes it. */
interface MessageFile {
  readonly name: string;
  readonly contentType: string;
  readonly data: Buffer;
}

/** One message as Discord shows it: a container of text, small print and buttons. */
export interface RenderedMessage {
  /** What it shows, and the share of what Discord allows that it was to hold. */
  readonly parts: Message;
  readonly share: number;
  readonly container: APIContainerComponent;
  readonly files: readonly MessageFile[];
}

/** Components instead of content, and no link previews. https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const MESSAGE_FLAGS = MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds;

/** Nobody is pinged, whatever a text says. https://docs.discord.com/developers/resources/message#allowed-mentions-object */
export const NO_PINGS = { parse: [], replied_user: false };

/** The messages a reply becomes, in order; none for a reply without words. */
export const renderReply = (parts: readonly Part[]): readonly RenderedMessage[] => renderShare(parts, 1);

/** Smaller messages for one that Discord refused as too large: how it counts is not documented to the last character. */
export const halveMessage = ({ parts, share }: RenderedMessage): readonly RenderedMessage[] =>
  share > SMALLEST_SHARE ? renderShare(parts, share / 2) : [];

/** A message this small is refused for another reason than its size. */
const SMALLEST_SHARE = 1 / 8;

/** Messages that each hold a share of what Discord allows. */
function renderShare(parts: readonly Part[], share: number): readonly RenderedMessage[] {
  const shown = parts.map(dropDoubleLinks).map(dropLongLink);
  const linkRoom = sum(shown.map(linkLength));
  const fitting = linkRoom > LIMITS.messageText / 2 ? shown.map(dropLink) : shown;
  const budget = messageBudget(sum(fitting.map(linkLength)), share);
  return splitReply(fitting, budget)
    .flatMap(splitByComponents)
    .map((message) => renderMessage(message, share))
    .filter((message) => message.container.components.length > 0);
}

function renderMessage(message: Message, share: number): RenderedMessage {
  const seen = new Set<string>();
  const components = message.flatMap((part) => renderPart(part, seen));
  return {
    parts: message,
    share,
    container: { type: ComponentType.Container, components },
    files: message.flatMap((part) => (part.type === "file" ? [renderFile(part)] : [])),
  };
}

function renderPart(part: Part, seen: Set<string>): APIComponentInContainer[] {
  switch (part.type) {
    case "heading":
      return renderText(`## ${part.url === undefined ? escapeLine(part.text) : linkMarkdown(part.text, part.url)}`);
    case "meta":
      return renderText(smallPrint(escapeMarkdown(part.text)));
    case "text":
      return renderText(renderRuns(part.runs));
    case "list":
      return renderText(part.items.map((item) => `- ${indent(renderRuns(item))}`).join("\n"));
    case "receipts":
      return [
        { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small },
        ...renderText(part.items.map((item) => smallPrint(renderRuns(item))).join("\n")),
      ];
    case "file":
      return [{ type: ComponentType.File, file: { url: `attachment://${fileName(part.name)}` } }];
    case "buttons":
      return renderButtons(part.buttons, seen);
    case "choices":
      return part.choices.flatMap(renderChoice);
  }
}

/** A text without anything to see is no component: Discord refuses it. */
function renderText(content: string): APIComponentInContainer[] {
  const bare = content.replaceAll(/^(?:##|-#|-)(?= |$)/gm, "");
  return bare.trim() === "" ? [] : [{ type: ComponentType.TextDisplay, content }];
}

const renderRuns = (runs: Text): string => escapeFirst(runs.map(renderRun).join(""));

/** Runs are escaped one by one, so what only looks like the beginning of a line inside them is escaped as well: that shows no difference. */
function renderRun(run: Run): string {
  if (run.look === "mark" && run.url !== undefined) return linkMarkdown(run.text, run.url);
  const text = escapeMarkdown(run.text);
  if (run.look !== "strong" || text.trim() === "") return text;
  const lead = text.slice(0, text.length - text.trimStart().length);
  return `${lead}**${text.trim()}**${text.slice(text.trimEnd().length)}`;
}

/** A number in one run and its full stop in the next make a list only once they are joined. */
const escapeFirst = (text: string): string => text.replaceAll(/^([ \t]*\d{1,9})([.)])/gm, "$1\\$2");

const escapeLine = (text: string): string => escapeMarkdown(text.replaceAll(/\s+/g, " "));
const smallPrint = (text: string): string => text.replaceAll(/^/gm, "-# ");
const indent = (text: string): string => text.replaceAll("\n", "\n  ");

function renderButtons(buttons: readonly Button[], seen: Set<string>): APIComponentInContainer[] {
  const components = buttons.map(renderButton).filter(({ custom_id }) => !seen.has(custom_id) && seen.add(custom_id));
  const rows = Math.ceil(components.length / LIMITS.buttonsPerRow);
  return Array.from({ length: rows }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: components.slice(row * LIMITS.buttonsPerRow, (row + 1) * LIMITS.buttonsPerRow),
  }));
}

function renderButton(button: Button): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: button.id === "share" ? ButtonStyle.Primary : ButtonStyle.Secondary,
    label: cleanText(button.label).slice(0, LIMITS.buttonLabel),
    custom_id: writeButton(button.id, button.subject),
  };
}

/** A menu under what it is about. */
function renderChoice(choice: Choice): APIComponentInContainer[] {
  const options = choice.values.map(({ value, label }) => ({ value, label, default: value === choice.chosen }));
  const menu = { type: ComponentType.StringSelect, custom_id: writeMenu(choice), options } as const;
  return [
    ...renderText(smallPrint(escapeMarkdown(choice.label))),
    { type: ComponentType.ActionRow, components: [menu] },
  ];
}

function renderFile(part: Part & { type: "file" }): MessageFile {
  return { name: fileName(part.name), contentType: part.mediaType, data: Buffer.from(part.text) };
}

/** Discord renames other characters, and a component could then not find its file. */
const fileName = (name: string): string => name.replaceAll(/[^A-Za-z0-9._-]/g, "_");

/** Parts of one message whose components are more than Discord takes go into several. */
function splitByComponents(message: Message): readonly Message[] {
  const messages: Part[][] = [];
  let room = 0;
  for (const part of message) {
    const size = componentCount(part);
    const last = messages.at(-1);
    if (last !== undefined && size <= room) {
      last.push(part);
      room -= size;
    } else {
      messages.push([part]);
      room = LIMITS.components - 1 - size;
    }
  }
  return messages;
}

function componentCount(part: Part): number {
  if (part.type === "receipts") return 2;
  if (part.type === "choices") return part.choices.length * 3;
  if (part.type !== "buttons") return 1;
  return part.buttons.length + Math.ceil(part.buttons.length / LIMITS.buttonsPerRow);
}

function dropLongLink(part: Part): Part {
  const longest = part.type === "receipts" ? LIMITS.messageText : LONGEST_LINK;
  return linkLength(part) > longest ? dropLink(part) : part;
}

/** Marks in prose lead where their receipts lead, and a message holds few characters. */
const dropDoubleLinks = (part: Part): Part => (part.type === "receipts" ? part : unlinkMarks(part));

function dropLink(part: Part): Part {
  return part.type === "heading" ? { type: "heading", text: part.text } : unlinkMarks(part);
}

/** What the links of a part take beside its words. */
function linkLength(part: Part): number {
  if (part.type === "heading") return linkSize(part.url);
  if (part.type !== "receipts") return 0;
  return sum(part.items.flat().map((run) => (run.look === "mark" ? linkSize(run.url) : 0)));
}

const linkSize = (url: string | undefined): number =>
  url === undefined ? 0 : "[](<>)".length + (webAddress(url)?.length ?? 0);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
