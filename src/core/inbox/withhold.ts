import type { StoredArticle } from "../ports.ts";
import { type Part, type Reply, type Text, textOf } from "../reply.ts";
import { verifyReply, type Withheld } from "../verify/index.ts";

/** A reply as it may leave: what fails its own check is left out, counted, and said to be. `open` gives an article by its id. */
export async function withholdUnproven(
  reply: Reply,
  open: (id: string) => Promise<StoredArticle>,
  report: (withheld: readonly Withheld[]) => void,
): Promise<Reply> {
  const sources = await openSources(reply, open);
  const withheld = sources.length === 0 ? [] : verifyReply(reply, sources);
  if (withheld.length === 0) return reply;
  report(withheld);
  const isKept = (runs: Text): boolean => withheld.every(({ words }) => !textOf(runs).includes(words));
  const note = withheld.length === 1 ? "1 quotation" : `${withheld.length} quotations`;
  const parts = reply.parts.flatMap((part) => keepPart(part, isKept));
  return {
    ...reply,
    parts: [...parts, { type: "meta", text: `${note} failed the check against the article and was left out.` }],
  };
}

/** The articles a reply quotes. */
async function openSources(
  reply: Reply,
  open: (id: string) => Promise<StoredArticle>,
): Promise<readonly StoredArticle[]> {
  const runs = reply.parts.flatMap(textsOf).flat();
  const ids = new Set(runs.flatMap((run) => (run.look === "quote" ? [run.receipt.articleId] : [])));
  return Promise.all([...ids].map(open));
}

function textsOf(part: Part): readonly Text[] {
  if (part.type === "text") return [part.runs];
  return part.type === "list" || part.type === "receipts" ? part.items : [];
}

function keepPart(part: Part, isKept: (runs: Text) => boolean): readonly Part[] {
  if (part.type === "text") return isKept(part.runs) ? [part] : [];
  if (part.type !== "list" && part.type !== "receipts") return [part];
  const items = part.items.filter(isKept);
  return items.length === 0 ? [] : [{ ...part, items }];
}
