import { describe, expect, it } from "vitest";
import { createIntake } from "../../../src/adapters/intake/intake.ts";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { answerAnswered } from "../../../src/core/answer/answered.ts";
import { briefAnswered } from "../../../src/core/briefing/answered.ts";
import { createCore } from "../../../src/core/core.ts";
import { findAskedLanguage } from "../../../src/core/question/asked-language.ts";
import { type Reply, replyText } from "../../../src/core/reply.ts";
import { verifyReply } from "../../../src/core/verify/index.ts";
import type { TongueCode } from "../../../src/core/written/tongues.ts";
import { FakeModel, type Saying } from "../../standins/model/fake-model.ts";
import { newsroomOver } from "../../standins/newsroom.ts";
import { callFrom, NOON, openBench, readArticle } from "./bench.ts";

const GRAIN = { type: "text", text: readArticle("grain-road") } as const;

const pieces = (...texts: readonly string[]) => ({
  translations: texts.map((text, index) => ({ id: index + 1, text })),
});

/** What is answered by the rules, and after the model. */
async function ask(question: string, saying: Saying) {
  const model = new FakeModel(() => saying);
  const { core } = openBench(model);
  const call = callFrom("desk");
  await core.brief(GRAIN, { length: "short", focus: null }, call);
  const found = await core.ask({ question, speaker: null, about: null, kind: "all" }, null, call);
  const { reply, better } = answerAnswered(core, found, null, "asker", call);
  const stored = await core.open({ type: "last" }, call);
  return { reply, better: await better, model, stored };
}

const textOf = (reply: Reply | null): string => (reply === null ? "" : replyText(reply));

/** What Okoro says in the article, in each language. */
const FREEZE: Readonly<Record<Exclude<TongueCode, "en">, readonly [string, string, string]>> = {
  de: ["Was hat Okoro gesagt?", "Ich habe Unterschriften in der Feder gefrieren sehen", "unsere Übersetzung"],
  fr: ["Qu’a dit Okoro ?", "J’ai vu des signatures geler dans la plume", "notre traduction"],
  es: ["¿Qué dijo Okoro?", "He visto congelarse firmas en la pluma", "traducción nuestra"],
  ru: ["Что сказала Okoro?", "Я видела, как подписи замерзали в пере", "наш перевод"],
  zh: ["Okoro说了什么？", "我见过签名在笔尖冻住", "我们的译文"],
};

describe("an answer in the language of the question", () => {
  it.each(Object.entries(FREEZE))(
    "%s: the words as they stand, ours beside them",
    async (_, [question, ours, label]) => {
      const { better, stored } = await ask(question, pieces(ours, ours));
      expect(textOf(better)).toContain(`"I have seen signatures freeze in the pen" (${label}: ${ours})`);
      expect(textOf(better)).toContain("Sela Okoro (Meristan's chief envoy) · direct · ¶6");
      expect(textOf(better)).toContain("translated by fake-model");
      expect(better === null ? [] : verifyReply(better, [stored])).toEqual([]);
    },
  );

  it.each([
    ["a figure that is not there", "Ich habe 12 Unterschriften in der Feder gefrieren sehen"],
    ["a not that is not there", "Ich habe keine Unterschriften in der Feder gefrieren sehen"],
    ["somebody else's name", "Ich habe die Unterschrift von Venn in der Feder gefrieren sehen"],
    ["quotation marks", "Ich habe „Unterschriften“ in der Feder gefrieren sehen"],
    ["a link", "Ich habe Unterschriften gefrieren sehen, siehe https://evil.example/x"],
    ["the wrong language", "I have seen that the signatures were to freeze in the pen"],
    ["far too much", "Ich habe Unterschriften in der Feder gefrieren sehen. ".repeat(4)],
    ["nothing", ""],
  ])("leaves out a translation with %s, and says so", async (_, ours) => {
    const { reply, better } = await ask("Was hat Okoro gesagt?", pieces(ours));
    expect(textOf(better)).not.toContain("Übersetzung");
    const listed = textOf(better).includes("freeze in the pen");
    expect(listed || textOf(better).startsWith(textOf(reply))).toBe(true);
  });

  it("asks nobody where there is nothing to translate", async () => {
    const { better, model } = await ask("Was hat Putin gesagt?", pieces());
    expect(textOf(better)).toBe("Dazu sagt im Artikel niemand etwas.");
    expect(model.requests).toEqual([]);
  });

  it("is the rules' own with one line when the model fails", async () => {
    const { reply, better } = await ask("Was hat Okoro gesagt?", { failure: "slow" });
    expect(textOf(better)).toBe(
      `${textOf(reply)}\nThe language model did not answer in time: this answer was found by rule.`,
    );
  });

  it("is told from the words a question asks with", () => {
    const asked = [
      "What did Wang say?",
      "Wer wird zitiert?",
      "Qui a parlé de la route ?",
      "¿Quién habló de pan?",
      "谁说的？",
    ];
    expect(asked.map(findAskedLanguage)).toEqual(["en", "de", "fr", "es", "zh"]);
    expect(["Putin?", "Dario Venn on bread", "What about Was?"].map(findAskedLanguage)).toEqual(["en", "en", "en"]);
  });
});

describe("a briefing with lang:", () => {
  const brief = async (saying: Saying, count = 1) => {
    const model = new FakeModel(() => saying);
    const { core } = openBench(model);
    const answered = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        briefAnswered(core, GRAIN, { length: "short", focus: null, lang: "de" }, "channel", callFrom(`desk-${index}`)),
      ),
    );
    return { model, replies: await Promise.all(answered.map(({ better }) => better)) };
  };

  it("keeps every sentence of the article and has ours beside it; one call for all who ask", async () => {
    const { model, replies } = await brief(
      {
        translations: [
          { id: 2, text: "Dario Venn sagte: Was bleibt, sind Lastwagen, keine Grundsätze, nicht mehr" },
          { id: 3, text: "Sela Okoro sagte: Ich habe Unterschriften in der Feder gefrieren sehen" },
        ],
      },
      20,
    );
    expect(model.requests).toHaveLength(1);
    expect(textOf(replies[0] ?? null)).toContain(
      '"I have seen signatures freeze in the pen" [3] (unsere Übersetzung: Sela Okoro sagte:',
    );
    expect(textOf(replies[0] ?? null)).toMatch(/translated by fake-model, checked [12] of [5-7]/);
  });

  it("says what is missing where there is no model", async () => {
    const store = memoryStore(() => NOON);
    const newsroom = newsroomOver(store, () => NOON);
    const core = createCore({ intake: createIntake(), store, newsroom, now: () => NOON });
    const options = { length: "short", focus: null, lang: "de" } as const;
    const { reply, better } = await briefAnswered(core, GRAIN, options, "channel", callFrom("desk"));
    expect(textOf(reply)).toContain("Translating needs a language model, and none is set up here.");
    expect(await better).toBeNull();
  });
});
