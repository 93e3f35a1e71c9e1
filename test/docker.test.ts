import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { settings } from "../src/settings.ts";
import { freePort, statusOf } from "./adapters/http/ports.ts";

const dockerfile = readFileSync("Dockerfile", "utf8");

/** What an image made from the Dockerfile holds, laid out in a folder: its COPY lines, with the packages that are here. */
function layOut(folder: string): void {
  for (const [, sources = ""] of dockerfile.matchAll(/^COPY (.+) \S+$/gm)) {
    for (const source of sources.split(" ")) cpSync(source, join(folder, source), { recursive: true });
  }
  symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
}

it("what the Dockerfile copies runs with the command it gives, as a user who is not root", async () => {
  expect(dockerfile).toMatch(/^USER node$/m);
  const folder = mkdtempSync(join(tmpdir(), "verbatim-image-"));
  layOut(folder);
  const [, json = "[]"] = /^CMD (\[.+\])$/m.exec(dockerfile) ?? [];
  const [program = "", ...argv]: readonly string[] = JSON.parse(json);
  expect(program).toBe("node");
  const port = await freePort();
  const env = { VERBATIM_DATA: join(folder, "data"), VERBATIM_PORT: String(port) };
  const child = spawn(process.execPath, argv, { cwd: folder, env });
  const exit = once(child, "exit");
  await expect.poll(() => statusOf(port, "/healthz"), { timeout: 15_000 }).toBe(200);
  child.kill("SIGTERM");
  expect(await exit).toEqual([0, null]);
  rmSync(folder, { recursive: true });
});

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

it("compose.yaml starts one gateway and two workers over one Postgres, with settings there are", () => {
  const { services } = parse(readFileSync("compose.yaml", "utf8"), { merge: true }) as {
    readonly services: Readonly<Record<string, Service & { readonly deploy?: { readonly replicas: number } }>>;
  };
  const { gateway, worker } = services;
  const [, json = "[]"] = /^CMD (\[.+\])$/m.exec(dockerfile) ?? [];
  const started: readonly string[] = JSON.parse(json);
  expect(gateway?.command).toEqual([...started, "--role", "gateway"]);
  expect(worker?.command).toEqual([...started, "--role", "worker"]);
  expect(worker?.deploy?.replicas).toBe(2);
  const known = settings.map(({ key }) => key);
  for (const service of [gateway, worker])
    expect(known).toEqual(expect.arrayContaining(Object.keys(service?.environment ?? {})));
  const url = worker?.environment?.DATABASE_URL ?? "";
  expect(new URL(url.replace(/\$\{.*?\}/, "password")).hostname).toBe("postgres");
});
