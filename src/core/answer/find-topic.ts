import { stem } from "../question/stem.ts";
import { type Passage, wordsIn } from "./passage.ts";

/**
 * The passages about a topic: those whose own words hold all of its words. Where none does, and the topic has several,
 * those that hold the last of them (its head: "relations with China", "the Ukraine war") while the sentences around
 * them hold the others.
 */
export function findTopic(topic: readonly string[], passages: readonly Passage[]): readonly Passage[] {
  const wanted = topic.map(stem);
  if (wanted.length === 0) return passages;
  const whole = passages.filter(({ stems }) => wanted.every((word) => stems.includes(word)));
  if (whole.length > 0 || wanted.length === 1) return whole;
  return passages.filter(({ stems, source, statement }) => {
    if (!wanted.some((word) => stems.includes(word))) return false;
    const around = wordsIn(source.article.text, statement.sentence).map(({ text }) => stem(text));
    return wanted.every((word) => stems.includes(word) || around.includes(word));
  });
}
