import { describe, expect, it } from "vitest";
import { answerAnswered } from "../../../src/core/answer/answered.ts";
import { replyText } from "../../../src/core/reply.ts";
import { estimateTokens } from "../../../src/core/written/tokens.ts";
import { FakeModel, type Saying } from "../../standins/model/fake-model.ts";
import { callFrom, openBench, readArticle } from "./bench.ts";

const answer = (text: string, statements: readonly string[], sentences: readonly number[]) => ({
  answer: { text, statements, sentences },
});

const VENN = answer(
  "Dario Venn told reporters that the two sides had settled all but one of eleven points, and said {s3}",
  ["s2", "s3"],
  [2, 3],
);
const ELSE = answer("Sela Okoro said {s4}", ["s4"], [5]);
const WRONG = answer("Dario Venn said the talks had failed.", ["s2"], [2]);

/** What is answered by the rules, and after the model. */
async function ask(question: string, ...sayings: readonly Saying[]) {
  const model = new FakeModel((_, count) => sayings[count - 1] ?? { failure: "down" });
  const { core } = openBench(model);
  const call = callFrom("desk");
  await core.brief({ type: "text", text: readArticle("grain-road") }, { length: "short", focus: null }, call);
  const found = await core.ask({ question, speaker: null, about: null, kind: "all" }, null, call);
  const again = () => answerAnswered(core, found, null, "asker", call);
  const { reply, better } = again();
  const improved = await better;
  return { reply: replyText(reply), better: improved === null ? null : replyText(improved), model, again };
}

describe("an answer in a model's words", () => {
  it("stands beside its proofs when it stood its check; the rules' answer is there at once", async () => {
    const { reply, better, model } = await ask("what did Venn say?", VENN);
    expect(reply).toContain("Dario Venn is quoted");
    expect(better).toContain(
      'settled all but one of eleven points, and said "What is left is a matter of trucks, not of principle"',
    );
    expect(better).toContain("Dario Venn (Foreign Minister) · direct · ¶5");
    expect(better).toContain("written by fake-model, checked 1 of 1");
    expect(model.requests).toHaveLength(1);
  });

  it("is asked for once, however often the question comes", async () => {
    const { again, better, model } = await ask("what did Venn say?", VENN);
    const second = await again().better;
    expect(second === null ? null : replyText(second)).toBe(better);
    expect(model.requests).toHaveLength(1);
  });

  it("is asked for once when a hundred ask at once", async () => {
    const model = new FakeModel(() => VENN);
    const { core } = openBench(model);
    const call = callFrom("desk");
    await core.brief({ type: "text", text: readArticle("grain-road") }, { length: "short", focus: null }, call);
    const found = await core.ask(
      { question: "what did Venn say?", speaker: null, about: null, kind: "all" },
      null,
      call,
    );
    const all = Array.from({ length: 100 }, (_, index) =>
      core.phrase(found, null, callFrom("desk", `person-${index}`)),
    );
    const phrased = await Promise.all(all);
    expect(phrased.filter((one) => one?.written?.checked === 1)).toHaveLength(100);
    expect(model.requests).toHaveLength(1);
  });

  it("is mended once, and never somebody else's words", async () => {
    expect((await ask("what did Venn say?", WRONG, VENN)).better).toContain("checked 1 of 1");
    const { better, model } = await ask("what did Venn say?", ELSE, ELSE);
    expect(better).toContain("Nothing the language model wrote passed its check: this answer was found by rule.");
    expect(better).not.toContain("freeze");
    expect(model.requests).toHaveLength(2);
  });

  it("is the rules' own with one line after a failure", async () => {
    const { reply, better } = await ask("what did Venn say?", { failure: "slow" });
    expect(better).toBe(`${reply}\nThe language model did not answer in time: this answer was found by rule.`);
  });

  it("is not asked for where the rules have a verdict, a refusal or one statement", async () => {
    for (const question of ["did Venn say it was a matter of trucks?", "what did Putin say?", "what did Okoro say?"]) {
      const { better, model } = await ask(question, VENN);
      expect([better, model.requests.length]).toEqual([null, 0]);
    }
  });

  it("helps where the rules do not understand the question, and keeps quiet where it cannot", async () => {
    const question = "please explain the trucks and the bread price";
    const found = answer("Vardonia said it would let in 200 trucks a day.", ["s5"], [6]);
    expect((await ask(question, found)).better).toContain("200 trucks a day");
    expect((await ask(question, { answer: null })).better).toBeNull();
    expect((await ask(question, WRONG, WRONG)).better).toBeNull();
  });

  it("takes only what the question is about, in under 900 tokens", async () => {
    for (const question of ["what did Venn say?", "who spoke about the road?", "compare Venn and Okoro"]) {
      const [request] = (await ask(question, VENN)).model.requests;
      const sent = `${request?.system}${request?.turns[0]}${JSON.stringify(request?.answer.schema)}`;
      if (request !== undefined) expect(estimateTokens(sent)).toBeLessThanOrEqual(900);
    }
    const { model } = await ask("what did Venn say?", VENN);
    expect(model.requests[0]?.turns[0]).not.toContain("freeze in the pen");
  });
});
