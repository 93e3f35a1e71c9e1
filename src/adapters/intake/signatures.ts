interface Signature {
  /** The file's first bytes, one character each. */
  readonly first: string;
  readonly kind: string;
}

/** What people hand over instead of text; https://en.wikipedia.org/wiki/List_of_file_signatures. */
const SIGNATURES: readonly Signature[] = [
  { first: "%PDF-", kind: "a PDF" },
  { first: "\x89PNG\r\n", kind: "an image" },
  { first: "\xff\xd8\xff", kind: "an image" },
  { first: "GIF87a", kind: "an image" },
  { first: "GIF89a", kind: "an image" },
  { first: "II*\0", kind: "an image" },
  { first: "MM\0*", kind: "an image" },
  { first: "PK\x03\x04", kind: "an office document or an archive" },
  { first: "\xd0\xcf\x11\xe0", kind: "an office document" },
  { first: "{\\rtf1", kind: "an office document" },
  { first: "\x1f\x8b", kind: "an archive" },
];

const LONGEST = 8;

export const isPdf = (bytes: Uint8Array): boolean => findSignature(bytes) === "a PDF";

/** What a file is by its first bytes ("a PDF"); null where it may be text. */
export function findSignature(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, LONGEST));
  return SIGNATURES.find(({ first }) => start.startsWith(first))?.kind ?? null;
}
