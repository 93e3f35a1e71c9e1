import { readFileSync } from "node:fs";
import { ComponentType } from "discord.js";
import { MessageCreateRequestSchema } from "discord-api-spec/zod";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  halveMessage,
  MESSAGE_FLAGS,
  NO_PINGS,
  type RenderedMessage,
  renderReply,
} from "../../../../src/adapters/platforms/discord/render.ts";
import { mark, type Part, plain } from "../../../../src/core/reply.ts";
import { everyLook, hostileReply, longReply, words } from "../../../contracts/replies.ts";
import { brokenRules, flatten } from "../../../standins/discord/message-rules.ts";
import { faultsIn } from "../../../standins/discord/spec.ts";
import { readMarkdown } from "../../../standins/discord/visible.ts";

const bodyOf = ({ container }: RenderedMessage) => ({
  components: [container],
  flags: MESSAGE_FLAGS,
  allowed_mentions: NO_PINGS,
});

const textsOf = (message: RenderedMessage): readonly string[] =>
  flatten([message.container]).flatMap(({ type, content }) =>
    type === ComponentType.TextDisplay ? (content ?? "") : [],
  );

/** What is wrong with messages by Discord's description and its documented rules. */
const faultsOf = (messages: readonly RenderedMessage[]): readonly string[] =>
  messages.flatMap((message) => [
    ...faultsIn(MessageCreateRequestSchema, bodyOf(message)),
    ...brokenRules(
      bodyOf(message),
      message.files.map(({ name }) => name),
    ),
  ]);

test("a reply with every look is what the golden file says", () => {
  const golden: unknown = JSON.parse(readFileSync(new URL("every-look.golden.json", import.meta.url), "utf8"));
  expect(renderReply(everyLook("channel").parts).map(bodyOf)).toEqual(golden);
});

test.each([
  ["every look", everyLook("channel")],
  ["a long reply", longReply("channel")],
  ["a hostile reply", hostileReply("channel")],
])("%s is within every limit and loses no word, whole or in smaller messages", (_, reply) => {
  const whole = renderReply(reply.parts);
  for (const messages of [whole, whole.flatMap(halveMessage)]) {
    expect(faultsOf(messages)).toEqual([]);
    const seen = messages.flatMap(textsOf).map((text) => ({ text: readMarkdown(text).text }));
    expect(words(seen)).toBe(words(reply));
  }
});

test("any text at all makes messages within the limits, with no broken character", () => {
  const text = fc.string({ unit: "binary", maxLength: 200 }).map((piece) => piece.repeat(40));
  const emoji = fc.constantFrom("👩‍👩‍👧‍👦", "🇩🇪", "é̂̃", "مرحبا", "z̴̡̛̠̈́").map((piece) => piece.repeat(700));
  fc.assert(
    fc.property(fc.array(fc.oneof(text, emoji), { maxLength: 4 }), (all) => {
      const messages = renderReply(all.map((one): Part => ({ type: "text", runs: [plain(one)] })));
      expect(faultsOf(messages)).toEqual([]);
      expect(messages.flatMap(textsOf).every((content) => content.isWellFormed())).toBe(true);
    }),
    { numRuns: 60 },
  );
});

describe("what cannot be shown", () => {
  test("a reply without words is no message", () => {
    expect(
      renderReply([
        { type: "text", runs: [plain(" \u200b\n")] },
        { type: "meta", text: "" },
      ]),
    ).toEqual([]);
  });

  test("a link longer than its words are worth is left out", () => {
    const url = `https://example.org/${"x".repeat(2000)}`;
    const [message] = renderReply([{ type: "heading", text: "A story", url }]);
    expect(message && textsOf(message)).toEqual(["## A story"]);
  });

  test("a mark leads to its page from the receipts, not from the prose as well, and not where that crowds out the words", () => {
    const url = "https://example.org/story#:~:text=a%20deal";
    const parts = (link: string): readonly Part[] => [
      { type: "text", runs: [plain("A deal "), mark("[1]", link)] },
      { type: "receipts", items: [[mark("[1]", link), plain(" Ana")]] },
    ];
    const textOf = (link: string) => renderReply(parts(link)).flatMap(textsOf);
    expect(textOf(url)).toEqual(["A deal \\[1\\]", "-# [\\[1\\]](<https://example.org/story#:~:text=a%20deal>) Ana"]);
    expect(textOf("javascript:alert(1)").at(-1)).toBe("-# \\[1\\] Ana");
    expect(textOf(`https://example.org/${"x".repeat(3000)}`).at(-1)).toBe("-# \\[1\\] Ana");
  });

  test("the same button is shown once", () => {
    const button = { id: "said", label: "Who said what", subject: "a1b2" } as const;
    const [message] = renderReply([{ type: "buttons", buttons: [button, button] }]);
    expect(
      flatten(message === undefined ? [] : [message.container]).filter(({ type }) => type === ComponentType.Button),
    ).toHaveLength(1);
  });
});

test("thirty items with three buttons each go into as many messages as Discord's forty components need", () => {
  const parts = Array.from({ length: 30 }, (_, index): readonly Part[] => [
    { type: "text", runs: [plain(`Item ${index}`)] },
    {
      type: "buttons",
      buttons: (["said", "longer", "report"] as const).map((id) => ({ id, label: id, subject: `a${index}` })),
    },
  ]).flat();
  const messages = renderReply(parts);
  expect(faultsOf(messages)).toEqual([]);
  expect(
    messages.flatMap(({ container }) => flatten([container])).filter(({ type }) => type === ComponentType.Button),
  ).toHaveLength(90);
});

test("a file goes with its message, under a name Discord keeps", () => {
  const [message] = renderReply([
    { type: "text", runs: [plain("Everything read here")] },
    { type: "file", name: "verbatim export #1.json", mediaType: "application/json", text: "[]" },
  ]);
  expect(message?.files).toMatchObject([{ name: "verbatim_export__1.json", contentType: "application/json" }]);
  expect(faultsOf(message === undefined ? [] : [message])).toEqual([]);
});
