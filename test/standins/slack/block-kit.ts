/**
 * What Slack refuses in a message, and why; null for a message it takes. Stricter than Slack in one way: a key it does not know
 * is refused, so that a typing mistake does not pass unseen.
 * Limits: https://docs.slack.dev/reference/block-kit/blocks and https://docs.slack.dev/reference/methods/chat.postMessage
 */
export function refuseMessage(message: { readonly text?: unknown; readonly blocks?: unknown }): Refusal | null {
  const { text, blocks } = message;
  if (typeof text === "string" && text.length > 40_000) return ["msg_too_long", "text over 40,000 characters"];
  if (blocks === undefined) return typeof text === "string" && text !== "" ? null : ["no_text", "nothing to post"];
  return refuseBlocks(blocks, MESSAGE_BLOCKS);
}

export type Refusal = readonly [code: string, reason: string];

/** What Slack refuses in a modal or a Home tab. */
export function refuseView(view: unknown): Refusal | null {
  const { type, blocks, title, submit, close } = record(view);
  if (type !== "modal" && type !== "home") return ["invalid_arguments", "view.type"];
  if (type === "modal" && ![title, submit, close].every((one) => isPlain(one, 24))) {
    return ["invalid_arguments", "a modal's title, submit and close are plain text of at most 24 characters"];
  }
  return refuseBlocks(blocks, type === "modal" ? [...MESSAGE_BLOCKS, "input"] : MESSAGE_BLOCKS, 100);
}

const MESSAGE_BLOCKS = ["header", "section", "context", "actions", "divider", "rich_text"];

function refuseBlocks(blocks: unknown, allowed: readonly string[], most = 50): Refusal | null {
  if (!Array.isArray(blocks)) return ["invalid_blocks_format", "blocks is no list"];
  if (blocks.length > most) return ["invalid_blocks", `${blocks.length} blocks`];
  const size = JSON.stringify(blocks).length;
  // Undocumented; measured by users: https://github.com/slackapi/bolt-js/issues/2509
  if (size > 13_200) return ["msg_blocks_too_long", `the blocks are ${size} characters long`];
  for (const [index, block] of blocks.entries()) {
    const fault = allowed.includes(String(record(block).type)) ? faultOf(record(block)) : "is of no type allowed here";
    if (fault !== null) return ["invalid_blocks", `block ${index} ${fault}: ${JSON.stringify(block).slice(0, 200)}`];
  }
  return null;
}

function faultOf(block: Fields): string | null {
  switch (block.type) {
    case "header":
      return keysFault(block, ["text"]) ?? (isPlain(block.text, 150) ? null : "needs 1–150 characters of plain text");
    case "section":
      return (
        keysFault(block, ["text", "accessory"]) ??
        (isText(block.text, 3000) ? null : "needs 1–3,000 characters of text") ??
        (block.accessory === undefined || isMenu(block.accessory) ? null : "has a bad accessory")
      );
    case "context":
      return keysFault(block, ["elements"]) ?? listFault(block.elements, 10, (element) => isText(element, 3000));
    case "actions":
      return keysFault(block, ["elements"]) ?? actionsFault(block.elements);
    case "divider":
      return keysFault(block, []);
    case "rich_text":
      return keysFault(block, ["elements"]) ?? listFault(block.elements, 1000, isRichElement);
    case "input":
      return (
        keysFault(block, ["label", "element", "hint", "optional"]) ??
        (isPlain(block.label, 2000) ? null : "has no label")
      );
    default:
      return "is unknown";
  }
}

function actionsFault(elements: unknown): string | null {
  const fault = listFault(elements, 25, isButton);
  if (fault !== null) return fault;
  const ids = list(elements).map((element) => record(element).action_id);
  return new Set(ids).size === ids.length ? null : "has an action_id twice";
}

function isButton(element: unknown): boolean {
  const button = record(element);
  const { text, action_id: id, value } = button;
  if (keysFault(button, ["text", "action_id", "value", "style", "url"]) !== null || button.type !== "button")
    return false;
  return isPlain(text, 75) && isString(id, 1, 255) && (value === undefined || isString(value, 0, 2000));
}

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#static_select */
function isMenu(element: unknown): boolean {
  const menu = record(element);
  const { type, action_id: id, options, initial_option: initial } = menu;
  if (keysFault(menu, ["action_id", "options", "initial_option", "placeholder"]) !== null || type !== "static_select")
    return false;
  const known = list(options).map((option) => JSON.stringify(option));
  const fits = isString(id, 1, 255) && listFault(options, 100, isOption) === null;
  return fits && (initial === undefined || known.includes(JSON.stringify(initial)));
}

function isOption(option: unknown): boolean {
  const { text, value } = record(option);
  return isPlain(text, 75) && isString(value, 1, 150);
}

function isRichElement(element: unknown): boolean {
  const rich = record(element);
  const elements = list(rich.elements);
  if (rich.type === "rich_text_list") {
    const known =
      keysFault(rich, ["style", "elements", "indent"]) === null && /^(bullet|ordered)$/.test(String(rich.style));
    return known && elements.every((item) => record(item).type === "rich_text_section" && isRichElement(item));
  }
  return /^rich_text_(section|quote|preformatted)$/.test(String(rich.type)) && elements.every(isLeaf);
}

function isLeaf(element: unknown): boolean {
  const leaf = record(element);
  const styled =
    leaf.style === undefined || keysFault(record(leaf.style), ["bold", "italic", "strike", "code"]) === null;
  if (!styled) return false;
  if (leaf.type === "text")
    return keysFault(leaf, ["text", "style"]) === null && isString(leaf.text, 1, Number.POSITIVE_INFINITY);
  if (leaf.type === "link") return keysFault(leaf, ["url", "text", "style"]) === null && isString(leaf.url, 1, 3000);
  return leaf.type === "user" || leaf.type === "channel" || leaf.type === "usergroup" || leaf.type === "broadcast";
}

function listFault(elements: unknown, most: number, fits: (element: unknown) => boolean): string | null {
  if (!Array.isArray(elements) || elements.length === 0 || elements.length > most) return `needs 1–${most} elements`;
  const index = elements.findIndex((element) => !fits(element));
  return index === -1 ? null : `has a bad element ${index}`;
}

function keysFault(fields: Fields, known: readonly string[]): string | null {
  const strange = Object.keys(fields).find((key) => !["type", "block_id", ...known].includes(key));
  return strange === undefined ? null : `has the unknown key ${strange}`;
}

function isText(value: unknown, most: number): boolean {
  return isPlain(value, most) || (record(value).type === "mrkdwn" && isString(record(value).text, 1, most));
}

const isPlain = (value: unknown, most: number): boolean =>
  record(value).type === "plain_text" && isString(record(value).text, 1, most);

const isString = (value: unknown, least: number, most: number): boolean =>
  typeof value === "string" && value.length >= least && value.length <= most && value.isWellFormed();

export type Fields = Readonly<Record<string, unknown>>;

/** The value's fields; none for what is no object. */
export const record = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
