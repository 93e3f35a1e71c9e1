/** How much of a core things take, on the project's own articles: `node bench/speed.ts`. Times are those of this machine. */
import { globSync, readFileSync } from "node:fs";
import { answerReply } from "../src/core/answer/reply.ts";
import { makeArticle } from "../src/core/article.ts";
import { askQuestion } from "../src/core/asked.ts";
import { ENGINE, findStatements } from "../src/core/attribution/index.ts";
import { writeBriefing } from "../src/core/briefing/index.ts";
import { briefingReply } from "../src/core/briefing/reply.ts";
import type { StoredArticle } from "../src/core/ports.ts";
import { findStories, type StoryItem, tellStories } from "../src/core/story/index.ts";
import { verifyQuote } from "../src/core/verify/index.ts";
import { runSuite, type Scale } from "./suite.ts";
import { atMost, type Row } from "./table.ts";

const texts = globSync("test/fixtures/articles/*.txt").map((file) => readFileSync(file, "utf8"));

function read(text: string): StoredArticle {
  const article = makeArticle({ text });
  return { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };
}

/** Milliseconds of CPU one item takes, after a round to warm up. */
function time<T>(items: readonly T[], scale: Scale, work: (item: T) => unknown): number {
  const rounds = scale === "quick" ? 2 : 20;
  for (const item of items) work(item);
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) for (const item of items) work(item);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (rounds * items.length);
}

/** Milliseconds of CPU something long takes; by now everything is warm. */
function timeOnce<T>(item: T, work: (item: T) => unknown): number {
  const before = process.cpuUsage();
  work(item);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const stored = texts.map(read);
const asked = { question: "what did the minister say?", speaker: null, about: null, kind: "all" } as const;
const claims = stored.flatMap((source) =>
  source.statements.flatMap(({ speaker, quotations: [quotation] }) =>
    speaker === null || quotation === undefined ? [] : [{ source, speaker: speaker.name, quotation }],
  ),
);

/** As many reports as a morning brings: the texts and what other papers made of them. */
const digest: readonly StoryItem[] = Array.from({ length: 45 }, (_, index) => {
  const text = texts[index % texts.length] ?? "";
  const paper = Math.floor(index / texts.length);
  const other = text.split(" ").map((word, at) => (paper > 0 && (at + paper) % 3 === 0 ? `${word}${paper}` : word));
  return { id: String(index), title: text.slice(0, text.indexOf("\n")), text: other.join(" ") };
});

/** A megabyte of news, in paragraphs as they come. */
const megabyte = texts
  .join("\n\n")
  .repeat(Math.ceil(1e6 / texts.join("\n\n").length))
  .slice(0, 1e6);

const measure = async (scale: Scale): Promise<readonly Row[]> => [
  atMost(
    "text → statements → briefing, ms an article",
    time(texts, scale, (text) => briefingReply(writeBriefing(read(text), { length: "short", focus: null }), "asker")),
    15,
  ),
  atMost(
    "question on one article, ms",
    time(stored, scale, (source) => answerReply(askQuestion(asked, [source], []).answer)),
    10,
  ),
  atMost(
    "claim, ms",
    time(claims, scale, ({ source, speaker, quotation }) =>
      verifyQuote(source, {
        speaker,
        quote: source.article.text.slice(quotation.start, quotation.end),
        cites: [quotation],
      }),
    ),
    2,
  ),
  atMost(
    "45 articles → stories, ms",
    time([digest], scale, (items) => tellStories(items, findStories(items))),
    100,
  ),
  ...(scale === "quick" ? [] : [atMost("text of 1 MB → statements, ms", timeOnce(megabyte, read), 1000)]),
];

await runSuite("Speed", measure);
