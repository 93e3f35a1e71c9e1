import { type Command, defineVerb, type Suggest } from "../src/core/command/index.ts";

/** Loaded when it is asked for: a command that is not run costs nothing. */
const wording = () => import("../src/core/digest/wording.ts");

const suggestDigest: Suggest = async (typed, call, core) => (await core.digests()).suggest(typed, call);
const suggestSource: Suggest = async (typed, call, core) => (await core.sources()).suggest(typed, call);

const NAME = {
  type: "text",
  main: true,
  suggest: suggestDigest,
  description: "the digest's name; not needed where there is one",
} as const;

const CHANNEL = { type: "channel", description: "another channel that you manage, instead of this one" } as const;

/** What a digest is set up with; what is left out of an edit stays as it is. */
const SETTINGS = {
  at: { type: "text", description: "time of day: 08:00" },
  on: { type: "text", description: "days: mon-fri, sat,sun, daily" },
  tz: { type: "text", description: "time zone: Europe/Berlin" },
  sources: {
    type: "text",
    suggest: suggestSource,
    description: "names or tags of sources, parted by commas; all otherwise",
  },
  topics: { type: "text", description: "only stories about one of these, parted by commas" },
  not: { type: "text", description: "no stories about these, parted by commas" },
  top: { type: "text", description: "how many stories at most, 1 to 20" },
  empty: { type: "choice", choices: ["skip", "say"], description: "with nothing to tell: post nothing, or say so" },
  missed: { type: "choice", choices: ["send", "skip"], description: "when its time was missed: send it late, or not" },
} as const;

const whereOf = ({ channel }: { readonly channel: string | undefined }) => (channel === undefined ? "here" : "there");

const add = defineVerb({
  name: "add",
  description: "Set up a digest for this channel",
  examples: ["morning at:08:00 on:mon-fri tz:Europe/Berlin", "grain topics:grain,harvest top:3"],
  options: { name: { type: "text", main: true, description: "what to call it" }, ...SETTINGS, channel: CHANNEL },
  async run({ options, call, core }) {
    return (await wording()).digestSetReply(await (await core.digests()).add(options, call), "Added", whereOf(options));
  },
});

const list = defineVerb({
  name: "list",
  description: "The digests of this channel",
  examples: [""],
  options: { channel: CHANNEL },
  async run({ call, core }) {
    return (await wording()).digestListReply(await (await core.digests()).list(call));
  },
});

const show = defineVerb({
  name: "show",
  description: "Everything about a digest, and when it goes out next",
  examples: ["morning"],
  options: { name: NAME, channel: CHANNEL },
  async run({ options, call, core }) {
    return (await wording()).digestShownReply(await (await core.digests()).show(options.name ?? null, call));
  },
});

const edit = defineVerb({
  name: "edit",
  description: "Change a digest",
  examples: ["morning at:07:30", "morning topics:all top:8"],
  options: { name: NAME, ...SETTINGS, channel: CHANNEL },
  async run({ options, call, core }) {
    return (await wording()).digestSetReply(
      await (await core.digests()).edit(options, call),
      "Changed",
      whereOf(options),
    );
  },
});

const pause = defineVerb({
  name: "pause",
  description: "Send a digest no more for a while",
  examples: ["morning"],
  options: { name: NAME, channel: CHANNEL },
  async run({ options, call, core }) {
    return (await wording()).digestPausedReply(
      await (await core.digests()).pause(options.name ?? null, call),
      whereOf(options),
    );
  },
});

const resume = defineVerb({
  name: "resume",
  description: "Send a paused digest again",
  examples: ["morning"],
  options: { name: NAME, channel: CHANNEL },
  async run({ options, call, core }) {
    return (await wording()).digestSetReply(
      await (await core.digests()).resume(options.name ?? null, call),
      "Goes out again",
      whereOf(options),
    );
  },
});

const remove = defineVerb({
  name: "remove",
  description: "Remove a digest",
  examples: ["morning"],
  options: { name: { ...NAME, required: true, description: "the digest's name" }, channel: CHANNEL },
  async run({ options, call, core }) {
    return (await wording()).digestRemovedReply(await (await core.digests()).remove(options.name, call));
  },
});

const preview = defineVerb({
  name: "preview",
  description: "The digest as it would go out now, for you alone",
  examples: ["morning"],
  options: { name: NAME },
  async run({ options, call, core }) {
    return (await core.digests()).preview(options.name ?? null, call);
  },
});

const now = defineVerb({
  name: "now",
  description: "Post the digest here now",
  examples: ["morning"],
  options: { name: NAME },
  async run({ options, call, core }) {
    return (await wording()).sentNowReply(await (await core.digests()).send(options.name ?? null, call));
  },
});

const why = defineVerb({
  name: "why",
  description: "Why the last digest told what it did, and what it left out",
  examples: ["morning"],
  options: { name: NAME },
  async run({ options, call, core }) {
    return (await wording()).whyReply(await (await core.digests()).why(options.name ?? null, call));
  },
});

const digest: Command = {
  name: "digest",
  description: "The news of this channel's sources at set times, each story once",
  verbs: [add, list, show, edit, pause, resume, remove, preview, now, why],
};
export default digest;
