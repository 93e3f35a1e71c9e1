import { createReadStream, existsSync, globSync, readFileSync } from "node:fs";
import { createGunzip } from "node:zlib";

/** The public pages, where they are at hand beside the project. */
const PUBLIC = "../shared/pages/fundus.pages.jsonl.gz";

/** At most so many pages to measure with: the first public ones, else the project's own. */
export async function loadPages(most: number): Promise<readonly string[]> {
  if (!existsSync(PUBLIC)) {
    const files = globSync("test/fixtures/pages/*.html").slice(0, most);
    return files.map((file) => readFileSync(file, "utf8"));
  }
  const pages: string[] = [];
  let rest = "";
  for await (const chunk of createReadStream(PUBLIC).pipe(createGunzip()).setEncoding("utf8")) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (pages.push(htmlOf(JSON.parse(line))) >= most) return pages;
  }
  if (rest !== "") pages.push(htmlOf(JSON.parse(rest)));
  return pages;
}

function htmlOf(page: unknown): string {
  if (typeof page === "object" && page !== null && "html" in page && typeof page.html === "string") return page.html;
  throw new Error("expected every line of the pages to have html");
}
