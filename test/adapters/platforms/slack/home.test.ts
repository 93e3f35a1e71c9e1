import { describe, expect, it } from "vitest";
import { commands } from "../../../../commands/index.ts";
import { createIntake } from "../../../../src/adapters/intake/intake.ts";
import { memoryStore } from "../../../../src/adapters/store/memory.ts";
import { createCore } from "../../../../src/core/core.ts";
import { createInbox } from "../../../../src/core/inbox/index.ts";
import type { Inbox } from "../../../../src/core/ports.ts";
import { newsroomOver } from "../../../standins/newsroom.ts";
import { record } from "../../../standins/slack/block-kit.ts";
import { ALICE, BOB, DIRECT, NEWS } from "../../../standins/slack/workspace.ts";
import { openBench } from "./bench.ts";
import type { SlackChat } from "./chat.ts";

/** The real core behind the tab: what is changed there must hold elsewhere. */
function openInbox(): Inbox {
  const now = (): number => 0;
  const store = memoryStore(now);
  const core = createCore({ intake: createIntake(), store, newsroom: newsroomOver(store, now), now });
  return createInbox({ core, commands, turn: async () => undefined, reportBug: String });
}

const homes = (chat: SlackChat) => chat.server.api.views.filter(({ method }) => method === "views.publish");

/** Opens the tab; gives the menus on it, by the command they run. */
async function openHome(chat: SlackChat, user: string): Promise<ReadonlyMap<string, string>> {
  const before = homes(chat).length;
  const event = { type: "app_home_opened", user, channel: DIRECT, tab: "home" };
  await chat.deliver([chat.people.event("app_home_opened", event)], null).acknowledged;
  await expect.poll(() => homes(chat).length).toBe(before + 1);
  return menusOf(chat);
}

function menusOf(chat: SlackChat): ReadonlyMap<string, string> {
  const blocks = homes(chat).at(-1)?.view.blocks as readonly unknown[];
  const menus = blocks.map((block) => record(record(block).accessory)).filter(({ type }) => type === "static_select");
  return new Map(menus.map((menu) => [String(menu.action_id), String(record(menu.initial_option).value)]));
}

const textOf = (chat: SlackChat): string => JSON.stringify(homes(chat).at(-1)?.view.blocks);

async function choose(chat: SlackChat, user: string, actionId: string, value: string): Promise<void> {
  const before = homes(chat).length;
  await chat.deliver([chat.people.choose("home", actionId, value, user)], null).acknowledged;
  await expect.poll(() => homes(chat).length).toBe(before + 1);
}

const MINE = "verbatim-choice:verbatim settings length:";
const EVERYBODYS = "verbatim-choice:verbatim settings scope:workspace length:";

describe("the Home tab", () => {
  it("shows the status and one's own settings to who opens it", async () => {
    const { chat } = await openBench({ inbox: openInbox() });
    expect([...(await openHome(chat, ALICE))]).toEqual([
      [MINE, "short"],
      ["verbatim-choice:verbatim settings to:", "me"],
    ]);
    expect(homes(chat)).toMatchObject([{ user: ALICE, view: { type: "home" } }]);
    expect(textOf(chat)).toContain("Nothing has been read here yet");
  });

  it("changes a setting where it is chosen, and it holds in every channel", async () => {
    const { chat, deliveries } = await openBench({ inbox: openInbox() });
    await openHome(chat, ALICE);
    await choose(chat, ALICE, MINE, "full");
    expect(menusOf(chat).get(MINE)).toBe("full");
    await chat.deliver([chat.people.slash("/verbatim", "settings", NEWS, ALICE)], null).acknowledged;
    await chat.waitForPosts(1);
    await chat.platform.stop();
    expect(chat.posted()).toMatchObject([{ text: expect.stringContaining("Briefings here: full"), audience: "asker" }]);
    expect(deliveries.all().every(({ state }) => state === "done")).toBe(true);
  });

  it("lets administrators, and nobody else, change what holds for the workspace", async () => {
    const { chat } = await openBench({ inbox: openInbox() });
    expect((await openHome(chat, BOB)).get(EVERYBODYS)).toBe("short");
    await choose(chat, BOB, EVERYBODYS, "line");
    expect(menusOf(chat).get(EVERYBODYS)).toBe("line");
    expect((await openHome(chat, ALICE)).has(EVERYBODYS)).toBe(false);
    await choose(chat, ALICE, EVERYBODYS, "full");
    expect(textOf(chat)).toContain("Only people who administer the whole workspace");
    expect((await openHome(chat, BOB)).get(EVERYBODYS)).toBe("line");
  });
});

describe("a menu in a message", () => {
  it("runs its command for who chose", async () => {
    const { chat } = await openBench({ inbox: openInbox() });
    await chat.deliver([chat.people.slash("/verbatim", "settings", NEWS, ALICE)], null).acknowledged;
    await chat.waitForPosts(1);
    const [message] = chat.server.workspace.fromBot();
    if (message === undefined) throw new Error("Expected a message");
    await chat.deliver([chat.people.choose(message, MINE, "line", ALICE)], null).acknowledged;
    await chat.platform.stop();
    expect(chat.posted().at(-1)).toMatchObject({
      audience: "asker",
      text: expect.stringContaining("Briefings here: line"),
    });
  });
});
