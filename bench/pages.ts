/**
 * What reading pages costs beside its peers: `npm run bench` (`--quick` with fewer pages). Each way of reading has a
 * process of its own and reads the same pages; ratios are of CPU time in the same run. Hostile pages go through the
 * worker, as they do in the bot. Ends with 1 when a goal is missed.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { PageWorker } from "../src/adapters/intake/web/page-worker.ts";
import { UserError } from "../src/core/errors.ts";
import { hostilePages } from "../test/standins/web/hostile-pages.ts";
import { atLeast, atMost, printTable, type Row } from "./table.ts";

const isQuick = process.argv.includes("--quick");
const PAGES = isQuick ? 40 : 258;
const ROUNDS = isQuick ? 1 : 3;
/** jsdom is some thirty times slower than parse5. */
const PAGES_OF_JSDOM = 40;

interface Cost {
  /** CPU time a page, in milliseconds. */
  readonly milliseconds: number;
  /** The most memory the process held. */
  readonly megabytes: number;
}

function measure(reader: string, pages: number, rounds: number): Cost {
  const file = join(import.meta.dirname, "pages", "measure.ts");
  const { stdout, stderr, status } = spawnSync(process.execPath, [file, reader, String(pages), String(rounds)], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The longest a hostile page takes, and the longest the main thread is late meanwhile, in milliseconds. */
async function measureHostile(): Promise<{ readonly worst: number; readonly late: number }> {
  const worker = new PageWorker();
  await worker.read(`<p>${"The harbour office counted the ships again. ".repeat(9)}</p>`, null);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  let worst = 0;
  let late = 0;
  for (const html of Object.values(hostilePages)) {
    delay.reset();
    delay.enable();
    const started = performance.now();
    await worker.read(html, null).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
    });
    worst = Math.max(worst, performance.now() - started);
    delay.disable();
    late = Math.max(late, delay.max / 1e6);
  }
  return { worst, late };
}

const parse5 = measure("parse5", PAGES, ROUNDS);
const extraction = measure("extraction", PAGES, ROUNDS);
const briefing = measure("briefing", PAGES, ROUNDS);
const linkedom = measure("linkedom", PAGES, ROUNDS);
const jsdom = measure("jsdom", PAGES_OF_JSDOM, 1);
const imports = measure("imports", PAGES, 1);
const hostile = await measureHostile();

const fact = (metric: string, ours: number): Row => ({ metric, ours, goal: "", ok: null });
printTable("Pages", [
  atMost("HTML → briefing, as many times parse5's parsing", briefing.milliseconds / parse5.milliseconds, 3),
  atLeast(
    "extraction, as many times faster than Readability + linkedom",
    linkedom.milliseconds / extraction.milliseconds,
    4,
  ),
  fact("extraction, ms a page", extraction.milliseconds),
  fact("HTML → briefing, ms a page", briefing.milliseconds),
  fact("parse5 alone, ms a page", parse5.milliseconds),
  fact("Readability + linkedom, ms a page", linkedom.milliseconds),
  fact("Readability + jsdom, ms a page", jsdom.milliseconds),
  atMost("worst hostile page, ms", hostile.worst, 1_000),
  atMost("main thread late meanwhile, ms", hostile.late, 50),
  fact("peak memory: the pages alone, MB", imports.megabytes),
  atMost(
    "peak memory: extraction, MB (goal: Readability + linkedom)",
    extraction.megabytes,
    Math.ceil(linkedom.megabytes),
  ),
  fact("peak memory: HTML → briefing, MB", briefing.megabytes),
  fact(`peak memory: Readability + jsdom, MB (${PAGES_OF_JSDOM} pages)`, jsdom.megabytes),
]);
