import { isMet, printTable, type Row } from "./table.ts";

/** "quick" takes seconds and tells whether something broke; "whole" is what a figure is quoted from. */
export type Scale = "quick" | "whole";

/**
 * Runs one bench as a program: prints its table, with `--json` its rows as one line for `npm run bench`. `--quick` takes
 * less of everything. Ends with 1 when a goal is missed.
 */
export async function runSuite(title: string, measure: (scale: Scale) => Promise<readonly Row[]>): Promise<void> {
  const rows = await measure(process.argv.includes("--quick") ? "quick" : "whole");
  if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else printTable(title, rows);
  process.exitCode = isMet(rows) ? 0 : 1;
}
