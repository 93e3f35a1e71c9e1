import type { types } from "@slack/bolt";
import {
  type Choice,
  type Part,
  plain,
  type Reply,
  type Run,
  replyText,
  strong,
  type Text,
  unlinkMarks,
} from "../../../core/reply.ts";
import { splitReply } from "../../../core/split.ts";
import { cleanText } from "../escape.ts";
import { BUTTON_PREFIX, budget, CHOICE_PREFIX, MAX_BUTTON_LABEL, MAX_BUTTONS, MAX_TEXT, MAX_URL } from "./limits.ts";
import { escapeText } from "./markup.ts";

/** What one call of chat.postMessage shows: `text` is for notifications and screen readers, `blocks` for everybody else. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: readonly types.KnownBlock[];
}

/**
 * A reply as Slack messages, each within Slack's limits; at least one.
 * Prose goes into rich text and plain text, where Slack parses no markup: nothing in it can call people or become a link.
 */
export function renderReply(reply: Reply): readonly [SlackMessage, ...SlackMessage[]] {
  const parts = reply.parts.flatMap(inlineFile).map(cleanPart);
  const room = parts.map(linkRoom).reduce((sum, size) => sum + size, 0);
  const isCrowded = room > budget.message / 3;
  const shown = isCrowded ? parts.map(unlinkMarks) : parts;
  const fitting = { ...budget, message: budget.message - (isCrowded ? 0 : room) };
  const [first = [], ...rest] = splitReply(shown, fitting);
  return [renderMessage(first), ...rest.map(renderMessage)];
}

/** What the links of marks take beside the words; receipts are plain text and have none. */
function linkRoom(part: Part): number {
  const runs = part.type === "text" ? part.runs : part.type === "list" ? part.items.flat() : [];
  return runs.map(urlOf).reduce((sum, url) => sum + (url === undefined ? 0 : '"url":"",'.length + url.length), 0);
}

function renderMessage(parts: readonly Part[]): SlackMessage {
  const words = replyText({ parts, audience: "asker", outcome: "ok", data: null });
  return { text: fallbackText(words), blocks: parts.flatMap(renderPart) };
}

/** Files stand in the message as text: handing over a file needs a scope few workspaces grant. */
function inlineFile(part: Part): readonly Part[] {
  if (part.type !== "file") return [part];
  return [
    { type: "meta", text: part.name },
    { type: "text", runs: [plain(part.text)] },
  ];
}

function cleanPart(part: Part): Part {
  switch (part.type) {
    case "heading":
    case "meta":
      return { ...part, text: cleanText(part.text) };
    case "text":
      return { ...part, runs: cleanRuns(part.runs) };
    case "list":
    case "receipts":
      return { ...part, items: part.items.map(cleanRuns) };
    case "file":
    case "buttons":
    case "choices":
      return part;
  }
}

const cleanRuns = (runs: Text): Text => runs.map((run) => ({ ...run, text: cleanText(run.text) }));

function renderPart(part: Part): readonly types.KnownBlock[] {
  switch (part.type) {
    case "heading":
      return [isLink(part.url) ? richText([section([strong(part.text)], part.url)]) : header(part.text)];
    case "meta":
      return [context(part.text)];
    case "text":
      return [richText([section(part.runs)])];
    case "list":
      return [
        richText([{ type: "rich_text_list", style: "bullet", elements: part.items.map((item) => section(item)) }]),
      ];
    case "receipts":
      return [context(part.items.map((item) => item.map((run) => run.text).join("")).join("\n"))];
    case "buttons":
      return part.buttons.length === 0 ? [] : [actions(part)];
    case "choices":
      return part.choices.map(menu);
    case "file":
      return [];
  }
}

const isLink = (url: string | undefined): url is string =>
  url !== undefined && url.length <= MAX_URL && /^https?:\/\//i.test(url) && URL.canParse(url);

const plainText = (text: string): types.PlainTextElement => ({
  type: "plain_text",
  text: escapeText(text),
  emoji: false,
});

const header = (text: string): types.HeaderBlock => ({ type: "header", text: plainText(text) });

const context = (text: string): types.ContextBlock => ({ type: "context", elements: [plainText(text)] });

const richText = (elements: types.RichTextBlock["elements"]): types.RichTextBlock => ({ type: "rich_text", elements });

function section(runs: Text, url?: string): types.RichTextSection {
  const filled = runs.filter((run) => run.text !== "");
  return { type: "rich_text_section", elements: filled.map((run) => linked(run, url ?? urlOf(run))) };
}

const urlOf = (run: Run): string | undefined => (run.look === "mark" && isLink(run.url) ? run.url : undefined);
const linked = (run: Run, url: string | undefined): types.RichTextText | types.RichTextLink =>
  url === undefined ? leaf(run) : link(run, url);
const leaf = (run: Run): types.RichTextText => ({ type: "text", text: run.text, ...bold(run) });
const link = (run: Run, url: string): types.RichTextLink => ({ type: "link", url, text: run.text, ...bold(run) });
const bold = (run: Run): { style?: { bold: true } } => (run.look === "strong" ? { style: { bold: true } } : {});

function actions({ buttons }: Part & { type: "buttons" }): types.ActionsBlock {
  return {
    type: "actions",
    elements: buttons.slice(0, MAX_BUTTONS).map((button) => ({
      type: "button",
      action_id: BUTTON_PREFIX + button.id,
      text: plainText(cutText(cleanText(button.label), MAX_BUTTON_LABEL)),
      value: button.subject,
      ...(button.id === "share" ? { style: "primary" as const } : {}),
    })),
  };
}

/** A menu beside what it is about. */
function menu({ label, command, line, values, chosen }: Choice): types.SectionBlock {
  const options = values.map((one) => ({ text: plainText(cutText(one.label, MAX_BUTTON_LABEL)), value: one.value }));
  const initial = options.find(({ value }) => value === chosen);
  return {
    type: "section",
    text: plainText(label),
    accessory: {
      type: "static_select",
      action_id: `${CHOICE_PREFIX}${command} ${line}`,
      options,
      ...(initial === undefined ? {} : { initial_option: initial }),
    },
  };
}

const fallbackText = (words: string): string => escapeText(cutText(words, MAX_TEXT)) || "…";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The longest beginning that stays within the limit once escaped, cut between graphemes. */
function cutText(text: string, limit: number): string {
  if (escapeText(text).length <= limit) return text;
  let size = 0;
  for (const { segment, index } of graphemes.segment(text)) {
    size += escapeText(segment).length;
    if (size > limit - 1) return `${text.slice(0, index)}…`;
  }
  return text;
}
