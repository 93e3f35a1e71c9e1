import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findPostgres, stopPostgres } from "./server.ts";

/** One server for a whole run of tests, started by the first that needs it. */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-postgres-"));
  project.provide("postgres", folder);
  return async () => {
    const binaries = findPostgres();
    if (binaries !== null) await stopPostgres(folder, binaries);
    rmSync(folder, { recursive: true, force: true });
  };
}

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the server. */
    readonly postgres: string;
  }
}
