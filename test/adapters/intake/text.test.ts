import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIntake } from "../../../src/adapters/intake/intake.ts";
import { readPasted, readText } from "../../../src/adapters/intake/text.ts";
import { UserError } from "../../../src/core/errors.ts";

const read = (bytes: Uint8Array | string | readonly number[]) =>
  readText({ name: "story.txt", bytes: typeof bytes === "string" ? Buffer.from(bytes) : Uint8Array.from(bytes) });

/** The error a person would see. */
function refusalOf(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("Expected a refusal, got a text");
}

describe("a text file", () => {
  const words = "“Das heißt”, sagte sie.\u00a0– «Oui», ''yes''.";

  it("is read as UTF-8, character by character", () => {
    expect(read(words)).toEqual({ text: words });
  });

  it.each([
    ["UTF-8", Buffer.from(`\ufeff${words}`)],
    ["UTF-16, low byte first", Buffer.from(`\ufeff${words}`, "utf16le")],
    ["UTF-16, high byte first", Buffer.from(`\ufeff${words}`, "utf16le").swap16()],
  ])("is read by its byte order mark, which is no part of the text: %s", (_, bytes) => {
    expect(read(bytes).text).toBe(words);
  });

  it("is read as windows-1252 where it is not UTF-8 and that gives text", () => {
    const bytes = Buffer.from("\x93Caf\xe9\x94, said M\xfcller \x96 twice.", "latin1");
    expect(read(bytes).text).toBe("“Café”, said Müller – twice.");
  });

  it.each([
    ["Cyrillic in KOI8-R", Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4, 0x20, 0xcd, 0xc9, 0xd2])],
    ["Japanese in Shift_JIS", Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xc5, 0x82, 0xb7])],
    ["UTF-8 cut inside a letter", Buffer.from("Zoë Müller sagte „nein“ zu Håkan Öberg — é").subarray(0, -1)],
    ["UTF-16 cut inside a letter", Buffer.from("\ufeffWords", "utf16le").subarray(0, -1)],
  ])("is refused rather than guessed at: %s", (_, bytes) => {
    expect(refusalOf(() => read(bytes))).toMatchObject({ kind: "unreadable", code: "unknown-encoding" });
  });

  it("has one kind of line end, whatever the file had", () => {
    expect(read("One.\r\n\r\nTwo.\rThree.\nFour.").text).toBe("One.\n\nTwo.\nThree.\nFour.");
  });

  it("has a title only where the text gives itself one", () => {
    expect(read("# Bridge to close\n\nThe bridge will close.")).toEqual({
      text: "# Bridge to close\n\nThe bridge will close.",
      title: "Bridge to close",
    });
    expect(read("## Part\n\nThe bridge will close.\n\n# Later")).not.toHaveProperty("title");
    expect(read("#1 in the charts\n\nThe band said so.")).not.toHaveProperty("title");
  });

  it.each([
    ["nothing", ""],
    ["a byte order mark alone", "\ufeff"],
    ["blanks alone", " \n\t\u00a0\n"],
    ["marks alone", "* * *\n\n—"],
  ])("is refused as empty when it holds %s", (_, content) => {
    expect(refusalOf(() => read(content)).code).toBe("empty");
  });

  it.each([
    ["a PDF", "%PDF-1.7\n"],
    ["an image", "\x89PNG\r\n\x1a\n"],
    ["an image", "\xff\xd8\xff\xe0"],
    ["an office document", "PK\x03\x04\x14\0"],
    ["an office document", "\xd0\xcf\x11\xe0\xa1"],
    ["not text", "\x7fELF\x02\x01\x01\0\0"],
    ["not text", "One word\0and another"],
    ["not text", "\x01\x02\x03\x04 words"],
  ])("is refused with a way out when it is %s: %j", (kind, content) => {
    const { code, message } = refusalOf(() => read(Buffer.from(content, "latin1")));
    expect(code).toBe("not-text");
    expect(message).toMatch(/^story\.txt is /);
    expect(message).toContain(kind);
    expect(message).toContain("paste the text instead");
  });

  it("is refused above 10 MB, and read below", () => {
    const tenMegabytes = Buffer.alloc(10_000_000, "word ");
    expect(read(tenMegabytes).text).toHaveLength(10_000_000);
    expect(refusalOf(() => read(Buffer.concat([tenMegabytes, Buffer.from(".")]))).code).toBe("too-large");
  });

  it("is read or refused with a sentence, whatever its bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          expect(read(bytes).text).not.toMatch(/[\ufffd\0\r]/);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});

describe("pasted text", () => {
  it("is kept but for line ends and a byte order mark", () => {
    expect(readPasted("\ufeffOne\u00a0word.\r\nTwo.").text).toBe("One\u00a0word.\nTwo.");
  });

  it("keeps its length where half a character stood alone", () => {
    expect(readPasted("a\ud83dz").text).toBe("a\ufffdz");
  });

  it.each([
    ["empty", "  "],
    ["not-text", "a\0b"],
    ["too-large", "ü".repeat(5_000_001)],
  ])("is refused as %s", (code, text) => {
    expect(refusalOf(() => readPasted(text)).code).toBe(code);
  });
});

it("what takes the engine seconds is refused before it, however it came", async () => {
  const text = "The ferry will stop, she said. ".repeat(7_000);
  const upload = { name: "book.txt", bytes: Buffer.from(text) };
  for (const source of [{ type: "text", text } as const, { type: "upload", upload } as const]) {
    const reading = createIntake().read(source, new AbortController().signal);
    await expect(reading).rejects.toMatchObject({ kind: "unreadable", code: "too-long" });
  }
});
