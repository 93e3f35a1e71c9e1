import { makeArticle, type Span } from "../../../src/core/article.ts";
import { findQuotations } from "../../../src/core/attribution/quotations.ts";
import type { StoredArticle } from "../../../src/core/ports.ts";
import type { Statement } from "../../../src/core/statement.ts";

/** A statement as a test writes it: whose words, the mention beside them, the cue, and the content, as they stand in the text. */
export type Said = readonly [speaker: string | null, mention: string, cue: string, content: string];

/** An article with statements written by hand, so that a test depends on no engine. */
export function storeWith(text: string, said: readonly Said[]): StoredArticle {
  const article = makeArticle({ text });
  const inner = findQuotations(
    text,
    article.lines.map((line) => line.span),
  ).map((quotation) => quotation.inner);
  const statements = said.map(([speaker, mention, cue, content], index): Statement => {
    const span = spanOf(text, content);
    const quotations = inner.filter((each) => span.start <= each.start && each.end <= span.end);
    return {
      id: `s${index + 1}`,
      articleId: article.id,
      kind: quotations.length === 0 ? "indirect" : "mixed",
      speaker: speaker === null ? null : { name: speaker, kind: "person" },
      source: spanOf(text, mention, content),
      cue: spanOf(text, cue, content),
      speechCue: true,
      stance: "said",
      content: [span],
      quotations,
      sentence: span,
      within: null,
      tier: "sure",
    };
  });
  return { article, statements, engine: "hand", readAt: 0 };
}

/** Where words stand in a text; of several places the one nearest to `near`. Throws RangeError where they do not. */
export function spanOf(text: string, words: string, near = ""): Span {
  const around = Math.max(0, text.indexOf(near));
  const places = [text.lastIndexOf(words, around), text.indexOf(words, around)].filter((place) => place >= 0);
  const start = places.toSorted((one, other) => Math.abs(one - around) - Math.abs(other - around))[0];
  if (start === undefined) throw new RangeError(`Expected "${words}" in the text`);
  return { start, end: start + words.length };
}

export const TEXT = `The harbour of Vell will close in March for 14 months, the port authority said on Monday.

"We will not lay off a single docker if the bridge is finished on time," Ines Obando, the port's director, told reporters. "But nobody can promise that."

Mayor Tomas Reker called the plan "a gift to the lorries" and said that 2.5 million tonnes of freight may move to the road.

"My predecessor used to say, 'Ships do not vote,' and he was right," said Lena Hoff, who leads the dockers' union.

Obando later met Reker at the town hall. Hoff did not take part.

The union is set to meet Obando on Friday.
`;

export const STORED = storeWith(TEXT, [
  ["port authority", "the port authority", "said", "The harbour of Vell will close in March for 14 months"],
  [
    "Ines Obando",
    "Ines Obando, the port's director",
    "told",
    '"We will not lay off a single docker if the bridge is finished on time,"',
  ],
  ["Ines Obando", "Ines Obando, the port's director", "told", '"But nobody can promise that."'],
  ["Tomas Reker", "Mayor Tomas Reker", "called", 'the plan "a gift to the lorries"'],
  ["Tomas Reker", "Mayor Tomas Reker", "said", "that 2.5 million tonnes of freight may move to the road"],
  ["Lena Hoff", "Lena Hoff", "said", `"My predecessor used to say, 'Ships do not vote,' and he was right,"`],
]);

/** The sentences of TEXT that begin with these words. */
export const cite = (...beginnings: readonly string[]): readonly Span[] =>
  beginnings.map((beginning) => {
    const { start } = spanOf(TEXT, beginning);
    const stop = /[.]"?(?=\s|$)|\n/g;
    stop.lastIndex = start;
    const match = stop.exec(TEXT);
    return { start, end: (match?.index ?? TEXT.length) + (match?.[0].length ?? 0) };
  });
