import type { Scope, StoredArticle } from "../../../core/ports.ts";
import { countSpeakers } from "../speakers.ts";
import { foldName, foldWords } from "../words.ts";
import { type Database, numberIn, optionalTextIn, type Row } from "./database.ts";
import { digestOf, hashOf, packReading, type Reading, unpackReading } from "./reading.ts";
import { placeOf, sightTokens } from "./sight.ts";

/** Rows that `loadReading` takes. */
export const READINGS = "SELECT readings.*, texts.text FROM readings JOIN texts ON texts.id = readings.text_id";

/** The channel's own rows, whoever else may see them. Takes `placeOf`. */
export const OWN = "platform = $platform AND tenant = $tenant AND channel = $channel";

/** Throws UserError "store-damaged" where the row is not what was written. */
export function loadReading(database: Database, row: Row): StoredArticle {
  const stored = unpackReading(row);
  if (!stored) throw database.damage();
  return stored;
}

/** Writes the article for this channel, in place of what it had; provenance only the earlier reading knew stays. */
export function writeReading(database: Database, scope: Scope, stored: StoredArticle): void {
  const reading = { ...packReading(stored), ...takeEarlier(database, scope, stored) };
  const id = insertReading(database, scope, reading, stored.readAt);
  insertSpeakers(database, id, stored);
  insertWords(database, id, scope, stored);
}

/** Removes a reading from every table; its text too, unless somebody else has read it. */
export function removeReading(database: Database, reading: number): void {
  const row = database.first("DELETE FROM readings WHERE id = $reading RETURNING text_id", { reading });
  database.run("DELETE FROM search WHERE rowid = $reading", { reading });
  database.run("DELETE FROM texts WHERE id = $text AND NOT EXISTS (SELECT 1 FROM readings WHERE text_id = $text)", {
    text: numberIn(row ?? {}, "text_id"),
  });
}

function takeEarlier(database: Database, scope: Scope, { article }: StoredArticle): Partial<Reading> {
  const row = database.first(`${READINGS} WHERE ${OWN} AND article = $article`, {
    ...placeOf(scope),
    article: article.id,
  });
  if (!row) return {};
  removeReading(database, numberIn(row, "id"));
  return {
    url: article.url ?? optionalTextIn(row, "url"),
    publisher: article.publisher ?? optionalTextIn(row, "publisher"),
    author: article.author ?? optionalTextIn(row, "author"),
    published_at: article.publishedAt ?? optionalTextIn(row, "published_at"),
  };
}

function insertReading(database: Database, scope: Scope, reading: Reading, readAt: number): number {
  const { text, ...columns } = reading;
  const hash = hashOf(text);
  database.run("INSERT OR IGNORE INTO texts (hash, text) VALUES ($hash, $text)", { hash, text });
  const row = database.first(
    `INSERT INTO readings (platform, tenant, channel, private, article, read_at, url, text_id,
       title, publisher, author, published_at, engine, digest, statements)
     VALUES ($platform, $tenant, $channel, $private, $article, $readAt, $url,
       (SELECT id FROM texts WHERE hash = $hash),
       $title, $publisher, $author, $published_at, $engine, $digest, $statements)
     RETURNING id`,
    { ...placeOf(scope), ...columns, private: Number(scope.private), readAt, hash, digest: digestOf(reading) },
  );
  return numberIn(row ?? {}, "id");
}

function insertSpeakers(database: Database, reading: number, { statements }: StoredArticle): void {
  for (const [name, count] of countSpeakers(statements)) {
    const values = { reading, name, words: foldName(name), count };
    database.run("INSERT INTO speakers VALUES ($reading, $name, $words, $count)", values);
  }
}

function insertWords(database: Database, id: number, scope: Scope, { article, statements }: StoredArticle): void {
  const speakers = [...countSpeakers(statements).keys()];
  database.run(
    "INSERT INTO search (rowid, sight, title, speakers, text) VALUES ($id, $sight, $title, $speakers, $text)",
    {
      id,
      sight: sightTokens(scope).join(" "),
      title: distinctWords(article.title ?? ""),
      speakers: distinctWords(speakers.join(" ")),
      text: distinctWords(article.text),
    },
  );
}

const distinctWords = (text: string): string => [...new Set(foldWords(text))].join(" ");
