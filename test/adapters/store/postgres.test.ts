import { beforeAll, describe, expect, it } from "vitest";
import { openPostgres } from "../../../src/adapters/database/postgres/open.ts";
import { createPostgresStore } from "../../../src/adapters/store/postgres/store.ts";
import type { Store } from "../../../src/core/ports.ts";
import { placeIn, storedArticle } from "../../contracts/store/stored.ts";
import { storeContract } from "../../contracts/store.ts";
import { emptyDatabase, noPostgres, onPostgres } from "../../postgres/database.ts";

describe.skipIf(noPostgres)(`the store ${onPostgres}`, () => {
  let address = "";
  let opened = 0;
  beforeAll(async () => {
    address = await emptyDatabase();
  });

  storeContract(async (now) => {
    opened += 1;
    return openStore(`store_${opened}`, now);
  });

  const openStore = async (schema: string, now: () => number): Promise<Store> => {
    const lost = (): never => {
      throw new Error("Expected the connection to last");
    };
    const database = await openPostgres(address, { lost, schema });
    return createPostgresStore(database, now, async () => undefined);
  };

  it("keeps an article that several processes save and forget at once", async () => {
    const stores = await Promise.all(["one", "two", "three"].map(() => openStore("store_shared", () => 1)));
    const desk = placeIn("desk");
    const stored = storedArticle({ text: "The ferry stops on Friday.", speakers: ["Ines Calder"] });
    for (let round = 0; round < 20; round += 1) {
      const saved = [...stores, ...stores, ...stores].map(({ articles }) => articles.save(desk, stored));
      await Promise.all([...saved, stores[0]?.articles.forget(placeIn("sports"), null)]);
      await stores[round % 3]?.articles.save(placeIn("sports"), stored);
      const found = await Promise.all(
        stores.map(({ articles }) => articles.search(desk, { words: "ferry", limit: 5 })),
      );
      expect(found.map(({ length }) => length)).toEqual([1, 1, 1]);
      expect(await stores[0]?.articles.forget(desk, null)).toBe(1);
    }
    await Promise.all(stores.map((store) => store.close()));
  });
});
