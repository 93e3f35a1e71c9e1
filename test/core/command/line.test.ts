import { describe, expect, expectTypeOf, it } from "vitest";
import { type ArticleRef, type Command, defineCommand, defineVerb } from "../../../src/core/command/index.ts";
import { chooseVerb, parseLine } from "../../../src/core/command/line.ts";
import { readOptions } from "../../../src/core/command/options.ts";
import { UserError } from "../../../src/core/errors.ts";
import type { Reply } from "../../../src/core/reply.ts";

const silent = async (): Promise<Reply> => ({ parts: [], audience: "asker", outcome: "ok", data: null });

const brief = defineCommand({
  name: "brief",
  description: "Brief an article",
  examples: ["last length:full"],
  options: {
    article: { type: "article", main: true, required: true, description: "a link, the text, or a file" },
    length: { type: "choice", choices: ["line", "short", "full"], description: "how long" },
    focus: { type: "text", description: "what about" },
    in: { type: "articles", description: "where" },
  },
  run: silent,
});

const digest: Command = {
  name: "digest",
  description: "Digests",
  verbs: [
    defineVerb({
      name: "add",
      description: "Add",
      examples: ["at:08:00"],
      options: { at: { type: "text", description: "when" } },
      run: silent,
    }),
    defineVerb({ name: "list", description: "List", examples: [""], options: {}, run: silent }),
  ],
};

const rawOf = (line: string): unknown => parseLine(brief, line, []).raw;

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return "no error";
}

describe("a typed line", () => {
  it.each([
    ["https://example.org/a length:line", { article: "https://example.org/a", length: "line" }],
    ["length:line https://example.org/a?x=1", { article: "https://example.org/a?x=1", length: "line" }],
    ["--length line https://example.org/a", { article: "https://example.org/a", length: "line" }],
    ["https://example.org/a --length=full", { article: "https://example.org/a", length: "full" }],
    ["https://example.org/a --length full", { article: "https://example.org/a", length: "full" }],
    ['last focus:"grain prices"', { article: "last", focus: "grain prices" }],
    ["last focus:“grain prices” length:full", { article: "last", focus: "grain prices", length: "full" }],
    ["last --focus „Getreide und Brot“", { article: "last", focus: "Getreide und Brot" }],
    ["<https://example.org/a|example.org> length:line", { article: "https://example.org/a", length: "line" }],
    ["length:line", { length: "line" }],
    ["", {}],
  ])("%s", (line, raw) => {
    expect(rawOf(line)).toEqual(raw);
  });

  it("leaves a pasted article as it was typed, with what looks like options inside it", () => {
    const text =
      'First: a "quotation, unclosed\n\n  Second length:line, and\tmore.\n\nWALLACE: Sir, note:this is text.';
    expect(rawOf(`length:full ${text}`)).toEqual({ length: "full", article: text });
  });

  it("takes a file for the article that was not typed", () => {
    const upload = { name: "a.txt", bytes: new Uint8Array() };
    expect(parseLine(brief, "length:line", [upload]).raw).toEqual({ length: "line", article: upload });
  });
});

describe("what cannot be read gets one sentence with the nearest match and an example", () => {
  it("an unknown option", () => {
    expect(messageOf(() => rawOf("last lenght:line"))).toBe(
      "There is no option “lenght”. Did you mean length:? Try: /brief last length:full",
    );
  });

  it("an option without its value", () => {
    expect(messageOf(() => rawOf("last --length"))).toBe("length needs a value. Try: /brief last length:full");
  });

  it("an unknown verb, or none", () => {
    expect(messageOf(() => parseLine(digest, "ad at:08:00", []))).toBe(
      "/digest does not know “ad”. Did you mean add? Try: /digest add at:08:00",
    );
    expect(messageOf(() => parseLine(digest, "", []))).toContain(
      "/digest needs to know what to do. It knows add, list.",
    );
    expect(messageOf(() => chooseVerb(digest, "remove"))).toContain("does not know “remove”");
  });

  it("words where none are taken", () => {
    expect(messageOf(() => parseLine(digest, "list everything", []))).toContain("“everything” is more than this takes");
  });

  it("a choice that is none", () => {
    const { options } = brief.verbs[0];
    expect(messageOf(() => readOptions(options, { article: "last", length: "ful" }))).toBe(
      "length takes line, short, full; “ful” is none of them. Did you mean length:full?",
    );
    expect(messageOf(() => readOptions(options, {}))).toBe("Something is missing: a link, the text, or a file.");
    expect(messageOf(() => readOptions(options, { article: "last", in: "yesterday" }))).toContain("in takes last");
  });
});

describe("checked options", () => {
  const { options } = brief.verbs[0];

  it("tell links, ids, last and text apart", () => {
    const typeOf = (article: string): string => readOptions(options, { article }).article.type;
    expect(["https://example.org/a", "LAST", "0123456789ab", "Two words"].map(typeOf)).toEqual([
      "url",
      "last",
      "stored",
      "text",
    ]);
  });

  it("read days and lists of articles", () => {
    const rangeOf = (range: string): unknown => readOptions(options, { article: "last", in: range }).in;
    expect(rangeOf("7d")).toEqual({ type: "since", days: 7 });
    expect(rangeOf("today")).toEqual({ type: "since", days: 1 });
    expect(rangeOf("0123456789ab, last")).toEqual([{ type: "stored", id: "0123456789ab" }, { type: "last" }]);
  });

  it("have the types their definition gives", () => {
    const values = readOptions(options, { article: "last" });
    expectTypeOf(values.article).toEqualTypeOf<ArticleRef>();
    expectTypeOf(values.length).toEqualTypeOf<"line" | "short" | "full" | undefined>();
  });
});
