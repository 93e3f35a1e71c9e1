import type { ConversationStore, Place, Turn } from "../../../core/ports.ts";
import { LAST_TURNS } from "../limits.ts";
import { type Database, numberIn, optionalTextIn, type Row, textIn, type Values } from "./database.ts";
import { placeOf } from "./sight.ts";

const HERE = "platform = $platform AND tenant = $tenant AND channel = $channel AND thread IS $thread";

/** What places have been talking about, in one SQLite file. */
export class SqliteConversations implements ConversationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async append(place: Place, turn: Turn): Promise<void> {
    this.#database.transaction(() => {
      this.#insert(place, turn);
      this.#database.run(
        `DELETE FROM turns WHERE ${HERE} AND id NOT IN (
           SELECT id FROM turns WHERE ${HERE} ORDER BY id DESC LIMIT $last)`,
        { ...threadOf(place), last: LAST_TURNS },
      );
    });
  }

  async read(place: Place): Promise<readonly Turn[]> {
    return this.#database.all(`SELECT * FROM turns WHERE ${HERE} ORDER BY id`, threadOf(place)).map(readTurn);
  }

  async forget(place: Place): Promise<void> {
    this.#database.run(`DELETE FROM turns WHERE ${HERE}`, threadOf(place));
  }

  #insert(place: Place, { articleId, question, speakers, at }: Turn): void {
    this.#database.run(
      `INSERT INTO turns (platform, tenant, channel, thread, article, question, speakers, at)
       VALUES ($platform, $tenant, $channel, $thread, $article, $question, $speakers, $at)`,
      { ...threadOf(place), article: articleId, question, speakers: JSON.stringify(speakers), at },
    );
  }
}

const threadOf = (place: Place): Values => ({ ...placeOf(place), thread: place.thread });

const readTurn = (row: Row): Turn => ({
  articleId: textIn(row, "article"),
  question: optionalTextIn(row, "question"),
  speakers: JSON.parse(textIn(row, "speakers")) as readonly string[],
  at: numberIn(row, "at"),
});
