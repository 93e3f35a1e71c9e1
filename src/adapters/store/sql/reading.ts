import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type Article, type ArticleInput, makeArticle, type Provenance } from "../../../core/article.ts";
import type { StoredArticle } from "../../../core/ports.ts";
import type { Statement } from "../../../core/statement.ts";
import { numberIn, optionalTextIn, type Row, textIn } from "../../database/sql.ts";

/** What a reading holds besides its scope and time; the columns of `readings` and `texts` by name. */
export interface Reading {
  readonly article: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly published_at: string | null;
  readonly engine: string;
  /** JSON. */
  readonly statements: string;
  readonly text: string;
}

/** Layout is not kept: text and given title make it anew. Lone surrogates, which UTF-8 cannot hold, become U+FFFD: offsets stay true. */
export function packReading({ article, statements, engine }: StoredArticle): Reading {
  return {
    article: article.id,
    title: givenTitle(article)?.toWellFormed() ?? null,
    url: article.url?.toWellFormed() ?? null,
    publisher: article.publisher?.toWellFormed() ?? null,
    author: article.author?.toWellFormed() ?? null,
    published_at: article.publishedAt?.toWellFormed() ?? null,
    engine,
    statements: JSON.stringify(statements),
    text: article.text.toWellFormed(),
  };
}

/** Null where the text alone gives the same title and layout. */
function givenTitle({ text, title, lines }: Article): string | null {
  const alone = makeArticle({ text });
  return alone.title === title && isDeepStrictEqual(alone.lines, lines) ? null : title;
}

/** The reading in a row of `readings` joined with `texts`; null where it is not what was written. */
function readReading(row: Row): Reading | null {
  const reading: Reading = {
    article: textIn(row, "article"),
    title: optionalTextIn(row, "title"),
    url: optionalTextIn(row, "url"),
    publisher: optionalTextIn(row, "publisher"),
    author: optionalTextIn(row, "author"),
    published_at: optionalTextIn(row, "published_at"),
    engine: textIn(row, "engine"),
    statements: textIn(row, "statements"),
    text: textIn(row, "text"),
  };
  return digestOf(reading) === textIn(row, "digest") ? reading : null;
}

/** The stored article of a row; null where it is not what was written. */
export function unpackReading(row: Row): StoredArticle | null {
  const reading = readReading(row);
  if (!reading) return null;
  const { title, text, engine } = reading;
  const input: ArticleInput = { text, ...provenanceOf(reading), ...(title === null ? {} : { title }) };
  const statements = JSON.parse(reading.statements) as readonly Statement[];
  return { article: makeArticle(input), statements, engine, readAt: numberIn(row, "read_at") };
}

function provenanceOf({ url, publisher, author, published_at: publishedAt }: Reading): Provenance {
  return {
    ...(url === null ? {} : { url }),
    ...(publisher === null ? {} : { publisher }),
    ...(author === null ? {} : { author }),
    ...(publishedAt === null ? {} : { publishedAt }),
  };
}

/** SQLite has no checksums of its own: a changed byte in a name or a word is noticed by this one. */
export function digestOf(reading: Reading): string {
  const { article, title, url, publisher, author, published_at, engine, statements, text } = reading;
  const whole = JSON.stringify([article, title, url, publisher, author, published_at, engine, statements, text]);
  return hashOf(whole);
}

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
