import { existsSync, globSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** The public pages, where they are at hand beside the project. */
const PUBLIC = "../shared/pages/fundus.pages.jsonl.gz";

/** Pages to measure with: the public ones, else the project's own. */
export function loadPages(): readonly string[] {
  if (!existsSync(PUBLIC)) return globSync("test/fixtures/pages/*.html").map((file) => readFileSync(file, "utf8"));
  const lines = gunzipSync(readFileSync(PUBLIC)).toString("utf8").trim().split("\n");
  return lines.map((line) => htmlOf(JSON.parse(line)));
}

function htmlOf(page: unknown): string {
  if (typeof page === "object" && page !== null && "html" in page && typeof page.html === "string") return page.html;
  throw new Error("expected every line of the pages to have html");
}
