import { commands } from "../commands/index.ts";
import { buildManifest } from "./adapters/platforms/slack/manifest.ts";

/** Prints the Slack app's manifest: for Socket Mode, or for signed HTTP at the address given. */
const [url] = process.argv.slice(2);
const manifest = buildManifest(commands, url === undefined ? { type: "socket" } : { type: "http", url });
process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
