import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIntake } from "../../../../src/adapters/intake/intake.ts";
import { paragraphAt } from "../../../../src/core/article.ts";
import { column, LOCK, type PdfLine, writePdf } from "../../../standins/pdf.ts";
import { gives, openWeb, type StandinWeb } from "../../../standins/web/web.ts";

const never = new AbortController().signal;
const first = column([
  "The ferry to Halden runs again after a winter of repairs, the harbour",
  "office said on Friday, and the quay was counted safe by the engi-",
  "neers who had closed it.",
]);
const second: readonly PdfLine[] = [
  { text: "Brandt: the planks", y: 720, size: 16 },
  { text: "“We checked every plank,” said Ida Brandt, who leads the office.", y: 690 },
  { text: "Nobody asked the mayor.", y: 660 },
];
const read = (bytes: Uint8Array) =>
  createIntake().read({ type: "upload", upload: { name: "report.pdf", bytes } }, never);

describe("a PDF", () => {
  it("is its paragraphs, with the words whole that a line's end parts", async () => {
    const { text } = await read(writePdf([first, second]));
    expect(text.split(/\s*\n\s*/)).toEqual([
      "The ferry to Halden runs again after a winter of repairs, the harbour office said on Friday, and the quay was counted safe by the engineers who had closed it.",
      "Brandt: the planks",
      "“We checked every plank,” said Ida Brandt, who leads the office.",
      "Nobody asked the mayor.",
    ]);
  });

  it("is numbered by its pages, those without words too", async () => {
    const article = await read(writePdf([first, [], second]));
    expect(article.paragraphs).toHaveLength(3);
    expect(paragraphAt(article, article.text.indexOf("The ferry"))).toBe(1);
    expect(paragraphAt(article, article.text.indexOf("We checked"))).toBe(3);
    expect(paragraphAt(article, article.text.indexOf("Nobody"))).toBe(3);
  });

  it("keeps a sentence whole that goes on over the page", async () => {
    const next = column(["and the mayor came too, which nobody had expected of him at all that day."]);
    const article = await read(writePdf([column(["The ferry runs again,"]), next]));
    expect(article.lines).toHaveLength(1);
    expect(article.text.replace(/\s+/g, " ")).toBe(
      "The ferry runs again, and the mayor came too, which nobody had expected of him at all that day.",
    );
  });

  it("parts paragraphs by the space between them, and carries a full line over the page", async () => {
    const short = "Nobody was hurt, the harbour office said on Friday in a note to the press.";
    const spread = (lines: readonly string[]): readonly PdfLine[] => column(lines).filter(({ text }) => text !== "");
    const pages = [
      spread([short, "", short, short, "", short, "", "Then the engineers met the mayor and all of"]),
      spread(["Halden, who had waited."]),
    ];
    const wide = [...(pages[0] ?? [])].map((line) => ({ ...line, x: line.text.startsWith("Then") ? 240 : 72 }));
    const { text } = await read(writePdf([wide, pages[1] ?? []]));
    expect(text.split("\n\n")).toEqual([
      short,
      `${short} ${short}`,
      short,
      "Then the engineers met the mayor and all of \fHalden, who had waited.",
    ]);
  });

  it("has no running heads and no page numbers in it", async () => {
    const page = (number: number): readonly PdfLine[] => [
      { text: `Harbour report ${2020 + number}`, y: 760 },
      ...column([`The quay was counted safe for the ${number} time by engineers.`]),
      { text: `Page ${number} of 3`, y: 30 },
    ];
    const { text } = await read(writePdf([page(1), page(2), page(3)]));
    expect(text).not.toMatch(/Harbour report|Page/);
    expect(text.match(/counted safe/g)).toHaveLength(3);
  });

  it.each([
    ["locked", writePdf([first], LOCK), "encrypted"],
    ["of pictures", writePdf([[], []]), "scanned"],
    ["cut short", writePdf([first]).subarray(0, 40), "damaged"],
    ["of nothing", Buffer.from("%PDF-1.7"), "damaged"],
    ["too long", writePdf(Array.from({ length: 201 }, () => first)), "too-large"],
  ])("that is %s is told as such", async (_name, bytes, code) => {
    await expect(read(bytes)).rejects.toMatchObject({ name: "UserError", kind: "unreadable", code });
  });
});

describe("a link", () => {
  let site: StandinWeb;
  beforeAll(async () => {
    site = await openWeb({
      "/report": gives(writePdf([first, second]), { "content-type": "application/pdf" }),
      "/unlabelled": gives(writePdf([first, second]), { "content-type": "application/octet-stream" }),
      "/notes.md": gives("# Ferry *runs*\n\n“We checked,” said [Brandt](/b).", { "content-type": "text/plain" }),
    });
  });
  afterAll(() => site.close());
  const follow = (path: string) => createIntake(site.web).read({ type: "url", url: site.link(path) }, never);

  it.each(["/report", "/unlabelled"])("to a PDF gives its text (%s)", async (path) => {
    expect(await follow(path)).toMatchObject({ url: site.link(path), paragraphs: [{}, {}] });
  });

  it("to a Markdown text gives its words", async () => {
    const { title, text } = await follow("/notes.md");
    expect({ title, text }).toEqual({ title: "Ferry runs", text: "Ferry runs\n\n“We checked,” said Brandt." });
  });
});
