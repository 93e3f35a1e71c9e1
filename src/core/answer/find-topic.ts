import { paragraphAt } from "../article.ts";
import { singularOf, stem } from "../text/stem.ts";
import { type Passage, wordsIn } from "./passage.ts";

/**
 * The passages about a topic: those whose own words hold all of its words; where none does, those that hold them in
 * another form ("paid" for "paying"). Where none does either, and the topic has several, those that hold one of them
 * while the sentences around them hold the others ("relations with China", "the Ukraine war").
 */
export function findTopic(topic: readonly string[], passages: readonly Passage[]): readonly Passage[] {
  const wanted = topic.map(stem);
  if (wanted.length === 0) return passages;
  const spelt = topic.map(singularOf);
  const exact = passages.filter(({ words }) =>
    spelt.every((word) => words.some(({ text }) => singularOf(text) === word)),
  );
  if (exact.length > 0) return exact;
  const whole = passages.filter(({ stems }) => wanted.every((word) => stems.includes(word)));
  if (whole.length > 0 || wanted.length === 1) return whole;
  return passages.filter(({ stems, source, statement }) => {
    if (!wanted.some((word) => stems.includes(word))) return false;
    const around = wordsIn(source.article.text, statement.sentence).map(({ text }) => stem(text));
    return wanted.every((word) => stems.includes(word) || around.includes(word));
  });
}

/**
 * "About blame and leadership", where no statement holds both: the statements of one speaker, in one paragraph or
 * the next, that hold them all between them.
 */
export function findJoined(topic: readonly string[], passages: readonly Passage[]): readonly Passage[] {
  const wanted = topic.map(stem);
  const touching = passages.filter(({ stems }) => wanted.some((word) => stems.includes(word)));
  return touching.filter((passage) => {
    const near = touching.filter((other) => other.person === passage.person && isNear(passage, other));
    return wanted.every((word) => near.some(({ stems }) => stems.includes(word)));
  });
}

const isNear = (one: Passage, other: Passage): boolean =>
  one.source === other.source && Math.abs(paragraphOf(one) - paragraphOf(other)) <= 1;

const paragraphOf = ({ source, statement }: Passage): number => paragraphAt(source.article, statement.sentence.start);
