import { aboutReply, helpReply } from "../src/core/command/help.ts";
import { type Command, defineVerb } from "../src/core/command/index.ts";

/** The wording of what is kept, loaded when it is asked for. */
const wording = () => import("../src/core/library/reply.ts");

const status = defineVerb({
  name: "status",
  description: "What is kept here, and what was read last",
  examples: [""],
  options: {},
  async run({ call, core }) {
    return (await wording()).statusReply(await core.status(call));
  },
});

const settings = defineVerb({
  name: "settings",
  description: "Show or change how briefings are given, for you, this channel or the workspace",
  examples: ["", "scope:channel to:channel", "length:line"],
  options: {
    scope: { type: "choice", choices: ["me", "channel", "workspace"], description: "whom it is for (me)" },
    to: { type: "choice", choices: ["me", "channel"], description: "who sees briefings" },
    length: { type: "choice", choices: ["line", "short", "full"], description: "how long briefings are" },
    thread: {
      type: "choice",
      choices: ["yes", "no"],
      description: "whether a mention opens a thread, where there is a choice",
    },
  },
  async run({ options: { scope = "me", ...changes }, call, core }) {
    if (Object.values(changes).some((value) => value !== undefined)) await core.changePreferences(scope, changes, call);
    return (await wording()).preferencesReply(await core.preferences(call, scope), scope);
  },
});

const receipt = defineVerb({
  name: "receipt",
  description: "Show the paragraph a quotation was cut from, as it was read",
  examples: ["2", "3f9a0c1b2d4e:522-549"],
  options: {
    receipt: {
      type: "text",
      main: true,
      required: true,
      description: "the number of a receipt in the last briefing here, or its id",
    },
  },
  async run({ options, call, core }) {
    return (await wording()).proofReply(await core.proof(options.receipt, call));
  },
});

const forget = defineVerb({
  name: "forget",
  description: "Delete what was read here: one article, or everything",
  examples: ["last", "all", "all confirm:yes"],
  options: {
    what: { type: "text", main: true, required: true, description: "last, an article's id, or all" },
    confirm: { type: "choice", choices: ["yes"], description: "yes deletes; without it you see what would go" },
  },
  async run({ options, call, core }) {
    return (await wording()).forgetReply(
      await core.forget(options.what, options.confirm === "yes", call),
      options.what,
    );
  },
});

const token = defineVerb({
  name: "token",
  description: "Let programs hand articles to this channel over HTTP: a new token, or none",
  examples: ["new", "revoke"],
  options: {
    action: {
      type: "choice",
      choices: ["new", "revoke"],
      main: true,
      required: true,
      description: "new ends the token before it; revoke ends it alone",
    },
  },
  async run({ options, call, core }) {
    const { tokenReply, tokenEndedReply } = await wording();
    if (options.action === "new") return tokenReply(await core.issueToken(call));
    await core.revokeToken(call);
    return tokenEndedReply();
  },
});

const exportVerb = defineVerb({
  name: "export",
  description: "Everything read here, with its statements, as one JSON file",
  examples: [""],
  options: {},
  async run({ call, core }) {
    return (await wording()).exportReply(await core.exportArticles(call));
  },
});

const about = defineVerb({
  name: "about",
  description: "What Verbatim is, what it promises and what it does not",
  examples: [""],
  options: {},
  async run() {
    return aboutReply();
  },
});

/** The command about the bot itself; its help describes the `others` and this one. */
export function defineVerbatim(others: readonly Command[]): Command {
  const help = defineVerb({
    name: "help",
    description: "The commands, or three examples of one: help brief",
    examples: ["", "brief"],
    options: { topic: { type: "text", main: true, description: "a command's name" } },
    async run({ options }) {
      return helpReply([...others, verbatim], options.topic ?? null);
    },
  });
  const verbatim: Command = {
    name: "verbatim",
    description: "Help, status, settings, receipts, and what is kept",
    verbs: [help, status, settings, receipt, forget, exportVerb, token, about],
  };
  return verbatim;
}
