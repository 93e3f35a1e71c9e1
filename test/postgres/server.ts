import { execFile } from "node:child_process";
import { existsSync, globSync } from "node:fs";
import { chown, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Postgres refuses to run as root: then it runs as nobody. */
const USER = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Where initdb and pg_ctl are; the newest of several. Null where there are none. */
export function findPostgres(): string | null {
  const folders = ["/usr/lib/postgresql/*/bin", "/usr/local/opt/postgresql*/bin", "/opt/homebrew/opt/postgresql*/bin"];
  const found = [...folders.flatMap((pattern) => globSync(pattern)), ...(process.env.PATH ?? "").split(":")];
  return found.toReversed().find((folder) => existsSync(join(folder, "initdb"))) ?? null;
}

/**
 * The address of a server in this folder, which the first who asks starts, with settings of his; others wait for it. Data that is
 * lost with the machine is no loss here: it does not sync, unless told to.
 */
export async function startPostgres(
  folder: string,
  binaries: string,
  settings: readonly string[] = [],
): Promise<string> {
  const ready = join(folder, "address");
  const isFirst = await mkdir(join(folder, "starting")).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    await writeFile(`${ready}.new`, await start(folder, binaries, settings));
    await rename(`${ready}.new`, ready);
  }
  while (!existsSync(ready)) await wait(50);
  return readFile(ready, "utf8");
}

/** Stops what `startPostgres` started in the folder. */
export async function stopPostgres(folder: string, binaries: string): Promise<void> {
  if (!existsSync(join(folder, "address"))) return;
  const data = join(folder, "data");
  await run(join(binaries, "pg_ctl"), ["stop", "-w", "-m", "immediate", "-D", data], { cwd: folder, ...USER });
}

/** Starts it again, as it was, after it was stopped. */
export async function restartPostgres(folder: string, binaries: string): Promise<void> {
  const data = join(folder, "data");
  const restart = ["restart", "-w", "-D", data, "-l", join(folder, "log")];
  await run(join(binaries, "pg_ctl"), restart, { cwd: folder, ...USER });
}

async function start(folder: string, binaries: string, settings: readonly string[]): Promise<string> {
  if (USER.uid !== undefined) await chown(folder, USER.uid, USER.gid);
  const data = join(folder, "data");
  const options = { cwd: folder, ...USER };
  const port = await freePort();
  const initdb = ["-D", data, "-U", "verbatim", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  await run(join(binaries, "initdb"), initdb, options);
  const set = ["fsync=off", "max_connections=200", ...settings].map((setting) => `-c ${setting}`);
  const server = `-p ${port} -h 127.0.0.1 -k ${folder} ${set.join(" ")}`;
  await run(join(binaries, "pg_ctl"), ["start", "-w", "-D", data, "-l", join(folder, "log"), "-o", server], options);
  return `postgres://verbatim@127.0.0.1:${port}/postgres`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new TypeError("Expected a port");
  return address.port;
}
