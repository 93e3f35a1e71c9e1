/**
 * What a language model is sent, in tokens by OpenAI's rule of thumb (four bytes of UTF-8 each), the form of its answer counted in
 * for questions: `node bench/tokens.ts`. The questions and articles are looked for in `../shared`; without them nothing is measured.
 */
import { existsSync, readFileSync } from "node:fs";
import { memoryStore } from "../src/adapters/store/memory.ts";
import { makeArticle } from "../src/core/article.ts";
import { askQuestion } from "../src/core/asked.ts";
import { ENGINE, findStatements } from "../src/core/attribution/index.ts";
import { writeBriefing } from "../src/core/briefing/index.ts";
import type { ModelRequest } from "../src/core/model.ts";
import type { StoredArticle } from "../src/core/ports.ts";
import type { Writer } from "../src/core/written/index.ts";
import { estimateTokens } from "../src/core/written/tokens.ts";
import { callFrom } from "../test/core/written/bench.ts";
import { FakeModel } from "../test/standins/model/fake-model.ts";
import { writerOver } from "../test/standins/writer.ts";
import { runSuite, type Scale } from "./suite.ts";
import { atMost, fact, type Row } from "./table.ts";

const SETS = [
  ["attribution/polnear/dev.jsonl", "quality/questions.dev.jsonl"],
  ["seed/statements.jsonl", "quality/questions.seed.jsonl"],
] as const;

const CALL = callFrom("bench");

const shared = new URL("../../shared/", import.meta.url);
const readLines = <T>(path: string): readonly T[] =>
  readFileSync(new URL(path, shared), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

const read = (text: string, title?: string): StoredArticle => {
  const article = makeArticle(title === undefined ? { text } : { text, title });
  return { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };
};

/** A model that says nothing, and the writer that asks it. */
function listen(): { readonly model: FakeModel; readonly writer: Writer } {
  const model = new FakeModel(() => ({ bullets: [], translations: [] }));
  return {
    model,
    writer: writerOver(
      model,
      memoryStore(() => 0),
    ),
  };
}

async function measure(scale: Scale): Promise<readonly Row[]> {
  if (!existsSync(shared)) return [];
  const { model, writer } = listen();
  const teller = listen();
  const room: number[] = [];
  let asked = 0;
  for (const [articles, questions] of SETS) {
    const stored = new Map(readLines<Line>(articles).map(({ id, text, title }) => [id, read(text, title)]));
    for (const source of [...stored.values()].slice(0, scale === "quick" ? 5 : undefined)) {
      const briefer = listen();
      await briefer.writer.brief(writeBriefing(source, { length: "short", focus: null }), source, CALL);
      const { system = "", turns = [] } = briefer.model.requests[0] ?? {};
      const most = 1.35 * estimateTokens(source.article.text) + 400;
      if (turns.length > 0) room.push(estimateTokens(system + turns.join()) / most);
      await teller.writer.tell([source], { ...CALL, person: null });
    }
    for (const { article, question } of readLines<Line>(questions)) {
      const source = stored.get(article);
      if (source === undefined) continue;
      asked += 1;
      const { answer } = askQuestion({ question, speaker: null, about: null, kind: "all" }, [source], []);
      await writer.answer(answer, source, CALL);
    }
  }
  const sent = model.requests.map(tokensOf);
  const told = teller.model.requests.map(tokensOf);
  return [
    atMost("model: tokens in for a question, median", middle(sent), 900),
    fact("model: the same, the most", Math.max(...sent)),
    fact("model: share of questions it is asked, %", (100 * sent.length) / asked),
    atMost("model: tokens in for a briefing ÷ (1.35 × article + 400), median", middle(room), 1),
    atMost("model: the same, the most", Math.max(...room), 1),
    atMost("model: tokens in for a story of a digest, median", middle(told), 1_200),
    fact("model: the same, the most", Math.max(...told)),
  ];
}

const tokensOf = ({ system, turns, answer }: ModelRequest): number =>
  estimateTokens(system + turns.join() + JSON.stringify(answer.schema));

interface Line {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly article: string;
  readonly question: string;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

await runSuite("Tokens", measure);
