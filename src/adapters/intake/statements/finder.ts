import type { Article } from "../../../core/article.ts";
import type { Statement } from "../../../core/statement.ts";
import { ReadingThread } from "../reading-thread.ts";

/** Texts of more UTF-16 units are read in a thread of their own: by then the main one would be held up for some fifty milliseconds. */
const LONG = 10_000;
/** Milliseconds for one text; the longest that is taken in needs some two seconds. */
const LONGEST = 20_000;

/** Finds who said what: at once in a text as news has it, and away from everybody else in a long one. */
export class StatementFinder {
  readonly #thread = new ReadingThread<Article, readonly Statement[]>({
    file: new URL("./thread.ts", import.meta.url),
    tooComplex: "That text is too intricate to be read as a whole; paste the part you need.",
    longest: LONGEST,
  });

  /** Throws UserError "too-complex" for a text that takes too much. */
  async find(article: Article): Promise<readonly Statement[]> {
    if (article.text.length > LONG) return this.#thread.read(article);
    return (await import("../../../core/attribution/index.ts")).findStatements(article);
  }
}
