import { expect, it } from "vitest";
import { readConfig } from "../src/config.ts";

const SLACK_BOT = "xoxb-1111111111-secretpart";
const SLACK_APP = "xapp-1-A111-secretpart";
const DISCORD = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GabcDe.secretpart-secretpart-secret";

const problemsOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
  return "";
};

it("runs with nothing set, in the terminal", () => {
  expect(readConfig({})).toMatchObject({ dataFolder: "./data", slack: null, discord: null });
});

it("reads Slack by socket, Slack over HTTP, and Discord", () => {
  expect(readConfig({ SLACK_BOT_TOKEN: SLACK_BOT, SLACK_APP_TOKEN: SLACK_APP }).slack?.via.type).toBe("socket");
  const http = {
    SLACK_BOT_TOKEN: SLACK_BOT,
    SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef",
    SLACK_PORT: "3000",
  };
  expect(readConfig(http).slack?.via).toEqual({ type: "http", signingSecret: http.SLACK_SIGNING_SECRET, port: 3000 });
  expect(readConfig({ DISCORD_TOKEN: DISCORD }).discord).toEqual({
    token: DISCORD,
    apiUrl: null,
    messageContent: false,
  });
  const sharded = { DISCORD_TOKEN: DISCORD, DISCORD_SHARDS: "auto", DISCORD_MESSAGE_CONTENT: "yes" };
  expect(readConfig(sharded).discord).toMatchObject({ shards: "auto", messageContent: true });
  expect(readConfig({ ...sharded, DISCORD_SHARDS: "4" }).discord?.shards).toBe(4);
  expect(readConfig({ ...sharded, DISCORD_SHARDS: "4-7/8" }).discord?.shards).toEqual({ first: 4, last: 7, of: 8 });
});

it("lets several workspaces install the Slack app, over HTTP alone", () => {
  const several = {
    SLACK_BOT_TOKEN: SLACK_BOT,
    SLACK_CLIENT_ID: "1111111111.2222222222",
    SLACK_CLIENT_SECRET: "0123456789abcdef0123456789abcdef",
    SLACK_SEAL_SECRET: "a-secret-of-more-than-32-characters",
  };
  const problems = problemsOf(several).split("\n");
  expect(problems.map((line) => line.split(":")[0])).toContain("SLACK_SIGNING_SECRET");
  const http = { SLACK_SIGNING_SECRET: "0123456789abcdef0123456789abcdef", SLACK_PORT: "3000" };
  expect(readConfig({ ...several, ...http })).toMatchObject({
    slack: { via: { oauth: { clientId: several.SLACK_CLIENT_ID, sealSecret: several.SLACK_SEAL_SECRET } } },
    secrets: expect.arrayContaining([several.SLACK_CLIENT_SECRET, several.SLACK_SEAL_SECRET]),
  });
});

it("reads the web directly and on its own ports, unless told otherwise", () => {
  expect(readConfig({}).web).toEqual({
    contact: null,
    ports: new Set([""]),
    proxies: { http: null, https: null, except: [] },
  });
  const told = {
    VERBATIM_CONTACT: "https://bot.example.org/about",
    VERBATIM_READ_PORTS: "8080, 8443",
    HTTPS_PROXY: "http://user:secretpart@proxy.example:3128",
    http_proxy: "http://proxy.example:3128",
    NO_PROXY: "localhost, .example.org",
  };
  expect(readConfig(told)).toMatchObject({
    web: {
      contact: told.VERBATIM_CONTACT,
      ports: new Set(["", "8080", "8443"]),
      proxies: { http: told.http_proxy, https: told.HTTPS_PROXY, except: ["localhost", ".example.org"] },
    },
    secrets: expect.arrayContaining([told.HTTPS_PROXY]),
  });
  expect(problemsOf({ HTTPS_PROXY: "socks5://proxy.example", VERBATIM_CONTACT: "a b" }).split("\n")).toHaveLength(2);
});

it("lists everything wrong at once, a line each, and never a value", () => {
  const problems = problemsOf({
    SLACK_BOT_TOKEN: "xoxb-your-token",
    DISCORD_TOKEN: "secretpart",
    VERBATIM_DATA: "x\0y",
  });
  expect(problems.split("\n").map((line) => line.split(":")[0])).toEqual([
    "VERBATIM_DATA",
    "SLACK_BOT_TOKEN",
    "DISCORD_TOKEN",
    "SLACK_APP_TOKEN",
  ]);
  expect(problems).toContain("OAuth & Permissions");
  expect(problems).not.toMatch(/secretpart|your-token/);
});

it("notices swapped tokens", () => {
  expect(problemsOf({ SLACK_BOT_TOKEN: SLACK_APP, SLACK_APP_TOKEN: SLACK_BOT })).toContain(
    "looks like a SLACK_APP_TOKEN",
  );
});

it("takes values with spaces around them, and empty ones as absent", () => {
  expect(readConfig({ DISCORD_TOKEN: ` ${DISCORD}\r\n`, SLACK_BOT_TOKEN: "" })).toMatchObject({
    slack: null,
    discord: { token: DISCORD },
  });
});
