import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { LLMock } from "@copilotkit/aimock";
import { expect, onTestFinished, test } from "vitest";
import { CAREFUL } from "../../core/written/bench.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const KEY = "sk-test-canary-0123456789";

async function brief(baseUrl: string) {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-model-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const child = spawn("node", ["src/main.ts", "brief", "test/fixtures/articles/grain-road.txt"], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      VERBATIM_DATA: folder,
      OPENAI_API_KEY: KEY,
      OPENAI_BASE_URL: baseUrl,
      OPENAI_MODEL: "m1",
    },
  });
  child.stdin.end();
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  return { output, errors, code: child.exitCode };
}

test("the program as it is started asks the model that is set, and prints what stood", {
  timeout: 60_000,
}, async () => {
  const mock = new LLMock({ port: 0, host: "127.0.0.1", strict: true, logLevel: "silent" });
  await mock.start();
  onTestFinished(() => mock.stop());
  mock.on({ responseFormat: "json_schema" }, { content: JSON.stringify(CAREFUL) });
  const { output, code } = await brief(`${mock.url}/v1`);
  expect(output).toContain("written by m1, checked 5 of 5");
  expect(code).toBe(0);
  expect(mock.getRequests()).toHaveLength(1);
});

test("without a model that answers it prints the article's own sentences and why, and never the key", {
  timeout: 60_000,
}, async () => {
  const mock = new LLMock({ port: 0, host: "127.0.0.1", strict: true, logLevel: "silent" });
  await mock.start();
  onTestFinished(() => mock.stop());
  mock.on({ endpoint: "chat" }, { error: { message: `no such key: ${KEY}` }, status: 401 });
  const { output, errors, code } = await brief(`${mock.url}/v1`);
  expect(output.replaceAll(/\s+/g, " ")).toContain(
    "does not take this bot's key: these are the article's own sentences.",
  );
  expect(output).toContain("5/5 quotes verified");
  expect(errors).toContain("The language model gave no answer that can be used: key (HTTP 401)");
  expect(output + errors).not.toContain(KEY);
  expect(code).toBe(0);
});
