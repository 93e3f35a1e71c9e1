import { defineCommand } from "../src/core/command/index.ts";

/** Loaded when it is asked for: a command that is not run costs nothing. */
const wording = () => import("../src/core/draft/reply.ts");

export default defineCommand({
  name: "check",
  description: "Check every quotation of a draft or a summary against the article",
  examples: ['In her words, the harvest is "safe for now". in:last', "draft.txt in:last"],
  options: {
    draft: {
      type: "article",
      main: true,
      required: true,
      description: "the draft or summary to check: its text, or a text file",
    },
    in: { type: "articles", description: "what to check against: last, ids or links parted by commas, today, 7d" },
  },
  async run({ options, call, core }) {
    return (await wording()).draftReply(await core.check(options.draft, options.in ?? null, call));
  },
});
