import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText, mentions, readLine, readText } from "../../../../src/adapters/platforms/slack/markup.ts";

describe("escapeText", () => {
  it("takes their meaning from Slack's three characters and no other", () => {
    expect(escapeText("<!channel> & *b* &amp; ＜!here＞")).toBe("&lt;!channel&gt; &amp; *b* &amp;amp; ＜!here＞");
  });

  it("is undone by reading", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(readText(escapeText(text), "U0BOT")).toBe(text.trim());
      }),
    );
  });
});

describe("readText", () => {
  it.each([
    ["<https://example.org/a?b=1&amp;c=2>", "https://example.org/a?b=1&c=2"],
    ["<https://example.org|example.org> length:line", "https://example.org length:line"],
    ["<mailto:a@example.org|a@example.org>", "a@example.org"],
    ["<mailto:a@example.org>", "a@example.org"],
    ["<@U0BOT> what did <@U7|ana> say?", "what did @ana say?"],
    ["<@U7> in <#C1|news> and <#C2>", "@U7 in #news and #C2"],
    ["<!here> <!subteam^S1|@desk> <!date^1392734382^{date}|2 May>", "@here @desk 2 May"],
    ["&lt;not a link&gt; &amp;amp;", "<not a link> &amp;"],
    ["a < b > c <>", "a < b > c <>"],
    ["line one\n\nline two", "line one\n\nline two"],
  ])("reads %s", (markup, text) => {
    expect(readText(markup, "U0BOT").replaceAll(/ +/g, " ")).toBe(text);
  });
});

describe("readLine", () => {
  it.each([
    ["list channel:<#C0NEWS|news>", "list channel:#C0NEWS"],
    ["list channel:<#C0NEWS>", "list channel:#C0NEWS"],
    ["add sources:<http://example.org|example.org>", "add sources:example.org"],
    ["add <https://example.org/feed|example.org>", "add https://example.org/feed"],
    ["add <http://other.example|example.org>", "add http://other.example"],
    ["edit topics:A&amp;B channel:&lt;#C0NEWS&gt;", "edit topics:A&B channel:<#C0NEWS>"],
  ])("reads %s", (markup, line) => {
    expect(readLine(markup, "U0BOT")).toBe(line);
  });
});

describe("mentions", () => {
  it("is the bot's own name and nobody else's", () => {
    expect(mentions("hi <@U0BOT>", "U0BOT")).toBe(true);
    expect(mentions("hi <@U0BOTTLE> U0BOT &lt;@U0BOT&gt;", "U0BOT")).toBe(false);
  });
});
