import { describe, expect, it } from "vitest";
import { replyWith, sayToAsker } from "../../../standins/inbox.ts";
import { record } from "../../../standins/slack/block-kit.ts";
import { BOT_USER, DIRECT, NEWS } from "../../../standins/slack/workspace.ts";
import { openBench } from "./bench.ts";

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe("a message shortcut", () => {
  it.each([
    ["brief_this", "Look: <https://example.org/a>", "brief", { article: "https://example.org/a" }],
    ["who_said_what", "<https://example.org/a|A story>", "said", { in: "https://example.org/a" }],
  ])("%s takes the link of a message", async (id, text, name, values) => {
    const { chat, inbox } = await openBench();
    await chat.deliver([chat.people.shortcut(id, chat.people.write(text))], null).acknowledged;
    await chat.platform.stop();
    expect(inbox.commands).toMatchObject([{ name, input: { type: "options", verb: null, values } }]);
  });

  it.each([
    ["brief_this", "article"],
    ["who_said_what", "in"],
    ["check_quotes", "draft"],
  ])("%s takes the words of a long message, links or not", async (id, option) => {
    const { chat, inbox } = await openBench();
    const text = `The minister said "no". <https://example.org/a> ${"And so on. ".repeat(30)}`.trim();
    await chat.deliver([chat.people.shortcut(id, chat.people.write(text))], null).acknowledged;
    await chat.platform.stop();
    const input = record(inbox.commands[0]?.input);
    const upload = record(record(input.values)[option]);
    expect(upload.name).toBe("message.txt");
    expect(textOf(upload.bytes as Uint8Array)).toBe(text.replace("<https://example.org/a>", "https://example.org/a"));
  });

  it("answers the asker in the message's thread", async () => {
    const { chat, inbox } = await openBench();
    const message = chat.people.write("https://example.org/a");
    await chat.deliver([chat.people.shortcut("brief_this", message)], null).acknowledged;
    await chat.platform.stop();
    expect(inbox.commands[0]?.place.thread).toBe(message.ts);
    expect(chat.posted()).toMatchObject([{ thread: message.ts, audience: "asker" }]);
  });
});

describe("a control of a version that is gone", () => {
  it.each(["verbatim:dance", "somebody_elses"])("button %s is answered with what to do", async (actionId) => {
    const { chat, inbox } = await openBench();
    const message = chat.people.write("a briefing", { user: BOT_USER });
    await chat.deliver([chat.people.press(message, actionId, "x")], null).acknowledged;
    await chat.platform.stop();
    expect(inbox.presses).toEqual([]);
    expect(chat.posted().at(-1)).toMatchObject({ audience: "asker", text: expect.stringContaining("/verbatim help") });
  });

  it("form is acknowledged and answered", async () => {
    const { chat } = await openBench();
    const view = { type: "modal", callback_id: "old_form", private_metadata: "not json" };
    await chat.deliver([chat.people.submit(view, {})], null).acknowledged;
    await chat.platform.stop();
    expect(chat.late()).toEqual([]);
    expect(chat.posted()).toMatchObject([{ text: expect.stringContaining("/verbatim help") }]);
  });
});

describe("the form to paste a text into", () => {
  const paste = replyWith(
    [{ type: "buttons", buttons: [{ id: "paste", label: "Paste the text", subject: "" }] }],
    "asker",
  );
  const pasted = {
    type: "rich_text",
    elements: [
      { type: "rich_text_section", elements: [{ type: "text", text: "A headline" }] },
      {
        type: "rich_text_section",
        elements: [
          { type: "text", text: 'He said "no" ' },
          { type: "link", url: "https://example.org/a" },
        ],
      },
    ],
  };

  it("opens on the button, and its text is briefed for who pasted it", async () => {
    const { chat, inbox, deliveries } = await openBench();
    inbox.onCommand = () => paste;
    await chat.command("brief", "https://example.org/walled").acknowledged;
    const [posted] = await chat.waitForPosts(1);
    if (posted === undefined) throw new Error("Expected a post");
    await chat.press(posted, "paste").acknowledged;
    await chat.press(posted, "paste").again("same");
    await expect.poll(() => chat.server.api.views.length).toBe(1);
    inbox.onCommand = () => sayToAsker("the briefing");
    const view = chat.server.api.views[0]?.view ?? {};
    const values = { text: { article: { type: "rich_text_input", rich_text_value: pasted } } };
    await chat.deliver([chat.people.submit(view, values)], null).acknowledged;
    await chat.platform.stop();
    expect(inbox.presses).toEqual([]);
    expect(inbox.commands.at(-1)).toMatchObject({
      name: "brief",
      place: { channel: NEWS, thread: null, private: false },
      input: { type: "options", values: { article: 'A headline\nHe said "no" https://example.org/a' } },
    });
    expect(chat.posted().at(-1)).toMatchObject({ text: "the briefing", audience: "asker" });
    expect(deliveries.all()).toHaveLength(2);
  });
});

describe("files with a message", () => {
  const file = (url: string) => ({ name: "story.html", mimetype: "text/html", url_private: url });

  it("are handed on with their bytes", async () => {
    const { chat, inbox } = await openBench();
    chat.server.files.set("/files/story.html", "<p>He said so.</p>");
    const files = [file(`${chat.server.url}/files/story.html`)];
    const message = chat.people.write("read this", { channel: DIRECT, files });
    await chat.deliver(chat.people.eventsOf(message), null).acknowledged;
    await chat.platform.stop();
    const [upload] = inbox.mentions[0]?.uploads ?? [];
    expect(upload?.name).toBe("story.html");
    expect(textOf(upload?.bytes ?? new Uint8Array())).toBe("<p>He said so.</p>");
  });

  it("from another host are never asked for: the token would go with it", async () => {
    const { chat, inbox } = await openBench();
    const files = [
      file("https://files.slack.com.evil.example.net/story.html"),
      file("https://evil-slack.com/a"),
      file("not a url"),
    ];
    const message = chat.people.write("read this", { channel: DIRECT, files });
    await chat.deliver(chat.people.eventsOf(message), null).acknowledged;
    await chat.platform.stop();
    expect(inbox.mentions[0]?.uploads.map(({ bytes }) => bytes.length)).toEqual([0, 0, 0]);
  });

  it("too large for an article arrive empty", async () => {
    const { chat, inbox } = await openBench();
    chat.server.files.set("/files/big.html", "x".repeat(5_000_001));
    const files = [file(`${chat.server.url}/files/big.html`)];
    const message = chat.people.write("read this", { channel: DIRECT, files });
    await chat.deliver(chat.people.eventsOf(message), null).acknowledged;
    await chat.platform.stop();
    expect(inbox.mentions[0]?.uploads[0]?.bytes.length).toBe(0);
  });
});
