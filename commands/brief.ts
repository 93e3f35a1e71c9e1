import { defineCommand } from "../src/core/command/index.ts";
import { tongueCodes } from "../src/core/written/tongues.ts";

/** Loaded when it is asked for: a command that is not run costs nothing. */
const wording = () => import("../src/core/briefing/answered.ts");

export default defineCommand({
  name: "brief",
  description: "Read an article and brief it, each quotation with its receipt",
  examples: ["https://example.org/news/story", "last length:full", 'last focus:"grain prices"'],
  options: {
    article: {
      type: "article",
      main: true,
      required: true,
      description: "a link, the text itself, a text file, or: last",
    },
    length: { type: "choice", choices: ["line", "short", "full"], description: "at most 25, 120 or 300 words" },
    focus: { type: "text", description: "what you want to know most about" },
    lang: {
      type: "choice",
      choices: tongueCodes,
      description: "a translation beside it, where there is a language model",
    },
    to: { type: "choice", choices: ["me", "channel"], description: "who sees it" },
    fresh: { type: "choice", choices: ["yes"], description: "yes reads the page again, though it was read today" },
  },
  async run({ options, call, core }) {
    const defaults = await core.preferences(call);
    const article = options.fresh === "yes" ? ({ type: "fresh", article: options.article } as const) : options.article;
    const length = options.length ?? defaults.length;
    const audience = (options.to ?? defaults.to) === "channel" ? "channel" : "asker";
    const { briefAnswered } = await wording();
    const lang = options.lang === undefined ? {} : { lang: options.lang };
    return briefAnswered(core, article, { length, focus: options.focus ?? null, ...lang }, audience, call);
  },
});
