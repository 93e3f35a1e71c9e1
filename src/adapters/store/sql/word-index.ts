import type { ArticleQuery, Scope } from "../../../core/ports.ts";
import { numberIn, type Row, type Sql, textIn } from "../../database/sql.ts";
import type { Hit } from "../rank.ts";

/** A reading's words as they are searched: folded, each once, parted by spaces. */
export interface IndexedWords {
  readonly title: string;
  readonly speakers: string;
  readonly text: string;
}

/** A hit before its article is loaded. */
export interface ReadingHit extends Hit {
  /** The row in `readings`. */
  readonly reading: number;
}

/** Full-text search, which every engine does in its own way. */
export interface WordIndex {
  add(sql: Sql, reading: number, scope: Scope, words: IndexedWords): Promise<void>;
  remove(sql: Sql, reading: number): Promise<void>;
  /** The newest readings in sight that have all the words and what else the query asks; each article once, `NEWEST_HITS` at most. */
  find(sql: Sql, scope: Scope, query: ArticleQuery, words: readonly string[]): Promise<readonly ReadingHit[]>;
}

/** What `find` selects of a hit, from `readings` and `search`. */
export const HIT_COLUMNS = "readings.id AS reading, readings.article, readings.read_at, search.title, search.speakers";

/** A row of `HIT_COLUMNS`. */
export const readHit = (row: Row): ReadingHit => ({
  reading: numberIn(row, "reading"),
  readAt: numberIn(row, "read_at"),
  titleWords: textIn(row, "title").split(" "),
  speakerWords: textIn(row, "speakers").split(" "),
});
