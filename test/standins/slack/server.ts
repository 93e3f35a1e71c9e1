import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { WebSocketServer } from "ws";
import { type Fields, record, refuseMessage } from "./block-kit.ts";
import { breakAnswer, type Fault, isDone } from "./faults.ts";
import { HttpTransport, SocketTransport, type Transport } from "./transport.ts";
import { refuse, WebApi } from "./web-api.ts";
import { BOB, BOT_USER, type Workspace } from "./workspace.ts";

export const BOT_TOKEN = "xoxb-1-2-stand-in";
export const APP_TOKEN = "xapp-1-A0APP-stand-in";
export const SIGNING_SECRET = "0123456789abcdef0123456789abcdef";

export const OAUTH = { clientId: "1.2", clientSecret: "client-secret-of-the-stand-in" };

/** https://docs.slack.dev/interactivity/handling-user-interaction: five uses within thirty minutes. */
interface ResponseUrl {
  readonly workspace: Workspace;
  readonly channel: string;
  readonly user: string;
  uses: number;
}

/** A strict Slack for one workspace on a loopback port: Web API, response URLs, files, and both ways to reach the app. */
export class SlackServer {
  readonly workspace: Workspace;
  readonly api: WebApi;
  readonly sockets = new SocketTransport();
  readonly http = new HttpTransport(SIGNING_SECRET);
  readonly transport: Transport;
  /** Calls in the order they came, faults included. */
  readonly calls: { readonly method: string; readonly fields: Fields; readonly at: number }[] = [];
  readonly files = new Map<string, string>();
  readonly #faults: { readonly method: string; readonly fault: Fault }[] = [];
  /** The Web API by token: one workspace each. */
  readonly #apis = new Map<string, WebApi>();
  readonly #codes = new Map<string, { readonly token: string; readonly team: string }>();
  readonly #tickets = new Set<string>();
  readonly #responseUrls = new Map<string, ResponseUrl>();
  readonly #server: Server;
  #url = "";

  constructor(workspace: Workspace) {
    this.workspace = workspace;
    this.api = new WebApi(workspace);
    this.#apis.set(BOT_TOKEN, this.api);
    this.transport = workspace.manifest.settings?.socket_mode_enabled ? this.sockets : this.http;
    this.#server = createServer((request, response) => void this.#handle(request, response));
    new WebSocketServer({ server: this.#server }).on("connection", (socket, request) => {
      const ticket = new URL(request.url ?? "", this.#url).searchParams.get("ticket") ?? "";
      if (this.#tickets.delete(ticket)) this.sockets.attach(socket);
      else socket.close(4000, "link used");
    });
  }

  get apiUrl(): string {
    return `${this.#url}/api/`;
  }

  get url(): string {
    return this.#url;
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("Expected a port");
    this.#url = `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.sockets.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The next call of the method goes wrong; several faults wait for a call each. "response_url" is a method here too. */
  fail(method: string, ...faults: readonly Fault[]): void {
    this.#faults.push(...faults.map((fault) => ({ method, fault })));
  }

  /** Another workspace, whose administrator agrees to install the app: gives the code Slack sends them back with. */
  addWorkspace(workspace: Workspace, token: string): string {
    const code = randomUUID();
    this.#apis.set(token, new WebApi(workspace));
    this.#codes.set(code, { token, team: workspace.team });
    return code;
  }

  makeResponseUrl(workspace: Workspace, channel: string, user: string): string {
    const id = randomUUID();
    this.#responseUrls.set(id, { workspace, channel, user, uses: 0 });
    return `${this.#url}/response/${id}`;
  }

  expireResponseUrls(): void {
    this.#responseUrls.clear();
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "", this.#url);
    if (pathname.startsWith("/files/")) return this.#sendFile(request, response, pathname);
    const body = await text(request);
    if (pathname.startsWith("/response/")) return this.#respond(response, pathname.slice("/response/".length), body);
    const fields = Object.fromEntries(new URLSearchParams(body));
    const token = request.headers.authorization?.replace("Bearer ", "") ?? fields.token ?? "";
    this.#call(response, pathname.replace("/api/", ""), fields, token);
  }

  #call(response: ServerResponse, method: string, fields: Fields, token: string): void {
    this.#carryOut(response, method, fields, () => {
      if (method === "apps.connections.open")
        return token === APP_TOKEN ? this.#openConnection() : refuse("invalid_auth");
      if (method === "oauth.v2.access") return this.#exchangeCode(fields);
      return this.#apis.get(token)?.call(method, fields) ?? refuse("invalid_auth");
    });
  }

  /** https://docs.slack.dev/reference/methods/oauth.v2.access: a code is good once, for the app's own credentials. */
  #exchangeCode({ client_id: id, client_secret: secret, code }: Fields): Fields {
    if (id !== OAUTH.clientId || secret !== OAUTH.clientSecret) return refuse("bad_client_secret");
    const grant = this.#codes.get(String(code));
    if (grant === undefined || !this.#codes.delete(String(code))) return refuse("invalid_code");
    const { token, team } = grant;
    return {
      ok: true,
      access_token: token,
      token_type: "bot",
      bot_user_id: BOT_USER,
      app_id: "A0APP",
      scope: "chat:write",
      team: { id: team },
      authed_user: { id: BOB },
    };
  }

  #openConnection(): Fields {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return { ok: true, url: `${this.#url.replace("http", "ws")}/link?ticket=${ticket}` };
  }

  /** Does the work, unless a fault waits that comes before it, and answers, unless a fault waits that comes after it. */
  #carryOut(response: ServerResponse, method: string, fields: Fields, work: () => Fields): void {
    this.calls.push({ method, fields, at: performance.now() });
    const index = this.#faults.findIndex((waiting) => waiting.method === method);
    const fault = index === -1 ? undefined : this.#faults.splice(index, 1)[0]?.fault;
    const answer = fault === undefined || isDone(fault) ? work() : {};
    if (fault !== undefined) breakAnswer(response, fault);
    else {
      const status = typeof answer.status === "number" ? answer.status : 200;
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
    }
  }

  #respond(response: ServerResponse, id: string, body: string): void {
    const message = record(JSON.parse(body));
    this.#carryOut(response, "response_url", message, () => {
      const url = this.#responseUrls.get(id);
      if (url === undefined) return { status: 404, ok: false, error: "expired_url" };
      url.uses += 1;
      if (url.uses > 5) return { status: 404, ok: false, error: "used_url" };
      const refusal = refuseMessage(message);
      if (refusal !== null) return { status: 400, ...refuse(...refusal) };
      url.workspace.add({
        channel: url.channel,
        user: BOT_USER,
        text: String(message.text ?? ""),
        blocks: Array.isArray(message.blocks) ? message.blocks : [],
        thread: typeof message.thread_ts === "string" ? message.thread_ts : null,
        onlyFor: message.response_type === "in_channel" ? null : url.user,
        unfurls: message.unfurl_links !== false || message.unfurl_media !== false,
      });
      return { ok: true };
    });
  }

  #sendFile(request: IncomingMessage, response: ServerResponse, path: string): void {
    const content = this.files.get(path);
    const allowed = request.headers.authorization === `Bearer ${BOT_TOKEN}`;
    // Slack answers a request without the right token with its sign-in page.
    response.writeHead(200, { "content-type": "text/html" });
    response.end(allowed && content !== undefined ? content : "<html>Sign in to Slack</html>");
  }
}
