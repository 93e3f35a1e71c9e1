/**
 * How long things take on one core, on the project's own articles: `npm run bench`. Ends with 1 when a goal is missed.
 * Times are those of this machine; the ratio of the cold start is measured against `node -e 0` in the same run.
 */
import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answerReply } from "../src/core/answer/reply.ts";
import { makeArticle } from "../src/core/article.ts";
import { askQuestion } from "../src/core/asked.ts";
import { ENGINE, findStatements } from "../src/core/attribution/index.ts";
import { writeBriefing } from "../src/core/briefing/index.ts";
import { briefingReply } from "../src/core/briefing/reply.ts";
import type { StoredArticle } from "../src/core/ports.ts";
import { verifyQuote } from "../src/core/verify/index.ts";
import { atMost, printTable } from "./table.ts";

const texts = globSync("test/fixtures/articles/*.txt").map((file) => readFileSync(file, "utf8"));
const rounds = process.argv.includes("--quick") ? 3 : 20;

function read(text: string): StoredArticle {
  const article = makeArticle({ text });
  return { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };
}

/** Milliseconds one item takes, after a round to warm up. */
function time<T>(items: readonly T[], work: (item: T) => unknown): number {
  for (const item of items) work(item);
  const started = performance.now();
  for (let round = 0; round < rounds; round += 1) for (const item of items) work(item);
  return (performance.now() - started) / (rounds * items.length);
}

/** Median milliseconds of a process from start to end. */
function timeProcess(args: readonly string[], env: Record<string, string>): number {
  const took = Array.from({ length: 2 * rounds + 1 }, () => {
    const started = performance.now();
    spawnSync(process.execPath, args, { env: { PATH: process.env.PATH ?? "", ...env } });
    return performance.now() - started;
  }).sort((a, b) => a - b);
  return took[rounds] ?? Number.NaN;
}

/** As `npm start` starts it. */
const START = ["--require", "./src/compile-cache.cjs", "src/main.ts"];

function coldStart(): number {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-speed-"));
  const env = { VERBATIM_DATA: folder };
  spawnSync(process.execPath, [...START, "brief", "test/fixtures/articles/grain-road.txt"], {
    env: { ...process.env, ...env },
  });
  const ours = timeProcess([...START, "said", "who is quoted?"], env);
  const floor = timeProcess(["-e", "0"], env);
  rmSync(folder, { recursive: true });
  return ours / floor;
}

const stored = texts.map(read);
const asked = { question: "what did the minister say?", speaker: null, about: null, kind: "all" } as const;
const claims = stored.flatMap((source) =>
  source.statements.flatMap(({ speaker, quotations: [quotation] }) =>
    speaker === null || quotation === undefined ? [] : [{ source, speaker: speaker.name, quotation }],
  ),
);

printTable("Speed", [
  atMost(
    "text → statements → briefing, ms an article",
    time(texts, (text) => briefingReply(writeBriefing(read(text), { length: "short", focus: null }), "asker")),
    15,
  ),
  atMost(
    "question on one article, ms",
    time(stored, (source) => answerReply(askQuestion(asked, [source], []).answer)),
    10,
  ),
  atMost(
    "claim, ms",
    time(claims, ({ source, speaker, quotation }) =>
      verifyQuote(source, {
        speaker,
        quote: source.article.text.slice(quotation.start, quotation.end),
        cites: [quotation],
      }),
    ),
    2,
  ),
  atMost("cold start to an answer, as many times node -e 0", coldStart(), 3),
]);
