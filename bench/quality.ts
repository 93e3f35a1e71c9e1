/**
 * Prints the figures of attribution, checker and answers beside their goals: `npm run quality`. The gold texts belong to
 * their publishers and are not part of this project; they are looked for in `../shared`, or in the folder given as the
 * first argument. Ends with 1 when a goal is missed.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createWebReader } from "../src/adapters/intake/web/web-reader.ts";
import { readArticles } from "../src/core/batch/articles.ts";
import { type BatchKind, runBatch } from "../src/core/batch/index.ts";
import { attributionRows, heSheRows, readJsonLines, seedRows, tierRows } from "./attribution-scores.ts";
import { atLeast, atMost, printTable, type Row } from "./table.ts";
import type { GoldArticle } from "./train/gold.ts";

const shared = resolve(process.argv[2] ?? "../shared");
const path = (file: string): string => join(shared, file);
if (!existsSync(path("attribution/score.mjs"))) {
  process.stderr.write(`There is no gold in ${shared}. Give the folder that holds attribution/ and quality/.\n`);
  process.exit(2);
}

async function* inOrder(lines: readonly unknown[]): AsyncGenerator<string> {
  for (const line of lines) yield JSON.stringify(line);
}

async function run(
  kind: BatchKind,
  lines: readonly unknown[],
  articles: readonly unknown[] = [],
): Promise<readonly object[]> {
  const tools = { articles: await readArticles(inOrder(articles)), readPage: createWebReader().readHtml };
  return Array.fromAsync(runBatch(kind, inOrder(lines), tools));
}

/** Runs a scorer that prints its totals as one JSON object on its last line. */
function totals(scorer: string, questions: string, answers: readonly object[]): Record<string, number> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-quality-"));
  try {
    const file = join(folder, "answers.jsonl");
    writeFileSync(file, answers.map((answer) => JSON.stringify(answer)).join("\n"));
    const printed = execFileSync(process.execPath, [path(scorer), path(questions), file], { encoding: "utf8" });
    const last: Record<string, unknown> = JSON.parse(printed.trim().split("\n").at(-1) ?? "{}");
    return Object.fromEntries(Object.entries(last).map(([name, value]) => [name, Number(value)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const dev = readJsonLines(path("attribution/polnear/dev.jsonl"));
const seed = readJsonLines(path("seed/statements.jsonl"));

/** The engine's weights were learned from all of `train`; what it does on articles it never saw shows on `dev` alone. */
async function measureAttribution(articles: readonly GoldArticle[]): Promise<readonly Row[]> {
  await run("statements", articles);
  const before = process.cpuUsage();
  const found = await run("statements", articles);
  const { user, system } = process.cpuUsage(before);
  const perSecond = articles.length / ((user + system) / 1e6);
  return [
    ...(await attributionRows(shared, articles, found)),
    ...(await tierRows(shared, articles, found)),
    atLeast("articles a second of CPU", perSecond, 100),
  ];
}

async function measureClaims(
  name: string,
  articles: readonly GoldArticle[],
  goals: readonly [number, number],
): Promise<readonly Row[]> {
  const file = `quality/claims.${name}.jsonl`;
  const { caught = 0, kept = 0 } = totals(
    "quality/score-claims.mjs",
    file,
    await run("check", readJsonLines(path(file)), articles),
  );
  return [
    atLeast(`${name}: wrong claims caught`, caught, goals[0]),
    atLeast(`${name}: right claims kept`, kept, goals[1]),
  ];
}

async function measureAnswers(name: string, articles: readonly GoldArticle[], goal: number): Promise<readonly Row[]> {
  const file = `quality/questions.${name}.jsonl`;
  const found = totals("quality/score-answers.mjs", file, await run("said", readJsonLines(path(file)), articles));
  return [
    atLeast(`${name}: fully right`, found.full ?? 0, goal),
    atLeast(`${name}: refused when it should`, found.refusedUnanswerable ?? 0, 99),
    atMost(`${name}: false refusals`, found.falseRefusal ?? 100, 5),
  ];
}

const tables: readonly (readonly [string, readonly Row[]])[] = [
  ["Who said what, dev", await measureAttribution(dev)],
  ["Who is he or she, dev", await heSheRows(shared, dev, await run("statements", dev))],
  ["Who said what, the canonical article", await seedRows(shared, seed, await run("statements", seed))],
  ["Claims", [...(await measureClaims("dev", dev, [99, 97])), ...(await measureClaims("seed", seed, [100, 100]))]],
  ["Questions", [...(await measureAnswers("dev", dev, 85)), ...(await measureAnswers("seed", seed, 100))]],
];
for (const [title, rows] of tables) printTable(title, rows);
process.exitCode = tables.some(([, rows]) => rows.some(({ ok }) => ok === false)) ? 1 : 0;
