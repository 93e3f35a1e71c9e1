import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openPostgres } from "../../../src/adapters/database/postgres/open.ts";
import { addJob } from "../../../src/adapters/database/sqlite/add-job.ts";
import { openSqlite } from "../../../src/adapters/database/sqlite/open.ts";
import { waitingJobs } from "../../../src/adapters/queue/job-table.ts";
import { BossQueue } from "../../../src/adapters/queue/pgboss.ts";
import { atOnce, dumpRows, type RowLine } from "../../../src/adapters/store/backup/dump.ts";
import { copyAll, readBackup, writeBackup } from "../../../src/adapters/store/backup/file.ts";
import type { Target } from "../../../src/adapters/store/backup/restore.ts";
import { postgresWords } from "../../../src/adapters/store/postgres/words.ts";
import { createSqlStore } from "../../../src/adapters/store/sql/store.ts";
import { sqliteWords } from "../../../src/adapters/store/sqlite/words.ts";
import type { Store } from "../../../src/core/ports.ts";
import { placeIn, storedArticle } from "../../contracts/store/stored.ts";
import { emptyDatabase, noPostgres, onPostgres } from "../../postgres/database.ts";
import { emptyFolder } from "./folder.ts";

const NOW = 1_790_000_000_000;
const desk = placeIn("desk");
const closed = placeIn("closed", { private: true });
const strange = storedArticle({
  text: "A \u0000 and a \u{10FFFF} stood here, Zoë said.",
  speakers: ["Zoë Müller"],
  url: "https://a.example/",
});

interface Bench extends Target {
  readonly store: Store;
}

async function onSqlite(): Promise<Bench> {
  const database = await openSqlite(await emptyFolder());
  onTestFinished(() => database.close());
  const store = createSqlStore(database, { index: sqliteWords, now: () => NOW, enqueue: addJob });
  return { database, store, index: sqliteWords, waiting: waitingJobs, enqueue: addJob };
}

async function onBoss(): Promise<Bench> {
  const url = await emptyDatabase();
  const database = await openPostgres(url, { lost: () => {} });
  const queue = await BossQueue.open({ url, reportBug: () => {} });
  onTestFinished(async () => {
    await queue.stop();
    await database.close();
  });
  const enqueue: Target["enqueue"] = (sql, job, at) => queue.enqueue(sql, job, at);
  const store = createSqlStore(database, { index: postgresWords, now: () => NOW, enqueue });
  return { database, store, index: postgresWords, waiting: (sql) => queue.waiting(sql), enqueue };
}

/** Something in every table, more than one page of it in some. */
async function fill({ store, database, enqueue }: Bench): Promise<void> {
  for (let number = 0; number < 130; number += 1) {
    const story = storedArticle({ text: `Story ${number} of the bridge.`, speakers: ["Bo Lind"], readAt: number });
    await store.articles.save(number % 3 === 0 ? closed : desk, story);
  }
  await store.articles.save(desk, strange);
  await store.conversations.append(desk, { articleId: strange.article.id, question: "what?", speakers: [], at: NOW });
  await store.retention.expire(2);
  await store.settings.write(desk, "tenant", "to", "me");
  await store.deliveries.accept("chat", "e1", "work");
  await store.deliveries.begin("chat", "e1", NOW);
  await store.deliveries.accept("chat", "e2", "more");
  await store.deliveries.finish("chat", "e2", "done");
  await database.transaction(async (sql) => {
    for (let number = 0; number < 3; number += 1) {
      await enqueue(sql, { kind: "digest", key: `d${number}`, data: { number } }, NOW + number);
    }
  });
}

async function linesOf(bench: Bench): Promise<readonly RowLine[]> {
  return atOnce(bench, async (sql) => {
    const lines: RowLine[] = [];
    for await (const line of dumpRows(sql, bench.waiting)) lines.push(line);
    return lines;
  });
}

/** What people see of it. */
async function seenIn({ store }: Bench): Promise<unknown> {
  return [
    await store.articles.search(desk, { words: "bridge", limit: 300 }),
    await store.articles.search(closed, { words: "story 9", limit: 5 }),
    await store.articles.speakers(closed, "l", 5),
    await store.articles.find(desk, strange.article.id),
    await store.articles.search(desk, { words: "zoe", limit: 5 }),
    await store.conversations.read(desk),
    await store.settings.read(desk, "tenant", "to"),
    await store.deliveries.unfinished("chat"),
  ];
}

/** Writing goes on after what came. */
async function writeOn({ store }: Bench): Promise<void> {
  const story = storedArticle({ text: "The next story.", readAt: NOW });
  await store.articles.save(desk, story);
  expect(await store.articles.search(desk, { words: "next", limit: 1 })).toEqual([story]);
  expect(await store.deliveries.accept("chat", "e1", "again")).toBe(false);
  expect(await store.deliveries.accept("chat", "e3", "new")).toBe(true);
}

describe.skipIf(noPostgres)(`moving a store ${onPostgres}`, () => {
  it("brings everything over, and back through a file", async () => {
    const [from, over, back] = [await onSqlite(), await onBoss(), await onSqlite()];
    await fill(from);
    let told = 0;
    const sums = await copyAll(from, over, (rows) => {
      told = rows;
    });
    expect(told).toBe((await linesOf(from)).length);
    expect(Object.keys(sums)).toEqual(expect.arrayContaining(["texts", "readings", "turns", "deliveries", "jobs"]));
    expect(await linesOf(over)).toEqual(await linesOf(from));
    expect(await seenIn(over)).toEqual(await seenIn(from));
    await writeOn(over);

    const path = join(await emptyFolder(), "backup.jsonl");
    expect(await writeBackup(over, path, () => {})).toEqual(await readBackup(back, path, () => {}));
    expect(await linesOf(back)).toEqual(await linesOf(over));
    expect(await seenIn(back)).toEqual(await seenIn(over));
  }, 120_000);

  it("writes nothing over what stands there", async () => {
    const [from, over] = [await onSqlite(), await onBoss()];
    await fill(from);
    await over.store.settings.write(desk, "channel", "to", "me");
    await expect(copyAll(from, over, () => {})).rejects.toMatchObject({ code: "store-not-empty" });
    expect(await linesOf(over)).toHaveLength(1);
  }, 120_000);

  it("writes nothing at all where it is broken off", async () => {
    const [from, over] = [await onSqlite(), await onBoss()];
    await fill(from);
    const broken = copyAll(from, over, (rows) => {
      if (rows === 200) throw new Error("broken off");
    });
    await expect(broken).rejects.toThrow("broken off");
    expect(await linesOf(over)).toEqual([]);
    await copyAll(from, over, () => {});
    expect(await linesOf(over)).toEqual(await linesOf(from));
  }, 120_000);
});

describe("a backup", () => {
  async function backup(): Promise<string> {
    const from = await onSqlite();
    await fill(from);
    const path = join(await emptyFolder(), "backup.jsonl");
    await writeBackup(from, path, () => {});
    return path;
  }

  it("is for its owner alone, and never takes the place of another file", async () => {
    const path = await backup();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await expect(writeBackup(await onSqlite(), path, () => {})).rejects.toMatchObject({ code: "backup-exists" });
  });

  it.each([
    ["cut off", (text: string) => text.slice(0, text.length / 2), "backup-damaged"],
    ["without its last line", (text: string) => `${text.split("\n").slice(0, -2).join("\n")}\n`, "backup-damaged"],
    ["changed by a word", (text: string) => text.replace("Story 7 of", "Story 8 of"), "backup-damaged"],
    ["changed in its tables", (text: string) => text.replace('"table":"texts"', '"table":"secrets"'), "backup-damaged"],
    ["of a newer program", (text: string) => text.replace('"version":1', '"version":2'), "backup-too-new"],
    ["something else", () => "A letter.", "backup-unreadable"],
  ])("is refused, and nothing written, where it is %s", async (_, spoil, code) => {
    const path = await backup();
    await writeFile(path, spoil(await readFile(path, "utf8")));
    const into = await onSqlite();
    await expect(readBackup(into, path, () => {})).rejects.toMatchObject({ name: "UserError", code });
    expect(await linesOf(into)).toEqual([]);
  });
});
