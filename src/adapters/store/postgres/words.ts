import type { ArticleQuery } from "../../../core/ports.ts";
import { numberIn, type Row, type Sql, type Values } from "../../database/sql.ts";
import { NEWEST_HITS } from "../limits.ts";
import { conditionsOf, valuesOf } from "../sql/conditions.ts";
import { DistinctArticles } from "../sql/distinct.ts";
import { IN_SIGHT, placeOf, seenTokens, sightTokens } from "../sql/sight.ts";
import { HIT_COLUMNS, readHit, type WordIndex } from "../sql/word-index.ts";

/**
 * The words in a GIN index, whose bitmap knows no order: the newest of all the hits of a common word would cost a visit to each.
 * So every reading carries, as words, the spans of 4,096, 32,768, … readings it lies in, and a search looks through the newest
 * few spans, then through as many as hold hits enough by what it found so far. What it visits stays near what it needs, however
 * common the words are, and the index skips what lies outside the spans.
 */
export const postgresWords: WordIndex = {
  async add(sql, reading, scope, { title, speakers, text }) {
    const words = [...new Set(`${title} ${speakers} ${text}`.split(" ").map(cut))].filter((word) => word !== "");
    const marks = [...sightTokens(scope), ...SPANS.map((bits) => spanToken(bits, spanOf(reading, bits)))];
    await sql.run(
      `INSERT INTO search (reading, title, speakers, words)
       VALUES ($reading, $title, $speakers, array_to_tsvector(string_to_array($words, ' ')))`,
      { reading, title, speakers, words: [...marks, ...takeRoom(words)].join(" ") },
    );
  },

  async remove(sql, reading) {
    await sql.run("DELETE FROM search WHERE reading = $reading", { reading });
  },

  async find(sql, scope, query, words) {
    const wanted = [anyOf(seenTokens(scope, query.here)), ...words.map((word) => `'${cut(word)}'`)];
    const values = { ...placeOf(scope), ...valuesOf(query) };
    const newest = await newestReading(sql);
    const distinct = new DistinctArticles(NEWEST_HITS);
    let before = newest + 1;
    let width = FIRST;
    while (before > 0 && !distinct.isFull()) {
      const window = windowOf(newest, width);
      const match = [...wanted, ...window.tokens].join(" & ");
      while (before > window.from && !distinct.isFull()) {
        const page = await findPage(sql, query, { ...values, match, before });
        distinct.add(page);
        before = page.length < NEWEST_HITS ? window.from : numberIn(page.at(-1) ?? {}, "reading");
      }
      width = (newest + 1 - window.from) * growthFor(distinct.rows().length);
    }
    return distinct.rows().map(readHit);
  },
};

/** Sizes of the spans, as powers of two. */
const SPANS: readonly number[] = [12, 15, 18, 21, 24];

const spanOf = (reading: number, bits: number): number => Math.floor(reading / 2 ** bits);
/** No word of a text has a full stop in it. */
const spanToken = (bits: number, span: number): string => `${bits}.${span}`;

/** Readings looked through at first. */
const FIRST = 2_048;
/** Spans of one size asked for together. */
const TOGETHER = 8;

/** Readings from a number up to the newest, and what they have in the index. */
interface Window {
  readonly from: number;
  readonly tokens: readonly string[];
}

/** A few spans that hold the newest `width` readings; where they would hold all, none is asked for. */
function windowOf(newest: number, width: number): Window {
  const bits = SPANS.find((size) => width <= TOGETHER * 2 ** size);
  const first = bits === undefined ? 0 : spanOf(newest - width, bits);
  if (bits === undefined || first <= 0) return { from: 0, tokens: [] };
  const spans = Array.from({ length: spanOf(newest, bits) - first + 1 }, (_, index) => first + index);
  return { from: first * 2 ** bits, tokens: [anyOf(spans.map((span) => spanToken(bits, span)))] };
}

/** How many times as many readings hold hits enough, with some to spare. */
const growthFor = (found: number): number => Math.min(Math.max((1.5 * NEWEST_HITS) / found, 2), 64);

const anyOf = (tokens: readonly string[]): string => `(${tokens.map((token) => `'${token}'`).join(" | ")})`;

async function newestReading(sql: Sql): Promise<number> {
  const row = await sql.first("SELECT coalesce(max(reading), 0) AS newest FROM search");
  return numberIn(row ?? {}, "newest");
}

/**
 * The newest hits before a reading, newest first. The index of words goes first and each of its hits is looked up by itself, until
 * there are enough: the plus signs and OFFSET 0 keep Postgres from other ways, which its estimates of how many hits there will
 * be, hundreds of times off where words go together, make it take, and which read what the store holds from end to end.
 */
function findPage(sql: Sql, query: ArticleQuery, values: Values): Promise<readonly Row[]> {
  return sql.all(
    `SELECT ${HIT_COLUMNS}
     FROM (
       SELECT +reading AS reading, title, speakers FROM search
       WHERE words @@ $match::tsquery AND +reading < $before ORDER BY +reading DESC OFFSET 0) AS search
     CROSS JOIN LATERAL (SELECT * FROM readings WHERE id = search.reading OFFSET 0) AS readings
     WHERE ${IN_SIGHT} ${conditionsOf(query)}
     ORDER BY search.reading DESC LIMIT ${NEWEST_HITS}`,
    values,
  );
}

/**
 * Most bytes of a word and of all the words of a reading, below the 2 KB and 1 MB of a tsvector,
 * https://www.postgresql.org/docs/15/textsearch-limitations.html. Letters take four bytes at most.
 */
const WORD_LETTERS = 500;
const ROOM = 900_000;

const cut = (word: string): string => (word.length > WORD_LETTERS ? word.slice(0, WORD_LETTERS).toWellFormed() : word);

/** The first words that fit; what only stands behind them is not found by search. */
function takeRoom(words: readonly string[]): readonly string[] {
  let used = 0;
  const end = words.findIndex((word) => {
    used += Buffer.byteLength(word) + 8;
    return used > ROOM;
  });
  return end === -1 ? words : words.slice(0, end);
}
