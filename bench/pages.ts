/**
 * What reading pages costs beside its peers: `node bench/pages.ts` (`--quick` with fewer pages). Each way of reading has
 * processes of its own that read the same pages, taking turns; ratios are of CPU time. Hostile pages go through the worker,
 * as they do in the bot.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { PageWorker } from "../src/adapters/intake/web/page-worker.ts";
import { UserError } from "../src/core/errors.ts";
import { hostilePages } from "../test/standins/web/hostile-pages.ts";
import { runSuite, type Scale } from "./suite.ts";
import { atMost, fact, type Row, timesBelow, withinTimes } from "./table.ts";

interface Extent {
  readonly pages: number;
  /** Pages for jsdom, which is some thirty times slower than parse5; 0 leaves it out. */
  readonly jsdom: number;
  readonly turns: number;
  /** Milliseconds of CPU before it counts: the runtime compiles only what has run for a while. */
  readonly warmUp: number;
}

const EXTENTS: Readonly<Record<Scale, Extent>> = {
  quick: { pages: 8, jsdom: 0, turns: 1, warmUp: 1_000 },
  whole: { pages: 258, jsdom: 40, turns: 3, warmUp: 1_500 },
};

interface Cost {
  /** CPU time a page, in milliseconds. */
  readonly milliseconds: number;
  /** The most memory the process held. */
  readonly megabytes: number;
}

/** Reads pages one way in a process of its own. */
function read(reader: string, pages: number, warmUp: number): Cost {
  const file = join(import.meta.dirname, "pages", "measure.ts");
  const options = [file, reader, String(pages), String(warmUp)];
  const { stdout, stderr, status } = spawnSync(process.execPath, options, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr.slice(-1_000));
  return JSON.parse(stdout);
}

/** The costs of each way, the mean of its turns. */
function takeTurns<Reader extends string>(
  readers: readonly Reader[],
  { pages, turns, warmUp }: Extent,
): Record<Reader, Cost> {
  const taken = Array.from({ length: turns }, () =>
    readers.map((reader) => [reader, read(reader, pages, warmUp)] as const),
  ).flat();
  const costs = readers.map((reader): [Reader, Cost] => {
    const own = taken.flatMap(([name, cost]) => (name === reader ? [cost] : []));
    const milliseconds = own.reduce((sum, cost) => sum + cost.milliseconds, 0) / own.length;
    return [reader, { milliseconds, megabytes: Math.max(...own.map(({ megabytes }) => megabytes)) }];
  });
  return Object.fromEntries(costs) as Record<Reader, Cost>;
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

function besideJsdom(extraction: Cost, extent: Extent): Row {
  const { jsdom } = takeTurns(["jsdom"], { ...extent, pages: extent.jsdom, turns: 1 });
  return timesBelow("extraction, ms CPU (peer: Readability + jsdom)", extraction.milliseconds, jsdom.milliseconds, 4);
}

async function measure(scale: Scale): Promise<readonly Row[]> {
  const extent = EXTENTS[scale];
  const { parse5, extraction, briefing, linkedom } = takeTurns(
    ["parse5", "extraction", "briefing", "linkedom"],
    extent,
  );
  const { imports } = takeTurns(["imports"], { ...extent, turns: 1 });
  const hostile = await measureHostile();
  return [
    withinTimes("HTML → briefing, ms CPU (floor: parse5)", briefing.milliseconds, parse5.milliseconds, 3),
    timesBelow("extraction, ms CPU (peer: Readability + linkedom)", extraction.milliseconds, linkedom.milliseconds, 4),
    ...(extent.jsdom === 0 ? [] : [besideJsdom(extraction, extent)]),
    atMost("worst hostile page, ms", hostile.worst, 1_000),
    atMost("main thread late meanwhile, ms", hostile.late, 50),
    timesBelow("extraction, peak MB (peer: Readability + linkedom)", extraction.megabytes, linkedom.megabytes, 1),
    fact("HTML → briefing, peak MB", briefing.megabytes),
    fact("the pages alone, MB", imports.megabytes),
  ];
}

await runSuite("Pages", measure);
