import type { Budget } from "../../../core/split.ts";
import { escapedLength } from "./markdown.ts";

/** What Discord allows, as its developer documentation and its OpenAPI description (discord/discord-api-spec) give it. */
export const LIMITS = {
  /** Text of all components of one message together. https://docs.discord.com/developers/components/reference#text-display */
  messageText: 4_000,
  /** Components of one message, nested ones counted. https://docs.discord.com/developers/components/reference#container */
  components: 40,
  /** Buttons in one row. https://docs.discord.com/developers/components/reference#action-row */
  buttonsPerRow: 5,
  /** A button's label. https://docs.discord.com/developers/components/reference#button */
  buttonLabel: 80,
  /** What a button or form carries. https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
  customId: 100,
  /** Text in one field of a form. https://docs.discord.com/developers/components/reference#text-input */
  modalField: 4_000,
  /** Options of a command, choices of an option, suggestions. https://docs.discord.com/developers/interactions/application-commands */
  options: 25,
  /** Name and value of a choice or suggestion. https://docs.discord.com/developers/interactions/application-commands */
  choice: 100,
  /** A message's nonce. https://docs.discord.com/developers/resources/message#create-message */
  nonce: 25,
  /** Messages one look at a channel can give. https://docs.discord.com/developers/resources/message#get-channel-messages */
  history: 100,
  /** A thread's name. https://docs.discord.com/developers/resources/channel#start-thread-from-message */
  threadName: 100,
  /** Time to the first answer to an interaction. https://docs.discord.com/developers/interactions/receiving-and-responding */
  acknowledgeMs: 3_000,
} as const;

/** Longest link put on a heading; a longer one is left out, so that links cannot crowd out the words. */
export const LONGEST_LINK = 400;

/** What one message can hold when its links take `linkRoom` characters. A smaller `share` cuts into smaller messages. */
export function messageBudget(linkRoom: number, share: number): Budget {
  const message = Math.floor((LIMITS.messageText - linkRoom) * share);
  return {
    heading: 250,
    text: message,
    message,
    parts: 12,
    items: 25,
    perRun: "****".length,
    perItem: "-# \n".length,
    perPart: "## \n".length,
    measure: escapedLength,
  };
}
