import { readPage } from "../../src/adapters/intake/web/page.ts";
import { makeArticle } from "../../src/core/article.ts";
import { ENGINE, findStatements } from "../../src/core/attribution/index.ts";
import { writeBriefing } from "../../src/core/briefing/index.ts";
import { briefingReply } from "../../src/core/briefing/reply.ts";
import { UserError } from "../../src/core/errors.ts";

/** What is done with a page. */
type Reader = (html: string) => unknown;

/** Every way of reading a page that is measured, imported only when it is its turn. */
export const readers: Readonly<Record<string, () => Promise<Reader>>> = {
  imports: async () => () => null,
  parse5: async () => {
    const { parse } = await import("parse5");
    return parse;
  },
  extraction: async () => orRefuse((html) => readPage(html, null)),
  briefing: async () =>
    orRefuse((html) => {
      const article = makeArticle(readPage(html, null).article);
      const stored = { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };
      return briefingReply(writeBriefing(stored, { length: "short", focus: null }), "asker");
    }),
  linkedom: async () => {
    const { parseHTML } = await import("linkedom");
    const { Readability } = await import("@mozilla/readability");
    return orFail((html) => new Readability(parseHTML(html).document).parse());
  },
  jsdom: async () => {
    const { JSDOM } = await import("jsdom");
    const { Readability } = await import("@mozilla/readability");
    return orFail((html) => {
      const { window } = new JSDOM(html);
      const read = new Readability(window.document).parse();
      window.close();
      return read;
    });
  },
};

/** A page that is no article costs what it takes to find that out. */
const orRefuse =
  (reader: Reader): Reader =>
  (html) => {
    try {
      return reader(html);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return null;
    }
  };

/** Peers throw on some pages; that costs time too. */
const orFail =
  (reader: Reader): Reader =>
  (html) => {
    try {
      return reader(html);
    } catch {
      return null;
    }
  };
