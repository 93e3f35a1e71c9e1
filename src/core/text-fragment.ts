import { type Article, lineAt, type Span } from "./article.ts";

/** More words than these are given by their beginning and their end. */
const MOST_WORDS = 12;
const EDGE_WORDS = 5;
/** Words before and after, which tell two places of the same words apart. */
const CONTEXT_WORDS = 4;

/**
 * The link that opens an article's page at these words, marked: its own address with a text fragment
 * (https://wicg.github.io/scroll-to-text-fragment/) made of the page's own glyphs. The address alone where the words stand
 * in more than one place; undefined for an article without a web address.
 */
export function fragmentLink(article: Article, span: Span): string | undefined {
  const { url } = article;
  if (url === undefined || !/^https?:\/\//i.test(url)) return undefined;
  const directive = findDirective(article, span);
  if (directive === null) return url;
  return `${url}${url.includes("#") ? "" : "#"}:~:text=${directive}`;
}

/** Browsers match whole words, whatever their case, within one block; a beginning and an end may stand in two. */
function findDirective(article: Article, span: Span): string | null {
  const { text } = article;
  if (cutsWord(text, span.start) || cutsWord(text, span.end)) return null;
  const page = foldWords(`${article.title ?? ""}\n${text}`);
  const words = text.slice(span.start, span.end).trim().split(/\s+/);
  const lastLine = lineAt(article, span.end - 1);
  if (words.length > MOST_WORDS || lineAt(article, span.start) !== lastLine) {
    const [from, to] = [words.slice(0, EDGE_WORDS).join(" "), words.slice(-EDGE_WORDS).join(" ")];
    return isUnique(page, from) && isUnique(page, to) ? `${encode(from)},${encode(to)}` : null;
  }
  const quote = words.join(" ");
  if (isUnique(page, quote)) return encode(quote);
  const before = text
    .slice(lastLine?.span.start ?? 0, span.start)
    .trim()
    .split(/\s+/)
    .slice(-CONTEXT_WORDS)
    .join(" ");
  const isAttached = before === "" || !/\s$/.test(text.slice(0, span.start));
  return !isAttached && isUnique(page, `${before} ${quote}`) ? `${encode(before)}-,${encode(quote)}` : null;
}

/** Whether an offset stands inside a word. */
const cutsWord = (text: string, offset: number): boolean =>
  /^[\p{L}\p{N}_]{2}$/u.test(text.slice(Math.max(0, offset - 1), offset + 1));

const foldWords = (text: string): string => text.replace(/\s+/g, " ").toLowerCase();

function isUnique(page: string, words: string): boolean {
  const folded = words.toLowerCase();
  const first = page.indexOf(folded);
  return first >= 0 && page.indexOf(folded, first + 1) < 0;
}

/** A dash and a comma part the pieces of a directive; brackets and stars would end a link in a chat's markup. */
const encode = (words: string): string =>
  encodeURIComponent(words).replace(/[-!'()*_~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
