import { answerReply } from "../answer/reply.ts";
import { askQuestion } from "../asked.ts";
import { writeBriefing } from "../briefing/index.ts";
import { briefingReply } from "../briefing/reply.ts";
import type { Turn } from "../ports.ts";
import { reasonText, verifyClaim } from "../verify/index.ts";
import { type BatchArticles, readArticle } from "./articles.ts";
import { type BatchLine, eachLine, isObject, lineError, requireText } from "./lines.ts";
import { describePage, type PageReader } from "./read.ts";
import { describeStatements } from "./statements.ts";
import { runStories } from "./stories.ts";

/** What can be done to many lines: one JSON object in, one out, in order, `id` carried along. */
export const batchKinds = ["statements", "brief", "said", "check", "read", "stories"] as const;
export type BatchKind = (typeof batchKinds)[number];

/** What a batch needs besides its lines. */
export interface BatchTools {
  /** Those of `--articles`, for the kinds that ask about articles by id. */
  readonly articles: BatchArticles;
  readonly readPage: PageReader;
}

/** Runs a batch over lines. */
export function runBatch(kind: BatchKind, lines: AsyncIterable<string>, tools: BatchTools): AsyncIterable<object> {
  return kind === "stories" ? runStories(lines) : eachLine(lines, (line) => converters[kind](line, tools));
}

type Converter = (line: BatchLine, tools: BatchTools) => object | Promise<object>;

/** The kinds that answer each line for itself. */
const converters: Readonly<Record<Exclude<BatchKind, "stories">, Converter>> = {
  statements: (line) => describeStatements(readArticle(line)),

  brief: (line) =>
    toData(briefingReply(writeBriefing(readArticle(line), { length: "short", focus: null }), "asker").data),

  said(line, { articles }) {
    const source = articles.find(requireText(line, "article"));
    const asked = { question: requireText(line, "question"), speaker: null, about: null, kind: "all" } as const;
    return toData(answerReply(askQuestion(asked, [source], readHistory(line.history, source.article.id)).answer).data);
  },

  check(line, { articles }) {
    const { accept, reasons } = verifyClaim(articles.find(requireText(line, "article")), line.claim);
    return { accept, reasons: reasons.map(reasonText) };
  },

  read: (line, { readPage }) => describePage(line, readPage),
};

const toData = (data: unknown): object => (isObject(data) ? data : {});

/** Earlier questions of the conversation: `[{"q","speakers"}]`. */
function readHistory(history: unknown, articleId: string): readonly Turn[] {
  if (history === undefined) return [];
  if (!Array.isArray(history)) throw lineError('expected "history" to be a list of {"q","speakers"}');
  return history.map((turn: unknown, index) => {
    if (!isObject(turn)) throw lineError('expected "history" to be a list of {"q","speakers"}');
    const speakers = Array.isArray(turn.speakers) ? turn.speakers.filter((name) => typeof name === "string") : [];
    return { articleId, question: requireText(turn, "q"), speakers, at: index };
  });
}
