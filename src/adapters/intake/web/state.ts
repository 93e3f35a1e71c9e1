/** Shorter strings are labels and summaries. */
const LEAST = 400;

/** How strings of data, code and styles begin. */
const NO_TEXT = /^\s*(?:[[{<]!|[[{]|https?:|function\b|[.#@][\w-]+\s*\{)/;

/**
 * The article in the data a page's scripts build it from (`__NEXT_DATA__` and its like): their longest string that reads
 * as running text; null where there is none. It may be marked up. Reads every character once.
 */
export function findTextInState(scripts: readonly string[]): string | null {
  let longest: string | null = null;
  for (const script of scripts) {
    for (const literal of literalsOf(script)) {
      if (literal.length - 2 < Math.max(LEAST, longest?.length ?? 0)) continue;
      const text = parseLiteral(literal);
      if (text !== null && text.length > (longest?.length ?? 0) && readsAsText(text)) longest = text;
    }
  }
  return longest;
}

/** Everything between double quotes, quotes included. */
function* literalsOf(script: string): Generator<string> {
  let start = script.indexOf('"');
  while (start !== -1) {
    const end = endOfLiteral(script, start);
    if (end === -1) return;
    yield script.slice(start, end + 1);
    start = script.indexOf('"', end + 1);
  }
}

/** Index of the quotation mark that closes the one at `start`; -1 where none does. */
function endOfLiteral(script: string, start: number): number {
  for (let index = start + 1; index < script.length; index += 1) {
    if (script[index] === "\\") index += 1;
    else if (script[index] === '"') return index;
  }
  return -1;
}

function parseLiteral(literal: string): string | null {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === "string" ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Several sentences, and words with spaces between them. */
const readsAsText = (text: string): boolean =>
  text.length >= LEAST && !NO_TEXT.test(text) && (text.match(/[.!?。！？]["”»]?(?:\s|<|$)/g)?.length ?? 0) >= 3;
