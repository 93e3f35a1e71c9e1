import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/** A process that serves something on loopback. */
export interface Child {
  readonly child: ChildProcess;
  readonly port: number;
}

/** Starts a file of this folder, which prints the port it listens on as soon as it does. */
export async function startChild(file: "bot.ts" | "floor.ts" | "site.ts", args: readonly string[]): Promise<Child> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await new Promise<number>((resolve) => child.stdout.once("data", (line) => resolve(Number(line))));
  return { child, port };
}
