/** A run of glyphs on a page, as pdf.js gives it; the origin is the page's lower left corner. */
export interface PdfItem {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
  /** The last of its line. */
  readonly hasEOL: boolean;
}

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** On at least so many pages a line at the top or the bottom is the document's, not the text's. */
const REPEATED = 3;

/** A page's paragraphs, one line each. */
export interface PdfPage {
  readonly paragraphs: readonly string[];
  /** Its last paragraph goes on with the next page's first. */
  readonly goesOn: boolean;
}

/** What stands on each page: lines joined, words put together that a hyphen parts, page numbers and running heads left out. */
export function layOutPages(pages: readonly (readonly PdfItem[])[]): readonly PdfPage[] {
  const read = pages.map(readLines);
  const running = findRunning(read);
  const lines = read.map((page) => page.filter((line, index) => !isMargin(page, line, index, running)));
  return lines.map((page, index) => {
    const next = lines[index + 1]?.[0];
    return { paragraphs: joinLines(page), goesOn: next !== undefined && goesOn(page, next) };
  });
}

/** A full line that ends no sentence, or a small letter that begins the next page. */
function goesOn(page: readonly Line[], next: Line): boolean {
  const last = page.at(-1);
  if (last === undefined || endsSentence(last) || Math.abs(last.size - next.size) > next.size * 0.15) return false;
  return last.right >= edgeOf(page) * 0.85 || /^\p{Ll}/u.test(next.text);
}

const endsSentence = ({ text }: Line): boolean => /[.!?…:]["'”’»)\]]{0,3}$/u.test(text);

/** How far to the right its lines go. */
const edgeOf = (page: readonly Line[]): number => page.reduce((most, { right }) => Math.max(most, right), 0);

function readLines(items: readonly PdfItem[]): readonly Line[] {
  const lines: Line[] = [];
  let open: PdfItem[] = [];
  for (const item of items) {
    open.push(item);
    if (!item.hasEOL) continue;
    lines.push(...lineOf(open));
    open = [];
  }
  return [...lines, ...lineOf(open)];
}

function lineOf(items: readonly PdfItem[]): readonly Line[] {
  const inked = items.filter(({ str }) => str.trim() !== "");
  const [first] = inked;
  const last = inked.at(-1);
  if (first === undefined || last === undefined) return [];
  const text = items
    .map(({ str }) => str)
    .join("")
    .replace(/\s+/g, " ")
    .trim();
  return [{ text: spellOut(text), left: first.x, right: last.x + last.width, y: first.y, size: first.fontSize }];
}

/** Ligatures are glyphs, not letters: "ﬁ" is "fi". */
const spellOut = (text: string): string => text.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKC"));

/** What stands at the top or bottom of several pages, numbers apart. */
function findRunning(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const ends = new Set([page[0], page.at(-1)].filter((line) => line !== undefined).map(keyOf));
    for (const key of ends) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= REPEATED).map(([key]) => key));
}

const keyOf = ({ text }: Line): string => text.replace(/\d+/g, "#");

function isMargin(page: readonly Line[], line: Line, index: number, running: ReadonlySet<string>): boolean {
  if (index > 0 && index < page.length - 1) return false;
  return (
    running.has(keyOf(line)) || /^\W{0,3}(?:page |seite )?\d{1,4}(?: ?(?:of|von|\/) ?\d{1,4})?\W{0,3}$/i.test(line.text)
  );
}

function joinLines(lines: readonly Line[]): readonly string[] {
  const leading = findLeading(lines);
  const edge = edgeOf(lines);
  const paragraphs: string[] = [];
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    const last = paragraphs.at(-1);
    if (previous === undefined || last === undefined || opensParagraph(previous, line, leading, edge)) {
      paragraphs.push(line.text);
    } else paragraphs[paragraphs.length - 1] = joinWords(last, line.text);
  });
  return paragraphs;
}

/** Fewer lines say nothing of how far apart lines stand; then it is what is usual. */
const FEW_LINES = 8;
const USUAL_LEADING = 1.5;

/** How far apart the lines of a paragraph stand: a quarter of all at least are no farther, however short the paragraphs. */
function findLeading(lines: readonly Line[]): number {
  const gaps = lines
    .map((line, index) => (lines[index - 1]?.y ?? line.y) - line.y)
    .filter((gap) => gap > 0)
    .toSorted((one, other) => one - other);
  const leading = gaps[gaps.length >> 2] ?? 0;
  return lines.length < FEW_LINES ? Math.min(leading, ...lines.map(({ size }) => size * USUAL_LEADING)) : leading;
}

function opensParagraph(previous: Line, line: Line, leading: number, edge: number): boolean {
  const gap = previous.y - line.y;
  const ends = endsSentence(previous);
  // Further up is the next column: its first line goes on where the sentence does.
  if (gap < 0) return ends;
  if (gap > leading * 1.3 || Math.abs(line.size - previous.size) > previous.size * 0.15) return true;
  return ends && (line.left > previous.left + line.size * 0.8 || previous.right < edge * 0.85);
}

/** "inter-" and "national" are one word. */
const joinWords = (before: string, after: string): string =>
  /\p{Ll}[-\u00ad\u2010]$/u.test(before) && /^\p{Ll}/u.test(after) ? before.slice(0, -1) + after : `${before} ${after}`;
