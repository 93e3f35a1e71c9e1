import { mark, type Part, plain, type Run, strong, type Text, textOf } from "./reply.ts";

/** What one message of a platform can hold, in the unit `measure` counts in. Every limit leaves room for at least 20 units of text. */
export interface Budget {
  /** Longest heading. What is over follows as strong text. */
  readonly heading: number;
  /** Longest single text: a paragraph, small print, or the items of one list together. */
  readonly text: number;
  /** All texts of one message together. */
  readonly message: number;
  /** Most parts in one message. */
  readonly parts: number;
  /** Most items in one list, and in one group of receipts. */
  readonly items: number;
  /** Most units that markup adds to a run (`*…*`). */
  readonly perRun: number;
  /** Most units that markup adds to an item of a list (its bullet and line break). */
  readonly perItem: number;
  /** Most units that markup adds to a part. */
  readonly perPart: number;
  /** How long the text is once escaped. The sum over two pieces is never less than over the whole. */
  readonly measure: (text: string) => number;
}

/** The parts of one message; never empty. */
export type Message = readonly Part[];

/**
 * Cuts a reply into messages that each fit the budget, in order, losing no word.
 * Cuts fall between words, never inside a quotation, a mark or an item, nor before a mark. What alone exceeds the budget is cut
 * between words, or between graphemes where it has none, and carries "…" on both sides of the cut, outside quotation marks.
 */
export function splitReply(parts: readonly Part[], budget: Budget): readonly Message[] {
  const messages: Part[][] = [];
  let room = 0;
  for (const part of parts.flatMap((whole) => fitPart(whole, budget))) {
    const size = partSize(part, budget);
    const last = messages.at(-1);
    if (last !== undefined && size <= room && last.length < budget.parts) {
      last.push(part);
      room -= size;
    } else {
      messages.push([part]);
      room = budget.message - size;
    }
  }
  return messages;
}

function fitPart(part: Part, budget: Budget): readonly Part[] {
  switch (part.type) {
    case "heading":
      return fitHeading(part, budget);
    case "meta":
      return cutRuns([plain(part.text)], textLimit(budget), budget).map((runs) => ({
        type: "meta",
        text: textOf(runs),
      }));
    case "text":
      return cutRuns(part.runs, textLimit(budget), budget).map((runs) => ({ type: "text", runs }));
    case "list":
    case "receipts":
      return groupItems(part.items, budget).map((items) => ({ type: part.type, items }));
    case "file":
    case "buttons":
    case "choices":
      return [part];
  }
}

const textLimit = (budget: Budget): number => Math.min(budget.text, budget.message) - budget.perPart;

function fitHeading(part: Part & { type: "heading" }, budget: Budget): readonly Part[] {
  if (part.text.trim() === "") return [];
  if (budget.measure(part.text) <= budget.heading) return [part];
  const [first = [], ...rest] = cutRuns([plain(part.text)], budget.heading, budget);
  const over = strong(rest.map(textOf).join(" "));
  return [{ ...part, text: textOf(first) }, ...fitPart({ type: "text", runs: [over] }, budget)];
}

/** Puts as many whole items into one group as fit; an item too long for a group of its own becomes several. */
function groupItems(items: readonly Text[], budget: Budget): readonly (readonly Text[])[] {
  const limit = textLimit(budget);
  const groups: Text[][] = [];
  let room = 0;
  for (const item of items.flatMap((whole) => cutItem(whole, limit - budget.perItem, budget))) {
    const size = runsSize(item, budget) + budget.perItem;
    const last = groups.at(-1);
    if (last !== undefined && size <= room && last.length < budget.items) {
      last.push(item);
      room -= size;
    } else {
      groups.push([item]);
      room = limit - size;
    }
  }
  return groups;
}

function cutItem(item: Text, limit: number, budget: Budget): readonly Text[] {
  if (textOf(item).trim() === "") return [];
  if (runsSize(item, budget) <= limit) return [item];
  const pieces = cutRuns(item, limit - 2 * ellipsisSize(budget), budget);
  return pieces.map((piece, index) => markCut(piece, index > 0, index < pieces.length - 1));
}

const ellipsisSize = (budget: Budget): number => budget.measure(" …") + budget.perRun;

function markCut(piece: Text, before: boolean, after: boolean): Text {
  const startsMarked = piece[0]?.text.startsWith("…") ?? false;
  const endsMarked = piece.at(-1)?.text.endsWith("…") ?? false;
  return [...(before && !startsMarked ? [mark("… ")] : []), ...piece, ...(after && !endsMarked ? [mark(" …")] : [])];
}

/** Cuts a text into texts of at most `limit`, between its words. */
function cutRuns(runs: Text, limit: number, budget: Budget): readonly Text[] {
  const texts: Run[][] = [];
  let room = 0;
  for (const word of wordsOf(runs).flatMap((whole) => breakWord(whole, limit, budget))) {
    const size = runsSize(word, budget);
    const last = texts.at(-1);
    if (last !== undefined && size <= room) {
      room -= size - append(last, word) * budget.perRun;
    } else {
      texts.push([...word]);
      room = limit - size;
    }
  }
  return texts.map(trimText).filter((text) => text.length > 0);
}

/** Adds runs to a text, joining neighbours of one look; gives how many runs were saved. */
function append(text: Run[], runs: Text): number {
  const before = text.length + runs.length;
  for (const run of runs) {
    const last = text.at(-1);
    if (last !== undefined && run.look === last.look && isProse(run) && isProse(last)) {
      text[text.length - 1] = { look: run.look, text: last.text + run.text };
    } else text.push(run);
  }
  return before - text.length;
}

type Prose = Run & { readonly look: "plain" | "strong" };
const isProse = (run: Run): run is Prose => run.look === "plain" || run.look === "strong";

/** The smallest pieces that stay together: a word with the spaces after it, with what touches it, with the mark that follows. */
function wordsOf(runs: Text): readonly Text[] {
  const words: Run[][] = [];
  for (const run of runs) {
    const pieces = isProse(run)
      ? (run.text.match(/\S+\s*|\s+/g) ?? []).map((text) => ({ look: run.look, text }))
      : [run];
    for (const piece of pieces) {
      const last = words.at(-1);
      if (last !== undefined && (piece.look === "mark" || !/\s$/.test(last.at(-1)?.text.slice(-1) ?? "")))
        append(last, [piece]);
      else words.push([piece]);
    }
  }
  return words;
}

function breakWord(word: Text, limit: number, budget: Budget): readonly Text[] {
  if (runsSize(word, budget) <= limit) return [word];
  return word.flatMap((run) => breakRun(run, limit, budget));
}

function breakRun(run: Run, limit: number, budget: Budget): readonly Text[] {
  const room = limit - budget.perRun;
  if (budget.measure(run.text) <= room) return [[run]];
  if (run.look === "quote") return breakQuote(run, limit, budget);
  return cutGraphemes(run.text, room, budget.measure).map((text) => [{ ...run, text }]);
}

/** Each piece of a quotation stands in its own quotation marks; "…" stands outside of them. */
function breakQuote(run: Run & { look: "quote" }, limit: number, budget: Budget): readonly Text[] {
  const inner = run.text.slice(1, -1);
  const room = limit - budget.measure('""') - 2 * ellipsisSize(budget);
  const pieces = cutRuns([plain(inner)], room, budget).map(textOf);
  return pieces.map((text, index) => markCut([{ ...run, text: `"${text}"` }], index > 0, index < pieces.length - 1));
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Cuts between graphemes; between code points inside a grapheme that is itself too long. */
function cutGraphemes(text: string, limit: number, measure: Budget["measure"]): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  let size = 0;
  for (const { segment } of graphemes.segment(text)) {
    for (const unit of measure(segment) > limit ? segment : [segment]) {
      const unitSize = measure(unit);
      if (piece !== "" && size + unitSize > limit) {
        pieces.push(piece);
        piece = "";
        size = 0;
      }
      piece += unit;
      size += unitSize;
    }
  }
  return piece === "" ? pieces : [...pieces, piece];
}

/** Spaces at a cut belong to neither side. */
function trimText(text: Text): Text {
  const trimmed = text.map((run, index) => {
    if (!isProse(run)) return run;
    const start = index === 0 ? run.text.trimStart() : run.text;
    return { look: run.look, text: index === text.length - 1 ? start.trimEnd() : start };
  });
  return trimmed.filter((run) => run.text !== "");
}

const runsSize = (runs: Text, budget: Budget): number =>
  runs.reduce((sum, run) => sum + budget.measure(run.text) + budget.perRun, 0);

function partSize(part: Part, budget: Budget): number {
  switch (part.type) {
    case "heading":
    case "meta":
      return budget.measure(part.text) + budget.perPart;
    case "text":
      return runsSize(part.runs, budget) + budget.perPart;
    case "list":
    case "receipts":
      return part.items.reduce((sum, item) => sum + runsSize(item, budget) + budget.perItem, budget.perPart);
    case "buttons":
      return part.buttons.reduce(
        (sum, button) => sum + budget.measure(button.label + button.subject) + budget.perItem,
        budget.perPart,
      );
    case "choices":
      return part.choices.reduce(
        (sum, { label, values }) =>
          sum +
          values.reduce((size, value) => size + budget.measure(value.label) + budget.perRun, budget.measure(label)),
        budget.perPart,
      );
    case "file":
      return budget.perPart;
  }
}
