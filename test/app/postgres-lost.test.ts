import { expect, it, onTestFinished } from "vitest";
import { commands } from "../../commands/index.ts";
import { buildManifest } from "../../src/adapters/platforms/slack/manifest.ts";
import { emptyFolder } from "../adapters/store/folder.ts";
import { noPostgres, onPostgres } from "../postgres/database.ts";
import { findPostgres, restartPostgres, startPostgres, stopPostgres } from "../postgres/server.ts";
import { readMessage } from "../standins/slack/reading.ts";
import { APP_TOKEN, BOT_TOKEN, SlackServer } from "../standins/slack/server.ts";
import { NEWS, Workspace } from "../standins/slack/workspace.ts";
import { planDigests } from "./due-digests.ts";
import { startProcess, untilSaid } from "./started.ts";

const JOBS = 60;
const PATIENCE = 120_000;

it.skipIf(noPostgres)(
  `a process ${onPostgres} ends with one clear line when its database goes, and nothing is lost or doubled`,
  { timeout: PATIENCE },
  async () => {
    const binaries = findPostgres() ?? "";
    const folder = await emptyFolder();
    const address = await startPostgres(folder, binaries);
    onTestFinished(() => stopPostgres(folder, binaries).catch(() => undefined));
    const { workspace, ...slack } = await openSlack();
    await planDigests(
      address,
      { platform: "slack", tenant: "T0TEAM", channel: NEWS, private: false, thread: null },
      JOBS,
    );

    const settings = { DATABASE_URL: address, ...slack.settings };
    const first = startProcess([], folder, settings);
    await workspace.waitForPosts(5, PATIENCE);
    await stopPostgres(folder, binaries);
    expect(await first.ended).toEqual([1, null]);
    const told = first.output().trim().split("\n").slice(1);
    expect(told.at(-1)).toContain("Postgres has gone away; this process ends.");
    expect(told.filter((line) => !/Postgres (?:does not answer|has gone away)/.test(line))).toEqual([]);
    expect(told.length).toBeLessThanOrEqual(2);
    expect(workspace.fromBot().length).toBeLessThan(JOBS);
    expect(first.output()).not.toContain("fault");

    await restartPostgres(folder, binaries);
    const second = startProcess([], folder, settings);
    await untilSaid(second, "Running on slack.");
    await workspace.waitForPosts(JOBS, PATIENCE);
    second.child.kill("SIGTERM");
    expect(await second.ended).toEqual([0, null]);
    const names = workspace.fromBot().map((message) => /digest-\d+/.exec(readMessage(message).text)?.[0]);
    expect(names.toSorted()).toEqual(Array.from({ length: JOBS }, (_, job) => `digest-${job}`).toSorted());
  },
);

async function openSlack() {
  const server = new SlackServer(new Workspace(buildManifest(commands, { type: "socket" })));
  await server.start();
  onTestFinished(() => server.stop());
  const settings = { SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: server.apiUrl };
  return { workspace: server.workspace, settings };
}
