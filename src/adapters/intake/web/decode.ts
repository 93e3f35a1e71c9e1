import { UserError } from "../../../core/errors.ts";

interface Signature {
  readonly encoding: string;
  readonly first: string;
}

/** https://encoding.spec.whatwg.org/#bom-sniff, and UTF-32, which feeds are found in; the longer marks go first. */
const MARKS: readonly Signature[] = [
  { encoding: "utf-32le", first: "\xff\xfe\0\0" },
  { encoding: "utf-32be", first: "\0\0\xfe\xff" },
  { encoding: "utf-8", first: "\xef\xbb\xbf" },
  { encoding: "utf-16le", first: "\xff\xfe" },
  { encoding: "utf-16be", first: "\xfe\xff" },
];

/** How "<" begins a document without a mark: https://www.w3.org/TR/xml/#sec-guessing. */
const BEGINNINGS: readonly Signature[] = [
  { encoding: "utf-32le", first: "<\0\0\0" },
  { encoding: "utf-32be", first: "\0\0\0<" },
  { encoding: "utf-16le", first: "<\0" },
  { encoding: "utf-16be", first: "\0<" },
];

/** How far into a page its own label may stand; browsers look at 1,024 bytes, pages put it later. */
const LABEL_WITHIN = 4_096;

/**
 * The text of a page or a feed. A byte order mark decides; then whatever is valid UTF-8 is UTF-8, since nothing else is by
 * chance; then the server's label, then the document's own; then windows-1252. Where no label fits, faults become U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  return mendControls(decode(bytes, contentType));
}

/** More faults than one character in so many, and it was another encoding. */
const ONE_FAULT_IN = 100;

/** The same, for a text that is to be quoted. Throws UserError "unknown-encoding" where much of it cannot be read. */
export function decodeReadable(bytes: Uint8Array, contentType: string): string {
  const text = decodePage(bytes, contentType);
  const faults = text.match(/\ufffd/g)?.length ?? 0;
  if (faults * ONE_FAULT_IN <= text.length) return text;
  throw new UserError(
    "unreadable",
    "unknown-encoding",
    "That page is in an encoding that cannot be told; paste the text instead.",
  );
}

function decode(bytes: Uint8Array, contentType: string): string {
  const beginning = Buffer.from(bytes.subarray(0, LABEL_WITHIN)).toString("latin1");
  const signature = [...MARKS, ...BEGINNINGS].find(({ first }) => beginning.startsWith(first));
  if (signature !== undefined) return decodeWide(bytes, signature.encoding);
  const labels = [findLabel(contentType), findLabel(beginning)].filter((label) => label !== null);
  // Escapes make this one all ASCII, which is valid UTF-8 too.
  const escaped = labels.filter((label) => /^iso-2022-/i.test(label) && bytes.includes(0x1b));
  for (const label of [...escaped, "utf-8", ...labels]) {
    const text = decodeStrictly(bytes, label);
    if (text !== null) return text;
  }
  return new TextDecoder(labels.find(isKnown) ?? "windows-1252").decode(bytes);
}

const findLabel = (text: string): string | null =>
  /(?:charset|<\?xml[^>]{1,200}encoding) ?= ?["']?([\w:.-]{2,40})/i.exec(text)?.[1] ?? null;

function decodeWide(bytes: Uint8Array, encoding: string): string {
  if (!encoding.startsWith("utf-32")) return new TextDecoder(encoding).decode(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, encoding === "utf-32le");
    if (code !== 0xfeff) characters.push(code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code));
  }
  return characters.join("").toWellFormed();
}

/** Control characters no page means: windows-1252 that somebody took for ISO 8859-1 on its way to Unicode. */
const mendControls = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (control) =>
    new TextDecoder("windows-1252").decode(Uint8Array.of(control.charCodeAt(0))),
  );

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
