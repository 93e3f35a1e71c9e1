import {
  type APIApplicationCommandInteraction,
  type APIAttachment,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type APIApplicationCommandInteractionDataBasicOption as BasicOption,
  ComponentType,
  type APIApplicationCommandInteractionDataOption as DataOption,
  InteractionType,
  type APIMessageApplicationCommandInteractionData as MenuData,
  type APIChatInputApplicationCommandInteractionData as SlashData,
} from "discord.js";
import type { Command } from "../../../core/command/index.ts";
import type { Upload } from "../../../core/ports.ts";
import type { ButtonId } from "../../../core/reply.ts";
import { readButton, readMenu } from "./custom-id.ts";
import { formOf, readForm } from "./form.ts";
import { FILE_OPTION } from "./registration.ts";
import { SHORTCUTS } from "./shortcuts.ts";
import { readTarget } from "./target.ts";

/** A command as it is to be run; a file is still to be fetched. */
export interface CommandRequest {
  readonly name: string;
  readonly verb: string | null;
  readonly values: Readonly<Record<string, string | APIAttachment | Upload>>;
}

/** What somebody wants by an interaction. */
export type Request =
  | ({ readonly type: "command" } & CommandRequest)
  | { readonly type: "choose"; readonly name: string; readonly line: string }
  | { readonly type: "press"; readonly button: ButtonId; readonly subject: string }
  | { readonly type: "form"; readonly form: ReturnType<typeof formOf> }
  | {
      readonly type: "suggest";
      readonly command: string;
      readonly verb: string | null;
      readonly option: string;
      readonly typed: string;
    }
  | { readonly type: "unknown" };

type CommandData = APIApplicationCommandInteraction["data"];

const UNKNOWN: Request = { type: "unknown" };

/** Reads an interaction. Whatever none of our commands, buttons and forms would send is unknown. */
export function readInteraction(interaction: APIInteraction, commands: readonly Command[]): Request {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return readCommand(interaction.data, commands);
    case InteractionType.ApplicationCommandAutocomplete:
      return readTyping(interaction.data.name, interaction.data.options);
    case InteractionType.MessageComponent:
      return readPress(interaction);
    case InteractionType.ModalSubmit:
      return readSubmission(interaction);
    default:
      return UNKNOWN;
  }
}

/** Who is to see the answer, as far as the request itself says. */
export function promisedAudience(request: Request): "asker" | "channel" {
  if (request.type === "press") return request.button === "share" ? "channel" : "asker";
  return request.type === "command" && request.values.to === "channel" ? "channel" : "asker";
}

function readCommand(data: CommandData, commands: readonly Command[]): Request {
  switch (data.type) {
    case ApplicationCommandType.ChatInput:
      return readSlash(data, commands);
    case ApplicationCommandType.Message:
      return readShortcut(data);
    default:
      return UNKNOWN;
  }
}

function readSlash(data: SlashData, commands: readonly Command[]): Request {
  const command = commands.find(({ name }) => name === data.name);
  if (command === undefined) return UNKNOWN;
  const { verb, options } = splitVerb(data.options ?? []);
  const definition = command.verbs.find(({ name }) => name === verb)?.options ?? {};
  const article = Object.keys(definition).find((name) => definition[name]?.type === "article");
  const values: Record<string, string | APIAttachment> = {};
  for (const option of options) {
    if (option.type === ApplicationCommandOptionType.String || option.type === ApplicationCommandOptionType.Channel)
      values[option.name] = option.value;
    if (option.type !== ApplicationCommandOptionType.Attachment || option.name !== FILE_OPTION) continue;
    const file = data.resolved?.attachments?.[option.value];
    if (file !== undefined && article !== undefined) values[article] ??= file;
  }
  if (article !== undefined && definition[article]?.required && Object.keys(values).length === 0) {
    return { type: "form", form: formOf({ command: data.name, option: article }) };
  }
  return { type: "command", name: data.name, verb, values };
}

/** A command has either options or one chosen subcommand with options. */
function splitVerb(options: readonly DataOption[]): { verb: string | null; options: readonly BasicOption[] } {
  const [first] = options;
  if (first?.type === ApplicationCommandOptionType.Subcommand)
    return { verb: first.name, options: first.options ?? [] };
  return { verb: null, options: options.filter(isBasic) };
}

const isBasic = (option: DataOption): option is BasicOption =>
  option.type !== ApplicationCommandOptionType.Subcommand &&
  option.type !== ApplicationCommandOptionType.SubcommandGroup;

function readTyping(command: string, given: readonly DataOption[]): Request {
  const { verb, options } = splitVerb(given);
  const focused = options.find((option) => "focused" in option && option.focused === true);
  if (focused === undefined) return UNKNOWN;
  return { type: "suggest", command, verb, option: focused.name, typed: String(focused.value) };
}

function readShortcut(data: MenuData): Request {
  const shortcut = SHORTCUTS.find(({ label }) => label === data.name);
  const message = data.resolved.messages[data.target_id];
  if (shortcut === undefined || message === undefined) return UNKNOWN;
  const { command, option, takes } = shortcut;
  return { type: "command", name: command, verb: null, values: { [option]: readTarget(message, takes) } };
}

function readPress({ data }: APIMessageComponentInteraction): Request {
  const menu = readMenu(data.custom_id);
  if (menu !== null && data.component_type === ComponentType.StringSelect)
    return { type: "choose", name: menu.name, line: menu.line + (data.values[0] ?? "") };
  const press = readButton(data.custom_id);
  if (press === null) return UNKNOWN;
  return press.button === "paste" ? { type: "form", form: formOf(PASTED) } : { type: "press", ...press };
}

/** What the button "paste" asks a text for. */
const PASTED = { command: "brief", option: "article" };

function readSubmission({ data }: APIModalSubmitInteraction): Request {
  const form = readForm(data);
  if (form === null) return UNKNOWN;
  return { type: "command", name: form.command, verb: null, values: { [form.option]: form.text } };
}
