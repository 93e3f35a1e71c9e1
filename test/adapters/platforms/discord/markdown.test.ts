import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  escapedLength,
  escapeMarkdown,
  linkMarkdown,
  webAddress,
} from "../../../../src/adapters/platforms/discord/markdown.ts";
import { cleanText } from "../../../../src/adapters/platforms/escape.ts";
import { HOSTILE } from "../../../contracts/replies.ts";
import { readMarkdown } from "../../../standins/discord/visible.ts";

/** Anything at all, with a leaning towards what Discord makes something of. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...HOSTILE),
      fc.constantFrom(
        "*",
        "_",
        "`",
        "\\",
        "~~",
        "||",
        "\n",
        "\n- ",
        "\n1. ",
        "\n# ",
        "-# ",
        ">>> ",
        "<@1>",
        "@here",
        "://",
        "http",
        "](",
        "\u202e",
      ),
      fc.string({ unit: "binary", maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""));

test("whatever is escaped is seen as it is, calls nobody and links nowhere", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const seen = readMarkdown(escapeMarkdown(text));
      expect(seen).toEqual({ text: cleanText(text), pings: [], links: [] });
    }),
    { numRuns: 500 },
  );
});

test("two pieces are never measured shorter than the whole, nor the whole than it comes out, so that a cut never makes a message too long", () => {
  fc.assert(
    fc.property(anyText, fc.nat(), (text, at) => {
      const clean = cleanText(text);
      const cut = at % (clean.length + 1);
      const pieces = [clean.slice(0, cut), clean.slice(cut)];
      fc.pre(pieces.every((piece) => cleanText(piece) === piece));
      const [first = 0, second = 0] = pieces.map(escapedLength);
      expect(first + second).toBeGreaterThanOrEqual(escapedLength(clean));
      expect(escapedLength(clean)).toBeGreaterThanOrEqual(escapeMarkdown(clean).length);
    }),
    { numRuns: 500 },
  );
});

describe("a masked link", () => {
  test("shows its title and goes where it was told to, whatever stands in them", () => {
    const seen = readMarkdown(
      linkMarkdown("[a](https://evil.example.net) @everyone", "https://example.org/a_(b)?q=[1]&r=<2>"),
    );
    expect(seen).toEqual({
      text: "[a](https://evil.example.net) @everyone",
      pings: [],
      links: ["https://example.org/a%5F%28b%29?q=%5B1%5D&r=%3C2%3E"],
    });
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "not an address", "discord://-/app"])(
    "is none for %s",
    (url) => {
      expect(webAddress(url)).toBeNull();
      expect(readMarkdown(linkMarkdown("title", url))).toEqual({ text: "title", pings: [], links: [] });
    },
  );
});
