import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { freePort, statusOf } from "./ports.ts";

const ROOT = join(import.meta.dirname, "../../..");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "verbatim-http-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Started as `npm start` does, with nothing but a port. */
function startProcess(port: number) {
  const env = { PATH: process.env.PATH ?? "", VERBATIM_DATA: folder, VERBATIM_PORT: String(port) };
  const child = spawn(process.execPath, [join(ROOT, "src/main.ts")], { cwd: folder, env });
  const lines: string[] = [];
  child.stderr.on("data", (data) => lines.push(String(data)));
  return { child, exit: once(child, "exit"), lines };
}

it("listens where it is told, logs JSON, and ends well when it is asked to", async () => {
  const port = await freePort();
  const { child, exit, lines } = startProcess(port);
  await expect.poll(() => statusOf(port, "/readyz"), { timeout: 15_000 }).toBe(200);
  child.kill("SIGTERM");
  expect(await exit).toEqual([0, null]);
  expect(JSON.parse(lines.join(""))).toMatchObject({ level: "info", msg: "Running on http." });
});

it("says in a sentence that its port is taken", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  const { exit, lines } = startProcess(typeof address === "object" && address !== null ? address.port : 0);
  expect(await exit).toEqual([2, null]);
  expect(lines.join("")).toMatch(/^Port \d+ on 127\.0\.0\.1 cannot be opened; set VERBATIM_PORT to a free one/);
  taken.close();
});
