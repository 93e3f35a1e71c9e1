/** https://encoding.spec.whatwg.org/#bom-sniff */
const MARKS = [
  { encoding: "utf-8", first: "\xef\xbb\xbf" },
  { encoding: "utf-16le", first: "\xff\xfe" },
  { encoding: "utf-16be", first: "\xfe\xff" },
];

/** How far into a page its own label may stand; browsers look at 1,024 bytes, pages put it later. */
const LABEL_WITHIN = 4_096;

/**
 * The text of a page. A byte order mark decides; then whatever is valid UTF-8 is UTF-8, since nothing else is by chance;
 * then the server's label, then the page's own; then windows-1252. Where no label fits, faults become U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const beginning = Buffer.from(bytes.subarray(0, LABEL_WITHIN)).toString("latin1");
  const mark = MARKS.find(({ first }) => beginning.startsWith(first));
  if (mark !== undefined) return new TextDecoder(mark.encoding).decode(bytes);
  const labels = [findLabel(contentType), findLabel(beginning)].filter((label) => label !== null);
  for (const label of ["utf-8", ...labels]) {
    const text = decodeStrictly(bytes, label);
    if (text !== null) return text;
  }
  return new TextDecoder(labels.find(isKnown) ?? "windows-1252").decode(bytes);
}

const findLabel = (text: string): string | null => /charset ?= ?["']?([\w:.-]{2,40})/i.exec(text)?.[1] ?? null;

function decodeStrictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null;
    throw error;
  }
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
