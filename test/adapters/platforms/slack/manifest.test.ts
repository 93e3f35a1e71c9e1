import { describe, expect, it } from "vitest";
import { commands } from "../../../../commands/index.ts";
import { buildManifest, scopes } from "../../../../src/adapters/platforms/slack/manifest.ts";
import { shortcuts } from "../../../../src/adapters/platforms/slack/shortcuts.ts";

const socket = buildManifest(commands, { type: "socket" });

describe("buildManifest", () => {
  it("offers every command with its description and usage", () => {
    const offered = socket.features?.slash_commands ?? [];
    expect(offered.map(({ command }) => command)).toEqual(commands.map(({ name }) => `/${name}`));
    expect(offered[0]).toEqual({
      command: "/brief",
      description: commands[0]?.description,
      usage_hint: expect.stringMatching(/^<article> length:line\|short\|full/),
      should_escape: false,
    });
    expect(offered.at(-1)?.usage_hint).toContain("status | ");
  });

  it("has channels escaped for the command that takes one, and texts as they were typed for all others", () => {
    const escaped = (socket.features?.slash_commands ?? []).filter((command) => command.should_escape);
    expect(escaped.map(({ command }) => command)).toEqual(["/digest"]);
  });

  it("stays within Slack's limits", () => {
    expect(socket.display_information.name.length).toBeLessThanOrEqual(35);
    expect(socket.display_information.description?.length).toBeLessThanOrEqual(140);
    expect(socket.features?.slash_commands?.length).toBeLessThanOrEqual(50);
    expect(socket.features?.shortcuts?.length).toBeLessThanOrEqual(10);
    for (const { name, description } of socket.features?.shortcuts ?? []) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    for (const { command, usage_hint: hint } of socket.features?.slash_commands ?? []) {
      expect(command.length).toBeLessThanOrEqual(32);
      expect(hint?.length).toBeLessThanOrEqual(1000);
    }
  });

  it("asks for the scopes its list explains and no more", () => {
    expect(socket.oauth_config?.scopes).toEqual({ bot: scopes.map(({ scope }) => scope) });
  });

  it("has shortcuts whose command takes their option", () => {
    for (const { command, option } of shortcuts) {
      expect(commands.find(({ name }) => name === command)?.verbs[0].options[option]).toBeDefined();
    }
  });

  it("needs no address over a socket", () => {
    expect(socket.settings?.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(socket)).not.toContain("http");
  });

  it("names its address wherever Slack calls it", () => {
    const url = "https://bot.example.org/slack/events";
    const http = buildManifest(commands, { type: "http", url });
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      interactivity: { request_url: url },
      event_subscriptions: { request_url: url },
    });
    expect(http.oauth_config?.redirect_urls).toEqual(["https://bot.example.org/slack/oauth_redirect"]);
    expect(http.features?.slash_commands?.map((command) => command.url)).toEqual(commands.map(() => url));
  });
});
