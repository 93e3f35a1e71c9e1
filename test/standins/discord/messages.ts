import { ComponentType, MessageFlags, MessageType } from "discord.js";
import { invalidForm } from "./api-error.ts";
import { brokenRules, type Component, type MessageBody } from "./message-rules.ts";
import type { Attachment, Message, User } from "./shapes.ts";
import type { World } from "./world.ts";

/** What a message is besides its body. */
export interface Envelope {
  readonly channel: string;
  readonly author: User;
  readonly type?: number;
  readonly attachments?: readonly Attachment[];
  /** What it answers an interaction with. */
  readonly interaction?: object;
}

/** Puts a message into its channel as Discord does. Throws the refusal of a body that breaks a rule. */
export function addMessage(world: World, body: MessageBody, envelope: Envelope): Message {
  const attachments = envelope.attachments ?? [];
  refuseBroken(body, attachments);
  const content = body.content ?? "";
  const reference = referenceOf(world, body, envelope.channel);
  const people = [world.bot, ...world.people.values()];
  const message = {
    id: world.clock.snowflake(),
    type: envelope.type ?? (reference === null ? MessageType.Default : MessageType.Reply),
    channel_id: envelope.channel,
    author: envelope.author,
    content,
    embeds: [],
    components: numberComponents(body.components ?? [], attachments),
    attachments,
    mentions: people.filter(({ id }) => content.includes(`<@${id}>`) || isPingedByReply(reference, body, id)),
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    flags: body.flags ?? 0,
    timestamp: world.clock.timestamp(),
    edited_timestamp: null,
    ...(body.nonce === undefined ? {} : { nonce: body.nonce }),
    ...(reference === null ? {} : reference),
    ...(envelope.interaction === undefined ? {} : { interaction_metadata: envelope.interaction }),
  };
  world.keep(message);
  return message;
}

/** Changes a message in its place. */
export function editMessage(
  world: World,
  message: Message,
  body: MessageBody,
  attachments: readonly Attachment[],
): Message {
  const flags = message.flags | ((body.flags ?? 0) & MessageFlags.IsComponentsV2);
  refuseBroken({ ...body, flags }, attachments);
  const edited = {
    ...message,
    flags,
    content: body.content ?? message.content,
    components: body.components ? numberComponents(body.components, attachments) : message.components,
    attachments: attachments.length > 0 ? attachments : message.attachments,
    edited_timestamp: world.clock.timestamp(),
  };
  world.keep(edited);
  return edited;
}

function refuseBroken(body: MessageBody, attachments: readonly Attachment[]): void {
  const rules = brokenRules(
    body,
    attachments.map(({ filename }) => filename),
  );
  const empty =
    !body.content && !body.components?.length && attachments.length === 0 ? ["content: may not be empty"] : [];
  if (rules.length + empty.length > 0) throw invalidForm([...rules, ...empty]);
}

function referenceOf(world: World, body: MessageBody, channel: string) {
  const wanted = body.message_reference;
  if (!wanted) return null;
  const referenced = world.messages.get(wanted.message_id);
  if (referenced === undefined && wanted.fail_if_not_exists !== false) {
    throw invalidForm(["message_reference: Unknown message"]);
  }
  return {
    message_reference: { type: 0, channel_id: channel, message_id: wanted.message_id, guild_id: world.guild },
    referenced_message: referenced === undefined ? null : withoutReference(referenced),
  };
}

/** Discord shows the message replied to, but not the one that replied to. */
function withoutReference({ referenced_message: _, ...message }: Message): Message {
  return message;
}

/** A reply mentions whom it replies to unless its sender said otherwise. */
function isPingedByReply(reference: ReturnType<typeof referenceOf>, body: MessageBody, id: string): boolean {
  return reference?.referenced_message?.author.id === id && body.allowed_mentions?.replied_user !== false;
}

/** Discord gives every component without an id the next free number. */
function numberComponents(components: readonly Component[], attachments: readonly Attachment[]): readonly Component[] {
  let next = 0;
  const number = (component: Component): Component => {
    next += 1;
    const id = component.id ?? next;
    const inside = component.components === undefined ? {} : { components: component.components.map(number) };
    return { ...component, ...defaultsOf(component, attachments), id, ...inside };
  };
  return components.map(number);
}

function defaultsOf(component: Component, attachments: readonly Attachment[]): object {
  switch (component.type) {
    case ComponentType.Container:
      return { accent_color: null, spoiler: false };
    case ComponentType.StringSelect:
      return { min_values: 1, max_values: 1 };
    case ComponentType.File: {
      const file = attachments.find(({ filename }) => component.file?.url === `attachment://${filename}`);
      return {
        file: { id: file?.id ?? "0", url: file?.url ?? "", proxy_url: file?.proxy_url ?? "" },
        name: file?.filename ?? null,
        size: file?.size ?? null,
        spoiler: false,
      };
    }
    default:
      return {};
  }
}
