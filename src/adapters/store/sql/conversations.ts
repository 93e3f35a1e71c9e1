import type { ConversationStore, Place, Turn } from "../../../core/ports.ts";
import {
  type Database,
  numberIn,
  optionalTextIn,
  type Row,
  type Sql,
  textIn,
  type Values,
} from "../../database/sql.ts";
import { LAST_TURNS } from "../limits.ts";
import { IN_SIGHT, OWN, placeOf } from "./sight.ts";

/** What places have been talking about. An article a turn is about was shown: its receipts outlive retention. */
export class SqlConversations implements ConversationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async append(place: Place, ...turns: readonly Turn[]): Promise<void> {
    await this.#database.transaction(async (sql) => {
      for (const turn of turns) await insertTurn(sql, place, turn);
      await sql.run(
        `DELETE FROM turns WHERE ${here(place)} AND id NOT IN (
           SELECT id FROM turns WHERE ${here(place)} ORDER BY id DESC LIMIT $last)`,
        { ...threadOf(place), last: LAST_TURNS },
      );
      for (const { articleId: article } of turns)
        await sql.run(`UPDATE readings SET shown = 1 WHERE ${IN_SIGHT} AND article = $article AND shown = 0`, {
          ...placeOf(place),
          article,
        });
    });
  }

  async read(place: Place): Promise<readonly Turn[]> {
    const rows = await this.#database.all(`SELECT * FROM turns WHERE ${here(place)} ORDER BY id`, threadOf(place));
    return rows.map(readTurn);
  }

  async forget(place: Place): Promise<void> {
    await this.#database.run(`DELETE FROM turns WHERE ${here(place)}`, threadOf(place));
  }
}

async function insertTurn(sql: Sql, place: Place, { articleId, question, speakers, at }: Turn): Promise<void> {
  await sql.run(
    `INSERT INTO turns (platform, tenant, channel, thread, article, question, speakers, at)
     VALUES ($platform, $tenant, $channel, $thread, $article, $question, $speakers, $at)`,
    { ...placeOf(place), thread: place.thread, article: articleId, question, speakers: JSON.stringify(speakers), at },
  );
}

/** The place's own turns. Takes `threadOf`. */
const here = ({ thread }: Place): string => `${OWN} AND ${thread === null ? "thread IS NULL" : "thread = $thread"}`;

const threadOf = (place: Place): Values =>
  place.thread === null ? placeOf(place) : { ...placeOf(place), thread: place.thread };

const readTurn = (row: Row): Turn => ({
  articleId: textIn(row, "article"),
  question: optionalTextIn(row, "question"),
  speakers: JSON.parse(textIn(row, "speakers")) as readonly string[],
  at: numberIn(row, "at"),
});
