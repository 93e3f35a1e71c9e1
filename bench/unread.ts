/**
 * Scores the engine, with the weights as they stand, on the fifth of the training corpus that
 * `node bench/train/attribution.ts four-fifths` does not learn from, and says how often each tier is right:
 *
 *     node bench/unread.ts [shared]
 *
 * After a training on all articles these figures mean nothing: the models then know the answers.
 */
import { resolve } from "node:path";
import { makeArticle } from "../src/core/article.ts";
import { ENGINE, findStatements } from "../src/core/attribution/index.ts";
import { describeStatements } from "../src/core/batch/statements.ts";
import { attributionRows, tierRows } from "./attribution-scores.ts";
import { printTable } from "./table.ts";
import { type GoldArticle, isUnread, readGold } from "./train/gold.ts";

const shared = resolve(process.argv[2] ?? "../shared");
const gold = readGold(`${shared}/attribution/polnear/train.jsonl`).filter(isUnread);
const found = gold.map((article: GoldArticle) => {
  const { id, text, title } = article;
  const read = makeArticle(title === undefined ? { text } : { text, title });
  return { id, ...describeStatements({ article: read, statements: findStatements(read), engine: ENGINE, readAt: 0 }) };
});
printTable(`Who said what, ${gold.length} unread articles`, [
  ...(await attributionRows(shared, gold, found)),
  ...(await tierRows(shared, gold, found)),
]);
