import { receiptLine } from "../answer/receipt-line.ts";
import type { Article } from "../article.ts";
import type { Forgotten, Status } from "../core.ts";
import { COUNTED } from "../core.ts";
import { noteReply } from "../error-reply.ts";
import type { StoredArticle } from "../ports.ts";
import { cutFact, cutReceipt } from "../receipt.ts";
import { type Choice, plain, type Reply, strong } from "../reply.ts";
import { ageInWords } from "../text/age.ts";
import type { PreferenceLevel, Preferences } from "./preferences.ts";
import { type Proof, receiptId } from "./proof.ts";

/** What is kept here and how old the newest of it is. */
export function statusReply({ articles, last, age, model }: Status): Reply {
  if (last === null || age === null)
    return noteReply(`Nothing has been read here yet. Start with /brief.${spendingOf(model)}`, "ok", {
      articles: 0,
      model,
    });
  const count =
    articles >= COUNTED
      ? `${COUNTED} articles or more are`
      : articles === 1
        ? "1 article is"
        : `${articles} articles are`;
  const message = `${count} kept here. The last one was read ${ageInWords(age)}: ${nameOf(last.article)}. Engine: ${last.engine}.`;
  const data = { articles, last: last.article.id, engine: last.engine, model };
  return noteReply(`${message}${spendingOf(model)}`, "ok", data);
}

/** " Language model: gpt-5.4-mini; today 3 calls, 4,120 of 1,000,000 tokens." */
function spendingOf(model: Status["model"]): string {
  if (model === null) return "";
  const { calls, input, output, limit } = model;
  const most = limit === null ? "" : ` of ${inGroups(limit)}`;
  const called = calls === 1 ? "1 call" : `${calls} calls`;
  return ` Language model: ${model.model}; today ${called}, ${inGroups(input + output)}${most} tokens here.`;
}

const inGroups = (count: number): string => count.toLocaleString("en-US");

/** How briefings are given here, or from that level on, with the controls to change it there. */
export function preferencesReply(preferences: Preferences, level: PreferenceLevel): Reply {
  const { to, length, thread } = preferences;
  const whose =
    level === "me" ? "only you see them until you share them" : "only who asked sees them until they are shared";
  const seen = to === "me" ? whose : "the whole channel sees them";
  const opened = thread === "yes" ? " A mention opens a thread." : "";
  const message = `${SETTINGS[level]}: ${length}, and ${seen}.${opened} Change it with /verbatim settings length:full or to:channel.`;
  const note = noteReply(message, "ok", preferences);
  const line = level === "me" ? "settings" : `settings scope:${level}`;
  const choices: readonly Choice[] = [
    { label: "How long they are", command: "verbatim", line: `${line} length:`, values: LENGTHS, chosen: length },
    { label: "Who sees them", command: "verbatim", line: `${line} to:`, values: AUDIENCES, chosen: to },
  ];
  return { ...note, parts: [...note.parts, { type: "choices", choices }] };
}

const SETTINGS: Readonly<Record<PreferenceLevel, string>> = {
  me: "Briefings here",
  channel: "Briefings in this channel, for people who have not chosen",
  workspace: "Briefings in the workspace, where nobody has chosen",
};
const LENGTHS: Choice["values"] = [
  { value: "line", label: "One line" },
  { value: "short", label: "Short" },
  { value: "full", label: "Full" },
];
const AUDIENCES: Choice["values"] = [
  { value: "me", label: "Only who asked, until it is shared" },
  { value: "channel", label: "The whole channel" },
];

/** What was deleted, or what would be and how to do it. */
export function forgetReply({ articles, done }: Forgotten, what: string): Reply {
  const data = { done, articles: articles.map(({ article }) => article.id) };
  if (articles.length === 0)
    return noteReply("Nothing was read here, so there is nothing to delete.", "not-found", data);
  const one = articles[0]?.article;
  const named = articles.length === 1 && one !== undefined ? `“${nameOf(one)}”` : `${articles.length} articles`;
  if (done) return noteReply(`Deleted: ${named}, with every statement and conversation about it.`, "ok", data);
  return noteReply(
    `This would delete ${named}, with every statement and conversation about it. To do it: /verbatim forget ${what} confirm:yes`,
    "ok",
    data,
  );
}

/** The token of a channel, told once to whoever asked for it. */
export function tokenReply(token: string): Reply {
  const message = `Programs may now hand articles to this channel with this token. It is shown only now: ${token}`;
  return noteReply(message, "ok", { token });
}

/** That a channel's token has ended. */
export const tokenEndedReply = (): Reply => noteReply("Programs may no longer hand articles to this channel.");

/** A file with everything that was read here. */
export function exportReply(articles: readonly StoredArticle[]): Reply {
  if (articles.length === 0)
    return noteReply("Nothing has been read here yet, so there is nothing to export.", "not-found", []);
  const data = articles.map(({ article: { paragraphs: _paragraphs, lines: _lines, ...article }, ...stored }) => ({
    ...article,
    ...stored,
  }));
  const file = {
    type: "file",
    name: "verbatim-export.json",
    mediaType: "application/json",
    text: JSON.stringify(data, null, 2),
  } as const;
  return {
    ...noteReply(articles.length === 1 ? "1 article:" : `${articles.length} articles:`, "ok", data),
    parts: [file],
  };
}

/** The receipt once more, and the paragraph it was cut from, as it was read. */
export function proofReply({ article, span, statement, paragraph, paragraphSpan }: Proof): Reply {
  const receipt = statement === null ? cutFact(article, span) : cutReceipt(article, statement, span);
  const text = article.text.slice(paragraphSpan.start, paragraphSpan.end);
  const before = plain(text.slice(0, span.start - paragraphSpan.start));
  const after = plain(text.slice(span.end - paragraphSpan.start));
  return {
    parts: [
      { type: "heading", text: nameOf(article) },
      { type: "receipts", items: [receiptLine("", receipt)] },
      {
        type: "text",
        runs: [
          strong(`¶${paragraph}  `),
          before,
          strong(article.text.slice(span.start, Math.min(span.end, paragraphSpan.end))),
          after,
        ],
      },
      { type: "meta", text: `Receipt ${receiptId(article.id, span)}, from the article as it was read.` },
    ],
    audience: "asker",
    outcome: "ok",
    data: { id: receiptId(article.id, span), quote: receipt.quote, speaker: receipt.speaker, paragraph, text },
  };
}

/** What to call an article: its headline, or how it begins. */
export function nameOf(article: Article): string {
  if (article.title !== null) return article.title;
  const start = article.text.trim().replace(/\s+/g, " ");
  return start.length <= 60 ? start : `${start.slice(0, start.lastIndexOf(" ", 60))}…`;
}
