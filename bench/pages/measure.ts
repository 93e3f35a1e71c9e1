/** Reads pages one way, in a process of its own, and prints what that took: `node bench/pages/measure.ts NAME PAGES WARM_UP`. */
import { loadPages } from "./load.ts";
import { readers } from "./readers.ts";

const [name = "", count = "", warmUp = ""] = process.argv.slice(2);
const pages = await loadPages(Number(count));
const read = await readers[name]?.();
if (read === undefined) throw new Error(`expected one of ${Object.keys(readers).join(", ")}, got "${name}"`);

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const started = process.cpuUsage();
for (let turn = 0; cpuSince(started) < Number(warmUp); turn += 1) read(pages[turn % pages.length] ?? "");
const warm = process.cpuUsage();
for (const page of pages) read(page);
const milliseconds = cpuSince(warm) / pages.length;

process.stdout.write(JSON.stringify({ milliseconds, megabytes: process.resourceUsage().maxRSS / 1_024 }));
