import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { styleText } from "node:util";
import { type Answered, asIs, betterBefore, stepsBefore } from "../../../core/answered.ts";
import { type Command, mainOption, type RawValues, type Verb } from "../../../core/command/index.ts";
import { parseLine } from "../../../core/command/line.ts";
import { errorReply } from "../../../core/error-reply.ts";
import { UserError } from "../../../core/errors.ts";
import type { Call, Inbox, Place, Platform } from "../../../core/ports.ts";
import { type Outcome, type Reply, replyText } from "../../../core/reply.ts";
import type { Request } from "./arguments.ts";
import { collectBytes, readFileArgument } from "./files.ts";
import { type Look, renderReply } from "./render.ts";

/** The process' own streams, or a test's. */
export interface TerminalStreams {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly errors: Writable & { readonly isTTY?: boolean };
}

/** sysexits.h has 70 for a fault inside the program; the others are documented in the README. */
const EXIT_CODES: Readonly<Record<Outcome, number>> = {
  ok: 0,
  "not-found": 1,
  usage: 2,
  forbidden: 2,
  busy: 2,
  unreadable: 3,
  bug: 70,
};

/** After this long without an answer the person is told that work goes on, in milliseconds. */
const PATIENCE = 1000;

const PLACE: Place = { platform: "terminal", tenant: "local", channel: "main", private: true, thread: null };

/** One person, who may do everything here, in the one place there is; Ctrl-C ends the process, nothing else stops a call. */
const CALL: Call = {
  place: PLACE,
  person: { id: "local", name: "you", manager: true, administrator: true },
  signal: new AbortController().signal,
  elsewhere: async (channel) => (channel === PLACE.channel ? CALL : null),
};

/** The same commands in a shell: one command, or a prompt. `start` resolves when there is nothing left to do. */
export class Terminal implements Platform {
  readonly name = "terminal";
  readonly #request: Exclude<Request, { type: "batch" }>;
  readonly #commands: readonly Command[];
  readonly #streams: TerminalStreams;
  #lines: Interface | null = null;
  #work: Promise<unknown> = Promise.resolve();
  #exitCode = 0;
  readonly #closing = new AbortController();

  constructor(request: Exclude<Request, { type: "batch" }>, commands: readonly Command[], streams: TerminalStreams) {
    this.#request = request;
    this.#commands = commands;
    this.#streams = streams;
  }

  /** 0 answered, 1 not found or not said, 2 usage, 3 source unreadable; of the last command. */
  get exitCode(): number {
    return this.#exitCode;
  }

  async start(inbox: Inbox): Promise<void> {
    const request = this.#request;
    if (request.type === "prompt") return this.#converse(inbox);
    const reply = await this.#patiently(this.#best(this.#runCommand(inbox, request.name, request.line, true)));
    if (request.json) this.#printJson(reply);
    else this.#show(reply);
  }

  async post(_place: Place, reply: Reply): Promise<void> {
    this.#show(reply);
  }

  async tell(_person: string, _tenant: string, reply: Reply): Promise<void> {
    this.#show(reply);
  }

  async stop(): Promise<void> {
    this.#lines?.close();
    this.#closing.abort();
    await this.#work;
  }

  /** `name` and the line after it; a path given for an article is read here, since only the terminal knows files. */
  async #runCommand(inbox: Inbox, name: string, line: string, mayReadInput: boolean): Promise<Answered> {
    const command = this.#commands.find((candidate) => candidate.name === name);
    const call = { ...CALL, name };
    if (command === undefined) return inbox.command({ ...call, input: { type: "line", line, uploads: [] } });
    try {
      const { verb, raw } = parseLine(command, line, []);
      const values = await this.#readFiles(verb, raw, mayReadInput);
      return await inbox.command({ ...call, input: { type: "options", verb: verb.name, values } });
    } catch (error) {
      if (error instanceof UserError) return asIs(errorReply(error));
      throw error;
    }
  }

  async #readFiles(verb: Verb, raw: RawValues, mayReadInput: boolean): Promise<RawValues> {
    const values: Record<string, RawValues[string]> = { ...raw };
    const { input } = this.#streams;
    const main = mainOption(verb.options);
    const wantsInput =
      main !== null && (raw[main] === "-" || (raw[main] === undefined && verb.options[main]?.required));
    if (mayReadInput && wantsInput && verb.options[main]?.type === "article" && !input.isTTY) {
      values[main] = { name: "standard input", bytes: await collectBytes(input) };
    }
    for (const [name, value] of Object.entries(values)) {
      const type = verb.options[name]?.type;
      if (typeof value !== "string" || (type !== "article" && type !== "articles")) continue;
      values[name] = (await readFileArgument(value)) ?? value;
    }
    return values;
  }

  /** A line is a command (with or without its slash), or said to the bot as in a thread. */
  async #converse(inbox: Inbox): Promise<void> {
    const { input, output } = this.#streams;
    const lines = createInterface({ input, ...(output.isTTY ? { output, prompt: "> " } : {}) });
    this.#lines = lines;
    if (output.isTTY) this.#show((await this.#runCommand(inbox, "verbatim", "help", false)).reply);
    if (output.isTTY) lines.prompt();
    for await (const line of lines) {
      if (/^\s*(?:exit|quit)\s*$/.test(line)) break;
      this.#work = this.#answerLine(inbox, line.trim());
      await this.#work;
      if (output.isTTY) lines.prompt();
    }
    lines.close();
  }

  async #answerLine(inbox: Inbox, line: string): Promise<void> {
    if (line === "") return;
    const [, name = "", rest = ""] = /^\/?([a-z]+)(?:\s+(.*))?$/su.exec(line) ?? [];
    const isCommand = line.startsWith("/") || this.#commands.some((command) => command.name === name);
    const text = line.replace(/^@verbatim\b[:,]?\s*/i, "");
    const answer = isCommand
      ? this.#runCommand(inbox, name, rest, false)
      : inbox.mention({ ...CALL, text, uploads: [], addressed: true });
    const reply = await this.#patiently(this.#best(answer));
    if (reply !== null) this.#show(reply);
  }

  /** What is printed stays printed, so the last version is waited for; how far work has come is told beside it. */
  #best(answer: Promise<Answered>): Promise<Reply>;
  #best(answer: Promise<Answered | null>): Promise<Reply | null>;
  async #best(answer: Promise<Answered | null>): Promise<Reply | null> {
    const answered = await answer;
    if (answered === null) return null;
    let last = (await betterBefore(this.#closing.signal, answered)) ?? answered.reply;
    for await (const step of stepsBefore(this.#closing.signal, answered)) {
      this.#streams.errors.write(`${replyText(last)}\n`);
      last = step;
    }
    return last;
  }

  async #patiently<T>(work: Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.#streams.errors.write("Still reading… (Ctrl-C stops)\n"), PATIENCE);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
    }
  }

  #printJson(reply: Reply): void {
    this.#exitCode = EXIT_CODES[reply.outcome];
    this.#streams.output.write(
      `${JSON.stringify({ outcome: reply.outcome, text: replyText(reply), data: reply.data })}\n`,
    );
  }

  #show(reply: Reply): void {
    this.#exitCode = EXIT_CODES[reply.outcome];
    this.#streams.output.write(renderReply(reply, this.#look()));
  }

  #look(): Look {
    const { output } = this.#streams;
    if (!output.isTTY) return { width: Number.POSITIVE_INFINITY, style: (_format, text) => text };
    const width = Math.max(40, Math.min(output.columns ?? 80, 100));
    return { width, style: (format, text) => styleText(format, text, { stream: output }) };
  }
}
