import { describe, expect, test } from "vitest";
import { cleanText } from "../../../src/adapters/platforms/escape.ts";

describe("cleanText", () => {
  test.each([
    ["zero-width characters", "so\u200blid \u2060as\ufeff a\u00ad rock", "solid as a rock"],
    ["direction marks", "\u202eevil\u202c \u2066name\u2069\u200f", "evil name"],
    ["tag characters", "hi\u{e0001}\u{e0068}\u{e0069}", "hi"],
    ["controls, but not line feed and tab", "a\0b\u0007c\u0085d\te\r\nf", "abc\nd\te\nf"],
    ["variation selectors that carry data", "a\u{e0101}\u{e01ef}b", "ab"],
    ["characters that only look empty", "a\u3164b\u115f\u034fc", "abc"],
    ["lone surrogates", "a\ud800b", "a\ufffdb"],
  ])("takes out %s", (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  test.each(["👨‍👩‍👧‍👦", "👩🏽‍🚀", "❤️‍🔥", "🏳️‍🌈", "naïve", "Ελλάδα", "漢字", "مرحبا"])("keeps %s", (text) => {
    expect(cleanText(text)).toBe(text.normalize("NFC"));
  });

  test("takes out a joiner that joins nothing", () => {
    expect(cleanText("\u200da\u200db👩\u200d")).toBe("ab👩");
  });

  test("composes", () => {
    expect(cleanText("e\u0301")).toBe("é");
  });
});
