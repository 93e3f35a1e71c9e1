/** Made when a line first needs it: most hold only letters a column wide. */
let graphemes: Intl.Segmenter | null = null;

/** East Asian scripts and emoji take two columns (Unicode Standard Annex 11, Wide). */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60]/u;

/** Columns a text takes in a terminal. */
export function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
}

/** Breaks a text at white space into lines of at most `width` columns; the first starts with `lead`, the others line up under it. */
export function wrap(text: string, width: number, lead = ""): string {
  const indent = " ".repeat(columnsOf(lead));
  const lines: string[] = [];
  let line = lead;
  let empty = true;
  for (const word of text.split(/[ \n]+/)) {
    if (!empty && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = indent + word;
      continue;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join("\n");
}
