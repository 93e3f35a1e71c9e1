import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Command, Option, Options, Verb } from "../../../core/command/index.ts";
import { SHORTCUTS } from "./shortcuts.ts";

/** The option that takes an attachment, beside every option that takes an article. */
export const FILE_OPTION = "file";

/** Guilds and people may both install the app, and its commands work in guilds, in its direct messages and between people. */
const WHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

/** The commands as Discord registers them, from their definitions. */
export function registrationOf(commands: readonly Command[]): RESTPostAPIApplicationCommandsJSONBody[] {
  const known = SHORTCUTS.filter((shortcut) => commands.some(({ name }) => name === shortcut.command));
  return [...commands.map(slashCommand), ...known.map((shortcut) => menuCommand(shortcut.label))];
}

function slashCommand(command: Command): RESTPostAPIApplicationCommandsJSONBody {
  const [first] = command.verbs;
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.description,
    options: first.name === null ? optionsOf(first.options) : command.verbs.flatMap(subcommand),
    ...WHERE,
  };
}

function subcommand(verb: Verb) {
  if (verb.name === null) return [];
  return [
    {
      type: ApplicationCommandOptionType.Subcommand as const,
      name: verb.name,
      description: verb.description,
      options: optionsOf(verb.options),
    },
  ];
}

const menuCommand = (name: string): RESTPostAPIApplicationCommandsJSONBody => ({
  type: ApplicationCommandType.Message,
  name,
  ...WHERE,
});

/** Required options come first, as Discord wants them. */
function optionsOf(options: Options): APIApplicationCommandBasicOption[] {
  const all = Object.entries(options).flatMap(([name, option]) => optionOf(name, option));
  return [...all.filter((option) => option.required), ...all.filter((option) => !option.required)];
}

function optionOf(name: string, option: Option): APIApplicationCommandBasicOption[] {
  const common = { type: ApplicationCommandOptionType.String as const, name, description: option.description };
  switch (option.type) {
    case "choice":
      return [{ ...common, ...requirement(option), choices: option.choices.map((value) => ({ name: value, value })) }];
    case "text":
      return [{ ...common, ...requirement(option), ...(option.suggest === undefined ? {} : { autocomplete: true }) }];
    case "articles":
      return [{ ...common, ...requirement(option) }];
    case "channel":
      return [
        {
          ...common,
          type: ApplicationCommandOptionType.Channel,
          channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
        },
      ];
    case "article":
      return [common, fileOption()];
  }
}

const requirement = (option: Option) => (option.required ? { required: true } : {});

/** An article is given as words or as a file, so neither can be required. */
const fileOption = (): APIApplicationCommandBasicOption => ({
  type: ApplicationCommandOptionType.Attachment,
  name: FILE_OPTION,
  description: "a text file or a saved page, instead of a link or text",
});

/** Whether what Discord has registered is what we would register. Compares what we set; Discord adds ids, versions and defaults. */
export function isRegistered(wanted: readonly RESTPostAPIApplicationCommandsJSONBody[], registered: unknown): boolean {
  return JSON.stringify(wanted.map(essentials).sort()) === JSON.stringify(listOf(registered).map(essentials).sort());
}

/** Everything of a command or option that people notice, as one text. What Discord leaves out is what it defaults to. */
function essentials(item: unknown): string {
  const field = (name: string): unknown => (item instanceof Object ? Reflect.get(item, name) : undefined);
  return JSON.stringify([
    field("type"),
    field("name"),
    field("description") || "",
    field("required") ?? false,
    field("autocomplete") ?? false,
    [...listOf(field("channel_types"))].sort(),
    listOf(field("choices")).map((choice) => JSON.stringify(choice, ["name", "value"])),
    [...listOf(field("contexts"))].sort(),
    [...listOf(field("integration_types"))].sort(),
    listOf(field("options")).map(essentials),
  ]);
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
