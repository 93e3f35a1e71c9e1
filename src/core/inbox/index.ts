import { type Answered, asIs } from "../answered.ts";
import type { Command, Options, RawValues, Values, Verb } from "../command/index.ts";
import { chooseVerb, parseLine } from "../command/line.ts";
import { readOptions } from "../command/options.ts";
import type { Core } from "../core.ts";
import { requireElsewhere } from "../elsewhere.ts";
import { bugReply, errorReply, refusalReply } from "../error-reply.ts";
import { UserError } from "../errors.ts";
import type { Call, CommandInput, Inbox } from "../ports.ts";
import type { Reply } from "../reply.ts";
import { findNearest } from "../text/nearest.ts";
import type { Withheld } from "../verify/index.ts";
import { withholdUnproven } from "./withhold.ts";

/** What the inbox needs from the process around it. */
export interface Surroundings {
  readonly core: Core;
  readonly commands: readonly Command[];
  /** Resolves when the next piece of work may begin: acknowledgements come first. */
  turn(): Promise<void>;
  /** A new reference id for a fault, and the log that keeps the fault whole under it. */
  reportBug(error: unknown): string;
}

/** Everything people say to the bot comes in here and leaves as a reply that has passed its own check. */
export function createInbox({ core, commands, turn, reportBug }: Surroundings): Inbox {
  const reportWithheld = (withheld: readonly Withheld[]): void => {
    reportBug(new Error(`Withheld from a reply: ${withheld.map(({ code }) => code).join(", ")}`));
  };

  const check = (reply: Reply, call: Call): Promise<Reply> =>
    withholdUnproven(reply, (id) => core.open({ type: "stored", id }, call), reportWithheld);

  /** No fault of a person or of ours gets past this as anything but a reply. */
  async function guard<R>(work: () => Promise<R>, refuse = errorReply): Promise<R | Answered> {
    try {
      await turn();
      return await work();
    } catch (error) {
      return asIs(error instanceof UserError ? refuse(error) : bugReply(reportBug(error)));
    }
  }

  async function checkBoth(given: Reply | Answered, call: Call): Promise<Answered> {
    const { reply, better, steps } = "better" in given ? given : asIs(given);
    const checked = checkBetter(better, call);
    return { reply: await check(reply, call), better: checked, steps: checkSteps(steps, call) };
  }

  /** Where it goes wrong, what was shown last stands. */
  async function* checkSteps(steps: Answered["steps"], call: Call): Answered["steps"] {
    try {
      for await (const step of steps) yield await check(step, call);
    } catch (error) {
      if (!call.signal.aborted) reportBug(error);
    }
  }

  /** What goes wrong with it nobody needs to be told: the first version stands. */
  async function checkBetter(better: Answered["better"], call: Call): Promise<Reply | null> {
    try {
      const reply = await better;
      if (reply === null) return null;
      await turn();
      return await check(reply, call);
    } catch (error) {
      if (!call.signal.aborted) reportBug(error);
      return null;
    }
  }

  const find = (name: string): Command | undefined => commands.find((command) => command.name === name.toLowerCase());

  async function runCommand(name: string, input: CommandInput, call: Call): Promise<Reply | Answered> {
    const command = find(name);
    if (command === undefined) throw unknownCommand(commands, name);
    const { verb, raw } = readInput(command, input);
    const options = readOptions(verb.options, raw);
    return verb.run({ options, call: await placeCall(verb, options, call), core });
  }

  return {
    command: ({ name, input, ...call }) =>
      guard(
        async () => checkBoth(await runCommand(name, input, call), call),
        takesArticle(find(name)) ? errorReply : refusalReply,
      ),
    mention: ({ text, uploads, addressed, ...call }) =>
      guard(async () => {
        const { answerMention } = await import("./mention.ts");
        const given = await answerMention({ text, uploads, addressed, call, core, runCommand });
        return given === null ? null : checkBoth(given, call);
      }),
    press: ({ button, subject, ...call }) =>
      guard(async () => {
        const { answerPress } = await import("./press.ts");
        return checkBoth(await answerPress(button, subject, call, core, reportBug), call);
      }),
    async suggest({ command, verb, option, typed, ...call }) {
      const found = commands.find((candidate) => candidate.name === command);
      const definition = found?.verbs.find(({ name }) => name === verb)?.options[option];
      if (definition?.type !== "text" || definition.suggest === undefined) return [];
      return definition.suggest(typed, call, core).catch((error: unknown) => {
        reportBug(error);
        return [];
      });
    },
  };
}

/** A text that is pasted is briefed: that is no help where one verb among others takes a file. */
function takesArticle(command: Command | undefined): boolean {
  const [verb, ...others] = command?.verbs ?? [];
  const types = Object.values(verb?.options ?? {}).map(({ type }) => type);
  return others.length === 0 && (types.includes("article") || types.includes("articles"));
}

function readInput(command: Command, input: CommandInput): { verb: Verb; raw: RawValues } {
  if (input.type === "line") return parseLine(command, input.line, input.uploads);
  return { verb: chooseVerb(command, input.verb), raw: input.values };
}

/** Where the command is to run: in the channel that is named, if one is. */
async function placeCall(verb: Verb, options: Values<Options>, call: Call): Promise<Call> {
  const name = Object.keys(verb.options).find((option) => verb.options[option]?.type === "channel");
  const channel = name === undefined ? undefined : options[name];
  return typeof channel === "string" ? requireElsewhere(call, channel) : call;
}

function unknownCommand(commands: readonly Command[], name: string): UserError {
  const names = commands.map((command) => command.name);
  const nearest = findNearest(name, names);
  const hint =
    nearest === null
      ? `The commands are ${names.map((known) => `/${known}`).join(", ")}.`
      : `Did you mean /${nearest}?`;
  return new UserError("usage", "unknown-command", `There is no command /${name}. ${hint} Try: /verbatim help`);
}
