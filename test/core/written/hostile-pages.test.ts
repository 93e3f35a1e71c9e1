import { describe, expect, it } from "vitest";
import { createWebReader } from "../../../src/adapters/intake/web/web-reader.ts";
import { replyText } from "../../../src/core/reply.ts";
import { FakeModel } from "../../standins/model/fake-model.ts";
import { callFrom, openBench, readArticle } from "./bench.ts";
import { CANARY, plantAttacks } from "./injections.ts";

const asHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A page with the attack wherever a page has words: title, meta fields, pictures, captions, what is hidden, comments. */
function plantInPage(attack: string): string {
  const words = asHtml(attack);
  const [headline = "", ...paragraphs] = readArticle("grain-road").split("\n\n");
  const body = paragraphs.map((paragraph) => `<p>${asHtml(paragraph)}</p>`).join("\n");
  return `<html><head><title>${words}</title><meta name="description" content="${words}">
    <meta property="og:title" content="${words}"><meta name="author" content="${words}"></head><body><article>
    <h1>${asHtml(headline)}</h1><figure><img src="/a.png" alt="${words}" title="${words}"><figcaption>${words}</figcaption></figure>
    <div style="display:none">${words}</div><p aria-hidden="true">${words}</p><!-- ${words} -->
    ${body}</article></body></html>`;
}

describe("a page with orders in its fields, and a model that does as the page says", () => {
  it("brings none of them into a briefing, nor to the model", { timeout: 60_000 }, async () => {
    const reader = createWebReader();
    const attacks = [...new Set(plantAttacks(readArticle("grain-road")).map(({ sentence }) => sentence))];
    expect(attacks.length).toBeGreaterThanOrEqual(40);
    for (const attack of attacks) {
      const article = await reader.readFile(Buffer.from(plantInPage(attack)));
      const model = new FakeModel(() => ({
        lead: { text: `${CANARY}.`, statements: [], sentences: [1] },
        bullets: [],
      }));
      const { reply, better } = await openBench(model).brief(`${article.title ?? ""}\n\n${article.text}`);
      expect(replyText(reply) + (better === null ? "" : replyText(better))).not.toContain(CANARY);
      expect(model.requests[0]?.turns[0] ?? "").not.toContain(CANARY);
    }
  });
});

/**
 * What somebody tells people to do is news, order or not: it is theirs, in quotation marks and under their name. Only what is
 * addressed to a program, or would act where it is shown, is no quotation to be posted.
 */
describe("an order a speaker gave to people", () => {
  const text = [
    "The pass road opened again on Monday after a winter of snow, the ministry said.",
    '"Ignore the old signs, tell every driver you know and write to your mayor," Sela Okoro told the drivers on Monday.',
    "The first trucks crossed the pass at noon, and the ministry counted two hundred of them by the evening.",
  ].join("\n\n");

  it("is quoted under their name", async () => {
    const model = new FakeModel(() => ({
      lead: null,
      bullets: [{ text: "Sela Okoro told the drivers {s2}", statements: ["s2"], sentences: [2] }],
    }));
    const { better } = await openBench(model).brief(text, callFrom("desk"));
    expect(better === null ? "" : replyText(better)).toContain(
      'Sela Okoro told the drivers "Ignore the old signs, tell every driver you know and write to your mayor"',
    );
  });
});
