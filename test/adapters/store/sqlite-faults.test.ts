import { spawnSync } from "node:child_process";
import { chmod, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { openStore } from "../../../src/adapters/store/sqlite/open.ts";
import { UserError } from "../../../src/core/errors.ts";
import { placeIn, storedArticle } from "../../contracts/store/stored.ts";
import { emptyFolder } from "./folder.ts";

const desk = placeIn("desk");
const open = (folder: string) => openStore(folder, () => 1);
/** So many that more of the file's pages hold words than wait for the tables of other things. */
const stories = Array.from({ length: 60 }, (_, index) =>
  storedArticle({
    text: `Story ${index}. ${`Words of story ${index} follow. `.repeat(100)}`,
    speakers: [`Ana ${index}`],
  }),
);

async function filledFolder(): Promise<string> {
  const folder = await emptyFolder();
  const store = await open(folder);
  for (const story of stories) await store.articles.save(desk, story);
  await store.close();
  return folder;
}

describe("a store whose file was damaged", () => {
  it("is refused when it is no database", async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, "verbatim.db"), "This is a letter, not a database. ".repeat(200));
    await expect(open(folder)).rejects.toMatchObject({ name: "UserError", code: "store-damaged" });
  });

  it("gives either what was written or a clear error, whichever page was overwritten", async () => {
    const folder = await filledFolder();
    const path = join(folder, "verbatim.db");
    const whole = await readFile(path);
    const outcomes = { whole: 0, refused: 0 };
    for (let page = 0; page * 4096 < whole.length; page++) {
      const bytes = Buffer.from(whole);
      for (let at = page * 4096; at < (page + 1) * 4096; at++) bytes[at] = (bytes[at] ?? 0) ^ 0x55;
      await writeFile(path, bytes);
      outcomes[await readAll(folder)]++;
    }
    expect(outcomes.refused).toBeGreaterThan(outcomes.whole);
  }, 60_000);

  it("notices one changed letter of a text", async () => {
    const folder = await filledFolder();
    const path = join(folder, "verbatim.db");
    const bytes = await readFile(path);
    const at = bytes.indexOf("Words of story 7 follow.");
    bytes.write("Swords", at);
    await writeFile(path, bytes);
    expect(await readAll(folder)).toBe("refused");
  });

  it("notices one changed letter of a speaker's name", async () => {
    const folder = await filledFolder();
    const path = join(folder, "verbatim.db");
    const bytes = await readFile(path);
    const at = bytes.indexOf('"speaker":{"name":"Ana 7"') + '"speaker":{"name":"'.length;
    bytes.write("Eva", at);
    await writeFile(path, bytes);
    expect(await readAll(folder)).toBe("refused");
  });

  /** Reads every story; anything but the story itself or a UserError with the path is a failure. */
  async function readAll(folder: string): Promise<"whole" | "refused"> {
    try {
      const store = await open(folder);
      try {
        for (const story of stories) expect(await store.articles.find(desk, story.article.id)).toEqual(story);
        for (const found of await store.articles.search(desk, { words: "words", limit: 50 })) {
          expect(stories).toContainEqual(found);
        }
      } finally {
        await store.close();
      }
      return "whole";
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      expect(error.message).toContain(join(folder, "verbatim.db"));
      return "refused";
    }
  }
});

describe("a store that cannot be written", () => {
  it("says so when the folder is a file", async () => {
    const folder = join(await emptyFolder(), "data");
    await writeFile(folder, "");
    await expect(open(folder)).rejects.toMatchObject({
      code: "store-unwritable",
      message: expect.stringContaining(folder),
    });
  });

  it("says so when the folder may not be written", async () => {
    const folder = await emptyFolder();
    await chmod(folder, 0o555);
    expect(runAsNobody(`await openStore(${JSON.stringify(folder)}, () => 1)`)).toBe("UserError store-unwritable");
  });

  it("says so when the file may not be written", async () => {
    const folder = await filledFolder();
    await chmod(join(folder, "verbatim.db"), 0o444);
    await chmod(folder, 0o555);
    expect(runAsNobody(`await openStore(${JSON.stringify(folder)}, () => 1)`)).toBe("UserError store-unwritable");
  });

  it("says so when the disk takes no more, and keeps what it acknowledged", async () => {
    const folder = await emptyFolder();
    const fill = `
      const store = await openStore(${JSON.stringify(folder)}, () => 1);
      for (let n = 0; ; n++) {
        await store.articles.save(placeIn("desk"), storedArticle({ text: "Story " + n + ". " + "More words. ".repeat(500) }));
        console.log(n);
      }`;
    const lines = runScript(fill, ["bash", "-c", 'ulimit -f 2000; exec "$0" "$@"']).split("\n");
    expect(lines.pop()).toBe("UserError store-disk");
    expect(lines.length).toBeGreaterThan(5);
    const store = await open(folder);
    expect((await store.articles.search(desk, { limit: 9_999 })).length).toBeGreaterThanOrEqual(lines.length);
    await store.close();
  }, 30_000);

  it("is refused when a newer program wrote it", async () => {
    const folder = await filledFolder();
    const database = new DatabaseSync(join(folder, "verbatim.db"));
    database.exec("PRAGMA user_version = 999");
    database.close();
    await expect(open(folder)).rejects.toMatchObject({ code: "store-too-new" });
  });

  /** The superuser may write anything, so the script runs as somebody else. */
  function runAsNobody(script: string): string {
    return runScript(script, [], process.getuid?.() === 0 ? { uid: 65534 } : {});
  }

  function runScript(script: string, [command = process.execPath, ...before]: string[], options = {}): string {
    const lines = [
      `import { openStore } from "${import.meta.resolve("../../../src/adapters/store/sqlite/open.ts")}";`,
      `import { placeIn, storedArticle } from "${import.meta.resolve("../../contracts/store/stored.ts")}";`,
      `try { ${script} } catch (error) { console.log(error.name, error.code); }`,
    ];
    const node = command === process.execPath ? [] : [process.execPath];
    const args = [...before, ...node, "--input-type=module", "--eval", lines.join("\n")];
    const { stdout, stderr } = spawnSync(command, args, { encoding: "utf8", ...options });
    return stdout.trim() || stderr;
  }
});

describe("a store that was asked to forget", () => {
  it("leaves no word of the article in its files", async () => {
    const folder = await filledFolder();
    const store = await open(folder);
    const secret = storedArticle({ text: "The xylophone is stolen, Quux said.", speakers: ["Zyx Quux"] });
    await store.articles.save(desk, secret);
    await store.conversations.append(desk, { articleId: secret.article.id, question: "Quux?", speakers: [], at: 1 });
    await store.articles.forget(desk, secret.article.id);
    for (const file of ["verbatim.db", "verbatim.db-wal"]) {
      const bytes = (await readFile(join(folder, file))).toString("latin1").toLowerCase();
      expect(bytes).not.toContain("xylophone");
      expect(bytes).not.toContain("quux");
    }
    await store.close();
  });
});

describe("opening a store", () => {
  it("makes its folder for the own user alone", async () => {
    const folder = join(await emptyFolder(), "data");
    await (await open(folder)).close();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it("prints no warning", async () => {
    const folder = await emptyFolder();
    const script = `import("${import.meta.resolve("../../../src/adapters/store/sqlite/open.ts")}")
      .then(({ openStore }) => openStore(${JSON.stringify(folder)}, () => 1))`;
    expect(spawnSync(process.execPath, ["--eval", script], { encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });
});
