import { EventEmitter, once } from "node:events";
import type { Server } from "node:http";
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from "discord.js";
import { type WebSocket, WebSocketServer } from "ws";
import type { Message } from "./shapes.ts";
import type { World } from "./world.ts";

const PRIVILEGED = GatewayIntentBits.MessageContent | GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences;

const INVALID_SESSION = JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false });

/** What was sent to one bot process, kept for a while so that it can be sent again after a broken connection. */
interface Session {
  readonly id: string;
  readonly intents: number;
  /** Which shard of how many. */
  readonly shard: readonly [number, number];
  readonly sent: { readonly s: number; readonly text: string }[];
  socket: WebSocket | null;
}

export interface GatewayOptions {
  readonly world: World;
  readonly token: string;
  readonly url: () => string;
  /** Privileged intents the application was granted. */
  readonly granted: number;
}

/** Discord's gateway: hello, identify, heartbeats, dispatches, resume. https://docs.discord.com/developers/events/gateway */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #sessions = new Map<string, Session>();
  /** What the next connections are told to beat at. */
  heartbeatMs = 41_250;
  readonly #deaf = new Set<WebSocket>();
  readonly #sockets = new Set<WebSocket>();
  readonly #events = new EventEmitter();
  #server: WebSocketServer | null = null;
  /** How often bots have resumed a session. */
  resumes = 0;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  attach(http: Server): void {
    this.#server = new WebSocketServer({ server: http });
    this.#server.on("connection", (socket) => this.#connect(socket));
  }

  /** Tells every bot process of an event, on the shard its guild belongs to. */
  dispatch(type: string, data: { readonly guild_id?: string }): void {
    for (const session of this.#sessions.values())
      if (isOnShard(session, data.guild_id)) this.#send(session, type, data);
  }

  /** Tells of a message; its words only to whom they are not hidden from. */
  tellMessage(message: Message, extra: { readonly guild_id?: string; readonly channel_type: number }): void {
    for (const session of this.#sessions.values()) {
      const direct = this.#options.world.isDirect(message.channel_id);
      const wanted = direct ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
      if ((session.intents & wanted) === 0 || !isOnShard(session, extra.guild_id)) continue;
      this.#send(session, "MESSAGE_CREATE", { ...this.hideWords(message, session.intents), ...extra });
    }
  }

  /**
   * Without the privileged intent the words of a message are shown in direct messages, to whom it mentions and to its author.
   * https://docs.discord.com/developers/events/gateway#message-content-intent
   */
  hideWords(message: Message, intents: number): Message {
    const { id } = this.#options.world.bot;
    const shown =
      (intents & GatewayIntentBits.MessageContent) !== 0 ||
      this.#options.world.isDirect(message.channel_id) ||
      message.author.id === id ||
      message.mentions.some((user) => user.id === id);
    return shown ? message : { ...message, content: "", embeds: [], components: [], attachments: [] };
  }

  /** Resolves when every bot process has read all it was told: pongs come in the order of what was sent. */
  async delivered(): Promise<void> {
    const open = [...this.#sockets].filter((socket) => socket.readyState === socket.OPEN);
    await Promise.all(
      open.map(async (socket) => {
        const pong = once(socket, "pong");
        socket.ping();
        await Promise.race([pong, once(socket, "close")]);
      }),
    );
  }

  /** Resolves when a bot process has a session. */
  async identified(): Promise<void> {
    while (this.#sessions.size === 0) await once(this.#events, "identified");
  }

  /** Breaks every connection; what happens meanwhile is told after a resume. */
  breakConnections(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  /** From now on the connections that stand answer no heartbeat and carry nothing more, without being closed. */
  fallSilent(): void {
    for (const socket of this.#sockets) this.#deaf.add(socket);
    for (const session of this.#sessions.values()) session.socket = null;
  }

  /** Tells every bot process that its session is gone: it has to identify anew. */
  invalidateSessions(): void {
    for (const session of this.#sessions.values()) session.socket?.send(INVALID_SESSION);
    this.#sessions.clear();
  }

  close(): void {
    for (const socket of this.#sockets) socket.terminate();
    this.#server?.close();
  }

  #connect(socket: WebSocket): void {
    this.#sockets.add(socket);
    socket.on("close", () => this.#disconnect(socket));
    socket.on("message", (data) => this.#receive(socket, JSON.parse(data.toString())));
    socket.send(JSON.stringify({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.heartbeatMs } }));
  }

  #disconnect(socket: WebSocket): void {
    this.#sockets.delete(socket);
    for (const session of this.#sessions.values()) if (session.socket === socket) session.socket = null;
  }

  #receive(socket: WebSocket, { op, d }: { readonly op: number; readonly d: Record<string, unknown> }): void {
    switch (op) {
      case GatewayOpcodes.Heartbeat:
        if (!this.#deaf.has(socket)) socket.send(JSON.stringify({ op: GatewayOpcodes.HeartbeatAck }));
        break;
      case GatewayOpcodes.Identify:
        this.#identify(socket, d);
        break;
      case GatewayOpcodes.Resume:
        this.#resume(socket, String(d.session_id), Number(d.seq));
        break;
    }
  }

  #identify(socket: WebSocket, identity: Record<string, unknown>): void {
    const intents = Number(identity.intents);
    if (identity.token !== this.#options.token) socket.close(GatewayCloseCodes.AuthenticationFailed);
    else if ((intents & PRIVILEGED & ~this.#options.granted) !== 0) socket.close(GatewayCloseCodes.DisallowedIntents);
    else this.#open(socket, intents, (identity.shard ?? [0, 1]) as readonly [number, number]);
  }

  #open(socket: WebSocket, intents: number, shard: readonly [number, number]): void {
    const { world } = this.#options;
    const session: Session = { id: world.clock.snowflake(), intents, shard, sent: [], socket };
    this.#sessions.set(session.id, session);
    this.#events.emit("identified");
    this.#send(session, "READY", {
      v: 10,
      user: world.bot,
      session_id: session.id,
      resume_gateway_url: this.#options.url(),
      shard,
      application: { id: world.application, flags: 0 },
      guilds: world.guilds().map((id) => ({ id, unavailable: true })),
    });
  }

  #resume(socket: WebSocket, id: string, seq: number): void {
    const session = this.#sessions.get(id);
    if (session === undefined) {
      socket.send(INVALID_SESSION);
      return;
    }
    this.resumes += 1;
    session.socket = socket;
    for (const { s, text } of session.sent) if (s > seq) socket.send(text);
    this.#send(session, "RESUMED", {});
  }

  #send(session: Session, t: string, d: object): void {
    const s = session.sent.length + 1;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t, s, d });
    session.sent.push({ s, text });
    session.socket?.send(text);
  }
}

/** https://docs.discord.com/developers/events/gateway#sharding-sharding-formula; direct messages come on the first shard. */
const isOnShard = ({ shard: [id, count] }: Session, guild: string | undefined): boolean =>
  Number((BigInt(guild ?? "0") >> 22n) % BigInt(count)) === id;
