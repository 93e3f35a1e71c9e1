import type { Receipt } from "../receipt.ts";
import { mark, plain, type Text, textOf } from "../reply.ts";
import { fragmentLink } from "../text-fragment.ts";
import type { Answer } from "./answer.ts";
import type { Passage } from "./passage.ts";
import { cutWhole, passageQuotations, passageWords } from "./passage-words.ts";
import { howOf, receiptHead } from "./receipt-line.ts";
import { nameInside, ownClause } from "./wording.ts";

/** Which passages the sentence holds itself, and which stand below it as receipts. */
export interface Shown {
  readonly inline: Passage | null;
  readonly listed: readonly Passage[];
}

/** More receipts than this are too many for a chat. */
export const MOST_RECEIPTS = 5;

/** Longer words than this stand below the sentence, not in it. */
export const LONGEST_INLINE = 320;

/** One short statement goes into the sentence; several, or a long one, below it. */
export function findShown(answer: Answer): Shown {
  const { passages, type, question } = answer;
  const [only] = passages;
  if (type === "quoted" || only === undefined) return { inline: null, listed: [] };
  if (type === "foreign") return { inline: null, listed: passages.slice(0, MOST_RECEIPTS) };
  const short = passages.length === 1 && textOf(passageWords(only)).length <= LONGEST_INLINE;
  if (short && !question.wordForWord && type !== "counted") return { inline: only, listed: [] };
  return { inline: null, listed: passages.slice(0, MOST_RECEIPTS) };
}

/** A receipt with all its words; across several articles with outlet and date as the article gives them. */
export function passageLine(label: string, passage: Passage, { question, sources }: Answer): Text {
  const receipt = cutWhole(passage);
  if (receipt === null) return [];
  const words = question.wordForWord ? passageQuotations(passage) : passageWords(passage);
  const origin = sources > 1 ? originOf(passage) : "";
  const head = isSure(passage)
    ? receiptHead(label, receipt, fragmentLink(passage.source.article, receipt.span))
    : unsureHead(label, passage.person, receipt);
  return [...head, ...stanceWords(passage), ...words, ...(origin === "" ? [] : [plain(` (${origin})`)])];
}

/** "denied reports", before words their speaker does not stand to. */
function stanceWords(passage: Passage): Text {
  const clause = ownClause(passage);
  return clause === null ? [] : [plain(`${clause} `)];
}

const isSure = ({ person, statement }: Passage): boolean => person !== null && statement.tier !== "unsure";

/** The head of a receipt whose speaker is not sure enough to be named. */
const unsureHead = (label: string, person: string | null, receipt: Receipt): Text => [
  mark(label),
  plain(
    ` ${person === null ? "Speaker left open" : `Probably ${nameInside(person)}`} · ${howOf(receipt)} · ¶${receipt.paragraph}  `,
  ),
];

/** "DW, 22 February 2023", as far as the article says so; its headline where it says neither. */
function originOf({ source: { article } }: Passage): string {
  const known = [article.publisher, article.publishedAt].filter((fact) => fact !== undefined);
  return known.length > 0 ? known.join(", ") : (article.title ?? "");
}
