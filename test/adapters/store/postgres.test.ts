import { beforeAll, describe } from "vitest";
import { openPostgres } from "../../../src/adapters/database/postgres/open.ts";
import { createPostgresStore } from "../../../src/adapters/store/postgres/store.ts";
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
    const lost = (error: Error): never => {
      throw error;
    };
    const database = await openPostgres(address, { lost, schema: `store_${opened}` });
    return createPostgresStore(database, now, async () => undefined);
  });
});
