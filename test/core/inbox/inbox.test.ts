import { beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { createIntake } from "../../../src/adapters/intake/intake.ts";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { withBetter } from "../../../src/core/answered.ts";
import { defineCommand } from "../../../src/core/command/index.ts";
import { type Core, createCore } from "../../../src/core/core.ts";
import { nowhereElse } from "../../../src/core/elsewhere.ts";
import { noteReply } from "../../../src/core/error-reply.ts";
import { createInbox } from "../../../src/core/inbox/index.ts";
import type { Call, Inbox, Intake, Place, Store } from "../../../src/core/ports.ts";
import { type Reply, replyText } from "../../../src/core/reply.ts";
import { newsroomOver } from "../../standins/newsroom.ts";

const ARTICLE = `Ferry line to close for the winter

The ferry between Aldmouth and Brack will stop running on Friday, the harbour board said on Monday.

"We cannot ask a crew to cross in that swell," harbour master Ines Calder told reporters. "The boats are forty years old."

Brack's mayor, Tomas Wren, said the island would ask the county for a helicopter.

Calder said the ferry would return in April.
`;

const DAY = 24 * 60 * 60 * 1000;
let clock = 0;
let faults: unknown[] = [];
let inbox: Inbox;
let store: Store;

function openCore(intake: Intake): Core {
  store = memoryStore(() => clock);
  return createCore({ intake, store, newsroom: newsroomOver(store, () => clock), now: () => clock });
}

beforeEach(() => {
  clock = Date.UTC(2026, 0, 5);
  faults = [];
  inbox = createInbox({
    core: openCore(createIntake()),
    commands,
    turn: async () => undefined,
    reportBug: (error) => {
      faults.push(error);
      return "abc123";
    },
  });
});

const place = (change: Partial<Place> = {}): Place => ({
  platform: "test",
  tenant: "t1",
  channel: "c1",
  private: false,
  thread: null,
  ...change,
});
const call = (change: Partial<Place> = {}, manager = true): Call => ({
  place: place(change),
  person: { id: "p1", name: "Pat", manager },
  signal: new AbortController().signal,
  elsewhere: nowhereElse,
});

const command = async (name: string, line: string, from = call()): Promise<Reply> =>
  (await inbox.command({ ...from, name, input: { type: "line", line, uploads: [] } })).reply;
const mention = async (text: string, from = call(), addressed = true): Promise<Reply | null> =>
  (await inbox.mention({ ...from, text, uploads: [], addressed }))?.reply ?? null;
const textOf = (reply: Reply | null): string => (reply === null ? "(silence)" : replyText(reply));

describe("a command", () => {
  it("briefs a text and then answers about it", async () => {
    expect(await command("brief", ARTICLE)).toMatchObject({ outcome: "ok", audience: "asker" });
    const answer = textOf(await command("said", "who said the boats are forty years old?"));
    expect(answer).toContain("Ines Calder");
    expect(answer).toContain('"The boats are forty years old."');
  });

  it("that does not exist gets the nearest one", async () => {
    expect(textOf(await command("breif", "last"))).toBe(
      "There is no command /breif. Did you mean /brief? Try: /verbatim help",
    );
  });

  it("about an article before any was read says how to start", async () => {
    const reply = await command("said", "who is quoted?");
    expect(reply.outcome).toBe("not-found");
    expect(textOf(reply)).toBe("Nothing has been read here yet. Start with /brief and a link, a file, or the text.");
  });

  it("goes to the channel where somebody asks for it, or where the channel is set so", async () => {
    expect((await command("brief", `to:channel ${ARTICLE}`)).audience).toBe("channel");
    await command("verbatim", "settings scope:channel to:channel");
    expect((await command("brief", "last")).audience).toBe("channel");
    expect((await command("brief", "last", call({ channel: "c2" }))).audience).toBe("asker");
  });

  it("changes what concerns others only for those who may", async () => {
    const byMember = call({}, false);
    const byManager = call();
    const byAdministrator = { ...byManager, person: { ...byManager.person, administrator: true as const } };
    const change = async (scope: string, by: Call) =>
      (await command("verbatim", `settings ${scope} length:line`, by)).outcome;
    expect([await change("scope:channel", byMember), await change("scope:workspace", byMember)]).toEqual([
      "forbidden",
      "forbidden",
    ]);
    expect([await change("scope:channel", byManager), await change("scope:workspace", byManager)]).toEqual([
      "ok",
      "forbidden",
    ]);
    expect(await change("scope:workspace", byAdministrator)).toBe("ok");
    expect(textOf(await command("verbatim", "settings length:full", call({}, false)))).toContain(
      "Briefings here: full",
    );
  });
});

describe("a mention", () => {
  it("with a pasted article briefs it, then follow-ups are about it", async () => {
    await mention(
      ARTICLE.padEnd(700, " And so it went on, day after day, for everybody on the island and beyond it."),
      call({ thread: "t" }),
    );
    expect(textOf(await mention("who is quoted?", call({ thread: "t" })))).toContain("Ines Calder");
    expect(textOf(await mention("what did Wren say?", call({ thread: "t" }), false))).toContain("helicopter");
  });

  it("overheard in a thread of others, or about nothing asked, is left alone", async () => {
    await command("brief", ARTICLE);
    expect(await mention("what did Wren say?", call({ thread: "other" }), false)).toBeNull();
    await mention("who is quoted?", call({ thread: "ours" }));
    await mention("what did Wren say?", call({ thread: "ours" }), false);
    expect(await mention("lunch at noon, then", call({ thread: "ours" }), false)).toBeNull();
    expect(textOf(await mention("and Calder?", call({ thread: "ours" }), false))).toContain("Ines Calder");
  });

  it("is overheard no longer after seven idle days, or once it was told to stop", async () => {
    await command("brief", ARTICLE);
    await mention("who is quoted?", call({ thread: "a" }));
    await mention("who is quoted?", call({ thread: "b" }));
    expect(textOf(await mention("stop", call({ thread: "b" })))).toBe("I am quiet here now. Mention me to go on.");
    expect(await mention("what did Wren say?", call({ thread: "b" }), false)).toBeNull();
    clock += 7 * DAY;
    expect(await mention("what did Wren say?", call({ thread: "a" }), false)).toBeNull();
    expect(await mention("what did Wren say?", call({ thread: "a" }))).not.toBeNull();
  });

  it("of nothing, or of help, gets the commands", async () => {
    expect(textOf(await mention(""))).toContain("/brief");
    expect(textOf(await mention("help"))).toContain("/brief");
  });
});

describe("a button", () => {
  it("works from the article's id alone", async () => {
    const { data } = await command("verbatim", "export");
    expect(data).toEqual([]);
    await command("brief", ARTICLE);
    const [article] = (await command("verbatim", "export")).data as readonly { id: string }[];
    const press = async (button: "said" | "longer" | "quotes" | "share" | "report"): Promise<Reply> =>
      (await inbox.press({ ...call(), button, subject: article?.id ?? "" })).reply;
    expect(textOf(await press("said"))).toContain("Ines Calder");
    expect(textOf(await press("quotes"))).toContain('"The boats are forty years old."');
    expect(await press("share")).toMatchObject({ audience: "channel", outcome: "ok" });
    expect(await press("longer")).toMatchObject({ audience: "asker", outcome: "ok" });
    expect(textOf(await press("report"))).toContain("abc123");
  });

  it("on an article of another tenant finds nothing, in the words for what nobody has", async () => {
    await command("brief", ARTICLE);
    const [article] = (await command("verbatim", "export")).data as readonly { id: string }[];
    const elsewhere = await inbox.press({ ...call({ tenant: "t2" }), button: "quotes", subject: article?.id ?? "" });
    const nowhere = await inbox.press({ ...call({ tenant: "t2" }), button: "quotes", subject: "000000000000" });
    expect(textOf(elsewhere.reply).replace(article?.id ?? "", "ID")).toBe(
      textOf(nowhere.reply).replace("000000000000", "ID"),
    );
  });
});

describe("what is kept", () => {
  it("is shown, proved from the snapshot, and forgotten after a preview", async () => {
    await command("brief", ARTICLE);
    clock += 3 * 60 * 60 * 1000;
    expect(textOf(await command("verbatim", "status"))).toContain(
      "The last one was read 3 hours ago: Ferry line to close",
    );
    expect(textOf(await command("verbatim", "receipt 1"))).toContain("¶");
    expect(textOf(await command("verbatim", "receipt 99"))).toContain("There is no such receipt");
    expect(textOf(await command("verbatim", "forget all"))).toContain("/verbatim forget all confirm:yes");
    expect((await command("verbatim", "forget all confirm:yes", call({}, false))).outcome).toBe("forbidden");
    expect(textOf(await command("verbatim", "forget all confirm:yes"))).toContain("Deleted");
    expect((await command("said", "who is quoted?")).outcome).toBe("not-found");
  });
});

describe("an article that went by age", () => {
  let receipt = "";

  beforeEach(async () => {
    await command("brief", ARTICLE);
    const [read] = await store.articles.search(place(), { limit: 1 });
    receipt = `receipt ${read?.article.id}:40-60`;
    await store.retention.expire(clock + 1);
  });

  it("is nothing to ask about, but its receipts are shown", async () => {
    expect((await command("said", "who is quoted?")).outcome).toBe("not-found");
    expect(textOf(await command("verbatim", receipt))).toContain("The ferry between Aldmouth and Brack");
  });

  it("is forgotten with everything else", async () => {
    await command("verbatim", "forget all confirm:yes");
    expect((await command("verbatim", receipt)).outcome).toBe("not-found");
  });
});

describe("a better version of an answer", () => {
  /** One command, which answers at once and better later. */
  const openSlow = (better: Promise<Reply | null>): Inbox =>
    createInbox({
      core: openCore(createIntake()),
      commands: [
        defineCommand({
          name: "slow",
          description: "answers twice",
          examples: [],
          options: {},
          run: async () => withBetter(noteReply("at once"), better),
        }),
      ],
      turn: async () => undefined,
      reportBug: (error) => {
        faults.push(error);
        return "abc123";
      },
    });
  const ask = (better: Promise<Reply | null>, from = call()) =>
    openSlow(better).command({ ...from, name: "slow", input: { type: "line", line: "", uploads: [] } });

  it("comes after the first", async () => {
    const { reply, better } = await ask(Promise.resolve(noteReply("in good words")));
    expect([textOf(reply), textOf(await better)]).toEqual(["at once", "in good words"]);
  });

  it("that fails is none, and a fault of ours in the log", async () => {
    const { reply, better } = await ask(Promise.reject(new Error("the model is gone")));
    expect([textOf(reply), await better]).toEqual(["at once", null]);
    expect(faults).toMatchObject([{ message: "the model is gone" }]);
  });

  it("that nobody waits for any more is none, and no fault", async () => {
    const from = { ...call(), signal: AbortSignal.abort() };
    const { better } = await ask(Promise.reject(new Error("aborted")), from);
    expect(await better).toBeNull();
    expect(faults).toEqual([]);
  });
});

describe("suggestions", () => {
  it("are the stored speakers that fit", async () => {
    await command("brief", ARTICLE);
    const ask = (option: string): Promise<readonly string[]> =>
      inbox.suggest({ ...call(), command: "said", verb: null, option, typed: "cal" });
    expect(await ask("speaker")).toEqual(["Ines Calder"]);
    expect(await ask("about")).toEqual([]);
  });
});

describe("a fault of ours", () => {
  it("is reported whole and shown as a reference", async () => {
    const broken = createInbox({
      core: openCore({ ...createIntake(), read: () => Promise.reject(new TypeError("inner detail")) }),
      commands,
      turn: async () => undefined,
      reportBug: (error) => {
        faults.push(error);
        return "abc123";
      },
    });
    const { reply } = await broken.command({
      ...call(),
      name: "brief",
      input: { type: "line", line: "some text", uploads: [] },
    });
    expect(reply).toMatchObject({ outcome: "bug", audience: "asker" });
    expect(textOf(reply)).toContain("abc123");
    expect(textOf(reply)).not.toContain("inner detail");
    expect(faults).toMatchObject([{ message: "inner detail" }]);
  });
});
