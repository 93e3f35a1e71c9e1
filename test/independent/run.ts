/**
 * Our Slack adapter against a Slack nobody here wrote: `npm run test:independent`. The package `local-slack-linux-x64`
 * (MIT) is fetched into a temporary folder; since its server listens on every address, it runs where only loopback
 * exists (`unshare -n`, which needs root). Ends with 0 when everything was answered as it should be.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PACKAGE = "local-slack-linux-x64@0.1.8";
const folder = mkdtempSync(join(tmpdir(), "verbatim-independent-"));
const run = (command: string, args: readonly string[]): number =>
  spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] }).status ?? 1;

try {
  const installed = run("npm", ["install", "--no-save", "--prefix", folder, PACKAGE]);
  const drive = join(import.meta.dirname, "local-slack.ts");
  const inside = `ip link set lo up && exec "${process.execPath}" "${drive}" "${folder}"`;
  process.exitCode = installed === 0 ? run("unshare", ["-n", "bash", "-c", inside]) : installed;
} finally {
  rmSync(folder, { recursive: true });
}
