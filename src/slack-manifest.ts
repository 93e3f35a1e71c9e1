import { commands } from "../commands/index.ts";
import { buildManifest } from "./adapters/platforms/slack/manifest.ts";

/** Prints the manifest to create the Slack app from; with a public https address, for signed HTTP in place of Socket Mode. */
const [url] = process.argv.slice(2);
const manifest = buildManifest(commands, url === undefined ? { type: "socket" } : { type: "http", url });
process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
