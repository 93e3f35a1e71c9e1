import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ApiError, invalidForm, missingAccess, unauthorized } from "./api-error.ts";
import { Clock } from "./clock.ts";
import { Commands } from "./commands.ts";
import { type Fault, Faults } from "./faults.ts";
import { Gateway } from "./gateway.ts";
import { Interactions } from "./interactions.ts";
import { Nonces } from "./nonces.ts";
import { RateLimits } from "./rate-limits.ts";
import { readBody } from "./read-body.ts";
import { type Request, ROUTES, type Route } from "./routes.ts";
import type { Attachment, Message } from "./shapes.ts";
import { faultsInAny, pathsList } from "./spec.ts";
import { World } from "./world.ts";

/** Shaped as a bot's token is. */
export const TOKEN = "a-token-of-a-test-bot.for-tests.only-and-nowhere-else";
const PREFIX = "/api/v10";

/** One request as it was answered. */
export interface Handled {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Discord's HTTP interface on a loopback port, with the gateway beside it. What breaks Discord's own description is refused. */
export class Server {
  readonly clock = new Clock();
  readonly world = new World(this.clock);
  readonly commands = new Commands(this.world);
  readonly interactions = new Interactions(this.world);
  readonly nonces = new Nonces(this.world);
  readonly faults = new Faults();
  readonly limits = new RateLimits(this.clock);
  readonly gateway: Gateway;
  readonly handled: Handled[] = [];
  /** What this server itself said that Discord would not say: always a fault of this stand-in. */
  readonly ownFaults: string[] = [];
  readonly #files = new Map<string, Buffer>();
  readonly #http = createServer((request, response) => this.#serve(request, response));

  constructor(granted = 0) {
    this.gateway = new Gateway({ world: this.world, token: TOKEN, granted, url: () => this.gatewayUrl() });
    this.gateway.attach(this.#http);
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#http.listen(0, "127.0.0.1", resolve));
  }

  async close(): Promise<void> {
    this.gateway.close();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  /** Root of the API, without its version. */
  apiUrl(): string {
    return `http://${this.#address()}/api`;
  }

  gatewayUrl(): string {
    return `ws://${this.#address()}`;
  }

  /** Keeps a file where attachments are fetched from. */
  attach(filename: string, bytes: Buffer): Attachment {
    const id = this.clock.snowflake();
    const url = `http://${this.#address()}/attachments/${id}/${filename}`;
    this.#files.set(new URL(url).pathname, bytes);
    return { id, filename, size: bytes.length, url, proxy_url: url };
  }

  /** Tells the bot of a message. Private answers are told to nobody. */
  tell(message: Message): void {
    this.#check("MESSAGE_CREATE", "/channels/{channel_id}/messages", message);
    if ((message.flags & 64) !== 0) return;
    const channel = this.world.find(message.channel_id);
    const member = { roles: [], joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0 };
    const guild = { guild_id: this.world.guild, member };
    this.gateway.tellMessage(message, {
      channel_type: channel.type,
      ...(this.world.isDirect(channel.id) ? {} : guild),
    });
  }

  /** Newest first, as Discord gives them. The nonce is not in them. */
  history(channel: string, query: URLSearchParams): readonly Message[] {
    if (this.world.closedToBot.get(channel) === "no access") throw missingAccess();
    const after = BigInt(query.get("after") ?? "0");
    const all = [...this.world.messages.values()].filter(
      ({ channel_id, id, flags }) => channel_id === channel && BigInt(id) > after && (flags & 64) === 0,
    );
    const page = all.slice(0, Number(query.get("limit") ?? "50"));
    return page.reverse().map(({ nonce: _, ...message }) => this.gateway.hideWords(message, 0));
  }

  #address(): string {
    return `127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", `http://${this.#address()}`);
    const file = this.#files.get(url.pathname);
    if (file !== undefined) {
      response.end(file);
      return;
    }
    const method = (request.method ?? "").toLowerCase();
    const path = decodeURIComponent(url.pathname).replace(PREFIX, "");
    const { body, files } = await readBody(request);
    const fault = this.faults.take(method, path);
    const answer = this.#answer({
      method,
      path,
      url,
      body,
      files,
      fault,
      authorization: request.headers.authorization,
    });
    this.handled.push({ method, path, body, status: answer.status });
    send(response, answer, fault);
  }

  #answer(call: Call): Answer {
    try {
      if (call.fault?.type === "refused") throw new ApiError(call.fault.status, call.fault.code, "as the test planned");
      if (call.fault?.type === "throttled") return throttledAnswer(call.fault);
      const { route, at } = findRoute(call.method, call.path);
      const allowance = this.limits.spend(call.method, route.path, call.path);
      if (!allowance.allowed) {
        return {
          status: 429,
          body: slowDown(allowance.resetAfter),
          headers: { ...allowance.headers, "retry-after": String(allowance.resetAfter) },
        };
      }
      const body = this.#run(route, at, call);
      return { status: body === undefined ? 204 : 200, body, headers: allowance.headers };
    } catch (error) {
      if (!(error instanceof ApiError)) this.ownFaults.push(String(error));
      const known = error instanceof ApiError ? error : new ApiError(500, 0, String(error));
      return { status: known.status, body: { code: known.code, message: known.message } };
    }
  }

  #run(route: Route, at: Request["at"], call: Call): unknown {
    const needsToken = !/^\/(?:interactions|webhooks)\//.test(route.path);
    if (needsToken && call.authorization !== `Bot ${TOKEN}`) throw unauthorized();
    if (route.takes !== null) {
      const faults = itemsOf(route, call.body).flatMap((item) => faultsInAny(route.takes ?? [], item));
      if (faults.length > 0) throw invalidForm(faults);
    }
    const attachments = call.files.map(({ name, bytes }) => this.attach(name, bytes));
    const answer = route.run(this, { at, query: call.url.searchParams, body: call.body, attachments });
    this.#check(`${route.method} ${route.path}`, route.path, answer, route);
    return answer;
  }

  /** Everything this server says is held against Discord's description as well. */
  #check(what: string, path: string, value: unknown, route = findByTemplate("post", path)): void {
    if (route?.gives == null) return;
    const faults = itemsOf(route, value).flatMap((item) => faultsInAny(route.gives ?? [], item));
    this.ownFaults.push(...faults.map((fault) => `${what}: ${fault}`));
  }
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly url: URL;
  readonly body: unknown;
  readonly files: readonly { readonly name: string; readonly bytes: Buffer }[];
  readonly fault: Fault | null;
  readonly authorization: string | undefined;
}

const itemsOf = ({ lists }: Route, value: unknown): readonly unknown[] =>
  lists && Array.isArray(value) ? value : [value];

const findByTemplate = (method: string, path: string): Route | undefined =>
  ROUTES.find((route) => route.method === method && route.path === path);

/** The route of a path: first whether Discord has it at all, then whether it is played here. */
function findRoute(method: string, path: string): { readonly route: Route; readonly at: Request["at"] } {
  const templates = (pathsList[method] ?? []).filter((template) => toPattern(template).test(path));
  const [template] = templates.sort((one, other) => holes(one) - holes(other));
  if (template === undefined) throw new ApiError(404, 0, "404: Not Found");
  const route = findByTemplate(method, template);
  if (route === undefined) throw new ApiError(501, 0, `${method} ${template} is not played here`);
  return { route, at: { ...toPattern(template).exec(path)?.groups } };
}

const toPattern = (template: string): RegExp =>
  new RegExp(`^${template.replaceAll(/\{([a-z_]+)\}/g, "(?<$1>[^/]+)")}$`);
const holes = (template: string): number => template.split("{").length;

const slowDown = (seconds: number, global = false) => ({
  message: "You are being rate limited.",
  retry_after: seconds,
  global,
});

function throttledAnswer({ retryAfter, global = false }: Fault & { type: "throttled" }): Answer {
  return {
    status: 429,
    body: slowDown(Number(retryAfter) || 0, global),
    headers: {
      ...(retryAfter === null ? {} : { "retry-after": retryAfter }),
      ...(global ? { "x-ratelimit-global": "true", "x-ratelimit-scope": "global" } : { "x-ratelimit-scope": "user" }),
    },
  };
}

function send(response: ServerResponse, answer: Answer, fault: Fault | null): void {
  if (fault?.type === "lost answer") {
    if (fault.end === "silence") return;
    if (fault.end === "reset") {
      response.socket?.resetAndDestroy();
      return;
    }
    response.writeHead(Number(fault.end)).end();
    return;
  }
  const content = answer.status === 204 ? {} : { "content-type": "application/json" };
  response.writeHead(answer.status, { ...answer.headers, ...content });
  response.end(answer.status === 204 ? undefined : JSON.stringify(answer.body));
}
