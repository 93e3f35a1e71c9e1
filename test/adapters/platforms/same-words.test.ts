import { ComponentType } from "discord.js";
import { describe, expect, test } from "vitest";
import { renderReply as renderDiscord } from "../../../src/adapters/platforms/discord/render.ts";
import { renderReply as renderSlack } from "../../../src/adapters/platforms/slack/render.ts";
import { renderReply as renderTerminal } from "../../../src/adapters/platforms/terminal/render.ts";
import { ENGINE, findStatements } from "../../../src/core/attribution/index.ts";
import { writeBriefing } from "../../../src/core/briefing/index.ts";
import { briefingReply } from "../../../src/core/briefing/reply.ts";
import { type Reply, replyText } from "../../../src/core/reply.ts";
import { ask } from "../../core/answer/ask.ts";
import { fixtureNames, readFixture } from "../../core/golden.ts";
import { flatten } from "../../standins/discord/message-rules.ts";
import { readMarkdown } from "../../standins/discord/visible.ts";
import { readMessage } from "../../standins/slack/reading.ts";

/** Letters, digits and quotation marks, in order: bullets, spaces and line ends are each platform's own. */
const bare = (text: string): string => (text.match(/[\p{L}\p{N}"]/gu) ?? []).join("");

const onSlack = (reply: Reply): string =>
  renderSlack(reply)
    .map((message) => readMessage(message).text)
    .join("\n");

const onDiscord = (reply: Reply): string =>
  renderDiscord(reply.parts)
    .flatMap(({ container }) => flatten([container]))
    .flatMap(({ type, content }) => (type === ComponentType.TextDisplay ? readMarkdown(content ?? "").text : []))
    .join("\n");

const onTerminal = (reply: Reply): string => renderTerminal(reply, { width: 80, style: (_, text) => text });

describe.each(fixtureNames())("the article %s", (name) => {
  const article = readFixture(name);
  const stored = { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };
  const replies: readonly Reply[] = [
    ...(["line", "short", "full"] as const).map((length) =>
      briefingReply(writeBriefing(stored, { length, focus: null }), "channel"),
    ),
    ask("who is quoted?", [stored]).reply,
    ask("how many statements are there?", [stored]).reply,
  ];

  test("is briefed and answered for in the same words on every platform", () => {
    for (const reply of replies) {
      const words = bare(replyText(reply));
      expect(bare(onSlack(reply))).toBe(words);
      expect(bare(onDiscord(reply))).toBe(words);
      expect(bare(onTerminal(reply))).toBe(words);
    }
  });
});
