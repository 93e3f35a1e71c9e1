import { EventEmitter, once } from "node:events";
import { ApplicationCommandOptionType } from "discord.js";
import { invalidForm } from "./api-error.ts";
import { isSlash } from "./interactions.ts";
import type { World } from "./world.ts";

/** A command or an option of one, as the application registered it. */
export interface Registered {
  readonly id?: string;
  readonly type?: number;
  readonly name: string;
  readonly description?: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly { readonly name: string; readonly value: string }[];
  readonly options?: readonly Registered[];
}

/** The application's commands. https://docs.discord.com/developers/interactions/application-commands */
export class Commands {
  readonly #world: World;
  readonly #events = new EventEmitter();
  #commands: readonly Registered[] = [];
  /** How often all commands were replaced. */
  replacements = 0;

  constructor(world: World) {
    this.#world = world;
  }

  all(): readonly Registered[] {
    return this.#commands;
  }

  /** Resolves when there are commands to use. */
  async registered(): Promise<void> {
    if (this.#commands.length === 0) await once(this.#events, "replaced");
  }

  replace(body: unknown): readonly Registered[] {
    const wanted = body as readonly Registered[];
    const faults = wanted.flatMap(faultsOfCommand);
    if (faults.length > 0) throw invalidForm(faults);
    this.replacements += 1;
    this.#commands = wanted.map((command) => this.#keep(command));
    this.#events.emit("replaced");
    return this.#commands;
  }

  /** The data of a slash command as somebody filled it in. Throws where Discord would not let them send it. */
  fill(
    line: { readonly name: string; readonly verb?: string | null },
    values: Readonly<Record<string, string>>,
    focused?: string,
  ) {
    const command = this.find(line.name);
    const verb = line.verb ?? null;
    const subcommand = verb === null ? command : command.options?.find(({ name }) => name === verb);
    if (subcommand === undefined) throw new Error(`/${line.name} has no subcommand ${verb}`);
    const missing = (subcommand.options ?? []).find(({ name, required }) => required && !(name in values));
    if (missing !== undefined && focused === undefined) throw new Error(`/${line.name} needs ${missing.name}`);
    const options = Object.entries(values).map(([name, value]) => fillOption(subcommand, name, value, focused));
    const inside = verb === null ? options : [{ type: ApplicationCommandOptionType.Subcommand, name: verb, options }];
    return { id: command.id, name: command.name, type: command.type ?? 1, options: inside };
  }

  find(name: string): Registered {
    const command = this.#commands.find((candidate) => candidate.name === name);
    if (command === undefined) throw new Error(`${name} is not registered`);
    return command;
  }

  /** What Discord gives back is not letter for letter what was registered: defaults come in, and "required: false" goes. */
  #keep(command: Registered): Registered {
    const base = {
      id: this.#world.clock.snowflake(),
      application_id: this.#world.application,
      version: this.#world.clock.snowflake(),
      default_member_permissions: null,
      nsfw: false,
      dm_permission: true,
      ...command,
      type: command.type ?? 1,
      description: command.description ?? "",
    };
    return isSlash(command) && command.options !== undefined
      ? { ...base, options: command.options.map(keepOption) }
      : base;
  }
}

function keepOption({ required, options, ...option }: Registered): Registered {
  return {
    ...option,
    ...(required ? { required } : {}),
    ...(options === undefined || options.length === 0 ? {} : { options: options.map(keepOption) }),
  };
}

function fillOption(command: Registered, name: string, value: string, focused?: string) {
  const option = command.options?.find((candidate) => candidate.name === name);
  if (option === undefined) throw new Error(`there is no option ${name}`);
  if (option.choices?.every((choice) => choice.value !== value)) throw new Error(`${name} has no choice ${value}`);
  if (name === focused && !option.autocomplete) throw new Error(`${name} is not completed while it is typed`);
  return { name, type: option.type, value, ...(name === focused ? { focused: true } : {}) };
}

/** Rules for commands a schema cannot say. */
function faultsOfCommand(command: Registered): readonly string[] {
  if (!isSlash(command))
    return command.options?.length || command.description ? [`${command.name}: a menu has no options`] : [];
  return faultsOfOptions(command, command.name);
}

function faultsOfOptions(command: Registered, path: string): readonly string[] {
  const options = command.options ?? [];
  const kinds = new Set(options.map(({ type }) => type === ApplicationCommandOptionType.Subcommand));
  const firstOptional = options.findIndex(({ required }) => !required);
  const rules: readonly (readonly [boolean, string])[] = [
    [!/^[-_\p{Ll}\p{Lo}\p{N}]{1,32}$/u.test(command.name), "name: lower case, at most 32"],
    [!command.description || command.description.length > 100, "description: 1 to 100 characters"],
    [kinds.size > 1, "options: subcommands or options, never both"],
    [
      firstOptional !== -1 && options.slice(firstOptional).some(({ required }) => required),
      "options: required ones first",
    ],
    [new Set(options.map(({ name }) => name)).size < options.length, "options: names must be unique"],
    [
      (command.choices?.length ?? 0) > 0 && command.autocomplete === true,
      "choices and autocomplete exclude each other",
    ],
  ];
  const own = rules.flatMap(([broken, rule]) => (broken ? [`${path}.${rule}`] : []));
  return [...own, ...options.flatMap((option) => faultsOfOptions(option, `${path}.${option.name}`))];
}
