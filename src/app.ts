import { randomUUID } from "node:crypto";
import { commands } from "../commands/index.ts";
import { type Request, readArguments } from "./adapters/platforms/terminal/arguments.ts";
import { Terminal, type TerminalStreams } from "./adapters/platforms/terminal/platform.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import type { PageReader } from "./core/batch/read.ts";
import { createCore } from "./core/core.ts";
import { UserError } from "./core/errors.ts";
import { createInbox } from "./core/inbox/index.ts";
import type { Inbox, Platform, Store } from "./core/ports.ts";
import { createLog, type Log } from "./log.ts";
import { createTurns } from "./turns.ts";

/** Exit codes as in the terminal: 2 for settings or usage to mend. */
const USAGE = 2;

/** The whole process: a batch, one command, a prompt, or the bot until it is told to stop. Gives the exit code. */
export async function runApp(argv: readonly string[], streams: TerminalStreams): Promise<number> {
  try {
    const request = readArguments(argv);
    if (request.type === "batch") return await runBatch(request, streams);
    const config = loadConfig();
    const log = createLog(config.secrets, streams.errors);
    const store = await openStore(config);
    try {
      const inbox = await openInbox(store, log);
      const isBot = argv.length === 0 && (config.slack !== null || config.discord !== null);
      return isBot ? await runBot(config, store, inbox, log) : await runTerminal(request, streams, inbox);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof UserError || error instanceof ConfigError)) throw error;
    streams.errors.write(`${error.message}\n`);
    return USAGE;
  }
}

async function runBatch(request: Extract<Request, { type: "batch" }>, streams: TerminalStreams): Promise<number> {
  const { pipeBatch } = await import("./adapters/platforms/terminal/batch.ts");
  await pipeBatch(request.name, request.articles, streams.input, streams.output, openPageReader());
  return 0;
}

/** What reads pages is loaded with the first of them. */
function openPageReader(): PageReader {
  let reader: Promise<{ readonly readHtml: PageReader }> | null = null;
  return async (html, url) => {
    reader ??= import("./adapters/intake/web/web-reader.ts").then(({ createWebReader }) => createWebReader());
    return (await reader).readHtml(html, url);
  };
}

async function runTerminal(
  request: Exclude<Request, { type: "batch" }>,
  streams: TerminalStreams,
  inbox: Inbox,
): Promise<number> {
  const terminal = new Terminal(request, commands, streams);
  await terminal.start(inbox);
  return terminal.exitCode;
}

/** Starts every platform that has its settings, and ends when the process is asked to. A second signal ends it at once. */
async function runBot(config: Config, store: Store, inbox: Inbox, log: Log): Promise<number> {
  await loadStages();
  const platforms = await createPlatforms(config, store, log);
  await Promise.all(platforms.map((platform) => platform.start(inbox)));
  log.info(`Running on ${platforms.map(({ name }) => name).join(" and ")}.`);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => resolve());
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => process.exit(1));
  await Promise.all(platforms.map((platform) => platform.stop()));
  return 0;
}

/** What a shell loads when it first needs it, a bot has before its first command: nobody waits for it. */
const loadStages = (): Promise<unknown> =>
  Promise.all([
    import("./core/asked.ts"),
    import("./core/answer/reply.ts"),
    import("./core/briefing/reply.ts"),
    import("./core/draft/reply.ts"),
    import("./core/inbox/mention.ts"),
    import("./core/inbox/press.ts"),
    import("./core/library/reply.ts"),
  ]);

/** Every platform that has its settings; a client nobody has a token for is never loaded. */
async function createPlatforms(
  { slack, discord }: Config,
  { deliveries, settings }: Store,
  log: Log,
): Promise<readonly Platform[]> {
  const platforms: Platform[] = [];
  if (slack !== null) {
    const { createSlack } = await import("./adapters/platforms/slack/platform.ts");
    platforms.push(createSlack(slack, { deliveries, settings, now, log }));
  }
  if (discord !== null) {
    const { createDiscord } = await import("./adapters/platforms/discord/platform.ts");
    const tell = (message: string, details: unknown): void => log.info(`${message} ${JSON.stringify(details)}`);
    platforms.push(createDiscord(discord, { commands, deliveries, now, log: tell }));
  }
  return platforms;
}

const now = (): number => Date.now();

async function openStore(config: Config): Promise<Store> {
  const { openStore: open } = await import("./adapters/store/sqlite/open.ts");
  return open(config.dataFolder, now);
}

async function openInbox(store: Store, log: Log): Promise<Inbox> {
  const { createIntake } = await import("./adapters/intake/intake.ts");
  return createInbox({
    core: createCore({ intake: createIntake(), store, now }),
    commands,
    turn: createTurns(),
    reportBug(error) {
      const reference = randomUUID().slice(0, 8);
      log.bug(reference, error);
      return reference;
    },
  });
}
