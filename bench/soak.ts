/**
 * Months of use in minutes: `npm run soak` (`--quick` for a tenth). One process on the embedded store under a clock of its own
 * reads articles and answers commands; after each tenth it counts what a leak would let grow. Ends with 1 where something does.
 */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../commands/index.ts";
import { createIntake } from "../src/adapters/intake/intake.ts";
import { openStore } from "../src/adapters/store/sqlite/open.ts";
import { createCore } from "../src/core/core.ts";
import { nowhereElse } from "../src/core/elsewhere.ts";
import { createInbox } from "../src/core/inbox/index.ts";
import type { Call } from "../src/core/ports.ts";
import { newsroomOver } from "../test/standins/newsroom.ts";
import { atMost, printTable } from "./table.ts";

const share = process.argv.includes("--quick") ? 10 : 1;
const COMMANDS = 100_000 / share;
const ARTICLES = 10_000 / share;
const TENTHS = 10;
/** One command every so many milliseconds of the clock inside: a hundred thousand take some five months. */
const PACE = 130_000;

const STORIES = ["grain-road", "storm-warning", "wolf-cull"].map((name) =>
  readFileSync(`test/fixtures/articles/${name}.txt`, "utf8"),
);
/** What people ask in turn; every so often a new article comes between. */
const LINES = [
  ["said", "what did the minister say?"],
  ["said", ""],
  ["brief", "last length:line"],
  ["said", 'who said "not of principle"?'],
  ["verbatim", "status"],
  ["check", 'The minister said: "What is left is a matter of trucks" in:last'],
  ["brief", "last length:full"],
  ["verbatim", "receipt 1"],
  ["nonsense", "at all"],
] as const;

interface Reading {
  /** Bytes of heap in use after collection, and of the write-ahead log. */
  readonly heap: number;
  readonly log: number;
  readonly descriptors: number;
}

const folder = mkdtempSync(join(tmpdir(), "verbatim-soak-"));
let clock = Date.UTC(2026, 0, 5);
const store = await openStore(folder, () => clock);
const faults: unknown[] = [];
const inbox = createInbox({
  core: createCore({
    intake: createIntake(),
    store,
    newsroom: newsroomOver(store, () => clock),
    now: () => clock,
  }),
  commands,
  turn: async () => undefined,
  reportBug: (error) => String(faults.push(error)),
});

/** Forty channels of four workspaces, each with threads of its own. */
function callOf(index: number): Call {
  const place = { platform: "soak", tenant: `t${index % 4}`, channel: `c${index % 40}`, private: false };
  return {
    place: { ...place, thread: index % 3 === 0 ? null : `thread ${index % 400}` },
    person: { id: `p${index % 60}`, name: "Pat", manager: true },
    signal: new AbortController().signal,
    elsewhere: nowhereElse,
  };
}

async function run(index: number): Promise<void> {
  clock += PACE;
  const isArticle = index % (COMMANDS / ARTICLES) === 0;
  const story = STORIES[index % STORIES.length] ?? "";
  const [name, line] = LINES[index % LINES.length] ?? ["said", ""];
  const input = isArticle ? `${story}\n\nEdition ${index} of the year.` : line;
  const call = callOf(index);
  await inbox.command({ ...call, name: isArticle ? "brief" : name, input: { type: "line", line: input, uploads: [] } });
}

function read(): Reading {
  globalThis.gc?.();
  const log = readdirSync(folder).filter((file) => file.endsWith("-wal"));
  return {
    heap: process.memoryUsage().heapUsed,
    log: Math.max(0, ...log.map((file) => statSync(join(folder, file)).size)),
    descriptors: existsSync("/proc/self/fd") ? readdirSync("/proc/self/fd").length : 0,
  };
}

const readings: Reading[] = [];
for (let index = 0; index < COMMANDS; index += 1) {
  await run(index);
  if ((index + 1) % (COMMANDS / TENTHS) === 0) {
    readings.push(read());
    process.stderr.write(`${index + 1} commands, ${faults.length} faults\n`);
  }
}
await store.close();
rmSync(folder, { recursive: true });

const MEGABYTE = 1024 * 1024;
/** Caches fill and temporary files open in the first half; growth is counted from there. */
const settled = readings[TENTHS / 2 - 1] ?? read();
const last = readings.at(-1) ?? settled;
const rows = [
  atMost("faults", faults.length, 0),
  atMost("heap grown in the second half, MB", (last.heap - settled.heap) / MEGABYTE, 5),
  atMost("descriptors opened in the second half and not closed", last.descriptors - settled.descriptors, 0),
  atMost("largest write-ahead log, MB", Math.max(...readings.map(({ log }) => log)) / MEGABYTE, 16),
];
printTable(`${COMMANDS} commands, ${ARTICLES} articles`, rows);
process.exitCode = rows.some(({ ok }) => ok === false) ? 1 : 0;
