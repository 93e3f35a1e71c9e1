import { UserError } from "../errors.ts";
import { type Part, plain, type Reply, strong, type Text } from "../reply.ts";
import { findNearest } from "../text/nearest.ts";
import { type Command, callOf, usageOf } from "./index.ts";

/** All commands, a line each; or one command with its examples. Throws UserError for a topic that is no command. */
export function helpReply(commands: readonly Command[], topic: string | null): Reply {
  if (topic === null) return forAsker(overview(commands), commands.map(describe));
  const name = topic.replace(/^\//, "").toLowerCase();
  const command = commands.find((candidate) => candidate.name === name);
  if (command !== undefined) return forAsker(explain(command), describe(command));
  const names = commands.map((candidate) => candidate.name);
  const nearest = findNearest(name, names) ?? names[0] ?? "";
  throw new UserError("usage", "unknown-topic", `There is no command “${topic}”. Try: /verbatim help ${nearest}`);
}

const PROMISE =
  "Every quotation is cut from the stored article and stands under the speaker the article gives, with a receipt.";

function overview(commands: readonly Command[]): readonly Part[] {
  const lines = commands.map((command): Text => [strong(`/${command.name}`), plain(` · ${command.description}`)]);
  const example: Text = [
    plain("Try: "),
    strong("/brief <link or text>"),
    plain(", then ask: "),
    strong("who is quoted?"),
  ];
  return [
    { type: "heading", text: "Verbatim reads the news and keeps track of who said what" },
    { type: "list", items: lines },
    { type: "text", runs: example },
    { type: "meta", text: `${PROMISE} /verbatim help brief shows examples.` },
  ];
}

function explain(command: Command): readonly Part[] {
  const verbs = command.verbs.flatMap((verb): Part[] => {
    const examples = verb.examples.map((example): Text => [plain(callOf(command, verb, example))]);
    const about = verb.name === null ? "" : ` · ${verb.description}`;
    const usage: Text = [strong(usageOf(command, verb)), plain(about)];
    return [
      { type: "text", runs: usage },
      ...(examples.length > 0 ? [{ type: "list" as const, items: examples }] : []),
    ];
  });
  return [{ type: "heading", text: `/${command.name}: ${command.description}` }, ...verbs];
}

const describe = (command: Command): unknown => ({
  name: command.name,
  description: command.description,
  usage: command.verbs.map((verb) => usageOf(command, verb)),
  examples: command.verbs.flatMap((verb) => verb.examples.map((example) => callOf(command, verb, example))),
});

/** What is promised, and what is not. */
export function aboutReply(): Reply {
  const limits: readonly Text[] = [
    [plain("A quotation checked against the article is not a fact checked: the article may be wrong or one-sided.")],
    [plain("Reported speech is somebody's words in the reporter's wording; it never stands in quotation marks here.")],
    [plain("Pictures are not read. Quotations are found in any language, reported speech in English.")],
  ];
  return forAsker(
    [
      { type: "heading", text: "About Verbatim" },
      { type: "text", runs: [plain(PROMISE)] },
      { type: "list", items: limits },
      { type: "meta", text: "Open source under the MIT licence." },
    ],
    { name: "verbatim", promise: PROMISE },
  );
}

const forAsker = (parts: readonly Part[], data: unknown): Reply => ({ parts, audience: "asker", outcome: "ok", data });
