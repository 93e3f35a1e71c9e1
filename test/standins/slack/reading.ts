import { type Fields, list, record } from "./block-kit.ts";

/** What people see of a message, what can be clicked in it and whom it calls. */
export interface Reading {
  readonly text: string;
  readonly links: readonly string[];
  readonly pings: readonly string[];
  readonly buttons: readonly { readonly actionId: string; readonly label: string; readonly value: string }[];
}

/** Reads a message as Slack's clients do: the blocks, or the text where there are none; the text can call people either way. */
export function readMessage(message: { readonly text: string; readonly blocks: readonly unknown[] }): Reading {
  const pieces = message.blocks.map((block) => readBlock(record(block)));
  const fallback = readMarkup(message.text);
  const shown = message.blocks.length === 0 ? [fallback] : pieces;
  return {
    text: shown.map(({ text }) => text).join("\n"),
    links: [...pieces.flatMap(({ links }) => links), ...fallback.links],
    pings: [...pieces.flatMap(({ pings }) => pings), ...fallback.pings],
    buttons: message.blocks.flatMap((block) => readButtons(record(block))),
  };
}

type Piece = Omit<Reading, "buttons">;
const EMPTY: Piece = { text: "", links: [], pings: [] };

function readBlock(block: Fields): Piece {
  switch (block.type) {
    case "header":
    case "section":
      return readTextObject(record(block.text));
    case "context":
      return join(
        list(block.elements).map((element) => readTextObject(record(element))),
        " ",
      );
    case "rich_text":
      return join(
        list(block.elements).map((element) => readRich(record(element))),
        "\n",
      );
    default:
      return EMPTY;
  }
}

function readTextObject({ type, text }: Fields): Piece {
  return type === "mrkdwn" ? readMarkup(String(text)) : { ...EMPTY, text: decode(String(text)) };
}

function readRich(element: Fields): Piece {
  const elements = list(element.elements).map(record);
  if (element.type === "rich_text_list") return join(elements.map(readRich), "\n");
  return join(elements.map(readLeaf), "");
}

function readLeaf({ type, text, url, ...rest }: Fields): Piece {
  if (type === "text") return { ...EMPTY, text: String(text) };
  if (type === "link") return { ...EMPTY, text: String(text ?? url), links: [String(url)] };
  return { ...EMPTY, pings: [JSON.stringify(rest)] };
}

/**
 * Slack's own markup: `<!…>`, `<@…>` and `<#…>` call, `<url|label>` links. Bare addresses and `@names` do neither, with `parse`
 * and `link_names` unset. https://docs.slack.dev/messaging/formatting-message-text
 */
function readMarkup(markup: string): Piece {
  const links: string[] = [];
  const pings: string[] = [];
  const text = markup.replaceAll(/<([^<>]*)>/g, (_, inner: string) => {
    const [target = "", label] = inner.split("|");
    (/^[@#!]/.test(target) ? pings : links).push(target);
    return label ?? target;
  });
  return { text: decode(text), links, pings };
}

const decode = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

function readButtons(block: Fields): Reading["buttons"] {
  if (block.type !== "actions") return [];
  return list(block.elements)
    .map(record)
    .map((button) => ({
      actionId: String(button.action_id),
      label: decode(String(record(button.text).text)),
      value: String(button.value ?? ""),
    }));
}

function join(pieces: readonly Piece[], by: string): Piece {
  return {
    text: pieces.map(({ text }) => text).join(by),
    links: pieces.flatMap(({ links }) => links),
    pings: pieces.flatMap(({ pings }) => pings),
  };
}
