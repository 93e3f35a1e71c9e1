import fc from "fast-check";
import { expect, it } from "vitest";
import { makeArticle } from "../../../src/core/article.ts";
import { ENGINE, findStatements } from "../../../src/core/attribution/index.ts";
import { replyText } from "../../../src/core/reply.ts";
import { verifyReply } from "../../../src/core/verify/index.ts";
import { FakeModel } from "../../standins/model/fake-model.ts";
import { readArticle } from "./bench.ts";
import { BY_RULE, digestOf } from "./digest-of.ts";

const article = makeArticle({ text: readArticle("grain-road") });
const source = { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };
const words = article.text.split(/\s+/);

/** Anything a model may say: words of the article and others, marks and quotation marks, numbers that exist and do not. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  fc.constantFrom("Dario Venn said", "Sela Okoro said", "not", "@everyone", "https://evil.example/?q=1", '"', "[1]"),
  fc.integer({ min: 1, max: 9 }).map((id) => `{s${id}}`),
  fc.string(),
);
const story = fc.record({
  text: fc.oneof(
    fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(" ")),
    fc
      .constantFrom("Dario Venn said ", "Sela Okoro said ", "Meristan has called that figure ")
      .chain((frame) => fc.integer({ min: 1, max: 9 }).map((id) => `${frame}{s${id}}`)),
  ),
  statements: fc.array(
    fc.integer({ min: 1, max: 9 }).map((id) => `s${id}`),
    { maxLength: 3 },
  ),
  sentences: fc.array(fc.integer({ min: 1, max: 18 }), { maxLength: 4 }),
});

it("whatever a model says, a digest stands, all its quotations are the article's, and it says how many were checked", async () => {
  let standing = 0;
  await fc.assert(
    fc.asyncProperty(story, story, async (first, second) => {
      const reply = await digestOf(source, new FakeModel((_, count) => ({ story: count === 1 ? first : second })));
      const text = replyText(reply);
      expect(verifyReply(reply, [source])).toEqual([]);
      expect(text).not.toMatch(/evil\.example|@everyone/);
      const stands = text.includes("written by fake-model, checked 1 of 1");
      expect(text.includes(BY_RULE)).toBe(!stands);
      if (stands) standing += 1;
    }),
    { numRuns: 300 },
  );
  expect(standing).toBeGreaterThan(0);
}, 60_000);
