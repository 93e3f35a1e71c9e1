import { randomUUID } from "node:crypto";
import { commands } from "../commands/index.ts";
import { type Request, readArguments } from "./adapters/platforms/terminal/arguments.ts";
import { Terminal, type TerminalStreams } from "./adapters/platforms/terminal/platform.ts";
import { type Config, ConfigError, loadConfig } from "./config.ts";
import { createCore } from "./core/core.ts";
import { UserError } from "./core/errors.ts";
import { createInbox } from "./core/inbox/index.ts";
import type { Inbox, Store } from "./core/ports.ts";
import type { Log } from "./log/log.ts";
import { createTurns } from "./turns.ts";

/** Exit codes as in the terminal: 2 for settings or usage to mend. */
const USAGE = 2;

/** The whole process: a batch, one command, a prompt, or the bot until it is told to stop. Gives the exit code. */
export async function runApp(argv: readonly string[], streams: TerminalStreams): Promise<number> {
  try {
    const request = readArguments(argv);
    if (request.type === "batch") {
      await (await import("./app/batch.ts")).runBatch(request, streams);
      return 0;
    }
    return await runWithStore(request, argv.length === 0, streams);
  } catch (error) {
    if (!(error instanceof UserError || error instanceof ConfigError)) throw error;
    streams.errors.write(`${error.message}\n`);
    return USAGE;
  }
}

type Interactive = Exclude<Request, { type: "batch" }>;

/** `alone`: started without arguments, as a bot is. */
async function runWithStore(request: Interactive, alone: boolean, streams: TerminalStreams): Promise<number> {
  const config = loadConfig();
  const isBot = alone && (config.slack !== null || config.discord !== null || config.http !== null);
  const log = await openLog(config, isBot ? "json" : "lines", streams);
  const reportBug = (error: unknown): string => {
    const reference = randomUUID().slice(0, 8);
    log.bug(reference, error);
    return reference;
  };
  const store = await openStore(config);
  try {
    const inbox = await openInbox(config, store, log, reportBug);
    if (!isBot) return await runTerminal(request, streams, inbox);
    const { runBot } = await import("./app/bot.ts");
    await runBot({ config, store, inbox, log, now, reportBug });
    return 0;
  } finally {
    await store.close();
  }
}

async function runTerminal(request: Interactive, streams: TerminalStreams, inbox: Inbox): Promise<number> {
  const terminal = new Terminal(request, commands, streams);
  await terminal.start(inbox);
  return terminal.exitCode;
}

const now = (): number => Date.now();

async function openLog({ secrets }: Config, kind: "json" | "lines", { errors }: TerminalStreams): Promise<Log> {
  if (kind === "json") return (await import("./log/json-log.ts")).createJsonLog(secrets, errors, now);
  return (await import("./log/line-log.ts")).createLineLog(secrets, errors);
}

async function openStore(config: Config): Promise<Store> {
  const { openStore: open } = await import("./adapters/store/sqlite/open.ts");
  return open(config.dataFolder, now);
}

async function openInbox(
  config: Config,
  store: Store,
  log: Log,
  reportBug: (error: unknown) => string,
): Promise<Inbox> {
  const writer = config.model === null ? null : (await import("./app/writer.ts")).openWriter(config, store, now, log);
  const { createReaders } = await import("./adapters/intake/intake.ts");
  const { intake } = createReaders({ ...config.web, now });
  return createInbox({
    core: createCore({ intake, store, now, ...(writer === null ? {} : { writer }) }),
    commands,
    turn: createTurns(),
    reportBug,
  });
}
