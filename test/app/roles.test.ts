import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { commands } from "../../commands/index.ts";
import { buildManifest } from "../../src/adapters/platforms/slack/manifest.ts";
import { emptyFolder } from "../adapters/store/folder.ts";
import { emptyDatabase, noPostgres, onPostgres } from "../postgres/database.ts";
import { People } from "../standins/slack/actions.ts";
import { readMessage } from "../standins/slack/reading.ts";
import { APP_TOKEN, BOT_TOKEN, SlackServer } from "../standins/slack/server.ts";
import { BOT_USER, Workspace } from "../standins/slack/workspace.ts";
import { startProcess as start, untilSaid } from "./started.ts";

const PATIENCE = 60_000;

describe("without Postgres", () => {
  it.each(["gateway", "worker"])("--role %s is refused with what to do", async (role) => {
    const { ended, output } = start(["--role", role], await emptyFolder(), {});
    expect(await ended).toEqual([2, null]);
    expect(output()).toContain("set DATABASE_URL to a Postgres");
  });

  it("what is backed up is restored elsewhere", async () => {
    const [from, to] = [await emptyFolder(), await emptyFolder()];
    const file = join(from, "backup.jsonl");
    await start(["brief", "“It rains,” Ana Ruiz said on Monday. The river rose."], from, {}).ended;
    const backup = start(["backup", file], from, {});
    expect(await backup.ended).toEqual([0, null]);
    expect(backup.output()).toContain("texts 1");
    const restore = start(["restore", file], to, {});
    expect(await restore.ended).toEqual([0, null]);
    const asked = start(["said", "what did Ruiz say?"], to, {});
    await asked.ended;
    expect(asked.output()).toContain("It rains");
    const again = start(["restore", file], to, {});
    expect(await again.ended).toEqual([2, null]);
    expect(again.output()).toContain("not empty");
  }, 60_000);
});

describe.skipIf(noPostgres)(`several processes ${onPostgres}`, () => {
  it("one talks to Slack at a time, and the next takes over when it is killed", async () => {
    const server = new SlackServer(new Workspace(buildManifest(commands, { type: "socket" })));
    await server.start();
    onTestFinished(() => server.stop());
    const folder = await emptyFolder();
    const settings = {
      DATABASE_URL: await emptyDatabase(),
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: server.apiUrl,
    };
    const people = new People(server);
    const ask = async (question: string, count: number): Promise<string> => {
      const message = people.write(`<@${BOT_USER}> ${question}`);
      await Promise.all(people.eventsOf(message).map((envelope) => people.send(envelope)));
      const posts = await server.workspace.waitForPosts(count, PATIENCE);
      expect(posts).toHaveLength(count);
      const [last] = posts.slice(-1);
      return last === undefined ? "" : readMessage(last).text;
    };

    const worker = start(["--role", "worker"], folder, settings);
    await untilSaid(worker, "Working.");
    const first = start(["--role", "gateway"], folder, settings);
    await untilSaid(first, "Running on slack.");
    const second = start(["--role", "gateway"], folder, settings);
    expect(await ask("what did Ruiz say?", 1)).toContain("Nothing has been read here yet");
    expect(second.output()).not.toContain("Running on");
    first.child.kill("SIGKILL");
    await untilSaid(second, "Running on slack.");
    expect(await ask("who is quoted?", 2)).toContain("Nothing has been read here yet");
    for (const { child, ended } of [worker, second]) {
      child.kill("SIGTERM");
      expect(await ended).toEqual([0, null]);
    }
  }, 120_000);

  it("an embedded database is moved, and asked as before", async () => {
    const folder = await emptyFolder();
    await start(["brief", "“It rains,” Ana Ruiz said on Monday. The river rose."], folder, {}).ended;
    const settings = { DATABASE_URL: await emptyDatabase() };
    const migrate = start(["migrate"], folder, settings);
    expect(await migrate.ended).toEqual([0, null]);
    expect(migrate.output()).toContain("readings 1");
    const asked = start(["said", "what did Ruiz say?"], folder, settings);
    expect(await asked.ended).toEqual([0, null]);
    expect(asked.output()).toContain("It rains");
    const again = start(["migrate"], folder, settings);
    expect(await again.ended).toEqual([2, null]);
    expect(again.output()).toContain("not empty");
  }, 120_000);

  it("a database that does not answer is told as such, with no password in it", async () => {
    const settings = { DATABASE_URL: "postgres://bot:hidden@127.0.0.1:1/news" };
    const { ended, output } = start(["said", "who?"], await emptyFolder(), settings);
    expect(await ended).toEqual([2, null]);
    expect(output()).toContain("Postgres does not answer at the address in DATABASE_URL");
    expect(output()).not.toContain("hidden");
  }, 30_000);
});
