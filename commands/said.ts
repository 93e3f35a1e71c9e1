import { defineCommand, type Suggest } from "../src/core/command/index.ts";

/** Loaded when it is asked for: a command that is not run costs nothing. */
const wording = () => import("../src/core/answer/answered.ts");

const suggestSpeakers: Suggest = (typed, call, core) => core.suggestSpeakers(typed, call);

export default defineCommand({
  name: "said",
  description: "Who said what: ask about the last article, or about many",
  examples: ["what did the minister say about grain?", 'who said "not one metre of canal"?', "speaker:Orlova in:7d"],
  options: {
    question: { type: "text", main: true, description: "your question; without one, everybody who is quoted" },
    speaker: { type: "text", suggest: suggestSpeakers, description: "only this person's words" },
    about: { type: "text", description: "only words about this" },
    in: { type: "articles", description: "last, an article's id or link, today, or days such as 7d" },
    kind: {
      type: "choice",
      choices: ["direct", "indirect", "all"],
      description: "quoted words, reported words, or both",
    },
  },
  async run({ options, call, core }) {
    const { question = null, speaker = null, about = null, kind = "all" } = options;
    const articles = options.in ?? null;
    const answer = await core.ask({ question, speaker, about, kind }, articles, call);
    return (await wording()).answerAnswered(core, answer, articles, "asker", call);
  },
});
