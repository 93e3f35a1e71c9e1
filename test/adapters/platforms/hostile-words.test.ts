import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { createIntake } from "../../../src/adapters/intake/intake.ts";
import { renderReply as renderDiscord } from "../../../src/adapters/platforms/discord/render.ts";
import { renderReply as renderSlack } from "../../../src/adapters/platforms/slack/render.ts";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { createCore } from "../../../src/core/core.ts";
import { nowhereElse } from "../../../src/core/elsewhere.ts";
import { createInbox } from "../../../src/core/inbox/index.ts";
import type { Reply } from "../../../src/core/reply.ts";
import { HOSTILE } from "../../contracts/replies.ts";
import { flatten } from "../../standins/discord/message-rules.ts";
import { readMarkdown } from "../../standins/discord/visible.ts";
import { newsroomOver } from "../../standins/newsroom.ts";
import { readMessage } from "../../standins/slack/reading.ts";

/** Strings that break careless programs: markup, code, formats, numbers, scripts, invisible and endless characters. */
const NAUGHTY: readonly string[] = [
  ...HOSTILE,
  "undefined null NaN Infinity -0 1e999 0x0 {} [] __proto__ constructor toString",
  "'; DROP TABLE articles;-- \" OR 1=1",
  "<script>alert(1)</script> <img src=x onerror=alert(1)> javascript:alert(1)",
  "{{template}} $HOME $(id) `id` %s%n%x %00 ../../../etc/passwd",
  "\u202etxet desrever\u202c \u2066isolated\u2069 \ufeffbom \u00adsoft\u200bzero\u2060",
  "z\u0351\u036b\u0343a\u0321\u0347l\u0359g\u0316o\u0321",
  "\ud800 lone \udfff surrogates",
  "👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 ﷽ 𝕳𝖊𝖑𝖑𝖔 ｆｕｌｌ Ω≈ç√∫ ЁЂЃ ثم نفس سقطت 田中さん",
  "tab\there\u0000nul\u0007bell\u001b[31mred",
  "\u{e0001}\u{e0048}\u{e0049}\u{e007f} hidden tags",
  " ".repeat(5_000),
  "a".repeat(20_000),
];

const ONE_PLACE = { platform: "test", tenant: "t", channel: "c", private: false, thread: null };
const call = {
  place: ONE_PLACE,
  person: { id: "p", name: "Pat", manager: true },
  signal: new AbortController().signal,
  elsewhere: nowhereElse,
};

/** An inbox on a store of its own; faults of ours fail the test, what its own check leaves out does not. */
function openInbox() {
  const now = (): number => 0;
  const store = memoryStore(now);
  const core = createCore({ intake: createIntake(), store, newsroom: newsroomOver(store, now), now });
  const reportBug = (error: unknown): string => {
    if (!String(error).includes("Withheld from a reply")) throw error;
    return "withheld";
  };
  return createInbox({ core, commands, turn: async () => undefined, reportBug });
}

/** Calls and clickable addresses in what both platforms would be sent. */
function liveMarkup(reply: Reply): readonly string[] {
  const slack = renderSlack(reply).map(readMessage);
  const discord = renderDiscord(reply.parts)
    .flatMap(({ container }) => flatten(JSON.parse(JSON.stringify([container]))))
    .flatMap(({ content }) => (content === undefined ? [] : [readMarkdown(content)]));
  return [...slack, ...discord].flatMap(({ pings, links }) => [...pings, ...links]);
}

describe.each(NAUGHTY.map((text) => [JSON.stringify(text).slice(0, 40), text] as const))("the words %s", (_, text) => {
  it("as a headline, a quotation, a speaker's and a person's name, and a question are only words", async () => {
    const inbox = openInbox();
    const article = `${text}\n\n"${text.replaceAll('"', "")} and no more of it," said Ana ${text} Brandt on Monday.`;
    const asker = { ...call, person: { ...call.person, name: text } };
    const run = async (name: string, values: Readonly<Record<string, string>>) =>
      (await inbox.command({ ...asker, name, input: { type: "options", verb: null, values } })).reply;
    const replies = [
      await run("brief", { article }),
      await run("said", { question: text }),
      await run("said", { question: `what did ${text} say?`, speaker: text, about: text }),
      await run("check", { draft: `"${text}", Brandt said.`, in: "last" }),
      await run(text, {}),
    ];
    for (const reply of replies) {
      expect(reply.outcome).not.toBe("bug");
      expect(liveMarkup(reply)).toEqual([]);
    }
  });
});
