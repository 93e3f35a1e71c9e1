import { makeArticle, type Span } from "../../../src/core/article.ts";
import type { StoredArticle } from "../../../src/core/ports.ts";
import type { Speaker, Statement } from "../../../src/core/statement.ts";

/** How a statement of a story is written down: its parts as they stand in the text. */
interface Told {
  readonly speaker: Speaker | null;
  /** Pieces of content, as the text has them. */
  readonly said: readonly string[];
  /** Parts of it in quotation marks, without the marks. */
  readonly quotes?: readonly string[];
  readonly cue: string;
  readonly more?: Partial<Statement>;
}

/** Builds a stored article with its statements by hand, so that what is tested here is the answer alone. */
function tellStory(text: string, told: readonly Told[], provenance: object = {}, readAt = 0): StoredArticle {
  const article = makeArticle({ text, ...provenance });
  const statements = told.map((one, index) => {
    const content = one.said.map((words) => spanOf(text, words));
    const quotations = (one.quotes ?? []).map((words) => spanOf(text, words));
    const first = content[0] ?? { start: 0, end: 1 };
    const start = text.lastIndexOf("\n", first.start) + 1;
    const end = text.indexOf("\n", first.end);
    const whole = one.said.every((words) => /^["“].*["”]$/s.test(words));
    const statement: Statement = {
      id: `s${index + 1}`,
      articleId: article.id,
      kind: quotations.length === 0 ? "indirect" : whole ? "direct" : "mixed",
      speaker: one.speaker,
      source: null,
      cue: spanOf(text, one.cue, start),
      speechCue: true,
      stance: "said",
      content,
      quotations,
      sentence: { start, end: end === -1 ? text.length : end },
      within: null,
      tier: "sure",
      ...one.more,
    };
    return statement;
  });
  return { article, statements, engine: "by hand", readAt };
}

function spanOf(text: string, words: string, from = 0): Span {
  const start = text.indexOf(words, from);
  if (start === -1) throw new RangeError(`Expected the text to hold: ${words}`);
  return { start, end: start + words.length };
}

const LINDQVIST: Speaker = { name: "Marta Lindqvist", kind: "person", role: "union leader" };
const WEBER: Speaker = { name: "Anton Weber", kind: "person", role: "Transport Minister" };
const PETRA: Speaker = { name: "Petra Weber", kind: "person", role: "Shop owner" };
const HARBOUR: Speaker = { name: "Halden Harbour Board", kind: "organization" };
const AUDIT: Speaker = { name: "a report by the audit office", kind: "document" };

/** A strike: two people of one surname, a denial, a document, a silent prime minister. */
export const strike = tellStory(
  `The ferry strike in Port Halden entered its second week on Monday, and talks between the Halden Harbour Board and the dockers' union broke down again.

"We will not move one crate until the night shifts are paid," union leader Marta Lindqvist told reporters.

Transport Minister Anton Weber said that the government would not use the army to unload ships.

Weber called the union's demands "expensive and unwise" and urged both sides to return to the table.

"I have spoken to Ms. Lindqvist twice," Weber said. "She is a serious negotiator."

The Halden Harbour Board denied that it had hired replacement crews from abroad.

At a meeting with Weber, Lindqvist said that hospitals would receive medicine "every single day of this strike."

A report by the audit office warned of losses of 40 million crowns.

Shop owner Petra Weber, who is no relation, said the shelves in her store were half empty.

Prime Minister Ilse Brandt is to visit the port on Friday. Lindqvist hopes that Brandt will bring an offer.

The strike has closed three of five piers.`,
  [
    {
      speaker: LINDQVIST,
      said: ['"We will not move one crate until the night shifts are paid,"'],
      quotes: ["We will not move one crate until the night shifts are paid,"],
      cue: "told",
    },
    { speaker: WEBER, said: ["that the government would not use the army to unload ships"], cue: "said" },
    {
      speaker: WEBER,
      said: ['the union\'s demands "expensive and unwise"'],
      quotes: ["expensive and unwise"],
      cue: "called",
    },
    { speaker: WEBER, said: ["both sides to return to the table"], cue: "urged" },
    {
      speaker: WEBER,
      said: ['"I have spoken to Ms. Lindqvist twice,"', '"She is a serious negotiator."'],
      quotes: ["I have spoken to Ms. Lindqvist twice,", "She is a serious negotiator."],
      cue: "said",
    },
    {
      speaker: HARBOUR,
      said: ["that it had hired replacement crews from abroad"],
      cue: "denied",
      more: { stance: "denied" },
    },
    {
      speaker: LINDQVIST,
      said: ['that hospitals would receive medicine "every single day of this strike."'],
      quotes: ["every single day of this strike."],
      cue: "said",
    },
    { speaker: AUDIT, said: ["losses of 40 million crowns"], cue: "warned" },
    { speaker: PETRA, said: ["the shelves in her store were half empty"], cue: "said" },
    { speaker: LINDQVIST, said: ["that Brandt will bring an offer"], cue: "hopes", more: { speechCue: false } },
  ],
  { title: "Ferry strike enters second week", publisher: "Halden Post", publishedAt: "2031-03-03" },
  1000,
);

const OKAFOR: Speaker = { name: "Ngozi Okafor", kind: "person", role: "astronomer" };
const ESA: Speaker = { name: "European Space Agency", kind: "organization" };
const RIVERA: Speaker = { name: "Luis Rivera", kind: "person", role: "project head" };

/** A comet: somebody told by somebody else, an unnamed voice, a statement the rules are not sure of. */
export const comet = tellStory(
  `A comet the size of a small town will pass Earth in April, the European Space Agency said on Tuesday.

"It is the brightest visitor in thirty years," said astronomer Ngozi Okafor of the Tartu observatory. "You will need no telescope."

Okafor added that clouds were the only danger.

Project head Luis Rivera said the probe is "in perfect health" and will photograph the tail.

According to Rivera, the agency told him that the budget would not grow.

The comet "owes nobody a show," one engineer said.

Sofia Lind, the agency's director, was travelling. "Look up," was the last word.`,
  [
    { speaker: ESA, said: ["A comet the size of a small town will pass Earth in April"], cue: "said" },
    {
      speaker: OKAFOR,
      said: ['"It is the brightest visitor in thirty years,"', '"You will need no telescope."'],
      quotes: ["It is the brightest visitor in thirty years,", "You will need no telescope."],
      cue: "said",
    },
    { speaker: OKAFOR, said: ["that clouds were the only danger"], cue: "added" },
    {
      speaker: RIVERA,
      said: ['the probe is "in perfect health" and will photograph the tail'],
      quotes: ["in perfect health"],
      cue: "said",
    },
    { speaker: RIVERA, said: ["the agency told him that the budget would not grow"], cue: "According to" },
    { speaker: ESA, said: ["that the budget would not grow"], cue: "told", more: { within: "s5", tier: "likely" } },
    {
      speaker: null,
      said: ['The comet "owes nobody a show,"'],
      quotes: ["owes nobody a show,"],
      cue: "said",
      more: { tier: "unsure" },
    },
    {
      speaker: { name: "Sofia Lind", kind: "person" },
      said: ['"Look up,"'],
      quotes: ["Look up,"],
      cue: "was",
      more: { tier: "unsure" },
    },
  ],
  { title: "Bright comet due in April", publisher: "The Tartu Observer", publishedAt: "2031-02-11" },
  500,
);

/** A second report on the strike, later, where Weber has changed his mind. */
export const strikeLater = tellStory(
  `The ferry strike in Port Halden is over.

"The night shifts will be paid from today," Transport Minister Anton Weber said.

Marta Lindqvist said the union had won.`,
  [
    {
      speaker: WEBER,
      said: ['"The night shifts will be paid from today,"'],
      quotes: ["The night shifts will be paid from today,"],
      cue: "said",
    },
    { speaker: LINDQVIST, said: ["the union had won"], cue: "said" },
  ],
  { title: "Ferry strike over", publisher: "Coast Radio", publishedAt: "2031-03-09" },
  2000,
);
