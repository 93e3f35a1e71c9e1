import { LLMock } from "@copilotkit/aimock";
import { describe, expect, it, onTestFinished } from "vitest";
import { CAREFUL } from "../core/digest/stories.ts";
import { FAULTS, FaultyServer } from "../standins/model/faulty-server.ts";
import { type Harbour, openHarbour } from "./harbour.ts";

const CANARY = "sk-test-canary-0123456789";
const EIGHT = Date.UTC(2026, 10, 27, 8);
const BY_RULE = 'Ines Calder said: "We cannot ask a crew to cross in that swell" [¶2]';

/** The morning's digests of both chats, told by the model at an address. */
async function tellAt(address: string, settings: Readonly<Record<string, string>> = {}): Promise<Harbour> {
  const model = { OPENAI_API_KEY: CANARY, OPENAI_BASE_URL: address, OPENAI_MODEL: "m1" };
  const harbour = await openHarbour({ ...model, ...settings });
  await harbour.subscribe();
  harbour.publishFerry();
  await harbour.run(EIGHT + 60 * 60_000);
  expect(harbour.faults).toEqual([]);
  expect(harbour.texts().map(({ length }) => length)).toEqual([1, 1]);
  return harbour;
}

async function openMock(): Promise<LLMock> {
  const mock = new LLMock({ port: 0, host: "127.0.0.1", strict: true, logLevel: "silent" });
  await mock.start();
  onTestFinished(() => mock.stop());
  return mock;
}

function expectRules(harbour: Harbour, why: string): void {
  for (const text of harbour.texts().flat()) {
    expect(text).toContain(BY_RULE);
    expect(text).toContain(`${why}: these are the articles' own sentences.`);
  }
  expect(harbour.sent() + harbour.log.join()).not.toContain(CANARY);
}

describe("a digest told by OpenAI's client and a server on this machine, on Slack and Discord", {
  timeout: 60_000,
}, () => {
  it("stands as the model has it, its quotation cut from the article, and says who wrote it", async () => {
    const mock = await openMock();
    mock.on({ responseFormat: "json_schema" }, { content: JSON.stringify(CAREFUL) });
    const harbour = await tellAt(`${mock.url}/v1`);
    for (const text of harbour.texts().flat()) {
      expect(text).toContain(
        'Harbour master Ines Calder told reporters on the quay: "We cannot ask a crew to cross in that swell" [¶2] · 1 outlet, 1 origin',
      );
      expect(text).toContain("written by m1, checked 1 of 1");
    }
    // Two workspaces: one call for each.
    expect(mock.getRequests()).toHaveLength(2);
  });

  it.each([
    [401, "The language model does not take this bot's key"],
    [429, "The language model has too much to do, or its credit is used up"],
    [500, "The language model cannot be reached"],
  ])("is the rules' own after HTTP %i", async (status, why) => {
    const mock = await openMock();
    mock.on({ endpoint: "chat" }, { error: { message: `no: ${CANARY}` }, status, retryAfter: 0 });
    expectRules(await tellAt(`${mock.url}/v1`), why);
  });

  it.each([
    ["malformed JSON", '{"story": {"text": '],
    ["another shape", '{"lead": null}{"lead"'],
    ["nothing", " "],
  ])("is the rules' own after %s", async (_, content) => {
    const mock = await openMock();
    mock.on({ endpoint: "chat" }, { content });
    expectRules(await tellAt(`${mock.url}/v1`), "The language model's answer could not be read");
  });

  const ends = {
    refusal: "would not write about this",
    filtered: "would not write about this",
    "cut by its limit": "broke off in the middle",
    "cut connection": "broke off in the middle",
    "ends without an end": "broke off in the middle",
    "a megabyte": "would not come to an end",
    endless: "would not come to an end",
    silent: "did not answer in time",
    "never answers": "did not answer in time",
    "a web page": "broke off in the middle",
    "broken chunks": "broke off in the middle",
  } as const;
  it.each(Object.entries(FAULTS))("is the rules' own where the server does this: %s", async (name, behave) => {
    const server = new FaultyServer(behave);
    const address = await server.start();
    onTestFinished(() => server.stop());
    const harbour = await tellAt(address, { OPENAI_TIMEOUT: "1" });
    expectRules(harbour, `The language model ${ends[name as keyof typeof FAULTS]}`);
  });

  it("is the rules' own, and no model is asked, once the day's tokens are used up", async () => {
    const mock = await openMock();
    mock.on({ endpoint: "chat" }, { content: JSON.stringify(CAREFUL) });
    const harbour = await tellAt(`${mock.url}/v1`, { OPENAI_TOKENS_A_DAY: "500" });
    expectRules(harbour, "Today's language model budget here is used up and starts anew at midnight UTC");
    expect(mock.getRequests()).toEqual([]);
  });
});
