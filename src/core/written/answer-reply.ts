import { receiptLine } from "../answer/receipt-line.ts";
import type { Point } from "../briefing/briefing.ts";
import { mark, plain, type Reply, replyText } from "../reply.ts";
import { type TranslatedAnswer, translatedReply } from "./translated-reply.ts";
import { insteadLine, type Written, writtenNote } from "./written.ts";

/** An answer in a model's words, with the proofs it rests on; or the rules' own, with why. */
export interface PhrasedAnswer {
  readonly type: "phrased";
  readonly point: Point | null;
  readonly written: Written;
}

export type WrittenAnswer = PhrasedAnswer | TranslatedAnswer;

/** The answer as people see it: `reply` is the rules' own. */
export function writtenReply(answer: WrittenAnswer, reply: Reply): Reply {
  if (answer.type === "translated") return translatedReply(answer, reply);
  const { point, written } = answer;
  if (point === null)
    return {
      ...reply,
      parts: [...reply.parts, { type: "meta", text: insteadLine(written, "this answer was found by rule") ?? "" }],
    };
  const marks = point.receipts.map((_, index) => mark(`[${index + 1}]`));
  const parts: Reply["parts"] = [
    { type: "text", runs: [...point.runs, plain(" "), ...marks] },
    { type: "receipts", items: point.receipts.map((receipt, index) => receiptLine(`[${index + 1}]`, receipt)) },
    { type: "meta", text: writtenNote(written) ?? "" },
  ];
  const better: Reply = { ...reply, parts, outcome: "ok" };
  const spans = point.receipts.map(({ span }) => span);
  return { ...better, data: { answerable: true, speakers: point.speakers, receipts: spans, text: replyText(better) } };
}
