/**
 * Takes out of a text what a reader cannot see but a platform may act on, before anything is measured, cut or escaped:
 * controls, direction marks, zero-width and tag characters, lone surrogates. Composes (NFC); line breaks and tabs stay.
 * Escaping comes after it: characters that only normalisation brings forth would slip through the other way round.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize("NFC")
    .replaceAll(LINE_BREAKS, "\n")
    .replaceAll(INVISIBLE, (character, offset: number, whole: string) =>
      character === JOINER && joinsEmoji(whole, offset) ? character : "",
    );
}

const LINE_BREAKS = /\r\n|[\r\u0085\u2028\u2029]/g;
const JOINER = "\u200d";

/**
 * Unicode's controls (Cc) but tab and line feed, its format characters (Cf: bidi, zero-width, soft hyphen, tags), and what
 * looks empty without being a space: combining grapheme joiner, Hangul fillers, variation selectors 17–256 (UAX #44, UTS #39).
 */
const INVISIBLE = /[\0-\x08\x0b-\x1f\x7f-\x9f\p{Cf}\u115f\u1160\u3164\uffa0]|[\u{e0100}-\u{e01ef}]|\u034f/gu;

/** A zero-width joiner between two pictographs makes one emoji of them (UTS #51); anywhere else it only hides. */
function joinsEmoji(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 4), offset);
  return (
    /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?$/u.test(before) &&
    /^\p{Extended_Pictographic}/u.test(text.slice(offset + 1, offset + 3))
  );
}
