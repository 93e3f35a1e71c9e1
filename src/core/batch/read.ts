import type { ArticleInput } from "../article.ts";
import { UserError } from "../errors.ts";
import { isLabelledCaption } from "../furniture/caption.ts";
import { type BatchLine, optionalText, requireText } from "./lines.ts";

/** Why a page's text should not be taken for one article: a code and a sentence that says what to do. */
export interface Doubt {
  readonly code: string;
  readonly message: string;
}

/** The article on a page, each of its authors, its language as the page names it. */
export interface ReadPage {
  readonly article: ArticleInput;
  readonly authors: readonly string[];
  readonly language: string | null;
  readonly doubt: Doubt | null;
}

/** Finds the article on a page of HTML that came from `url`. Throws UserError "unreadable" for a page without one. */
export type PageReader = (html: string, url: string | null) => Promise<ReadPage>;

/** A page line's article as plain data, or what the page is instead; several authors are a list, a doubt is a warning. */
export async function describePage(line: BatchLine, readPage: PageReader): Promise<object> {
  const html = requireText(line, "html");
  try {
    const { article, authors, language, doubt } = await readPage(html, optionalText(line, "url") ?? null);
    const { title = null, publishedAt = null, publisher = null } = article;
    const text = withoutCaptions(article.text);
    const author = authors.length > 1 ? authors : (authors[0] ?? null);
    const read = { title, text, author, publishedAt, publisher, language };
    return doubt === null ? read : { ...read, warning: doubt };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { error: { code: error.code, message: error.message } };
  }
}

/** The running text alone. */
const withoutCaptions = (text: string): string =>
  text
    .split("\n\n")
    .filter((paragraph) => !isLabelledCaption(paragraph))
    .join("\n\n");
