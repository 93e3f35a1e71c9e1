import { receiptLine } from "../answer/receipt-line.ts";
import { type Button, mark, type Part, plain, type Reply, type Run, type Text } from "../reply.ts";
import { fragmentLink } from "../text-fragment.ts";
import { translationRun } from "../written/tongues.ts";
import { batchOf } from "./batch.ts";
import type { Briefing, Point } from "./briefing.ts";
import { metaLine, receiptKey, shownShortcomings, silentLine } from "./wording.ts";

/** The briefing as people see it; `data` is the batch object of `brief --jsonl`. */
export function briefingReply(briefing: Briefing, audience: Reply["audience"]): Reply {
  if (briefing.shortcomings.includes("nothing to read")) return emptyReply(briefing, audience);
  const parts = [
    ...headingOf(briefing),
    ...(briefing.options.length === "line" ? [] : [{ type: "meta", text: metaLine(briefing) } as const]),
    ...pointsOf(briefing),
    ...silentOf(briefing),
    ...shownShortcomings(briefing).map((text): Part => ({ type: "meta", text })),
    ...receiptsOf(briefing),
    { type: "buttons", buttons: buttonsOf(briefing, audience) } as const,
  ];
  return { parts, audience, outcome: "ok", data: batchOf(briefing) };
}

/** Nothing but why there is no briefing, and what to do. */
const emptyReply = (briefing: Briefing, audience: Reply["audience"]): Reply => ({
  parts: [...headingOf(briefing), ...shownShortcomings(briefing).map((text): Part => ({ type: "meta", text }))],
  audience,
  outcome: "not-found",
  data: batchOf(briefing),
});

function headingOf({ headline, article: { url } }: Briefing): readonly Part[] {
  if (headline === null) return [];
  return [url === undefined ? { type: "heading", text: headline } : { type: "heading", text: headline, url }];
}

function pointsOf(briefing: Briefing): readonly Part[] {
  const { lead, bullets, next } = briefing;
  const parts: Part[] = [];
  if (lead) parts.push({ type: "text", runs: marked(briefing, lead) });
  if (bullets.length > 0) parts.push({ type: "list", items: bullets.map((point) => marked(briefing, point)) });
  if (next) parts.push({ type: "text", runs: [plain("Next: "), ...marked(briefing, next)] });
  return parts;
}

function silentOf({ silent }: Briefing): readonly Part[] {
  const line = silentLine(silent);
  return line === null ? [] : [{ type: "text", runs: [plain(line)] }];
}

function receiptsOf({ article, receipts }: Briefing): readonly Part[] {
  if (receipts.length === 0) return [];
  return [
    {
      type: "receipts",
      items: receipts.map((receipt, index) =>
        receiptLine(`[${index + 1}]`, receipt, fragmentLink(article, receipt.span)),
      ),
    },
  ];
}

/** A point with its marks before its full stop: `… the Kremlin said [1].` */
function marked(briefing: Briefing, point: Point): Text {
  const { runs, receipts } = point;
  const marks = receipts.map((receipt) =>
    mark(markOf(briefing, receipt), fragmentLink(briefing.article, receipt.span)),
  );
  const last = runs.at(-1);
  const translation = translated(briefing, point);
  if (last?.look !== "plain" || !last.text.endsWith(".")) return [...runs, plain(" "), ...marks, ...translation];
  const stopped = [...runs.slice(0, -1), plain(`${last.text.slice(0, -1)} `), ...marks, plain(".")];
  return [...stopped.filter(hasText), ...translation];
}

const translated = ({ translations }: Briefing, point: Point): Text =>
  translations === undefined ? [] : translationRun(translations.language, translations.of.get(point));

const hasText = ({ text }: Run): boolean => text !== "";

function markOf({ receipts }: Briefing, receipt: Point["receipts"][number]): string {
  const index = receipts.findIndex((known) => receiptKey(known) === receiptKey(receipt));
  return index === -1 ? `(¶${receipt.paragraph})` : `[${index + 1}]`;
}

const LABELS = [
  ["said", "Who said what"],
  ["longer", "Longer"],
  ["quotes", "All quotes"],
  ["report", "Report an error"],
  ["share", "Share"],
] as const;

/** The full briefing has nothing longer, and what the channel sees is shared already. */
function buttonsOf({ article, options }: Briefing, audience: Reply["audience"]): readonly Button[] {
  return LABELS.filter(([id]) => !(id === "longer" && options.length === "full"))
    .filter(([id]) => !(id === "share" && audience === "channel"))
    .map(([id, label]) => ({ id, label, subject: article.id }));
}
