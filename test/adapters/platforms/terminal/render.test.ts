import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Look, renderReply } from "../../../../src/adapters/platforms/terminal/render.ts";
import { columnsOf, wrap } from "../../../../src/adapters/platforms/terminal/wrap.ts";
import { mark, type Part, plain, type Reply } from "../../../../src/core/reply.ts";

const replyOf = (...parts: readonly Part[]): Reply => ({ parts, audience: "asker", outcome: "ok", data: null });
const bare = (width: number): Look => ({ width, style: (_format, text) => text });

describe("the terminal's rendering", () => {
  it("sets each piece on lines of its own, bullets with their indent", () => {
    const reply = replyOf(
      { type: "heading", text: "Bridge reopens" },
      { type: "meta", text: "Pasted text" },
      { type: "list", items: [[plain("Mora: one two three four five "), mark("[1]")]] },
      { type: "receipts", items: [[mark("[1]"), plain(" Mora")]] },
    );
    expect(renderReply(reply, bare(26))).toBe(
      ["Bridge reopens", "Pasted text", "", "  • Mora: one two three", "    four five [1]", "", "[1] Mora", ""].join(
        "\n",
      ),
    );
  });

  it("lets no control character of an article reach the terminal", () => {
    const reply = replyOf({ type: "text", runs: [plain("red \u001b[31malert\u0007\u009b2J\u202e done")] });
    expect(renderReply(reply, bare(80))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it("never prints a line wider than the terminal, unless one word is", () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(..."abcdé漢字🙂") }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 80 }), (list, width) => {
        const wrapped = wrap(list.join(" "), width, "  • ");
        expect(wrapped.split("\n").every((line) => columnsOf(line) <= width)).toBe(true);
        expect(wrapped.replace("  • ", "").split(/\s+/).join(" ")).toBe(list.join(" "));
      }),
    );
  });
});
