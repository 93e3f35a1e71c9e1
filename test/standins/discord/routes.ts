import { InteractionResponseType, MessageFlags, MessageType } from "discord.js";
import * as spec from "discord-api-spec/zod";
import {
  cannotEditOthers,
  cannotMessageUser,
  invalidForm,
  missingAccess,
  missingPermissions,
  threadExists,
  unknownMessage,
} from "./api-error.ts";
import { metadataOf } from "./interactions.ts";
import type { MessageBody } from "./message-rules.ts";
import { addMessage, editMessage } from "./messages.ts";
import type { Server } from "./server.ts";
import type { Attachment, Message } from "./shapes.ts";

/** A request as far as a route needs it. */
export interface Request {
  /** What stands in the path where its template has `{…}`. */
  readonly at: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly attachments: readonly Attachment[];
}

/** One of Discord's routes: what it takes, what it gives, and what it does. */
export interface Route {
  readonly method: "get" | "put" | "post" | "patch" | "delete";
  readonly path: string;
  readonly takes: readonly spec.Schema[] | null;
  readonly gives: readonly spec.Schema[] | null;
  /** Body and answer are lists of these. */
  readonly lists?: true;
  run(server: Server, request: Request): unknown;
}

const ANY_CHANNEL = [spec.GuildChannelResponseSchema, spec.ThreadResponseSchema, spec.PrivateChannelResponseSchema];

export const ROUTES: readonly Route[] = [
  {
    method: "get",
    path: "/gateway/bot",
    takes: null,
    gives: [spec.GatewayBotResponseSchema],
    run: (server) => ({
      url: server.gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 },
    }),
  },
  {
    method: "get",
    path: "/applications/{application_id}/commands",
    takes: null,
    gives: [spec.ApplicationCommandResponseSchema],
    lists: true,
    run: (server) => server.commands.all(),
  },
  {
    method: "put",
    path: "/applications/{application_id}/commands",
    takes: [spec.ApplicationCommandUpdateRequestSchema],
    gives: [spec.ApplicationCommandResponseSchema],
    lists: true,
    run: (server, { body }) => server.commands.replace(body),
  },
  {
    method: "get",
    path: "/channels/{channel_id}",
    takes: null,
    gives: ANY_CHANNEL,
    run: (server, { at }) => {
      const channel = server.world.find(at.channel_id ?? "");
      if (server.world.closedToBot.get(channel.id) === "no access") throw missingAccess();
      return channel;
    },
  },
  {
    method: "get",
    path: "/guilds/{guild_id}/roles/{role_id}",
    takes: null,
    gives: [spec.GuildRoleResponseSchema],
    run: (server) => server.world.everyone(),
  },
  {
    method: "post",
    path: "/users/@me/channels",
    takes: [spec.CreatePrivateChannelRequestSchema],
    gives: [spec.PrivateChannelResponseSchema],
    run: (server, { body }) => server.world.find(server.world.direct((body as { recipient_id: string }).recipient_id)),
  },
  {
    method: "get",
    path: "/channels/{channel_id}/messages",
    takes: null,
    gives: [spec.MessageResponseSchema],
    lists: true,
    run: (server, { at, query }) => server.history(at.channel_id ?? "", query),
  },
  {
    method: "get",
    path: "/channels/{channel_id}/messages/{message_id}",
    takes: null,
    gives: [spec.MessageResponseSchema],
    run: (server, { at }) =>
      server.gateway.hideWords(server.world.message(at.channel_id ?? "", at.message_id ?? ""), 0),
  },
  {
    method: "post",
    path: "/channels/{channel_id}/messages",
    takes: [spec.MessageCreateRequestSchema],
    gives: [spec.MessageResponseSchema],
    run: (server, { at, body, attachments }) =>
      postMessage(server, at.channel_id ?? "", body as MessageBody, attachments),
  },
  {
    method: "patch",
    path: "/channels/{channel_id}/messages/{message_id}",
    takes: [spec.MessageEditRequestPartialSchema],
    gives: [spec.MessageResponseSchema],
    run: (server, { at, body, attachments }) => {
      const message = server.world.message(at.channel_id ?? "", at.message_id ?? "");
      if (message.author.id !== server.world.bot.id) throw cannotEditOthers();
      return editMessage(server.world, message, body as MessageBody, attachments);
    },
  },
  {
    method: "post",
    path: "/channels/{channel_id}/messages/{message_id}/threads",
    takes: [spec.CreateTextThreadWithMessageRequestSchema],
    gives: [spec.ThreadResponseSchema],
    run: ({ world }, { at, body }) => {
      const message = world.message(at.channel_id ?? "", at.message_id ?? "");
      if (world.closedToBot.has(message.channel_id)) throw missingPermissions();
      if (world.channels.has(message.id)) throw threadExists();
      const { name } = body as { name: string };
      return world.find(world.thread(message.channel_id, world.bot, { onMessage: message.id, name }));
    },
  },
  {
    method: "post",
    path: "/channels/{channel_id}/typing",
    takes: null,
    gives: null,
    run: (server, { at }) => {
      server.world.find(at.channel_id ?? "");
    },
  },
  {
    method: "post",
    path: "/interactions/{interaction_id}/{interaction_token}/callback",
    takes: [
      spec.CreateMessageInteractionCallbackRequestSchema,
      spec.ApplicationCommandAutocompleteCallbackRequestSchema,
      spec.ModalInteractionCallbackRequestSchema,
    ],
    gives: null,
    run: (server, { at, body, attachments }) => answerFirst(server, at, body, attachments),
  },
  {
    method: "patch",
    path: "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
    takes: [spec.IncomingWebhookUpdateRequestPartialSchema],
    gives: [spec.MessageResponseSchema],
    run: (server, { at, body, attachments }) =>
      editOriginal(server, at.webhook_token ?? "", body as MessageBody, attachments),
  },
  {
    method: "delete",
    path: "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
    takes: null,
    gives: null,
    run: (server, { at }) => deleteOriginal(server, at.webhook_token ?? ""),
  },
  {
    method: "post",
    path: "/webhooks/{webhook_id}/{webhook_token}",
    takes: [spec.IncomingWebhookRequestPartialSchema],
    gives: [spec.MessageResponseSchema],
    run: (server, { at, body, attachments }) =>
      followUp(server, at.webhook_token ?? "", body as MessageBody, attachments),
  },
];

function postMessage(server: Server, channel: string, body: MessageBody, attachments: readonly Attachment[]): Message {
  const { world } = server;
  const recipient = world.find(channel).recipients?.[0];
  if (recipient !== undefined && world.unreachable.has(recipient.id)) throw cannotMessageUser();
  const closed = world.closedToBot.get(channel);
  if (closed !== undefined) throw closed === "no access" ? missingAccess() : missingPermissions();
  const standing = server.nonces.find(channel, body);
  if (standing !== null) return standing;
  const message = addMessage(world, body, { channel, author: world.bot, attachments });
  server.nonces.keep(channel, body, message);
  server.tell(message);
  return message;
}

function answerFirst(server: Server, at: Request["at"], body: unknown, attachments: readonly Attachment[]): void {
  const { type, data = {} } = body as { type: number; data?: Record<string, unknown> };
  const token = at.interaction_token ?? "";
  server.interactions.answer(at.interaction_id ?? "", token, { type, data });
  if (type !== InteractionResponseType.ChannelMessageWithSource) return;
  server.interactions.setOriginal(token, addAnswer(server, token, data as MessageBody, attachments));
}

function editOriginal(server: Server, token: string, body: MessageBody, attachments: readonly Attachment[]): Message {
  const original = server.interactions.original(token);
  if (original === "none" || original === "deleted") throw unknownMessage();
  if (original !== "promised") {
    const edited = editMessage(server.world, original, body, attachments);
    server.interactions.setOriginal(token, edited);
    return edited;
  }
  const flags = (body.flags ?? 0) | (server.interactions.promisedFlags(token) & MessageFlags.Ephemeral);
  const message = addAnswer(server, token, { ...body, flags }, attachments);
  server.interactions.setOriginal(token, message);
  return message;
}

function deleteOriginal(server: Server, token: string): void {
  const original = server.interactions.original(token);
  if (original === "none" || original === "deleted") throw unknownMessage();
  if (original !== "promised") server.world.remove(original.id);
  server.interactions.setOriginal(token, "deleted");
}

/** Right after a promise a follow-up fills it, whatever its flags. https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message */
function followUp(server: Server, token: string, body: MessageBody, attachments: readonly Attachment[]): Message {
  if (server.interactions.original(token) === "none") throw invalidForm(["the interaction has no answer yet"]);
  if (server.interactions.original(token) === "promised") return editOriginal(server, token, body, attachments);
  return addAnswer(server, token, body, attachments);
}

function addAnswer(server: Server, token: string, body: MessageBody, attachments: readonly Attachment[]): Message {
  const interaction = server.interactions.find(token);
  const message = addMessage(server.world, body, {
    channel: interaction.channel,
    author: server.world.bot,
    type: MessageType.ChatInputCommand,
    attachments,
    interaction: metadataOf(interaction),
  });
  server.tell(message);
  return message;
}
