import { receiptLine } from "../answer/receipt-line.ts";
import type { Receipt } from "../receipt.ts";
import { mark, type Part, plain, quoted, type Reply, type Run, strong, type Text } from "../reply.ts";
import { reasonText } from "../verify/index.ts";
import { differenceText } from "./difference.ts";
import type { DraftVerdict, Finding } from "./finding.ts";
import type { DraftReport } from "./index.ts";

/** What a draft's check came to: the sum first, then each quotation and sentence, then the proofs. */
export function draftReply({ findings, unchecked }: DraftReport): Reply {
  const proofs = receiptLines(findings);
  const wrong = unchecked > 0 || findings.some(({ verdict }) => verdict !== "right");
  return {
    parts: [
      { type: "text", runs: [plain(summary(findings))] },
      ...(findings.length === 0 ? [] : [list(findings)]),
      ...(proofs.length === 0 ? [] : [receipts(proofs)]),
      ...(unchecked === 0 ? [] : [rest(unchecked)]),
    ],
    audience: "asker",
    outcome: wrong ? "not-found" : "ok",
    data: { findings: findings.map(findingData), unchecked },
  };
}

const list = (findings: readonly Finding[]): Part => ({ type: "list", items: findings.map(findingLine) });
const receipts = (items: readonly Text[]): Part => ({ type: "receipts", items });

const rest = (unchecked: number): Part => ({
  type: "meta",
  text: `${unchecked} more ${unchecked === 1 ? "was" : "were"} not checked: check the rest of the text by itself.`,
});

/** "5 quotations: 3 right, 1 altered, 1 not in the text." and the same for attributed sentences. */
function summary(findings: readonly Finding[]): string {
  const quotations = findings.filter(({ kind }) => kind === "quotation");
  const statements = findings.filter(({ kind }) => kind === "statement");
  const sums = [
    sum(quotations, "quotation", "quotations"),
    sum(statements, "attributed sentence", "attributed sentences"),
  ].filter((text) => text !== "");
  return sums.length > 0 ? sums.join(" ") : "There is no quotation and no attributed sentence in this text to check.";
}

const VERDICTS: ReadonlyMap<DraftVerdict, readonly [inSum: string, onItsOwn: string]> = new Map([
  ["right", ["right", "Right"]],
  ["open", ["with no clear speaker", "No clear speaker"]],
  ["altered", ["altered", "Altered"]],
  ["other-speaker", ["another speaker's words", "Another speaker's words"]],
  ["not-in-text", ["not in the text", "Not in the text"]],
]);

function sum(findings: readonly Finding[], one: string, many: string): string {
  if (findings.length === 0) return "";
  const counts = [...VERDICTS].flatMap(([verdict, [name]]) => {
    const count = findings.filter((finding) => finding.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${name}`];
  });
  return `${findings.length} ${findings.length === 1 ? one : many}: ${counts.join(", ")}.`;
}

/** What was found, the draft's words without quotation marks, and what the article has. */
function findingLine(finding: Finding, index: number): Text {
  const { verdict, speaker, reasons, receipts } = finding;
  const whose = speaker === null ? "" : ` · ${speaker}`;
  const head = [strong(VERDICTS.get(verdict)?.[1] ?? verdict), plain(`${whose} · `)];
  const proof = receipts.length === 0 ? [] : [plain(" "), mark(`[${index + 1}]`)];
  if (verdict === "right") return [...head, ...words(receipts, finding.words), ...proof];
  const why = reasons.slice(0, MOST_REASONS).map(reasonText).join(" ");
  return [...head, plain(onOneLine(finding.words)), plain(` — ${why}${changed(finding)}`), ...proof];
}

/** The difference, for a quotation; what is wrong with a sentence its reasons say. */
function changed({ kind, changes }: Finding): string {
  const difference = kind === "quotation" ? differenceText(changes) : "";
  return difference === "" ? "" : ` ${difference}`;
}

/** More would not make it clearer; all of them are in the data. */
const MOST_REASONS = 2;

/** The article's words as it quotes them; what it does not quote is shown as the draft has it, without marks. */
function words(receipts: readonly Receipt[], draft: string): readonly Run[] {
  if (receipts.length === 0 || !receipts.every(({ verbatim }) => verbatim)) return [plain(onOneLine(draft))];
  return receipts.flatMap((receipt, index) => (index === 0 ? [quoted(receipt)] : [plain(" … "), quoted(receipt)]));
}

const receiptLines = (findings: readonly Finding[]): readonly Text[] =>
  findings.flatMap(({ receipts }, index) => receipts.map((receipt) => receiptLine(`[${index + 1}]`, receipt)));

const findingData = ({ kind, verdict, span, words, speaker, reasons, changes, receipts }: Finding): unknown => ({
  kind,
  verdict,
  start: span.start,
  end: span.end,
  text: words,
  speaker,
  reasons: reasons.map(reasonText),
  changes,
  receipts: receipts.map((receipt) => ({
    article: receipt.articleId,
    start: receipt.span.start,
    end: receipt.span.end,
    paragraph: receipt.paragraph,
    speaker: receipt.speaker?.name ?? null,
    stance: receipt.stance,
    quote: receipt.quote,
  })),
});

const onOneLine = (text: string): string => text.trim().replace(/\s+/g, " ");
