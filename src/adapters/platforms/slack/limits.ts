import type { Budget } from "../../../core/split.ts";
import { escapeText } from "./markup.ts";

/** Blocks in one message. https://docs.slack.dev/reference/block-kit/blocks */
const MAX_BLOCKS = 50;
/** Characters in a header. https://docs.slack.dev/reference/block-kit/blocks/header-block */
const MAX_HEADER = 150;
/** Characters in a text object. https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
export const MAX_TEXT = 3_000;
/** Characters of all blocks together, as JSON; undocumented, measured by users. https://github.com/slackapi/bolt-js/issues/2509 */
const MAX_BLOCKS_JSON = 13_200;
/** Elements in one actions block. https://docs.slack.dev/reference/block-kit/blocks/actions-block */
export const MAX_BUTTONS = 25;
/** Characters on a button, and of an option in a menu. https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const MAX_BUTTON_LABEL = 75;
/** Characters of a link. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
export const MAX_URL = 3_000;
/** Marks a button as ours; what it does and about what follows from its action_id and value alone. */
export const BUTTON_PREFIX = "verbatim:";
/** Marks a menu as ours; the command it runs follows, up to the chosen value. */
export const CHOICE_PREFIX = "verbatim-choice:";
/** Times a response URL may be used, and for how long. https://docs.slack.dev/interactivity/handling-user-interaction */
export const RESPONSE_URL_USES = 5;
export const RESPONSE_URL_MS = 30 * 60_000;
/** Largest request read; Slack's own stay far below. */
export const MAX_REQUEST_BYTES = 1_000_000;
/** How far a request's clock may differ, either way. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export const MAX_SKEW_SECONDS = 300;
/** Largest file read from a message: more than the longest article needs. */
export const MAX_FILE_BYTES = 5_000_000;
/** Waiting time after a 429 without a usable Retry-After: Slack counts by the minute. https://docs.slack.dev/apis/web-api/rate-limits */
export const DEFAULT_RETRY_SECONDS = 30;
/** A longer wait is not sat out with a channel's other messages behind it. */
export const LONGEST_WAIT_SECONDS = 60;

/** Slack counts the JSON of all blocks, and characters of each text once it is escaped; this measure is never below either. */
export const budget: Budget = {
  heading: MAX_HEADER,
  text: MAX_TEXT,
  message: MAX_BLOCKS_JSON - 500,
  parts: MAX_BLOCKS - 2,
  items: 40,
  perRun: '{"type":"text","text":"","style":{"bold":true}},'.length,
  perItem: '{"type":"rich_text_section","elements":[]},'.length,
  perPart: '{"type":"rich_text","elements":[{"type":"rich_text_list","style":"bullet","elements":[]}]},'.length,
  measure: (text) => JSON.stringify(escapeText(text)).length - 2,
};
