import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { nowhereElse } from "../../core/elsewhere.ts";
import { UserError } from "../../core/errors.ts";
import type { CommandInput, Inbox, Place, Platform, SettingStore, Upload } from "../../core/ports.ts";
import { placeOfToken } from "../../core/push/token.ts";
import { type Reply, replyText } from "../../core/reply.ts";
import type { Allowance } from "./allowance.ts";
import { readJson } from "./body.ts";
import type { Answer, Route } from "./route.ts";

export interface Articles {
  readonly inbox: Inbox;
  readonly settings: SettingStore;
  readonly platforms: readonly Platform[];
  readonly allowance: Allowance;
}

/** An article as a program hands it over: one of the first three. */
interface Given {
  readonly article: string | Upload;
  /** False: it is read and kept, and posted nowhere. */
  readonly post: boolean;
  /** Under this key it is posted once, however often it is sent. */
  readonly key: string;
}

const PROGRAM = { id: "program", name: "a program", manager: false } as const;

/**
 * `POST /articles` with `Authorization: Bearer <token>`: reads an article for the token's channel, posts its briefing there
 * unless `"post": false`, and answers when the message stands. Sent again with the same `Idempotency-Key`, or word for word
 * without one, it is posted no second time.
 */
export const articlesRoute = (articles: Articles): Route => ({
  method: "POST",
  path: "/articles",
  async handle(request, signal) {
    const place = await placeOfToken(articles.settings, readToken(request));
    articles.allowance.take(`${place.platform}/${place.tenant}`);
    const given = readGiven(await readJson(request), request.headers["idempotency-key"]);
    return receive(articles, place, given, signal);
  },
});

async function receive(articles: Articles, place: Place, given: Given, signal: AbortSignal): Promise<Answer> {
  const input: CommandInput = {
    type: "options",
    verb: null,
    values: { article: given.article, to: given.post ? "channel" : "me" },
  };
  const call = { place, person: PROGRAM, signal, elsewhere: nowhereElse };
  const { reply } = await articles.inbox.command({ ...call, name: "brief", input });
  if (reply.outcome !== "ok") return refusalOf(reply);
  const posted = given.post && (await post(articles.platforms, place, reply, given.key));
  return { status: 201, body: { posted, briefing: reply.data } };
}

/** False where this process does not speak to the platform of that channel. */
async function post(platforms: readonly Platform[], place: Place, reply: Reply, key: string): Promise<boolean> {
  const platform = platforms.find(({ name }) => name === place.platform);
  await platform?.post(place, reply, key);
  return platform !== undefined;
}

/** A refusal of the inbox, or a briefing in which nothing stands. */
function refusalOf(reply: Reply): Answer {
  const { outcome, data } = reply;
  const isError = typeof data === "object" && data !== null && "error" in data;
  const body = isError ? data : { error: { code: "nothing-to-read", message: replyText(reply) } };
  return { status: outcome === "bug" ? 500 : outcome === "busy" ? 429 : 422, body };
}

function readToken({ headers }: IncomingMessage): string {
  const [, token] = /^Bearer (\S+)$/i.exec(headers.authorization ?? "") ?? [];
  if (token !== undefined) return token;
  throw new UserError("forbidden", "no-token", "Send the channel's token in the header Authorization: Bearer vbt_…");
}

function readGiven(body: Readonly<Record<string, unknown>>, idempotencyKey: string | string[] | undefined): Given {
  const given = (["text", "html", "url"] as const).filter((name) => typeof body[name] === "string");
  const [kind, ...more] = given;
  if (kind === undefined || more.length > 0) {
    throw new UserError("usage", "no-article", 'Send exactly one of "text", "html" and "url", as a string.');
  }
  const content = String(body[kind]);
  const title = typeof body.title === "string" && kind === "text" ? `${body.title}\n\n` : "";
  const key = typeof idempotencyKey === "string" ? idempotencyKey : `${kind} ${title}${content}`;
  return {
    article: kind === "url" ? content : uploadOf(kind, `${title}${content}`),
    post: body.post !== false,
    key: `push:${createHash("sha256").update(key).digest("hex")}`,
  };
}

/** As a file, so that a text such as "last" is an article and no word of the command's. */
const uploadOf = (kind: "text" | "html", content: string): Upload => ({
  name: kind === "html" ? "article.html" : "article.txt",
  bytes: new TextEncoder().encode(content),
});
