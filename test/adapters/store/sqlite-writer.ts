import { openStore } from "../../../src/adapters/store/sqlite/open.ts";
import { placeIn, storedArticle } from "../../contracts/store/stored.ts";

/** A process that saves numbered articles until it is killed, and writes each number once it is acknowledged. */
const [folder = "", first = "0"] = process.argv.slice(2);
const store = await openStore(folder, () => 1);
for (let number = Number(first); ; number++) {
  await store.articles.save(placeIn("desk"), storedArticle({ text: `Article number ${number}. `.repeat(40) }));
  process.stdout.write(`${number}\n`);
}
