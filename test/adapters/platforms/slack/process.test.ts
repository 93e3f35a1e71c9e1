import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { commands } from "../../../../commands/index.ts";
import { buildManifest } from "../../../../src/adapters/platforms/slack/manifest.ts";
import { APP_TOKEN, BOT_TOKEN, SlackServer } from "../../../standins/slack/server.ts";
import { Workspace } from "../../../standins/slack/workspace.ts";

const ROOT = join(import.meta.dirname, "../../../..");

/** A container is killed ten seconds after it was asked to stop; Bolt alone waits thirty for a lost Slack's goodbye. */
it("ends when it is asked to, though Slack is gone", { timeout: 25_000 }, async () => {
  const slack = new SlackServer(new Workspace(buildManifest(commands, { type: "socket" })));
  await slack.start();
  const folder = mkdtempSync(join(tmpdir(), "verbatim-slack-"));
  const env = {
    PATH: process.env.PATH ?? "",
    VERBATIM_DATA: folder,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_APP_TOKEN: APP_TOKEN,
    SLACK_API_URL: slack.apiUrl,
  };
  const child = spawn(process.execPath, [join(ROOT, "src/main.ts")], { cwd: folder, env });
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
    rmSync(folder, { recursive: true });
  });
  let output = "";
  child.stderr.on("data", (data) => (output += String(data)));
  await expect.poll(() => output, { timeout: 15_000 }).toContain("Running on slack");

  child.kill("SIGTERM");
  await slack.stop();
  expect(await ended).toEqual([0, null]);
});
