import { type Command, defineVerb, type Suggest } from "../src/core/command/index.ts";

/** Loaded when it is asked for: a command that is not run costs nothing. */
const wording = () => import("../src/core/feeds/wording.ts");

const suggestSource: Suggest = async (typed, call, core) => (await core.sources()).suggest(typed, call);

const NAME = {
  type: "text",
  main: true,
  required: true,
  suggest: suggestSource,
  description: "the source's name or address",
} as const;

const add = defineVerb({
  name: "add",
  description: "Read a feed, or the feed of a page, for this channel's digests",
  examples: ["https://example.org/news", "https://example.org/feed.xml name:Example tags:world,trade"],
  options: {
    url: { type: "text", main: true, required: true, description: "the address of a feed, or of a page that has one" },
    name: { type: "text", description: "what to call it here; its own title otherwise" },
    tags: { type: "text", description: "words to choose it by, parted by commas" },
  },
  async run({ options: { url, name = null, tags = null }, call, core }) {
    return (await wording()).sourceAddedReply(await (await core.sources()).add({ url, name, tags }, call));
  },
});

const list = defineVerb({
  name: "list",
  description: "The sources of this channel",
  examples: [""],
  options: {},
  async run({ call, core }) {
    return (await wording()).sourceListReply(await (await core.sources()).list(call));
  },
});

const remove = defineVerb({
  name: "remove",
  description: "Read a source no more",
  examples: ["Example"],
  options: { name: NAME },
  async run({ options, call, core }) {
    return (await wording()).sourceRemovedReply(await (await core.sources()).remove(options.name, call));
  },
});

const pause = defineVerb({
  name: "pause",
  description: "Leave a source out for a while",
  examples: ["Example"],
  options: { name: NAME },
  async run({ options, call, core }) {
    return (await wording()).sourcePausedReply(await (await core.sources()).setPaused(options.name, true, call));
  },
});

const resume = defineVerb({
  name: "resume",
  description: "Take a paused source up again",
  examples: ["Example"],
  options: { name: NAME },
  async run({ options, call, core }) {
    return (await wording()).sourcePausedReply(await (await core.sources()).setPaused(options.name, false, call));
  },
});

const test = defineVerb({
  name: "test",
  description: "What a source has at present, without adding it",
  examples: ["https://example.org/news", "Example"],
  options: { url: { ...NAME, description: "an address, or the name of a source" } },
  async run({ options, call, core }) {
    return (await wording()).sampleReply(await (await core.sources()).test(options.url, call));
  },
});

const importVerb = defineVerb({
  name: "import",
  description: "Add all sources of an OPML list",
  examples: ["sources.opml"],
  options: { list: { type: "article", main: true, required: true, description: "an OPML file, or its text" } },
  async run({ options, call, core }) {
    const { importAnswered } = await import("../src/core/feeds/imported.ts");
    return importAnswered(await core.sources(), options.list, call);
  },
});

const exportVerb = defineVerb({
  name: "export",
  description: "The sources of this channel as an OPML list",
  examples: [""],
  options: {},
  async run({ call, core }) {
    const sources = await (await core.sources()).list(call);
    return (await wording()).exportedReply(sources.map(({ subscription }) => subscription));
  },
});

const errors = defineVerb({
  name: "errors",
  description: "Which sources cannot be read, since when and why",
  examples: [""],
  options: {},
  async run({ call, core }) {
    return (await wording()).sourceErrorsReply(await (await core.sources()).failing(call));
  },
});

const source: Command = {
  name: "source",
  description: "Feeds and sites this channel reads for its digests",
  verbs: [add, list, remove, pause, resume, test, importVerb, exportVerb, errors],
};
export default source;
