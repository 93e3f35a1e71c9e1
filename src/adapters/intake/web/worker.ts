import type { ReadPage } from "../../../core/batch/read.ts";
import { serveReadings } from "../serve-readings.ts";
import { readPage } from "./page.ts";

/** A page to be read. */
export interface Job {
  readonly html: string;
  readonly url: string | null;
}

serveReadings<Job, ReadPage>(({ html, url }) => readPage(html, url));
