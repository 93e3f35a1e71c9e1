/** A line of a PDF's page: words, and where they begin, in points from the page's lower left corner. */
export interface PdfLine {
  readonly text: string;
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
}

/** WinAnsiEncoding has curly marks at their windows-1252 places. */
const MARKS: Readonly<Record<string, string>> = { "“": "\x93", "”": "\x94" };
const encodeWords = (text: string): string =>
  text.replace(/[“”]/g, (sign) => MARKS[sign] ?? "").replace(/[\\()]/g, "\\$&");

const drawLine = ({ text, x = 72, y, size = 11 }: PdfLine): string =>
  `BT /F1 ${size} Tf ${x} ${y} Td (${encodeWords(text)}) Tj ET`;

/** The smallest PDF that holds these pages (ISO 32000-1, 7.5), locked where `lock` is its encryption dictionary. */
export function writePdf(pages: readonly (readonly PdfLine[])[], lock = ""): Uint8Array {
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((lines, index) => {
      const content = lines.map(drawLine).join("\n");
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const start = file.length;
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R ${lock} >>`;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join("")}trailer\n${trailer}\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** Locked with a password nobody has: https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf, 7.6.3. */
export const LOCK = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> /P -4 >> /ID [<${"00".repeat(16)}> <${"00".repeat(16)}>]`;

/** Lines under each other from the top of a page. */
export const column = (texts: readonly string[], leading = 14): readonly PdfLine[] =>
  texts.map((text, index) => ({ text, y: 720 - index * leading }));
