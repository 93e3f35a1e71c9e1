import { ApplicationCommandType, InteractionResponseType, InteractionType } from "discord.js";
import { alreadyAcknowledged, invalidWebhookToken, unknownInteraction, unknownWebhook } from "./api-error.ts";
import type { Message, User } from "./shapes.ts";
import type { World } from "./world.ts";

const ACKNOWLEDGE_MS = 3_000;
const TOKEN_MS = 15 * 60_000;

/** One interaction, from its dispatch to the death of its token. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly createdAt: number;
  readonly user: User;
  readonly channel: string;
  /** The event as it was dispatched, so that it can be dispatched again. */
  readonly event: object;
  /** Resolves with the bot's first answer. */
  readonly answered: Promise<FirstAnswer>;
}

/** The bot's first answer: a promise, a message, suggestions or a form. */
export interface FirstAnswer {
  readonly type: number;
  readonly data: Readonly<Record<string, unknown>>;
}

interface State {
  readonly interaction: Interaction;
  readonly resolve: (answer: FirstAnswer) => void;
  answer: FirstAnswer | null;
  /** "promised": a loading message stands; the first follow-up would fill it. */
  original: "none" | "promised" | "deleted" | Message;
}

/** Who does something where. */
export interface Actor {
  readonly user: User;
  readonly channel: string;
  /** What the person may do there. */
  readonly permissions: string;
  /** Only this person installed the application; the guild did not. */
  readonly installedByUser: boolean;
}

/** Every interaction with its three seconds and its fifteen minutes. */
export class Interactions {
  readonly #world: World;
  readonly #states = new Map<string, State>();
  /** Interactions answered too late. */
  readonly late: string[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  create(type: InteractionType, data: object, actor: Actor, message?: Message): Interaction {
    const { clock } = this.#world;
    const id = clock.snowflake();
    const { promise, resolve } = Promise.withResolvers<FirstAnswer>();
    const interaction: Interaction = {
      id,
      token: `token-${id}`,
      createdAt: clock.now(),
      user: actor.user,
      channel: actor.channel,
      event: this.#event(id, type, data, actor, message),
      answered: promise,
    };
    this.#states.set(interaction.token, { interaction, resolve, answer: null, original: "none" });
    return interaction;
  }

  /** Takes the first answer, once and within three seconds. Gives false for a message whose place is still to be filled. */
  answer(id: string, token: string, answer: FirstAnswer): void {
    const state = this.#states.get(token);
    if (state === undefined || state.interaction.id !== id) throw unknownInteraction();
    if (state.answer !== null) throw alreadyAcknowledged();
    if (this.#world.clock.now() - state.interaction.createdAt > ACKNOWLEDGE_MS) {
      this.late.push(id);
      throw unknownInteraction();
    }
    state.answer = answer;
    if (answer.type === InteractionResponseType.DeferredChannelMessageWithSource) state.original = "promised";
    state.resolve(answer);
  }

  /** The interaction of a token that lives. */
  find(token: string): Interaction {
    return this.#live(token).interaction;
  }

  original(token: string): State["original"] {
    return this.#live(token).original;
  }

  setOriginal(token: string, original: State["original"]): void {
    this.#live(token).original = original;
  }

  /** Flags the first answer set; a promise cannot be made public or private later. */
  promisedFlags(token: string): number {
    return Number(this.#live(token).answer?.data.flags ?? 0);
  }

  /** Interactions nobody has answered so far, though their time is over. */
  unanswered(): readonly string[] {
    const now = this.#world.clock.now();
    return [...this.#states.values()]
      .filter(({ answer, interaction }) => answer === null && now - interaction.createdAt > ACKNOWLEDGE_MS)
      .map(({ interaction }) => interaction.id);
  }

  #live(token: string): State {
    const state = this.#states.get(token);
    if (state === undefined || state.answer === null) throw unknownWebhook();
    if (this.#world.clock.now() - state.interaction.createdAt > TOKEN_MS) throw invalidWebhookToken();
    return state;
  }

  #event(id: string, type: InteractionType, data: object, actor: Actor, message?: Message): object {
    const channel = this.#world.find(actor.channel);
    const direct = this.#world.isDirect(actor.channel);
    const member = {
      user: actor.user,
      roles: [],
      joined_at: new Date(0).toISOString(),
      deaf: false,
      mute: false,
      permissions: actor.permissions,
      flags: 0,
    };
    return {
      id,
      token: `token-${id}`,
      application_id: this.#world.application,
      type,
      data,
      channel_id: actor.channel,
      channel,
      version: 1,
      locale: "en-US",
      app_permissions: this.#world.botPermissions(actor.channel),
      entitlements: [],
      attachment_size_limit: 10_485_760,
      authorizing_integration_owners: actor.installedByUser
        ? { 1: actor.user.id }
        : { 0: direct ? "0" : this.#world.guild },
      context: direct ? 1 : 0,
      ...(direct ? { user: actor.user } : { guild_id: this.#world.guild, guild_locale: "en-US", member }),
      ...(message === undefined ? {} : { message }),
    };
  }
}

/** What Discord writes on a message about the interaction it answers. */
export function metadataOf({ id, user, event }: Interaction): object {
  const type = Number(Reflect.get(event, "type"));
  const message: unknown = Reflect.get(event, "message");
  const base = { id, user, authorizing_integration_owners: Reflect.get(event, "authorizing_integration_owners") };
  if (type === InteractionType.MessageComponent && message instanceof Object) {
    return { ...base, type: InteractionType.MessageComponent, interacted_message_id: Reflect.get(message, "id") };
  }
  return { ...base, type: InteractionType.ApplicationCommand };
}

export const isSlash = (command: { readonly type?: number }): boolean =>
  (command.type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput;
