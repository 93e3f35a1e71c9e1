/**
 * Draws what people see: `npm run preview` writes bench/results/preview.html, a briefing, answers, the help and an error
 * as Slack and Discord show them, from the payloads the adapters send; and, where Chromium is installed, the README's pictures.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { commands } from "../../commands/index.ts";
import { createIntake } from "../../src/adapters/intake/intake.ts";
import { renderReply as renderDiscord } from "../../src/adapters/platforms/discord/render.ts";
import { renderReply as renderSlack } from "../../src/adapters/platforms/slack/render.ts";
import { memoryStore } from "../../src/adapters/store/memory.ts";
import { createCore } from "../../src/core/core.ts";
import { nowhereElse } from "../../src/core/elsewhere.ts";
import { createInbox } from "../../src/core/inbox/index.ts";
import type { Reply } from "../../src/core/reply.ts";
import { newsroomOver } from "../../test/standins/newsroom.ts";
import { drawDiscord } from "./discord.ts";
import { drawPage } from "./html.ts";
import { takePictures } from "./pictures.ts";
import { drawSlack } from "./slack.ts";

const now = (): number => 0;
const store = memoryStore(now);
const core = createCore({ intake: createIntake(), store, newsroom: newsroomOver(store, now), now });
const inbox = createInbox({ core, commands, turn: async () => undefined, reportBug: () => "4f1c09ab" });
const call = {
  place: { platform: "preview", tenant: "t", channel: "c", private: false, thread: null },
  person: { id: "p", name: "Pat", manager: true },
  signal: new AbortController().signal,
  elsewhere: nowhereElse,
};
const [file = "test/fixtures/articles/grain-road.txt"] = process.argv.slice(2);

const run = async (name: string, line: string): Promise<Reply> =>
  (await inbox.command({ ...call, name, input: { type: "line", line, uploads: [] } })).reply;

const shown: readonly (readonly [string, () => Promise<Reply>])[] = [
  ["A briefing", () => run("brief", readFileSync(file, "utf8"))],
  ["Who said what", () => run("said", "")],
  ["An answer", () => run("said", "what did the foreign minister say?")],
  ["A refusal", () => run("said", "what did the foreign minister say about football?")],
  ["A check", () => run("check", 'The minister said the two countries were "one step away" from reopening the road.')],
  ["Settings", () => run("verbatim", "settings")],
  ["Help", () => run("verbatim", "help")],
  ["A slip of the pen", () => run("brief", "last lenght:line")],
  ["Something unreadable", () => run("brief", "https://192.168.0.1/story")],
];
const rows = [];
for (const [title, ask] of shown) {
  const reply = await ask();
  rows.push({
    title,
    slack: renderSlack(reply).map(drawSlack).join(""),
    discord: renderDiscord(reply.parts).map(drawDiscord).join(""),
  });
}
mkdirSync("bench/results", { recursive: true });
writeFileSync("bench/results/preview.html", drawPage(rows));
process.stdout.write("bench/results/preview.html\n");
takePictures(rows.filter(({ title }) => title === "A briefing" || title === "An answer"));
