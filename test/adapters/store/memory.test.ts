import { describe } from "vitest";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { storeContract } from "../../contracts/store.ts";

describe("the store in memory", () => {
  storeContract(async (now) => memoryStore(now));
});
