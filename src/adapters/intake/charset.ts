/** https://encoding.spec.whatwg.org/#bom-sniff */
const BYTE_ORDER_MARKS = [
  { encoding: "utf-8", bytes: [0xef, 0xbb, 0xbf] },
  { encoding: "utf-16le", bytes: [0xff, 0xfe] },
  { encoding: "utf-16be", bytes: [0xfe, 0xff] },
] as const;

/**
 * The text of a file that names no encoding: as its byte order mark says (the mark is not part of the text),
 * else UTF-8, else windows-1252 where that gives text. Null where no encoding fits: nothing is ever replaced by U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const mark = BYTE_ORDER_MARKS.find(({ bytes: first }) => first.every((byte, index) => bytes[index] === byte));
  if (mark) return decode(bytes, mark.encoding);
  return decode(bytes, "utf-8") ?? decodeWestern(bytes);
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Western text has few characters outside ASCII; other alphabets read as windows-1252 have hardly any others. */
const MOST_FOREIGN = 0.25;

/** Every byte means something in windows-1252, so it is believed only where the result looks like text. */
function decodeWestern(bytes: Uint8Array): string | null {
  if (isDamagedUtf8(bytes)) return null;
  const text = new TextDecoder("windows-1252").decode(bytes);
  const hasUnassigned = /[\u0080-\u009f]/.test(text);
  return hasUnassigned || countForeign(text).all > MOST_FOREIGN * text.length ? null : text;
}

/** More characters of several bytes than faults: it was UTF-8 and lost something on the way. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const { all, faults } = countForeign(new TextDecoder("utf-8").decode(bytes));
  return all - faults > faults;
}

/** Characters outside ASCII, and those of them that stand for what could not be decoded. */
function countForeign(text: string): { readonly all: number; readonly faults: number } {
  let all = 0;
  let faults = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code > 0x7f) all++;
    if (code === 0xfffd) faults++;
  }
  return { all, faults };
}
