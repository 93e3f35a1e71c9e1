import type { ArticleInput } from "../../../core/article.ts";
import type { ReadPage } from "../../../core/batch/read.ts";
import { labelCaption } from "../../../core/furniture/caption.ts";
import { findAuthors } from "./authors.ts";
import { findBody, type Passage } from "./body.ts";
import { findAddress } from "./canonical.ts";
import type { Facts } from "./facts.ts";
import { type DataNode, findArticle, readNodes } from "./json-ld.ts";
import { isBoilerplate } from "./lines.ts";
import { findDate, findHouses, findPublisher, findSummary } from "./meta.ts";
import { readOutline } from "./outline.ts";
import { findDoubt, refuseOther } from "./refusals.ts";
import { findRepeats } from "./repeats.ts";
import { textOf } from "./said.ts";
import { squeeze } from "./squeeze.ts";
import { findTextInState } from "./state.ts";
import { findTitle } from "./title.ts";

/**
 * Finds the article on a page, in time linear in the page. Paragraphs are set apart by a blank line; captions, related
 * links and what readers do not see stay out. A "live-ticker" and the beginning of an article behind a
 * "paywall" are read, and doubted. Throws UserError that says what another page is instead: "too-complex", "paywall",
 * "consent-wall", "captcha", "login", "error-page", "empty-page" or "several-articles".
 */
export function readPage(html: string, url: string | null): ReadPage {
  const { layout, facts } = readOutline(html);
  const nodes = readNodes(facts.data);
  const data = findArticle(nodes);
  const publisher = findPublisher(facts, data, nodes);
  const houses = findHouses(facts, publisher);
  const title = findTitle({ facts, headline: plainText(textOf(data?.headline) ?? ""), houses });
  const isOwn = (text: string): boolean => !isBoilerplate(text) && squeeze(text) !== title;
  const passages = findBody(layout, findSummary(facts, data)).filter(({ tag, text }) => tag !== "h1" && isOwn(text));
  const whole = wholeText(textsOf(passages), data) ?? textInState(textsOf(passages), facts);
  const text = (whole === null ? layOut(passages) : whole.filter(isOwn)).join("\n\n").toWellFormed();
  const page = { layout, facts, nodes, data, title, text };
  refuseOther(page);
  const authors = findAuthors(facts, data, nodes, houses);
  const publishedAt = findDate(facts, data);
  const address = url === null ? null : findAddress(facts.canonical, url);
  return {
    article: describe({ text, title, authors, url: address, publishedAt, publisher }),
    authors,
    language: facts.language,
    doubt: findDoubt(page),
  };
}

/** What was found of an article; null for what its page does not give. */
interface Found {
  readonly text: string;
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly publisher: string | null;
}

/** Nothing is set that the page does not give. */
const describe = ({ text, title, authors, url, publishedAt, publisher }: Found): ArticleInput => ({
  text,
  ...(title === null ? {} : { title }),
  ...(url === null ? {} : { url }),
  ...(authors.length === 0 ? {} : { author: authors.join(", ") }),
  ...(publishedAt === null ? {} : { publishedAt }),
  ...(publisher === null ? {} : { publisher }),
});

/** Shorter texts in a page's data are summaries. */
const LEAST_DATA = 400;
/** Below this share of the data's words the shown text is something else, or cut short. */
const LEAST_SHARED = 0.75;

const textsOf = (passages: readonly Passage[]): readonly string[] =>
  passages.filter(({ isCaption }) => !isCaption).map(({ text }) => text);

/** Paragraphs without what repeats; a caption among them is told apart by its label, one too long for it goes. */
function layOut(passages: readonly Passage[]): readonly string[] {
  const repeats = findRepeats(passages.map(({ isCaption, text }) => (isCaption ? "" : text)));
  return passages.flatMap(({ isCaption, text }, index) => {
    if (isCaption) return labelCaption(squeeze(text)) ?? [];
    return repeats.has(index) ? [] : text;
  });
}

/** The article the page's data hold and of which most is not shown; null where what is shown is all there is. */
function wholeText(shown: readonly string[], data: DataNode | null): readonly string[] | null {
  const body = typeof data?.articleBody === "string" ? plainText(data.articleBody).trim() : "";
  if (body.length < Math.max(LEAST_DATA, lengthOf(shown) / 2)) return null;
  const known = new Set(shown.flatMap(wordsOf));
  const words = [...new Set(wordsOf(body))];
  const shared = words.filter((word) => known.has(word)).length / words.length;
  return shared < LEAST_SHARED ? body.split(/\n+/).map(squeeze).filter(Boolean) : null;
}

/** The article in a page's scripts, where it shows none. */
function textInState(shown: readonly string[], { state }: Facts): readonly string[] | null {
  if (lengthOf(shown) >= LEAST_DATA) return null;
  const text = findTextInState(state);
  return text === null ? null : plainText(text).split(/\n+/).map(squeeze).filter(Boolean);
}

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a text that may be marked up. */
function plainText(markup: string): string {
  if (!/[<&]/.test(markup)) return markup;
  return readOutline(markup)
    .layout.blocks.map(({ text }) => text)
    .join("\n\n");
}
