import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { openStore } from "../../../src/adapters/store/sqlite/open.ts";
import { storeContract } from "../../contracts/store.ts";

describe("the store on SQLite", () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "verbatim-store-"));
  });
  afterAll(() => rm(root, { recursive: true }));

  storeContract(async (now) => openStore(await mkdtemp(join(root, "store-")), now));
});
