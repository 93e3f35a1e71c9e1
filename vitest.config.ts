import { defineConfig } from "vitest/config";
import { requireNode } from "./src/node-version.ts";

requireNode(process.versions.node);

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    globalSetup: ["test/postgres/setup.ts"],
  },
});
