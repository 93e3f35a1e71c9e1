import { existsSync, readFileSync } from "node:fs";
import { LLMock } from "@copilotkit/aimock";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { createOpenAi } from "../../../src/adapters/model/openai.ts";
import type { ModelSettings } from "../../../src/adapters/model/settings.ts";
import type { Model } from "../../../src/core/model.ts";
import { BRIEFING_DRAFT } from "../../../src/core/written/draft.ts";
import { ModelError } from "../../../src/core/written/model-error.ts";
import { DEFAULT_MODEL } from "../../../src/settings.ts";
import { modelContract, REQUEST } from "../../contracts/model.ts";
import { FakeModel } from "../../standins/model/fake-model.ts";
import { FAULTS, FaultyServer } from "../../standins/model/faulty-server.ts";

const KEY = "sk-test-canary-0123456789";

const settingsFor = (baseUrl: string, given: Partial<ModelSettings> = {}): ModelSettings => ({
  apiKey: KEY,
  baseUrl,
  model: "gpt-test",
  timeout: 10_000,
  temperature: null,
  maxTokens: null,
  ...given,
});

async function openMock(): Promise<LLMock> {
  const mock = new LLMock({ port: 0, host: "127.0.0.1", strict: true, logLevel: "silent" });
  await mock.start();
  onTestFinished(() => mock.stop());
  return mock;
}

const openModel = (mock: LLMock, given: Partial<ModelSettings> = {}): Model =>
  createOpenAi(settingsFor(`${mock.url}/v1`, given));

/** A request's body, as far as is looked at. */
interface Body {
  readonly messages: readonly { readonly content: string }[];
  readonly response_format?: { readonly type: string };
}

const bodiesOf = (mock: LLMock): readonly Body[] =>
  JSON.parse(JSON.stringify(mock.getRequests().map(({ body }) => body)));

const { signal } = new AbortController();

/** The failure a request ends in. */
async function failureOf(model: Model, waited: AbortSignal = signal): Promise<ModelError> {
  const error: unknown = await model.ask(REQUEST, waited).then(
    () => new Error("expected a failure, got an answer"),
    (reason: unknown) => reason,
  );
  if (error instanceof ModelError) return error;
  throw error;
}

describe("OpenAI's client against aimock", () => {
  modelContract(async (answers) => {
    const mock = await openMock();
    answers.forEach((content, sequenceIndex) => {
      mock.on(
        { predicate: ({ messages }) => (messages.length - 2) / 2 === sequenceIndex || answers.length === 1 },
        { content },
      );
    });
    const sent = () => bodiesOf(mock).map(({ messages }) => messages.slice(1).map(({ content }) => content));
    return { model: openModel(mock), sent };
  });
});

describe("the fake", () => {
  modelContract(async (answers) => {
    const model = new FakeModel((_, count) => answers[count - 1] ?? "");
    return { model, sent: () => model.requests.map(({ turns }) => turns) };
  });
});

describe("a request", () => {
  it("asks for a strict schema, and sends no temperature and no limit unless they are set", async () => {
    const mock = await openMock();
    mock.on({ responseFormat: "json_schema" }, { content: '{"word":"ja"}' });
    await openModel(mock).ask(REQUEST, signal);
    await openModel(mock, { temperature: 0.2, maxTokens: 700 }).ask(REQUEST, signal);
    const [plain, set] = bodiesOf(mock);
    expect(plain).toMatchObject({ response_format: { json_schema: { name: "word", strict: true } }, stream: true });
    expect(Object.keys(plain ?? {}).filter((key) => /temperature|max_/.test(key))).toEqual([]);
    expect(set).toMatchObject({ temperature: 0.2, max_completion_tokens: 700 });
  });

  it("falls back to a JSON object with the schema in words on a 400, and does not ask for schemas again", async () => {
    const mock = await openMock();
    mock.on({ responseFormat: "json_schema" }, { error: { message: "no schemas here" }, status: 400 });
    mock.on({ responseFormat: "json_object" }, { content: '{"word":"ja"}' });
    const model = openModel(mock);
    expect((await model.ask(REQUEST, signal)).text).toBe('{"word":"ja"}');
    await model.ask(REQUEST, signal);
    const formats = bodiesOf(mock).map(({ response_format }) => response_format?.type);
    expect(formats).toEqual(["json_schema", "json_object", "json_object"]);
    expect(bodiesOf(mock).at(-1)?.messages[0]?.content).toContain('"required":["word"]');
  });

  const openapi = new URL("../../../../shared/standins/openai/openai-openapi.json", import.meta.url);
  it.skipIf(!existsSync(openapi))("is as OpenAI's own description has it (needs ../shared)", async () => {
    const mock = await openMock();
    mock.on({ responseFormat: "json_schema" }, { error: { message: "no schemas here" }, status: 400 });
    mock.on({ responseFormat: "json_object" }, { content: '{"word":"ja"}' });
    const answer = { name: "briefing", schema: BRIEFING_DRAFT.schema };
    await openModel(mock, { temperature: 1, maxTokens: 9 }).ask({ ...REQUEST, answer, turns: ["a", "b", "c"] }, signal);
    // The description says nullable of what has no type, which is no JSON schema.
    const description: unknown = JSON.parse(readFileSync(openapi, "utf8"), (_, value: unknown) => {
      if (typeof value !== "object" || value === null || !("nullable" in value) || "type" in value) return value;
      const { nullable: _nullable, ...rest } = value;
      return rest;
    });
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(description as object, "openai");
    const validate = ajv.compile({ $ref: "openai#/components/schemas/CreateChatCompletionRequest" });
    const bodies = bodiesOf(mock);
    expect(bodies.map((body) => (validate(body) ? null : ajv.errorsText(validate.errors)))).toEqual([null, null]);
    expect(validate({ ...bodies[0], messages: [{ role: "sistem", content: "x" }] })).toBe(false);
  });
});

describe("what goes wrong", () => {
  it.each([
    [401, "key"],
    [403, "key"],
    [402, "busy"],
    [404, "asked"],
    [400, "asked"],
  ])("HTTP %i is told at once", async (status, failure) => {
    const mock = await openMock();
    mock.on({ endpoint: "chat" }, { error: { message: `the article said ${KEY}` }, status });
    const error = await failureOf(openModel(mock));
    expect(error.failure).toBe(failure);
    expect(`${error.stack}${JSON.stringify(error)}`).not.toContain(KEY);
    expect(mock.getRequests().length).toBeLessThanOrEqual(2);
  });

  it.each([
    [429, "busy"],
    [500, "down"],
    [503, "down"],
  ])("HTTP %i is tried again, twice and no more", async (status, failure) => {
    const mock = await openMock();
    mock.on({ endpoint: "chat" }, { error: { message: "later" }, status, retryAfter: 0 });
    expect((await failureOf(openModel(mock))).failure).toBe(failure);
    expect(mock.getRequests()).toHaveLength(3);
  });

  it("a model that is back after a 429 is heard", async () => {
    const mock = await openMock();
    mock.on({ endpoint: "chat" }, { content: '{"word":"ja"}' });
    mock.nextRequestError(429, { message: "slow down" });
    expect((await openModel(mock).ask(REQUEST, signal)).text).toBe('{"word":"ja"}');
  });

  it("a Retry-After beyond the time for an answer ends in its time", async () => {
    const mock = await openMock();
    mock.on({ endpoint: "chat" }, { error: { message: "later" }, status: 429, retryAfter: 50 });
    expect((await failureOf(openModel(mock, { timeout: 300 }))).failure).toBe("slow");
  });

  const expected = {
    refusal: "refused",
    filtered: "refused",
    "cut by its limit": "cut",
    "cut connection": "cut",
    "ends without an end": "cut",
    "a megabyte": "large",
    endless: "large",
    silent: "slow",
    "never answers": "slow",
    "a web page": "cut",
    "broken chunks": "cut",
  } as const;

  it.each(Object.entries(FAULTS))("%s", async (name, behave) => {
    const server = new FaultyServer(behave);
    const baseUrl = await server.start();
    onTestFinished(() => server.stop());
    const error = await failureOf(createOpenAi(settingsFor(baseUrl, { timeout: 1_500 })));
    expect(error.failure).toBe(expected[name as keyof typeof FAULTS]);
    expect(server.requests).toBeLessThanOrEqual(3);
  });

  it("a server that is not there", async () => {
    const server = new FaultyServer(() => {});
    const baseUrl = await server.start();
    await server.stop();
    expect((await failureOf(createOpenAi(settingsFor(baseUrl)))).failure).toBe("down");
  });

  it("an answer nobody waits for any more", async () => {
    const server = new FaultyServer(FAULTS.silent);
    const baseUrl = await server.start();
    onTestFinished(() => server.stop());
    const stop = new AbortController();
    const failing = failureOf(createOpenAi(settingsFor(baseUrl)), stop.signal);
    stop.abort();
    expect((await failing).failure).toBe("stopped");
  });

  it("a call of tools, of which it has none", async () => {
    const mock = await openMock();
    mock.on({ endpoint: "chat" }, { toolCalls: [{ name: "post", arguments: "{}" }] });
    expect((await failureOf(openModel(mock))).failure).toBe("shape");
  });

  it("an empty answer", async () => {
    const mock = await openMock();
    mock.on({ endpoint: "chat" }, { content: " " });
    expect((await failureOf(openModel(mock))).failure).toBe("shape");
  });
});

describe("the model we use unless told otherwise", () => {
  const types = readFileSync(new URL("../../../node_modules/openai/resources/shared.d.ts", import.meta.url), "utf8");
  const [, deprecated = "", known = ""] =
    /\/\*\*\s+\* Deprecated values:([\s\S]*?)\*\/\s+export type ChatModel = ([^;]+);/.exec(types) ?? [];

  it("is one OpenAI's client knows and does not call deprecated", () => {
    expect(known).toContain(`'${DEFAULT_MODEL}'`);
    expect(deprecated).toContain('"gpt-4"');
    expect(deprecated).not.toContain(`"${DEFAULT_MODEL}"`);
  });
});
