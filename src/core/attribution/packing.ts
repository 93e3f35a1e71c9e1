/**
 * How a table of weights, most of them 0, is written as text: two characters a weight. The first says how many zeros come
 * before it, the second its signed square root, so that small weights keep their differences. A gap of 63 holds no weight.
 */
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const LONG_GAP = 63;
export const LARGEST_ROOT = 31;

/** `roots`: whole numbers from −31 to 31. */
export function packRoots(roots: Int8Array): string {
  let text = "";
  let gap = 0;
  for (const root of roots) {
    if (root === 0) {
      gap += 1;
      continue;
    }
    for (; gap >= LONG_GAP; gap -= LONG_GAP) text += pair(LONG_GAP, 0);
    text += pair(gap, root);
    gap = 0;
  }
  return text;
}

const pair = (gap: number, root: number): string => ALPHABET.charAt(gap) + ALPHABET.charAt(root + LARGEST_ROOT);

/** The weights of a packed table of `size` weights. */
export function unpackTable(text: string, size: number): Int16Array {
  const values = new Uint8Array(128);
  for (let at = 0; at < ALPHABET.length; at += 1) values[ALPHABET.charCodeAt(at)] = at;
  const table = new Int16Array(size);
  let slot = 0;
  for (let at = 0; at + 1 < text.length; at += 2) {
    const gap = values[text.charCodeAt(at)] ?? 0;
    const root = (values[text.charCodeAt(at + 1)] ?? 0) - LARGEST_ROOT;
    slot += gap;
    if (gap === LONG_GAP) continue;
    table[slot] = root * Math.abs(root);
    slot += 1;
  }
  return table;
}
