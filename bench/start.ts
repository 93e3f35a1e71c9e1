/** How long a shell waits for an answer from a process that starts cold: `node bench/start.ts`, beside `node -e 0`. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSuite, type Scale } from "./suite.ts";
import { type Row, withinTimes } from "./table.ts";

/** As `npm start` starts it. */
const START = ["--require", "./src/compile-cache.cjs", "src/main.ts"];

/** Milliseconds from start to end. */
function timeProcess(args: readonly string[], folder: string): number {
  const started = performance.now();
  spawnSync(process.execPath, args, { env: { PATH: process.env.PATH ?? "", VERBATIM_DATA: folder } });
  return performance.now() - started;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function measure(scale: Scale): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-start-"));
  timeProcess([...START, "brief", "test/fixtures/articles/grain-road.txt"], folder);
  const turns = Array.from({ length: scale === "quick" ? 3 : 21 }, () => ({
    ours: timeProcess([...START, "said", "who is quoted?"], folder),
    floor: timeProcess(["-e", "0"], folder),
  }));
  rmSync(folder, { recursive: true });
  const ours = median(turns.map((turn) => turn.ours));
  return [
    withinTimes("cold start to an answer, ms (floor: node -e 0)", ours, median(turns.map(({ floor }) => floor)), 3),
  ];
}

await runSuite("Start", measure);
