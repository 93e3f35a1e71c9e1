import { describe, expect, it } from "vitest";
import { commands } from "../../../../commands/index.ts";
import { Installations } from "../../../../src/adapters/platforms/slack/installations.ts";
import { buildManifest } from "../../../../src/adapters/platforms/slack/manifest.ts";
import { Seal } from "../../../../src/adapters/platforms/slack/seal.ts";
import { MemorySettings } from "../../../standins/settings.ts";
import { People } from "../../../standins/slack/actions.ts";
import { readMessage } from "../../../standins/slack/reading.ts";
import { OAUTH } from "../../../standins/slack/server.ts";
import { Workspace } from "../../../standins/slack/workspace.ts";
import { openBench } from "./bench.ts";
import type { SlackChat } from "./chat.ts";

const TOKEN = "xoxb-of-the-other-workspace";
const SECRET = "a secret of more than thirty-two characters";

async function openOAuth() {
  const settings = new MemorySettings();
  const bench = await openBench({ via: "http", settings, oauth: { ...OAUTH, sealSecret: SECRET } });
  const manifest = buildManifest(commands, { type: "http", url: "https://bot.example.org/slack/events" });
  const other = new Workspace(manifest, "T0OTHER");
  const code = bench.chat.server.addWorkspace(other, TOKEN);
  return { ...bench, settings, other, code, people: new People(bench.chat.server, other) };
}

/** An administrator opens /slack/install, agrees at Slack, and is sent back with a code. */
async function install(
  { server }: SlackChat,
  code: string,
  { state }: { readonly state?: string } = {},
): Promise<number> {
  const start = await fetch(new URL("/slack/install", server.http.requestUrl), { redirect: "manual" });
  const slack = new URL(start.headers.get("location") ?? "");
  expect(slack.searchParams.get("client_id")).toBe(OAUTH.clientId);
  expect(slack.searchParams.get("scope")).toContain("chat:write");
  const back = new URL("/slack/oauth_redirect", server.http.requestUrl);
  back.searchParams.set("code", code);
  back.searchParams.set("state", state ?? slack.searchParams.get("state") ?? "");
  const cookie = (start.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  return (await fetch(back, { headers: { cookie }, redirect: "manual" })).status;
}

const said = (workspace: Workspace) => workspace.fromBot().map((message) => readMessage(message).text);

describe("a workspace that installs the app", () => {
  it("is answered there, under its own tenant, beside the token's workspace", async () => {
    const { chat, inbox, other, code, people } = await openOAuth();
    expect(await install(chat, code)).toBeLessThan(400);
    await chat.deliver([people.slash("/brief", "last")], null).acknowledged;
    const message = people.write("<@U0BOT> hello");
    await chat.deliver(people.eventsOf(message), null).acknowledged;
    await chat.command("brief", "last").acknowledged;
    await chat.platform.stop();
    expect(said(other).toSorted()).toEqual(["a command's answer", "a mention's answer"]);
    expect(said(chat.server.workspace)).toEqual(["a command's answer"]);
    expect(inbox.commands.map(({ place }) => place.tenant).toSorted()).toEqual(["T0OTHER", "T0TEAM"]);
  });

  it("is posted to by Platform.post", async () => {
    const { chat, other, code } = await openOAuth();
    await install(chat, code);
    const reply = {
      parts: [{ type: "meta", text: "digest" }],
      audience: "channel",
      outcome: "ok",
      data: null,
    } as const;
    await chat.platform.post({ ...chat.place, tenant: other.team }, reply, "d1");
    expect(said(other)).toEqual(["digest"]);
  });

  it("is kept sealed", async () => {
    const { chat, settings, other, code } = await openOAuth();
    await install(chat, code);
    expect(settings.dump()).not.toContain(TOKEN);
    const open = (secret: string) => new Installations(settings, new Seal(secret), () => undefined).find(other.team);
    expect(await open(SECRET)).toMatchObject({ token: TOKEN });
    expect(await open(`${SECRET}!`)).toBeNull();
  });

  it("is forgotten when it uninstalls the app", async () => {
    const { chat, settings, inbox, code, people } = await openOAuth();
    await install(chat, code);
    const event = people.event("app_uninstalled", { type: "app_uninstalled" });
    await chat.deliver([event], null).acknowledged;
    await expect.poll(() => settings.dump()).toBe("[]");
    await chat.deliver([people.slash("/brief", "last")], null).acknowledged;
    await chat.platform.stop();
    expect(inbox.commands).toEqual([]);
  });
});

describe("an installation nobody began", () => {
  it("is refused", async () => {
    const { chat, settings, code } = await openOAuth();
    await install(chat, code, { state: "forged" });
    expect(settings.dump()).toBe("[]");
  });
});

describe("an envelope of a workspace the app is not installed in", () => {
  it("is acknowledged and leaves no trace", async () => {
    const { chat, inbox, deliveries, people } = await openOAuth();
    await chat.deliver([people.slash("/brief", "last")], null).acknowledged;
    await chat.platform.stop();
    expect(chat.late()).toEqual([]);
    expect(inbox.commands).toEqual([]);
    expect(deliveries.all()).toEqual([]);
  });
});

describe("a seal", () => {
  const seal = new Seal(SECRET);

  it("opens what it closed", () => {
    expect(seal.open(seal.close("a tökén", "T1"), "T1")).toBe("a tökén");
  });

  it.each<readonly [string, (sealed: string) => string | null]>([
    ["under another name", (sealed) => seal.open(sealed, "T2")],
    ["with another secret", (sealed) => new Seal("another secret").open(sealed, "T1")],
    ["changed since", (sealed) => seal.open(`${sealed.slice(0, -4)}AAA=`, "T1")],
    ["cut short", (sealed) => seal.open(sealed.slice(0, 20), "T1")],
  ])("does not open what was closed %s", (_, open) => {
    expect(open(seal.close("a token", "T1"))).toBeNull();
  });
});
