/**
 * Reads so many articles into an embedded store, through the core, and prints by how many megabytes a thousand of them make the
 * process larger: `node --expose-gc bench/memory/articles.ts ARTICLES`.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../src/adapters/store/sqlite/open.ts";
import { makeArticle } from "../../src/core/article.ts";
import { ENGINE, findStatements } from "../../src/core/attribution/index.ts";

const count = Number(process.argv[2]);
const text = readFileSync("test/fixtures/articles/grain-road.txt", "utf8");
const folder = mkdtempSync(join(tmpdir(), "verbatim-memory-"));
const store = await openStore(folder, Date.now);

async function save(from: number, to: number): Promise<void> {
  for (let number = from; number < to; number += 1) {
    const article = makeArticle({ text: `${text}\n\nEdition ${number}.` });
    const place = { platform: "bench", tenant: "t", channel: `c${number % 40}`, thread: null, private: false };
    await store.articles.save(place, { article, statements: findStatements(article), engine: ENGINE, readAt: number });
  }
}

function megabytes(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

await save(0, count);
const before = megabytes();
await save(count, 2 * count);
const grown = megabytes() - before;
await store.close();
rmSync(folder, { recursive: true });
process.stdout.write(`${(grown * 1000) / count}\n`);
