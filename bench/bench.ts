/**
 * Speed, memory and cost beside their floors and peers, as one table: `npm run bench`, `npm run bench -- --quick` in under a
 * minute, `npm run bench -- pages start` for some of it. Each bench is a process of its own, one after another. Ends with 1
 * when a goal is missed. The rows are kept in bench/results/, by the time they were taken.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMet, printTable, type Row } from "./table.ts";

const SUITES = [
  "start",
  "speed",
  "pages",
  "acknowledge",
  "deliveries",
  "first-text",
  "memory",
  "tokens",
  "failures",
  "polling",
  "store",
];

function measure(suite: string, options: readonly string[]): readonly Row[] {
  process.stderr.write(`${suite} …\n`);
  const { stdout, status, signal } = spawnSync(
    process.execPath,
    ["--expose-gc", join(import.meta.dirname, `${suite}.ts`), "--json", ...options],
    { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
  );
  const line = stdout.trim().split("\n").at(-1) ?? "";
  if (!line.startsWith("[")) throw new Error(`Expected rows of ${suite}, got its end: ${status ?? signal}`);
  return JSON.parse(line);
}

const options = process.argv.slice(2).filter((word) => word.startsWith("--"));
const chosen = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const rows = (chosen.length > 0 ? chosen : SUITES).flatMap((suite) => measure(suite, options));
const folder = join(import.meta.dirname, "results");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, `${new Date().toISOString().replaceAll(":", "-")}.json`), JSON.stringify(rows, null, 2));
printTable("Speed and cost", rows);
process.exitCode = isMet(rows) ? 0 : 1;
