/**
 * How soon after a language model's failure the article's own sentences stand in its place: `node bench/failures.ts`. The unmodified
 * client talks to a server on this machine that fails in one way after another; counted from the end of what it sent last, and where
 * it says nothing, from the time for an answer.
 */
import { createOpenAi } from "../src/adapters/model/openai.ts";
import { openBench, readArticle } from "../test/core/written/bench.ts";
import { type Behaviour, FAULTS, FaultyServer } from "../test/standins/model/faulty-server.ts";
import { runSuite, type Scale } from "./suite.ts";
import { atMost, type Row } from "./table.ts";

/** Milliseconds for an answer. */
const TIMEOUTS: Readonly<Record<Scale, number>> = { quick: 300, whole: 1_500 };

const MALFORMED = `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content: '{"lead":' }, finish_reason: "stop" }] })}\n\n`;

const answer =
  (status: number, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (response) =>
    void response
      .writeHead(status, { "content-type": "application/json", ...headers })
      .end('{"error":{"message":"no"}}');

const FAILURES: Readonly<Record<string, Behaviour>> = {
  "HTTP 401": answer(401),
  "HTTP 429, Retry-After 0": answer(429, { "retry-after": "0" }),
  "HTTP 429, Retry-After 50": answer(429, { "retry-after": "50" }),
  "HTTP 500": answer(500),
  "malformed JSON": (response) =>
    void response.writeHead(200, { "content-type": "text/event-stream" }).end(`${MALFORMED}data: [DONE]\n\n`),
  ...FAULTS,
};

/** These leave the client waiting, for as long as it waits. */
const WAITED: ReadonlySet<string> = new Set(["silent", "never answers", "HTTP 429, Retry-After 50"]);

async function measureOne([name, behave]: readonly [string, Behaviour], timeout: number): Promise<Row> {
  let failedAt = 0;
  const server = new FaultyServer((response) => {
    failedAt = performance.now();
    for (const event of ["finish", "close"])
      response.on(event, () => {
        if (!WAITED.has(name)) failedAt = performance.now();
      });
    behave(response);
  });
  const baseUrl = await server.start();
  const settings = { apiKey: "none", baseUrl, model: "m", timeout, temperature: null, maxTokens: null };
  const { better } = await openBench(createOpenAi(settings)).brief(readArticle("grain-road"));
  const took = performance.now() - failedAt - (WAITED.has(name) ? timeout : 0);
  await server.stop();
  if (better?.outcome !== "ok") throw new Error(`Expected the article's own sentences after ${name}, got none`);
  return atMost(`model fails: ${name} → extractive, ms`, Math.max(0, took), 2000);
}

async function measure(scale: Scale): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const failure of Object.entries(FAILURES)) rows.push(await measureOne(failure, TIMEOUTS[scale]));
  return rows;
}

await runSuite("Failures", measure);
