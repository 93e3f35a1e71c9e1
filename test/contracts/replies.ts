import { cleanText } from "../../src/adapters/platforms/escape.ts";
import { type Article, makeArticle } from "../../src/core/article.ts";
import { cutReceipt } from "../../src/core/receipt.ts";
import { mark, plain, quoted, type Reply, type Run, replyText, strong, type Text } from "../../src/core/reply.ts";
import type { Statement } from "../../src/core/statement.ts";
import { replyWith } from "../standins/inbox.ts";

/** All words in order, spaces told apart from nothing but each other: what must be the same on every platform. */
export function words(...said: readonly (Reply | readonly { readonly text: string }[])[]): string {
  return said
    .map((one) => ("parts" in one ? cleanText(replyText(one)) : one.map(({ text }) => text).join(" ")))
    .join(" ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** A reply with every part and look there is but a file. */
export function everyLook(audience: Reply["audience"]): Reply {
  return replyWith(
    [
      { type: "heading", text: "Harbour talks end without a deal", url: "https://example.org/story" },
      { type: "meta", text: "Harbour Gazette · 2 May · 310 words, 1 min · 2/2 quotes verified" },
      { type: "text", runs: [plain("The union rejected the offer "), mark("[1]"), plain(".")] },
      {
        type: "list",
        items: [
          [strong("Ana Brandt"), plain(": the offer is "), quote("an insult & a *joke*"), plain(" "), mark("[1]")],
          [plain("Talks resume on Monday "), mark("(¶6)"), plain(".")],
        ],
      },
      { type: "receipts", items: [receiptLine(1, "an insult & a *joke*")] },
      {
        type: "buttons",
        buttons: [
          { id: "said", label: "Who said what", subject: "a1b2c3" },
          { id: "share", label: "Share", subject: "a1b2c3" },
        ],
      },
    ],
    audience,
  );
}

/** Quotations long enough to meet the edge of every platform's limits somewhere. */
export const QUOTES: readonly string[] = Array.from({ length: 40 }, (_, index) => {
  const clause = `we have said ${index + 1} times that the cranes are old and the night shift is too small`;
  return `"${Array.from({ length: 1 + (index % 5) }, () => clause).join(", and ")}"`;
});

/** Several messages' worth of paragraphs, bullets and receipts. */
export function longReply(audience: Reply["audience"]): Reply {
  const inner = QUOTES.map((text) => text.slice(1, -1));
  return replyWith(
    [
      { type: "heading", text: "Everything that was said about the cranes" },
      {
        type: "text",
        runs: Array.from({ length: 400 }, (_, index) => plain(`The reporter's sentence number ${index}. `)),
      },
      {
        type: "list",
        items: inner.map((text, index) => [strong("Ana Brandt"), plain(": "), quote(text), plain(` (¶${index})`)]),
      },
      {
        type: "receipts",
        items: Array.from({ length: 60 }, (_, index) => receiptLine(index + 1, `receipt ${index} in few words`)),
      },
    ],
    audience,
  );
}

/** Strings that call people or forge links on some platform once they are let through. */
export const HOSTILE: readonly string[] = [
  "@everyone @here @channel",
  "<!channel> <!here> <!everyone> <!subteam^S0TEAM|team>",
  "<@U0ALICE> <@!123456789012345678> <@&123456789012345678> <#C0NEWS> </brief:123456789012345678>",
  "＜!channel＞ ＜@U0ALICE＞ ﹤!channel﹥",
  "<https://evil.example.net|example.org> <mailto:a@evil.example.net|write>",
  "[example.org](https://evil.example.net) [a](<https://evil.example.net>) ![b](https://evil.example.net/p.png)",
  "https://evil.example.net/path www.evil.example.net",
  "&lt;!channel&gt; &amp;lt;@U0ALICE&amp;gt;",
  "<!date^1392734382^{date}^https://evil.example.net|soon>",
  "*bold* _it_ ~no~ `code` ```block``` **b** __u__ ||spoiler||",
  "# heading > quote - list 1. one :smile: <:smile:123456789012345678> <t:1618953630:R>",
  "so\u200blid \u202eevil\u202c \u{e0041}\u{e0042} a\u0301",
];

/** A reply that carries all of them in every place a text can stand. */
export function hostileReply(audience: Reply["audience"]): Reply {
  return replyWith(
    [
      { type: "heading", text: `<@U0ALICE> @everyone [x](https://evil.example.net)`, url: "https://example.org/story" },
      ...HOSTILE.map((text) => ({ type: "heading", text }) as const),
      ...HOSTILE.map((text) => ({ type: "meta", text }) as const),
      {
        type: "text",
        runs: HOSTILE.flatMap(
          (text): Text => [plain(text), plain(" "), strong(text), plain(" "), mark(text), plain(" ")],
        ),
      },
      { type: "text", runs: HOSTILE.flatMap((text): Text => [quote(text), plain(" ")]) },
      { type: "list", items: HOSTILE.map((text) => [plain(text)]) },
      { type: "receipts", items: HOSTILE.map((text, index) => receiptLine(index, text)) },
    ],
    audience,
  );
}

const receiptLine = (number: number, words: string): Text => [
  mark(`[${number}]`),
  plain(" Ana Brandt (union chair) · direct · ¶4 "),
  quote(words),
];

/** A quotation run of an article that says just this. */
export function quote(inner: string): Run {
  const text = `Ana Brandt said "${inner}".`;
  const article = makeArticle({ text });
  const span = { start: 17, end: 17 + inner.length };
  return quoted(cutReceipt(article, directStatement(article, span), span));
}

function directStatement(article: Article, span: { readonly start: number; readonly end: number }): Statement {
  return {
    id: "s1",
    articleId: article.id,
    kind: "direct",
    speaker: { name: "Ana Brandt", kind: "person" },
    source: { start: 0, end: 10 },
    cue: { start: 11, end: 15 },
    speechCue: true,
    stance: "said",
    content: [span],
    quotations: [span],
    sentence: { start: 0, end: article.text.length },
    within: null,
    tier: "sure",
  };
}
