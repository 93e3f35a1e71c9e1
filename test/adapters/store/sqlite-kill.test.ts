import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { openStore } from "../../../src/adapters/store/sqlite/open.ts";
import { UserError } from "../../../src/core/errors.ts";
import type { Store } from "../../../src/core/ports.ts";
import { placeIn, storedArticle } from "../../contracts/store/stored.ts";
import { emptyFolder } from "./folder.ts";

const WRITER = fileURLToPath(new URL("./sqlite-writer.ts", import.meta.url));

/** Runs a writer and kills it after some acknowledged articles; gives the number after the last acknowledged one. */
async function writeUntilKilled(folder: string, first: number, count: number): Promise<number> {
  const writer = spawn(process.execPath, [WRITER, folder, String(first)], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(writer, "exit");
  let next = first;
  for await (const line of createInterface(writer.stdout)) {
    next = Number(line) + 1;
    if (next >= first + count) writer.kill("SIGKILL");
  }
  await ended;
  return next;
}

it("keeps every acknowledged article through 30 kills", async () => {
  const folder = await emptyFolder();
  let next = 0;
  for (let round = 0; round < 30; round++) {
    const before = next;
    next = await writeUntilKilled(folder, next, 1 + (round % 7) * 3);
    expect(next).toBeGreaterThan(before);
  }
  const store = await openStore(folder, () => 1);
  for (let number = 0; number < next; number++) {
    const { article } = storedArticle({ text: `Article number ${number}. `.repeat(40) });
    expect((await store.articles.find(placeIn("desk"), article.id))?.article.text).toBe(article.text);
  }
  expect(await store.articles.search(placeIn("desk"), { words: "number 0", limit: 1 })).toHaveLength(1);
  await store.close();
}, 120_000);

it("refuses a second process while one runs, and opens at once when that one was killed", async () => {
  const folder = await emptyFolder();
  const writer = spawn(process.execPath, [WRITER, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(writer, "exit");
  await once(writer.stdout, "data");
  await expect(openStore(folder, () => 1)).rejects.toMatchObject({
    name: "UserError",
    code: "store-in-use",
    message: expect.stringContaining(join(folder, "verbatim.db")),
  });
  writer.kill("SIGKILL");
  await ended;
  const store = await openStore(folder, () => 1);
  expect(await store.articles.search(placeIn("desk"), { limit: 1 })).toHaveLength(1);
  await store.close();
}, 30_000);

it("is consistent, or refused, when the write-ahead log of a killed process was taken away", async () => {
  const folder = await emptyFolder();
  const next = await writeUntilKilled(folder, 0, 100);
  await rm(join(folder, "verbatim.db-wal"));
  const store = await openStore(folder, () => 1).catch((error: unknown) => error);
  if (store instanceof UserError) return expect(store.code).toBe("store-damaged");
  const { articles, close } = store as Store;
  const found = await articles.search(placeIn("desk"), { limit: 999 });
  const texts = Array.from({ length: next + 1 }, (_, number) => `Article number ${number}. `.repeat(40));
  for (const { article } of found) expect(texts).toContain(article.text);
  await close();
}, 30_000);

it("keeps the write-ahead log small, and leaves one file when closed", async () => {
  const folder = await emptyFolder();
  const store = await openStore(folder, () => 1);
  let largest = 0;
  for (let number = 0; number < 400; number++) {
    const text = `Article number ${number}. ${"Lots of words here. ".repeat(300)}`;
    await store.articles.save(placeIn("desk"), storedArticle({ text }));
    largest = Math.max(largest, (await stat(join(folder, "verbatim.db-wal"))).size);
  }
  expect(largest).toBeLessThan(6_000_000);
  await store.close();
  expect(await readdir(folder)).toEqual(["verbatim.db"]);
}, 60_000);
