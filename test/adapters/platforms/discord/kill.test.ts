import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { Discord } from "../../../standins/discord/discord.ts";
import { TOKEN } from "../../../standins/discord/server.ts";
import { readVisible } from "../../../standins/discord/visible.ts";

const KILLS = 5;
const JOBS_BETWEEN = 6;
const JOBS = (KILLS + 1) * JOBS_BETWEEN;

test(`${JOBS} postings of a process that is killed ${KILLS} times all stand once, though nonces are forgotten`, {
  timeout: 120_000,
}, async () => {
  const discord = await new Discord().start();
  const folder = mkdtempSync(join(tmpdir(), "verbatim-kill-"));
  const processes: ChildProcess[] = [];
  onTestFinished(async () => {
    for (const child of processes) child.kill("SIGKILL");
    await discord.stop();
    rmSync(folder, { recursive: true });
  });
  discord.server.nonces.honoured = false;
  const run = (): ChildProcess => {
    const script = fileURLToPath(new URL("posting-process.ts", import.meta.url));
    const { server, general } = discord;
    const args = [script, TOKEN, server.apiUrl(), folder, server.world.guild, general, String(JOBS)];
    const child = spawn(process.execPath, args, { stdio: "inherit" });
    processes.push(child);
    return child;
  };
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const child = run();
    await discord.server.world.until(() => discord.posted().length >= kill * JOBS_BETWEEN);
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    expect(await exit).toEqual([null, "SIGKILL"]);
  }
  const [code] = await once(run(), "exit");
  expect(code).toBe(0);
  const jobs = discord.posted().map((message) => readVisible(message).text);
  expect(jobs).toHaveLength(JOBS);
  expect(new Set(jobs).size).toBe(JOBS);
  expect(discord.server.ownFaults).toEqual([]);
});
