import { serveReadings } from "../serve-readings.ts";
import { readPdf } from "./read-pdf.ts";

serveReadings<Uint8Array, string>(readPdf);
