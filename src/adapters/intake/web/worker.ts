import { serveReadings } from "../serve-readings.ts";
import { type Page, readPage } from "./page.ts";

/** A page to be read. */
export interface Job {
  readonly html: string;
  readonly url: string | null;
}

serveReadings<Job, Page>(({ html, url }) => readPage(html, url));
