import type { Receipt } from "./receipt.ts";

/**
 * A stretch of text with one look.
 * "quote" is a quotation with its marks, made by `quoted` alone; neither it nor a "mark" ("[2]", "(¶6)") is ever split.
 */
export type Run =
  | { readonly look: "plain" | "strong"; readonly text: string }
  | { readonly look: "mark"; readonly text: string; readonly url?: string }
  | { readonly look: "quote"; readonly text: string; readonly receipt: Receipt };
export type Text = readonly Run[];

/** What buttons do. "paste" asks for text in a form, "share" answers in the channel; the others answer whoever pressed. */
export const buttonIds = ["brief", "said", "longer", "quotes", "report", "share", "paste", "why"] as const;
export type ButtonId = (typeof buttonIds)[number];

/** `subject` is what it is about, an article's id perhaps, so that it works after a restart; at most 80 characters. */
export interface Button {
  readonly id: ButtonId;
  readonly label: string;
  readonly subject: string;
}

/** Something to choose in place: the choice is put behind `line` ("settings length:") and run as that command's line. */
export interface Choice {
  readonly label: string;
  readonly command: string;
  readonly line: string;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  /** The value that holds now. */
  readonly chosen: string;
}

/** A piece of a reply. Adapters choose its shape and add no words of their own. */
export type Part =
  | { readonly type: "heading"; readonly text: string; readonly url?: string }
  /** Small print: source, counts, what was left out. */
  | { readonly type: "meta"; readonly text: string }
  | { readonly type: "text"; readonly runs: Text }
  | { readonly type: "list"; readonly items: readonly Text[] }
  /** The proofs of what stands above, each with its number. An item is never split. */
  | { readonly type: "receipts"; readonly items: readonly Text[] }
  | { readonly type: "file"; readonly name: string; readonly mediaType: string; readonly text: string }
  | { readonly type: "buttons"; readonly buttons: readonly Button[] }
  | { readonly type: "choices"; readonly choices: readonly Choice[] };

/** How it ended; the terminal's exit code follows from it. */
export type Outcome = "ok" | "not-found" | "usage" | "unreadable" | "forbidden" | "busy" | "bug";

/** What the core answers. A platform posts it whole: for the asker alone or for the channel. */
export interface Reply {
  readonly parts: readonly Part[];
  readonly audience: "asker" | "channel";
  readonly outcome: Outcome;
  /** The same content for programs (`--json`): plain data. */
  readonly data: unknown;
}

export const plain = (text: string): Run => ({ look: "plain", text });
export const strong = (text: string): Run => ({ look: "strong", text });

/** A mark, and the page it leads to where it leads to one. */
export const mark = (text: string, url?: string): Run => ({
  look: "mark",
  text,
  ...(url === undefined ? {} : { url }),
});

/** A quotation in quotation marks. Throws TypeError for words the article does not quote. */
export function quoted(receipt: Receipt): Run {
  if (!receipt.verbatim)
    throw new TypeError(`Expected words inside the article's quotation marks, got ${receipt.kind} words`);
  return { look: "quote", text: `"${receipt.quote}"`, receipt };
}

/** The same part with marks that lead nowhere. */
export function unlinkMarks(part: Part): Part {
  const unlink = (runs: Text): Text => runs.map((run) => (run.look === "mark" ? mark(run.text) : run));
  if (part.type === "text") return { ...part, runs: unlink(part.runs) };
  return part.type === "list" || part.type === "receipts" ? { ...part, items: part.items.map(unlink) } : part;
}

export const textOf = (runs: Text): string => runs.map((run) => run.text).join("");

/** The words of a reply, one line a piece, without any platform's markup; buttons, choices and files are not words. */
export function replyText(reply: Reply): string {
  return reply.parts.flatMap(partLines).join("\n");
}

function partLines(part: Part): readonly string[] {
  switch (part.type) {
    case "heading":
    case "meta":
      return [part.text];
    case "text":
      return [textOf(part.runs)];
    case "list":
    case "receipts":
      return part.items.map(textOf);
    case "file":
    case "buttons":
    case "choices":
      return [];
  }
}
