import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, resolve } from "node:path";
import { expect, test } from "vitest";

const bin = resolve("node_modules/local-slack-linux-x64/bin");
const own = spawnSync("unshare", ["--net", "true"]).status === 0;

/** Why it cannot be run here; null where it can. */
const reason = !existsSync(bin)
  ? "needs npm install --no-save local-slack-linux-x64@0.1.8"
  : own
    ? null
    : "needs a network namespace of its own (unshare --net)";

test.skipIf(reason !== null)(
  `a Slack somebody else wrote works with ours${reason === null ? "" : ` (${reason})`}`,
  () => {
    const run = spawnSync(
      "unshare",
      ["--net", "sh", "-c", 'ip link set lo up && exec "$0" test/independent/local-slack.ts', process.execPath],
      {
        encoding: "utf8",
        env: { ...process.env, PATH: [bin, process.env.PATH].join(delimiter) },
        timeout: 60_000,
      },
    );
    expect(run.stderr.replaceAll(/^.*(?:Warning|trace-warnings).*$/gm, "").trim()).toBe("");
    expect(run.status).toBe(0);
  },
);
