import { makeArticle } from "../article.ts";
import { ENGINE, findStatements } from "../attribution/index.ts";
import type { StoredArticle } from "../ports.ts";
import { type BatchLine, eachLine, lineError, optionalText, requireText } from "./lines.ts";

/** The articles a batch asks about, by id; each is read by the engine once, when it is first needed. */
export interface BatchArticles {
  find(id: string): StoredArticle;
}

/** An article line with the engine's statements. Throws UserError where text is missing. */
export function readArticle(line: BatchLine): StoredArticle {
  const title = optionalText(line, "title");
  const article = makeArticle({ text: requireText(line, "text"), ...(title === undefined ? {} : { title }) });
  return { article, statements: findStatements(article), engine: ENGINE, readAt: 0 };
}

/** Reads the lines of an `--articles` file; a bad line is only a fault when something asks for its article. */
export async function readArticles(lines: AsyncIterable<string>): Promise<BatchArticles> {
  const raw = new Map<string, BatchLine>();
  for await (const entry of eachLine(lines, (line) => ({ line }))) {
    if ("id" in entry && "line" in entry && typeof entry.id === "string" && typeof entry.line === "object") {
      raw.set(entry.id, entry.line as BatchLine);
    }
  }
  const read = new Map<string, StoredArticle>();
  return {
    find(id) {
      const line = raw.get(id);
      if (line === undefined) throw lineError(`the articles file has no article "${id}"`);
      const stored = read.get(id) ?? readArticle(line);
      read.set(id, stored);
      return stored;
    },
  };
}
