import type { Receipt } from "../receipt.ts";
import { mark, plain, quoted, type Text } from "../reply.ts";
import type { Stance } from "../statement.ts";

/**
 * One line of proof: `[1] Dmitry Peskov (Kremlin spokesman) · direct · ¶5  "Putin will receive Wang Yi"`.
 * Words that do not stand in the article's quotation marks get none here either;
 * the reporter's own words are shown as `[1] (¶6)  …`. What was denied, left unsaid or is yet to be said is marked so.
 * An empty label leaves the number out; `url` is the page at these words.
 */
export const receiptLine = (label: string, receipt: Receipt, url?: string): Text => [
  ...receiptHead(label, receipt, url),
  receipt.verbatim ? quoted(receipt) : plain(onOneLine(receipt.quote)),
];

/** The same line without the words. Its first mark leads to the page. */
export function receiptHead(label: string, receipt: Receipt, url?: string): Text {
  const number = label === "" ? [] : [mark(label, url), plain(" ")];
  if (receipt.kind === "fact") return [...number, mark(`(¶${receipt.paragraph})`, url), plain("  ")];
  return [...number, plain(`${whose(receipt)} · ${howOf(receipt)} · ¶${receipt.paragraph}  `)];
}

const STANCES: Readonly<Record<Exclude<Stance, "said">, string>> = {
  denied: "denied",
  unsaid: "not said",
  expected: "not said yet",
};

/** "direct"; "denied · indirect" where the words are not the speaker's assertion. */
export const howOf = ({ kind, stance }: Receipt): string => (stance === "said" ? kind : `${STANCES[stance]} · ${kind}`);

/** Name and role as the article gives them; a statement nobody is named for says so. */
function whose({ speaker }: Receipt): string {
  if (speaker === null) return "Nobody named";
  return speaker.role === undefined ? speaker.name : `${speaker.name} (${speaker.role})`;
}

const onOneLine = (words: string): string => words.trim().replace(/\s+/g, " ");
