import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderReply } from "../../../../src/adapters/platforms/slack/render.ts";
import { mark, type Part, plain, type Reply, strong } from "../../../../src/core/reply.ts";
import { everyLook, HOSTILE, hostileReply, longReply, quote, words } from "../../../contracts/replies.ts";
import { replyWith } from "../../../standins/inbox.ts";
import { refuseMessage } from "../../../standins/slack/block-kit.ts";
import { readMessage } from "../../../standins/slack/reading.ts";

const read = (reply: Reply) => renderReply(reply).map(readMessage);

describe("renderReply", () => {
  it("gives each part its block", () => {
    expect(renderReply(everyLook("asker"))).toEqual([
      {
        text: expect.stringContaining("Harbour talks end without a deal"),
        blocks: [
          {
            type: "rich_text",
            elements: [
              {
                type: "rich_text_section",
                elements: [
                  {
                    type: "link",
                    url: "https://example.org/story",
                    text: "Harbour talks end without a deal",
                    style: { bold: true },
                  },
                ],
              },
            ],
          },
          {
            type: "context",
            elements: [
              {
                type: "plain_text",
                text: "Harbour Gazette · 2 May · 310 words, 1 min · 2/2 quotes verified",
                emoji: false,
              },
            ],
          },
          {
            type: "rich_text",
            elements: [
              {
                type: "rich_text_section",
                elements: [
                  { type: "text", text: "The union rejected the offer " },
                  { type: "text", text: "[1]" },
                  { type: "text", text: "." },
                ],
              },
            ],
          },
          {
            type: "rich_text",
            elements: [
              {
                type: "rich_text_list",
                style: "bullet",
                elements: [
                  {
                    type: "rich_text_section",
                    elements: [
                      { type: "text", text: "Ana Brandt", style: { bold: true } },
                      { type: "text", text: ": the offer is " },
                      { type: "text", text: '"an insult & a *joke*"' },
                      { type: "text", text: " " },
                      { type: "text", text: "[1]" },
                    ],
                  },
                  {
                    type: "rich_text_section",
                    elements: [
                      { type: "text", text: "Talks resume on Monday " },
                      { type: "text", text: "(¶6)" },
                      { type: "text", text: "." },
                    ],
                  },
                ],
              },
            ],
          },
          {
            type: "context",
            elements: [
              {
                type: "plain_text",
                text: '[1] Ana Brandt (union chair) · direct · ¶4 "an insult &amp; a *joke*"',
                emoji: false,
              },
            ],
          },
          {
            type: "actions",
            elements: [
              {
                type: "button",
                action_id: "verbatim:said",
                text: { type: "plain_text", text: "Who said what", emoji: false },
                value: "a1b2c3",
              },
              {
                type: "button",
                action_id: "verbatim:share",
                text: { type: "plain_text", text: "Share", emoji: false },
                style: "primary",
                value: "a1b2c3",
              },
            ],
          },
        ],
      },
    ]);
  });

  it("shows a heading without a link as a header", () => {
    const [message] = renderReply(replyWith([{ type: "heading", text: "A & B" }], "asker"));
    expect(message.blocks).toEqual([{ type: "header", text: { type: "plain_text", text: "A &amp; B", emoji: false } }]);
  });

  it.each(["javascript:alert(1)", "not a link", `https://example.org/${"a".repeat(3000)}`])(
    "makes no link of %.30s",
    (url) => {
      const [message] = renderReply(replyWith([{ type: "heading", text: "A headline", url }], "asker"));
      expect(readMessage(message)).toMatchObject({ text: "A headline", links: [] });
    },
  );

  it("leads from a mark to its page, and not where the links crowd out the words", () => {
    const marked = (url: string): Part => ({ type: "text", runs: [plain("A deal "), mark("[1]", url)] });
    const url = "https://example.org/story#:~:text=a%20deal";
    const [message] = renderReply(replyWith([marked(url)], "asker"));
    expect(JSON.stringify(message.blocks)).toContain(`{"type":"link","url":"${url}","text":"[1]"}`);
    const long = Array.from({ length: 40 }, () => marked(`https://example.org/${"a".repeat(900)}`));
    for (const bad of [[marked("javascript:alert(1)")], long]) {
      expect(JSON.stringify(renderReply(replyWith(bad, "asker")))).not.toContain('"type":"link"');
    }
  });

  it("keeps a file's text with its name", () => {
    const file: Part = {
      type: "file",
      name: "feeds.opml",
      mediaType: "text/x-opml",
      text: "<opml>\n  <body/>\n</opml>",
    };
    expect(read(replyWith([file], "asker")).map(({ text }) => text)).toEqual([
      "feeds.opml\n<opml>\n  <body/>\n</opml>",
    ]);
  });

  it("has something to post even of an empty reply", () => {
    expect(renderReply(replyWith([], "asker")).map(refuseMessage)).toEqual([null]);
  });

  it("cuts a button's label to what Slack takes", () => {
    const label = "👩‍🚀".repeat(30);
    const [message] = renderReply(
      replyWith([{ type: "buttons", buttons: [{ id: "said", label, subject: "" }] }], "asker"),
    );
    expect(refuseMessage(message)).toBeNull();
    expect(readMessage(message).buttons[0]?.label).toMatch(/^(?:👩‍🚀)+…$/u);
  });

  it("says in the fallback text what the blocks say, calling nobody", () => {
    for (const { text } of renderReply(hostileReply("channel"))) {
      expect(readMessage({ text, blocks: [] })).toMatchObject({ pings: [], links: [] });
    }
  });

  it("takes out of a text what cannot be seen", () => {
    const reply = replyWith([{ type: "text", runs: [plain("so\u200blid \u202eevil\u202c \u{e0041}")] }], "asker");
    expect(read(reply).map(({ text }) => text.trim())).toEqual(["solid evil"]);
  });

  it("is taken by Slack, keeps every word and calls nobody, whatever the reply", () => {
    fc.assert(
      fc.property(anyReply, (reply) => {
        const messages = renderReply(reply);
        expect(messages.map(refuseMessage).filter((refusal) => refusal !== null)).toEqual([]);
        expect(messages.map(readMessage).flatMap(({ pings, links }) => [...pings, ...links])).toEqual([]);
        expect(bare(words(messages.map(readMessage)))).toBe(bare(words(reply)));
      }),
      { numRuns: 200 },
    );
  });

  it("splits a long reply into messages Slack takes", () => {
    const messages = renderReply(longReply("channel"));
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.map(refuseMessage)).toEqual(messages.map(() => null));
  });
});

const anyText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 4000 }),
  fc.constantFrom("&<>".repeat(1500), '"\\\n'.repeat(1200), "a̐éö̲".repeat(700), "🏳️‍🌈".repeat(600), "שלום ".repeat(900)),
);
const anyRuns = fc.array(fc.oneof(anyText.map(plain), anyText.map(strong), anyText.map(mark)), { maxLength: 4 });
const anyQuote = fc.constantFrom(...HOSTILE, "x".repeat(9000), "words ".repeat(900)).map(quote);
const anyPart: fc.Arbitrary<Part> = fc.oneof(
  anyText.map((text): Part => ({ type: "heading", text })),
  anyText.map((text): Part => ({ type: "meta", text })),
  anyRuns.map((runs): Part => ({ type: "text", runs })),
  fc.tuple(anyRuns, anyQuote).map(([runs, quotation]): Part => ({ type: "text", runs: [...runs, quotation] })),
  fc.array(anyRuns, { maxLength: 60 }).map((items): Part => ({ type: "list", items })),
  fc.array(anyRuns, { maxLength: 60 }).map((items): Part => ({ type: "receipts", items })),
);
const anyReply = fc.array(anyPart, { maxLength: 12 }).map((parts) => replyWith(parts, "channel"));

/** Words without what a cut may add: its marks and the quotation marks around each piece. */
const bare = (text: string): string => text.replaceAll(/[\s…"]/g, "");
