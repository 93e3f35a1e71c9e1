import { describe, expect, it, onTestFinished } from "vitest";
import { Commits, type Connection } from "../../../src/adapters/database/sqlite/commits.ts";
import { openSqlite } from "../../../src/adapters/database/sqlite/open.ts";
import { emptyFolder } from "./folder.ts";

/** A connection that writes down what it is told, and fails as told. */
function openConnection(failing: readonly string[] = []) {
  const said: string[] = [];
  let inside = false;
  const connection: Connection = {
    script(sql) {
      said.push(sql);
      if (sql.startsWith("BEGIN")) inside = true;
      if (failing.includes(sql)) throw new Error(`${sql} failed`);
      if (sql === "COMMIT" || sql === "ROLLBACK") inside = false;
    },
    isInTransaction: () => inside,
  };
  return { said, commits: new Commits(connection) };
}

describe("units of work that wait together", () => {
  it("share one commit, in their order, and are settled after it", async () => {
    const { said, commits } = openConnection();
    const settled: string[] = [];
    const units = ["a", "b", "c"].map((name) =>
      commits
        .add("shared", async () => void said.push(name))
        .then(() => settled.push(`${name} ${said.includes("COMMIT")}`)),
    );
    await Promise.all(units);
    expect(said.filter((one) => !/unit/.test(one))).toEqual(["BEGIN IMMEDIATE", "a", "b", "c", "COMMIT"]);
    expect(settled).toEqual(["a true", "b true", "c true"]);
  });

  it("fail one by one, and all where the commit fails", async () => {
    const { commits } = openConnection();
    const outcomes = await Promise.allSettled([
      commits.add("shared", async () => "good"),
      commits.add("shared", () => Promise.reject(new Error("bad"))),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    const full = openConnection(["COMMIT"]);
    const lost = await Promise.allSettled([1, 2].map((one) => full.commits.add("shared", async () => one)));
    expect(lost.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(full.said.at(-1)).toBe("ROLLBACK");
  });

  it("leave what must stand alone outside of any transaction", async () => {
    const { said, commits } = openConnection();
    await Promise.all([
      commits.add("shared", async () => void said.push("a")),
      commits.add("alone", async () => void said.push("alone")),
      commits.add("shared", async () => void said.push("b")),
    ]);
    const shape = said.filter((one) => !/unit/.test(one));
    expect(shape).toEqual(["BEGIN IMMEDIATE", "a", "COMMIT", "alone", "BEGIN IMMEDIATE", "b", "COMMIT"]);
  });
});

it("a statement that fails takes back itself alone", async () => {
  const folder = await emptyFolder();
  const database = await openSqlite(folder);
  onTestFinished(() => database.close());
  database.script("CREATE TABLE t (n INTEGER UNIQUE)");
  const outcomes = await Promise.allSettled([1, 1, 2].map((n) => database.run("INSERT INTO t VALUES ($n)", { n })));
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await database.all("SELECT n FROM t ORDER BY n")).toEqual([{ n: 1 }, { n: 2 }]);
});
