import { paragraphAt } from "../article.ts";
import type { Question } from "../question/index.ts";
import { wordsOf } from "../text/fold.ts";
import { stem } from "../text/stem.ts";
import { type Answer, makeAnswer } from "./answer.ts";
import { dropNested, type Ground, isSpoken, type Passage } from "./passage.ts";
import { findReporter } from "./reporter.ts";

/**
 * "How many homes need water?", "Did Adeyemi resign?": what somebody says of it, who may be the one asked about; else
 * the article's own sentence. Nothing is concluded from either.
 */
export function answerFact(question: Question, { sources, passages }: Ground): Answer {
  const wanted = question.topic.map(stem);
  const candidates = dropNested(passages.filter(isSpoken).filter(({ person }) => person !== null));
  const whole = candidates.filter(({ stems }) => wanted.every((word) => stems.includes(word)));
  const found = whole.length > 0 ? whole : candidates.filter((passage) => tells(passage, wanted));
  if (found.length > 0) {
    return makeAnswer(question, sources, { type: "told", reporter: null, near: false }, { passages: found });
  }
  const near = findNearest(question, candidates);
  if (near.length > 0) {
    return makeAnswer(question, sources, { type: "told", reporter: null, near: true }, { passages: near });
  }
  const reporter = findReporter(question.topic.join(" "), sources, { inOneRun: false });
  return makeAnswer(
    question,
    sources,
    reporter === null ? { type: "unclear" } : { type: "told", reporter, near: false },
  );
}

/** Two thirds of the telling words, two at least, make a statement near: the one with most, and most of them as asked. */
function findNearest({ topic }: Question, passages: readonly Passage[]): readonly Passage[] {
  const wanted = topic.map(stem);
  const ranked = passages
    .map((passage) => ({
      passage,
      held: wanted.filter((word) => passage.stems.includes(word)).length,
      exact: topic.filter((word) => passage.words.some(({ text }) => text === word)).length,
    }))
    .filter(({ held }) => held >= 2 && 3 * held >= 2 * wanted.length)
    .sort((one, other) => other.held - one.held || other.exact - one.exact);
  return ranked.slice(0, 1).map(({ passage }) => passage);
}

/**
 * One of the telling words stands in what is said, and the others there, in the speaker's name or elsewhere in the
 * paragraph.
 */
function tells({ stems, person, source: { article }, statement }: Passage, wanted: readonly string[]): boolean {
  const paragraph = article.paragraphs[paragraphAt(article, statement.sentence.start) - 1];
  const around = [person ?? "", paragraph === undefined ? "" : article.text.slice(paragraph.start, paragraph.end)];
  const held = new Set([...stems, ...around.flatMap((words) => wordsOf(words).map(({ text }) => stem(text)))]);
  return wanted.some((word) => stems.includes(word)) && wanted.every((word) => held.has(word));
}
