/** Node 24 runs the `.ts` files as they are and has `node:sqlite`; older versions fail later, with a worse message. */
const OLDEST_NODE = 24;

/** Ends the process with one sentence when `version` ("20.20.2") is too old to run Verbatim. */
export function requireNode(version: string): void {
  if (Number.parseInt(version, 10) >= OLDEST_NODE) return;
  process.stderr.write(
    `Verbatim needs Node ${OLDEST_NODE} or newer and this is Node ${version}. Run it through npm ("npm start", "npm test"): npm ci installs the right Node beside it.\n`,
  );
  process.exit(1);
}
