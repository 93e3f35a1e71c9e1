import { expect, it } from "vitest";
import { writeBriefing } from "../../../src/core/briefing/index.ts";
import { textOf } from "../../../src/core/reply.ts";
import { countWords } from "../../../src/core/text/terms.ts";
import { store } from "./stored.ts";

const HALE =
  '"Our mills are turning again and, in spite of a spring that took two roofs and the better part of the southern weir, we mean to pay every miller in the valley what he was promised before the frost comes and the passes close."';
const BRANDT =
  '"The grain board has looked at every sack that left this valley since the flood, and we found it sound"';
const TEXT = `Millers' envoy Ada Brandt will meet the grain board in Orrin on Friday, the board said on Monday.

"The board will hear Ada Brandt," clerk Tom Vey said.

The board has asked millers for "more patience than flour" and for a list of their sacks.

${BRANDT}, Brandt said.

Brandt said the valley wanted "work before alms and a road before a speech from anyone in Orrin."

Later, Ruth Hale said: ${HALE}

Sam Ode said that the southern weir would be built again "in stone, by masons, and paid for by the people who let it fall in the first place."`;

const article = store({ text: TEXT, title: "Millers' envoy to meet grain board" }, [
  {
    speaker: "grain board",
    kind: "organization",
    source: "the board",
    cue: "said",
    content: "Millers' envoy Ada Brandt will meet the grain board in Orrin on Friday",
  },
  { speaker: "Tom Vey", source: "Tom Vey", cue: "said", content: '"The board will hear Ada Brandt,"' },
  {
    speaker: "grain board",
    kind: "organization",
    source: "The board",
    cue: "asked",
    content: 'for "more patience than flour"',
  },
  { speaker: "Ada Brandt", source: "Brandt", cue: "said", content: BRANDT },
  {
    speaker: "Ada Brandt",
    source: "Brandt",
    cue: "said",
    content: 'the valley wanted "work before alms and a road before a speech from anyone in Orrin."',
  },
  { speaker: "Ruth Hale", source: "Ruth Hale", cue: "said", content: HALE },
  {
    speaker: "Sam Ode",
    source: "Sam Ode",
    cue: "said",
    content:
      'that the southern weir would be built again "in stone, by masons, and paid for by the people who let it fall in the first place."',
  },
]);

it("lets each of a story's few main speakers be heard, whoever speaks at length in one clause", () => {
  const { lead, bullets } = writeBriefing(article, { length: "short", focus: null });
  const heard = [lead, ...bullets].flatMap((point) => point?.speakers ?? []);
  for (const name of ["Ada Brandt", "Ruth Hale", "Sam Ode"]) expect(heard).toContain(name);
  const texts = bullets.map(({ runs }) => textOf(runs));
  expect(texts).toContain('Ruth Hale said: "Our mills are turning again"');
  expect(texts.reduce((sum, text) => sum + countWords(text), 0)).toBeLessThanOrEqual(120);
});
