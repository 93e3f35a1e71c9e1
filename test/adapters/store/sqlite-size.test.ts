import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openStore } from "../../../src/adapters/store/sqlite/open.ts";
import { placeIn, storedArticle } from "../../contracts/store/stored.ts";
import { emptyFolder } from "./folder.ts";

const DESK = placeIn("desk");
const ROUNDS = 10;
const ARTICLES = 40;
const WORDS = 1_500;
/** `journal_size_limit`, and the 1,000 pages after which the log is written back. */
const LOG_LIMIT = 16 * 2 ** 20 + 1_000 * 4_200;

it("takes no more room however many articles come and go, nor does its log", { timeout: 60_000 }, async () => {
  const folder = await emptyFolder();
  const sizeOf = (name: string): number => statSync(join(folder, name)).size;
  const store = await openStore(folder, Date.now);
  const sizes: number[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (let number = 0; number < ARTICLES; number += 1) {
      const words = Array.from({ length: WORDS }, (_, index) => `w${(index * number + round) % 5_000}`);
      await store.articles.save(
        DESK,
        storedArticle({ text: words.join(" "), speakers: [`Speaker ${round}`], readAt: round }),
      );
    }
    await store.retention.expire(round);
    sizes.push(sizeOf("verbatim.db"));
    expect(sizeOf("verbatim.db-wal")).toBeLessThan(LOG_LIMIT);
  }
  await store.close();
  const [early = 0, last = 0] = [sizes[ROUNDS / 2 - 1], sizes.at(-1)];
  expect(last).toBeLessThan(early * 1.25);
});
