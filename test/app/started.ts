import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { onTestFinished } from "vitest";

const MAIN = join(import.meta.dirname, "../../src/main.ts");

export interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Its exit code and signal. */
  readonly ended: Promise<unknown[]>;
}

/** The process as an operator starts it, in a folder of its own. */
export function startProcess(
  args: readonly string[],
  cwd: string,
  settings: Readonly<Record<string, string>>,
): Started {
  const env = { PATH: process.env.PATH ?? "", VERBATIM_DATA: join(cwd, "data"), ...settings };
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env, stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.end();
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += String(data)));
  const ended = once(child, "close");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return { child, output: () => output, ended };
}

export async function untilSaid({ output, child }: Started, words: string): Promise<void> {
  while (!output().includes(words)) {
    if (child.exitCode !== null) throw new Error(`Expected ${words}, got ${output()}`);
    await wait(50);
  }
}
