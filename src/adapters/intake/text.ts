import type { ArticleInput } from "../../core/article.ts";
import { UserError } from "../../core/errors.ts";
import type { Upload } from "../../core/ports.ts";
import { decodeText } from "./charset.ts";
import { stripMarkdown } from "./markdown.ts";
import { findSignature } from "./signatures.ts";

/** What a text is written in: Markdown's marks are no words of it. */
export type TextForm = "plain" | "markdown";

/** No article is as long; ten million bytes are two million words. */
const MOST_BYTES = 10_000_000;

/**
 * Reads a plain text or Markdown file. The article's text is the decoded one without byte order mark, its line ends
 * "\n": every offset refers to that, never to bytes of the file. Throws UserError "empty", "too-large", "not-text"
 * or "unknown-encoding".
 */
export function readText({ name, bytes }: Upload, form: TextForm = formOf(name)): ArticleInput {
  if (bytes.length > MOST_BYTES) throw tooLarge(name);
  const signature = findSignature(bytes);
  if (signature) throw notText(`${name} is ${signature}`);
  const text = decodeText(bytes);
  if (text === null) throw unknownEncoding(name);
  return readWords(text, name, form);
}

/** Markdown by a file's name. */
const formOf = (name: string): TextForm => (/\.(?:md|markdown)$/i.test(name) ? "markdown" : "plain");

/** Reads what a person pasted or piped in, by the same rules. Throws UserError "empty", "too-large" or "not-text". */
export function readPasted(text: string): ArticleInput {
  if (Buffer.byteLength(text) > MOST_BYTES) throw tooLarge("The text");
  return readWords(text.startsWith("\ufeff") ? text.slice(1) : text, "The text", "plain");
}

/** Lone surrogates, which no file can hold, become U+FFFD before any offset exists. */
function readWords(raw: string, name: string, form: TextForm): ArticleInput {
  if (isBinary(raw)) throw notText(`${name} is not text`);
  const text = raw.replace(/\r\n?/g, "\n").toWellFormed();
  const article = form === "markdown" ? stripMarkdown(text) : describe(text);
  if (!/[\p{L}\p{N}]/u.test(article.text)) throw empty(name);
  return article;
}

function describe(text: string): ArticleInput {
  const title = findTitle(text);
  return title === null ? { text } : { text, title };
}

/** NUL never stands in text; other control characters do, singly. */
function isBinary(text: string): boolean {
  const controls = text.match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/g)?.length ?? 0;
  return text.includes("\0") || controls * 100 > text.length;
}

/** The title a Markdown text gives itself: a heading of the first level that opens it. */
function findTitle(text: string): string | null {
  const opening = text.trimStart();
  const line = opening.split("\n", 1)[0] ?? "";
  return /^# \S/.test(line) ? line.slice(2).trim() : null;
}

const tooLarge = (name: string): UserError =>
  new UserError("unreadable", "too-large", `${name} is larger than 10 MB; give the article alone.`);

const notText = (finding: string): UserError =>
  new UserError("unreadable", "not-text", `${finding}, which cannot be read here; paste the text instead.`);

const unknownEncoding = (name: string): UserError =>
  new UserError(
    "unreadable",
    "unknown-encoding",
    `${name} is text in an encoding that cannot be told; save it as UTF-8, or paste the text.`,
  );

const empty = (name: string): UserError =>
  new UserError("unreadable", "empty", `${name} holds no words; give an article's text.`);
