import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { drawColumn } from "./html.ts";

/** What the README shows, and how high it is drawn, in pixels. */
const PICTURES = [
  { name: "slack", height: 540 },
  { name: "discord", height: 645 },
] as const;
const WIDTH = 700;

/** Draws docs/slack.png and docs/discord.png from messages as they were drawn; says so where Chromium is missing. */
export function takePictures(rows: readonly { readonly slack: string; readonly discord: string }[]): void {
  mkdirSync("docs", { recursive: true });
  for (const { name, height } of PICTURES) {
    const page = resolve(`bench/results/${name}.html`);
    const messages = rows.map((row) => row[name]);
    writeFileSync(page, drawColumn(messages, name));
    const picture = `docs/${name}.png`;
    const flags = ["--headless", "--no-sandbox", "--hide-scrollbars", `--window-size=${WIDTH},${height}`];
    const { status } = spawnSync("chromium", [...flags, `--screenshot=${resolve(picture)}`, `file://${page}`]);
    process.stdout.write(status === 0 ? `${picture}\n` : `${picture} is left as it is: Chromium could not be run\n`);
  }
}
