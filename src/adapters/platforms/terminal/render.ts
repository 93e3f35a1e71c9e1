import { type Part, type Reply, type Text, textOf } from "../../../core/reply.ts";
import { cleanText } from "../escape.ts";
import { wrap } from "./wrap.ts";

/** How the terminal shows things; `style` is the identity where colours are off. */
export interface Look {
  /** Columns; Infinity where lines are not to be broken (a pipe). */
  readonly width: number;
  style(format: "bold" | "dim", text: string): string;
}

/** A reply as the terminal prints it, ending in a line break. */
export function renderReply(reply: Reply, look: Look): string {
  const pieces = reply.parts.map((part) => renderPart(part, look)).filter((piece) => piece !== "");
  return `${pieces.join("\n")}\n`;
}

function renderPart(part: Part, look: Look): string {
  switch (part.type) {
    case "heading":
      return look.style("bold", wrap(cleanText(part.text), look.width));
    case "meta":
      return `${look.style("dim", wrap(cleanText(part.text), look.width))}\n`;
    case "text":
      return wrap(wordsOf(part.runs), look.width);
    case "list":
      return part.items.map((item) => wrap(wordsOf(item), look.width, "  • ")).join("\n");
    case "receipts":
      return `\n${part.items.map((item) => look.style("dim", wrap(wordsOf(item), look.width))).join("\n")}`;
    case "file":
      return part.text.trimEnd();
    case "buttons":
    case "choices":
      return "";
  }
}

const wordsOf = (runs: Text): string => cleanText(textOf(runs));
