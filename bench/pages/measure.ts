/** Reads all pages one way, in a process of its own, and prints what that took: `node bench/pages/measure.ts NAME PAGES`. */
import { loadPages } from "./load.ts";
import { readers } from "./readers.ts";

const [name = "", count = ""] = process.argv.slice(2);
const pages = loadPages().slice(0, Number(count));
const read = await readers[name]?.();
if (read === undefined) throw new Error(`expected one of ${Object.keys(readers).join(", ")}, got "${name}"`);

for (const page of pages.slice(0, 40)) read(page);
const before = process.cpuUsage();
for (const page of pages) read(page);
const { user, system } = process.cpuUsage(before);

process.stdout.write(
  JSON.stringify({
    milliseconds: (user + system) / 1_000 / pages.length,
    megabytes: process.resourceUsage().maxRSS / 1_024,
  }),
);
