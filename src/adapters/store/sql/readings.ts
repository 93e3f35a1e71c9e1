import type { Scope, StoredArticle } from "../../../core/ports.ts";
import type { Statement } from "../../../core/statement.ts";
import { type Database, numberIn, optionalTextIn, type Row, type Sql, textIn } from "../../database/sql.ts";
import { countSpeakers } from "../speakers.ts";
import { foldWords } from "../words.ts";
import { digestOf, hashOf, packReading, type Reading, unpackReading } from "./reading.ts";
import { OWN, placeOf } from "./sight.ts";
import { countVoices } from "./voices.ts";
import type { IndexedWords, WordIndex } from "./word-index.ts";

/** Rows that `loadReading` takes. */
export const READINGS = "SELECT readings.*, texts.text FROM readings JOIN texts ON texts.id = readings.text_id";

/** Throws UserError "store-damaged" where the row is not what was written. */
export function loadReading(database: Database, row: Row): StoredArticle {
  const stored = unpackReading(row);
  if (!stored) throw database.damage();
  return stored;
}

/**
 * Writes the article for this channel, in place of what it had; provenance only the earlier reading knew stays. The text comes
 * first: whoever else writes or forgets a reading of it waits for that row, and then sees what this one wrote.
 */
export async function writeReading(sql: Sql, index: WordIndex, scope: Scope, stored: StoredArticle): Promise<void> {
  const reading = packReading(stored);
  const textId = await holdText(sql, reading.text);
  const { shown, ...earlier } = await takeEarlier(sql, index, scope, stored);
  const times = { readAt: stored.readAt, shown, textId };
  const id = await insertReading(sql, scope, { ...reading, ...earlier }, times);
  await indexReading(sql, index, id, scope, stored);
}

/** What finds a reading by its words and speakers. */
export async function indexReading(
  sql: Sql,
  index: WordIndex,
  id: number,
  scope: Scope,
  stored: StoredArticle,
): Promise<void> {
  await countVoices(sql, scope, countSpeakers(stored.statements));
  await index.add(sql, id, scope, wordsOf(stored));
}

/** Removes a reading from every table, unless another process has; its text too, unless somebody else has read it. */
export async function removeReading(sql: Sql, index: WordIndex, id: number): Promise<void> {
  const row = await dropReading(sql, index, id);
  if (!row) return;
  await sql.run("DELETE FROM texts WHERE id = $text AND NOT EXISTS (SELECT 1 FROM readings WHERE text_id = $text)", {
    text: numberIn(row, "text_id"),
  });
}

/** Leaves the text, whose row it gives. */
async function dropReading(sql: Sql, index: WordIndex, id: number): Promise<Row | undefined> {
  await hideReading(sql, index, id);
  return sql.first("DELETE FROM readings WHERE id = $id RETURNING text_id", { id });
}

/** Leaves a reading to those who know its id: no search, list or suggestion has it any more. */
export async function hideReading(sql: Sql, index: WordIndex, id: number): Promise<void> {
  const row = await sql.first("UPDATE readings SET expired = 1 WHERE id = $id AND expired = 0 RETURNING *", { id });
  if (!row) return;
  const heard = countSpeakers(JSON.parse(textIn(row, "statements")) as readonly Statement[]);
  await countVoices(sql, scopeIn(row), new Map([...heard].map(([name, count]) => [name, -count])));
  await index.remove(sql, id);
}

/** The channel a row of `readings` belongs to. */
export const scopeIn = (row: Row): Scope => ({
  platform: textIn(row, "platform"),
  tenant: textIn(row, "tenant"),
  channel: textIn(row, "channel"),
  private: numberIn(row, "private") === 1,
});

type Earlier = Partial<Reading> & { readonly shown: number };

async function takeEarlier(sql: Sql, index: WordIndex, scope: Scope, { article }: StoredArticle): Promise<Earlier> {
  const row = await sql.first(`SELECT * FROM readings WHERE ${OWN} AND article = $article`, {
    ...placeOf(scope),
    article: article.id,
  });
  if (!row) return { shown: 0 };
  await dropReading(sql, index, numberIn(row, "id"));
  return {
    url: article.url ?? optionalTextIn(row, "url"),
    publisher: article.publisher ?? optionalTextIn(row, "publisher"),
    author: article.author ?? optionalTextIn(row, "author"),
    published_at: article.publishedAt ?? optionalTextIn(row, "published_at"),
    shown: numberIn(row, "shown"),
  };
}

/** The row of a text: one that is there already is updated to itself, which keeps it until the transaction ends. */
async function holdText(sql: Sql, text: string): Promise<number> {
  const row = await sql.first(
    `INSERT INTO texts (hash, text) VALUES ($hash, $text)
     ON CONFLICT (hash) DO UPDATE SET hash = excluded.hash RETURNING id`,
    { hash: hashOf(text), text },
  );
  return numberIn(row ?? {}, "id");
}

async function insertReading(
  sql: Sql,
  scope: Scope,
  reading: Reading,
  other: { readonly readAt: number; readonly shown: number; readonly textId: number },
): Promise<number> {
  const { text: _text, ...columns } = reading;
  const row = await sql.first(
    `INSERT INTO readings (platform, tenant, channel, private, article, read_at, url, text_id,
       title, publisher, author, published_at, engine, digest, shown, statements)
     VALUES ($platform, $tenant, $channel, $private, $article, $readAt, $url, $textId,
       $title, $publisher, $author, $published_at, $engine, $digest, $shown, $statements)
     RETURNING id`,
    { ...placeOf(scope), ...columns, ...other, private: Number(scope.private), digest: digestOf(reading) },
  );
  return numberIn(row ?? {}, "id");
}

function wordsOf({ article, statements }: StoredArticle): IndexedWords {
  const speakers = [...countSpeakers(statements).keys()];
  return {
    title: distinctWords(article.title ?? ""),
    speakers: distinctWords(speakers.join(" ")),
    text: distinctWords(article.text),
  };
}

const distinctWords = (text: string): string => [...new Set(foldWords(text))].join(" ");
