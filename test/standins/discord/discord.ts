import { ApplicationCommandType, ComponentType, InteractionType, PermissionFlagsBits } from "discord.js";
import type { Actor, Interaction } from "./interactions.ts";
import { flatten, type MessageBody } from "./message-rules.ts";
import { addMessage } from "./messages.ts";
import { Server } from "./server.ts";
import type { Attachment, Message, User } from "./shapes.ts";

export interface Saying {
  readonly author?: User;
  readonly channel?: string;
  /** The message this replies to; its author is mentioned by it unless `silently`. */
  readonly replyTo?: string;
  readonly silently?: boolean;
  readonly attachments?: readonly Attachment[];
}

/** A Discord with one guild in it, and what people do there. People are in the guild's channel unless told otherwise. */
export class Discord {
  readonly server: Server;
  readonly alice: User;
  readonly general: string;

  /** `granted`: privileged intents the application was granted. */
  constructor({ granted = 0 }: { readonly granted?: number } = {}) {
    this.server = new Server(granted);
    this.alice = this.server.world.person("alice");
    this.general = this.server.world.channel("general");
  }

  async start(): Promise<this> {
    await this.server.listen();
    return this;
  }

  stop(): Promise<void> {
    return this.server.close();
  }

  /** Somebody writes a message. */
  say(content: string, saying: Saying = {}): Message {
    const { author = this.alice, channel = this.general, replyTo, silently = false, attachments = [] } = saying;
    const body: MessageBody = {
      content,
      ...(replyTo === undefined ? {} : { message_reference: { message_id: replyTo } }),
      ...(silently ? { allowed_mentions: { replied_user: false } } : {}),
    };
    const message = addMessage(this.server.world, body, { channel, author, attachments });
    this.server.tell(message);
    return message;
  }

  /** Somebody mentions the bot. */
  mention(text: string, saying: Saying = {}): Message {
    return this.say(`<@${this.server.world.bot.id}> ${text}`, saying);
  }

  slash(name: string, values: Readonly<Record<string, string>> = {}, doing: Doing = {}): Interaction {
    const data = this.server.commands.fill({ name, verb: doing.verb ?? null }, values);
    return this.#interact(InteractionType.ApplicationCommand, { ...data, ...this.#resolved(doing) }, doing);
  }

  /** Somebody types into an option. */
  type(name: string, option: string, typed: string, doing: Doing = {}): Interaction {
    const data = this.server.commands.fill({ name, verb: doing.verb ?? null }, { [option]: typed }, option);
    return this.#interact(InteractionType.ApplicationCommandAutocomplete, data, doing);
  }

  /** Somebody chooses a command from a message's menu. Its words are shown to the bot then. */
  menu(label: string, message: Message, doing: Doing = {}): Interaction {
    const { id } = this.server.commands.find(label);
    const data = {
      id,
      name: label,
      type: ApplicationCommandType.Message,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    };
    return this.#interact(InteractionType.ApplicationCommand, data, doing);
  }

  /** Somebody presses a button of a message. */
  press(message: Message, customId: string, doing: Doing = {}): Interaction {
    const button = flatten(message.components).find(({ custom_id }) => custom_id === customId);
    if (button === undefined) throw new Error(`there is no button ${customId}`);
    const data = { custom_id: customId, component_type: ComponentType.Button, id: button.id };
    return this.#interact(InteractionType.MessageComponent, data, { channel: message.channel_id, ...doing }, message);
  }

  /** Somebody chooses from a menu of a message. Throws for what it does not offer. */
  choose(message: Message, customId: string, value: string, doing: Doing = {}): Interaction {
    const menu = flatten(message.components).find(({ custom_id }) => custom_id === customId);
    if (!menu?.options?.some((option) => option.value === value))
      throw new Error(`there is no ${value} in ${customId}`);
    const data = { custom_id: customId, component_type: ComponentType.StringSelect, id: menu.id, values: [value] };
    return this.#interact(InteractionType.MessageComponent, data, { channel: message.channel_id, ...doing }, message);
  }

  /** Somebody fills in a form the bot has opened, field by field. */
  async submit(opener: Interaction, values: readonly string[], doing: Doing = {}): Promise<Interaction> {
    const { data } = await opener.answered;
    const form = data as { custom_id: string; components: { component: { custom_id: string } }[] };
    const components = form.components.map(({ component }, index) => ({
      type: ComponentType.Label,
      id: index * 2 + 1,
      component: {
        type: ComponentType.TextInput,
        id: index * 2 + 2,
        custom_id: component.custom_id,
        value: values[index] ?? "",
      },
    }));
    return this.#interact(InteractionType.ModalSubmit, { custom_id: form.custom_id, components }, doing);
  }

  /** Tells the bot of an interaction once more. */
  repeat(interaction: Interaction): void {
    this.server.gateway.dispatch("INTERACTION_CREATE", interaction.event);
  }

  /** Everything the bot has posted, oldest first. */
  posted(): readonly Message[] {
    return [...this.server.world.messages.values()].filter(({ author }) => author.id === this.server.world.bot.id);
  }

  /** What Discord sends about the files and channels given to options: of a channel, also what the person may do there. */
  #resolved({ file, picked }: Doing): object {
    if (picked !== undefined) {
      const { id, type, name } = this.server.world.find(picked.channel);
      const channel = { id, type, name, permissions: picked.permissions.toString(), guild_id: this.server.world.guild };
      return { resolved: { channels: { [id]: channel } } };
    }
    return file === undefined ? {} : { resolved: { attachments: { [file.id]: file } } };
  }

  #interact(type: InteractionType, data: object, doing: Doing, message?: Message): Interaction {
    const actor: Actor = {
      user: doing.user ?? this.alice,
      channel: doing.channel ?? this.general,
      permissions: (doing.manager ? PermissionFlagsBits.ManageGuild : PermissionFlagsBits.SendMessages).toString(),
      installedByUser: doing.installedByUser ?? false,
    };
    const interaction = this.server.interactions.create(type, data, actor, message);
    this.repeat(interaction);
    return interaction;
  }
}

/** How somebody does something. */
export interface Doing {
  readonly user?: User;
  readonly channel?: string;
  readonly verb?: string;
  readonly manager?: boolean;
  readonly installedByUser?: boolean;
  /** A file given to the option `file`. */
  readonly file?: Attachment;
  /** A channel given to an option, with what the person may do in it. */
  readonly picked?: { readonly channel: string; readonly permissions: bigint };
}
