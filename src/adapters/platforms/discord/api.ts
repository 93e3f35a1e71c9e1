import {
  type APIChannel,
  type APIInteraction,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIRole,
  InteractionResponseType,
  MessageFlags,
  type REST,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import { LIMITS } from "./limits.ts";
import { MESSAGE_FLAGS, NO_PINGS, type RenderedMessage } from "./render.ts";

/** What answering an interaction takes. */
export type Token = Pick<APIInteraction, "id" | "token" | "application_id">;

/** A message for a channel: once per nonce, whoever asks. */
export interface ChannelPost {
  readonly message: RenderedMessage;
  readonly nonce: string;
  /** The message it answers. */
  readonly replyTo: string | null;
}

/** Discord's HTTP interface as far as it is used here, over discord.js' REST client. Every method throws what that throws. */
export class DiscordApi {
  readonly #rest: REST;
  readonly #interactions: REST;
  /** `interactions` is for what needs an interaction's token instead of the bot's. */
  constructor(rest: REST, interactions: REST) {
    this.#rest = rest;
    this.#interactions = interactions;
  }

  /** Asks for the way to the gateway: whether Discord is there and takes our token. */
  async knock(): Promise<void> {
    await this.#rest.get(Routes.gatewayBot());
  }

  /** Promises an answer: to the asker alone, or to the channel. */
  async defer({ id, token }: Token, audience: "asker" | "channel"): Promise<void> {
    await this.#respond(id, token, {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      data: { flags: audience === "asker" ? MessageFlags.Ephemeral : 0 },
    });
  }

  /** Values for the option being typed, at most LIMITS.options. */
  async suggest({ id, token }: Token, values: readonly string[]): Promise<void> {
    const choices = values.map((value) => ({ name: value, value }));
    await this.#respond(id, token, {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  }

  /** Opens a form instead of an answer. */
  async openForm({ id, token }: Token, form: APIModalInteractionResponseCallbackData): Promise<void> {
    await this.#respond(id, token, { type: InteractionResponseType.Modal, data: form });
  }

  /** Answers at once, to the asker alone. */
  async answer({ id, token }: Token, message: RenderedMessage): Promise<void> {
    await this.#respond(id, token, {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: { ...bodyOf(message), flags: MESSAGE_FLAGS | MessageFlags.Ephemeral },
    });
  }

  /** Puts the answer where `defer` promised it; the same again changes nothing. */
  async editOriginal({ application_id, token }: Token, message: RenderedMessage): Promise<void> {
    await this.#interactions.patch(Routes.webhookMessage(application_id, token), {
      body: { ...bodyOf(message), flags: MESSAGE_FLAGS },
      files: [...message.files],
      auth: false,
    });
  }

  /** Takes back what `defer` promised, or the answer in its place. */
  async deleteOriginal({ application_id, token }: Token): Promise<void> {
    await this.#interactions.delete(Routes.webhookMessage(application_id, token), { auth: false });
  }

  /** Changes a message of the bot's in a channel; the same again changes nothing. */
  async edit(channel: string, id: string, message: RenderedMessage): Promise<void> {
    await this.#rest.patch(Routes.channelMessage(channel, id), {
      body: { ...bodyOf(message), flags: MESSAGE_FLAGS },
      files: [...message.files],
    });
  }

  /** A further message; right after `defer` it would take the promise's place, whatever its audience. */
  async followUp(
    { application_id, token }: Token,
    message: RenderedMessage,
    audience: "asker" | "channel",
  ): Promise<void> {
    await this.#interactions.post(Routes.webhook(application_id, token), {
      body: { ...bodyOf(message), flags: MESSAGE_FLAGS | (audience === "asker" ? MessageFlags.Ephemeral : 0) },
      files: [...message.files],
      auth: false,
    });
  }

  /** Posts in a channel and gives the message's id; the same nonce again within some minutes gives the message that stands. */
  async post(channel: string, { message, nonce, replyTo }: ChannelPost): Promise<string> {
    const reference = replyTo === null ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
    const posted = (await this.#rest.post(Routes.channelMessages(channel), {
      body: { ...bodyOf(message), ...reference, flags: MESSAGE_FLAGS, nonce, enforce_nonce: true },
      files: [...message.files],
    })) as APIMessage;
    return posted.id;
  }

  /** Messages of a channel after the one with that id, or after the time it stands for; at most LIMITS.history. */
  async messagesAfter(channel: string, after: string): Promise<readonly APIMessage[]> {
    const query = new URLSearchParams({ after, limit: String(LIMITS.history) });
    return (await this.#rest.get(Routes.channelMessages(channel), { query })) as readonly APIMessage[];
  }

  /** Opens a thread on a message; it gets the message's id. */
  async openThread(channel: string, message: string, name: string): Promise<void> {
    await this.#rest.post(Routes.threads(channel, message), { body: { name } });
  }

  /** One message; its words are hidden as they are in events. */
  async message(channel: string, id: string): Promise<APIMessage> {
    return (await this.#rest.get(Routes.channelMessage(channel, id))) as APIMessage;
  }

  /** A channel, a thread or direct messages. */
  async channel(id: string): Promise<APIChannel> {
    return (await this.#rest.get(Routes.channel(id))) as APIChannel;
  }

  /** What everybody in a guild may do: Discord gives that role the guild's id. */
  async everyone(guild: string): Promise<APIRole> {
    return (await this.#rest.get(Routes.guildRole(guild, guild))) as APIRole;
  }

  /** The channel of direct messages with somebody. */
  async directChannel(user: string): Promise<string> {
    const channel = (await this.#rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as APIChannel;
    return channel.id;
  }

  /** Shows that the bot is typing, for ten seconds or until it posts. */
  async showTyping(channel: string): Promise<void> {
    await this.#rest.post(Routes.channelTyping(channel));
  }

  /** The commands that are registered, in Discord's own spelling. */
  async commands(application: string): Promise<unknown> {
    return this.#rest.get(Routes.applicationCommands(application));
  }

  /** Registers these commands instead of all others. */
  async replaceCommands(application: string, body: readonly RESTPostAPIApplicationCommandsJSONBody[]): Promise<void> {
    await this.#rest.put(Routes.applicationCommands(application), { body });
  }

  async #respond(id: string, token: string, body: { readonly type: InteractionResponseType; readonly data: object }) {
    await this.#interactions.post(Routes.interactionCallback(id, token), { body, auth: false });
  }
}

function bodyOf(message: RenderedMessage) {
  const attachments = message.files.map((file, id) => ({ id, filename: file.name }));
  return {
    components: [message.container],
    allowed_mentions: NO_PINGS,
    ...(attachments.length === 0 ? {} : { attachments }),
  };
}
