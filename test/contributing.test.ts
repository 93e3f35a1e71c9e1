import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { commands } from "../commands/index.ts";
import { createIntake } from "../src/adapters/intake/intake.ts";
import { registrationOf } from "../src/adapters/platforms/discord/registration.ts";
import { buildManifest } from "../src/adapters/platforms/slack/manifest.ts";
import { memoryStore } from "../src/adapters/store/memory.ts";
import { helpReply } from "../src/core/command/help.ts";
import { createCore } from "../src/core/core.ts";
import { nowhereElse } from "../src/core/elsewhere.ts";
import { createInbox } from "../src/core/inbox/index.ts";
import { replyText } from "../src/core/reply.ts";
import glance from "./fixtures/commands/glance.ts";
import { newsroomOver } from "./standins/newsroom.ts";

const ALL = [...commands, glance];

it("the command CONTRIBUTING.md writes out is the one tried here", () => {
  const [, written] = /```ts\n(.*?)```/s.exec(readFileSync("CONTRIBUTING.md", "utf8")) ?? [];
  const tried = readFileSync("test/fixtures/commands/glance.ts", "utf8");
  expect(written).toBe(tried.replaceAll("../../../src/", "../src/"));
});

it("a command that is listed appears in the help, in Slack's manifest and in Discord's registration", () => {
  expect(replyText(helpReply(ALL, null))).toContain("/glance");
  const slashes = buildManifest(ALL, { type: "socket" }).features?.slash_commands ?? [];
  expect(slashes.map(({ command }) => command)).toContain("/glance");
  expect(registrationOf(ALL).map(({ name }) => name)).toContain("glance");
});

it("a command that is listed answers", async () => {
  const store = memoryStore(() => 0);
  const inbox = createInbox({
    core: createCore({ intake: createIntake(), store, newsroom: newsroomOver(store, () => 0), now: () => 0 }),
    commands: ALL,
    turn: async () => undefined,
    reportBug: (error) => String(error),
  });
  const { reply } = await inbox.command({
    place: { platform: "test", tenant: "t", channel: "c", private: true, thread: null },
    person: { id: "p", name: "Pat", manager: false },
    signal: new AbortController().signal,
    elsewhere: nowhereElse,
    name: "glance",
    input: {
      type: "line",
      line: "",
      uploads: [{ name: "story.txt", bytes: readFileSync("test/fixtures/articles/grain-road.txt") }],
    },
  });
  expect(reply.outcome).toBe("ok");
  expect(replyText(reply)).toContain("grain road");
});
