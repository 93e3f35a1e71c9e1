import "./compile-cache.cjs";
import { requireNode } from "./node-version.ts";

requireNode(process.versions.node);

const { runApp } = await import("./app.ts");
process.exitCode = await runApp(process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
});
