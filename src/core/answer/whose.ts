import { isReporting, isUttering, SMALL_WORDS } from "../question/english-words.ts";
import type { Question, Wording } from "../question/index.ts";
import { wordsOf } from "../text/fold.ts";
import { stem } from "../text/stem.ts";
import { type Answer, makeAnswer } from "./answer.ts";
import { hasCue } from "./cue.ts";
import { findJoined, findTopic } from "./find-topic.ts";
import { findWording } from "./find-words.ts";
import { cueWords, dropNested, type Ground, isSpoken, type Passage } from "./passage.ts";
import { findReporter } from "./reporter.ts";

/** "Who said …?" */
export function answerWhose(question: Question, { sources, passages }: Ground): Answer {
  if (question.words === null) return makeAnswer(question, sources, { type: "unclear" });
  const hits = findWording(question.words, withoutExcepted(question, passages));
  const [best] = hits;
  if (best === undefined || best.likeness === "opposite" || best.likeness === "altered") {
    const cued = findCued(question.words, withoutExcepted(question, passages));
    if (cued.length > 0) return makeAnswer(question, sources, { type: "whose", likeness: "near" }, { passages: cued });
    const reporter = findReporter(question.words.text, sources, { inOneRun: question.words.quoted });
    return makeAnswer(question, sources, { type: "unsaid", reporter, nearest: best?.passage ?? null });
  }
  const found = withFrames(
    hits.map(({ passage }) => passage),
    passages,
  );
  return makeAnswer(question, sources, { type: "whose", likeness: best.likeness }, { passages: found });
}

/** "Who denied hiding a leak?": those who denied, of something that has half of the other telling words. */
function findCued({ text, quoted }: Wording, passages: readonly Passage[]): readonly Passage[] {
  const [verb, ...others] = wordsOf(text);
  const wanted = others.filter((word) => !SMALL_WORDS.has(word.text)).map((word) => stem(word.text));
  if (quoted || verb === undefined || !isReporting(verb.text) || wanted.length === 0) return [];
  return passages.filter(
    (passage) =>
      passage.person !== null &&
      hasCue(passage, verb.text) &&
      2 * wanted.filter((word) => passage.stems.includes(word)).length >= wanted.length,
  );
}

/**
 * "China said that both agreed and opposed a mentality": where the cue tells of no utterance, the statement before it
 * in the sentence, by the same speaker, is what makes the words reported ones, and proves them too.
 */
function withFrames(found: readonly Passage[], passages: readonly Passage[]): readonly Passage[] {
  return found.flatMap((passage) => {
    const before = passages[passages.indexOf(passage) - 1];
    return before !== undefined && !found.includes(before) && isFrame(before, passage) ? [before, passage] : [passage];
  });
}

const isFrame = (frame: Passage, passage: Passage): boolean =>
  frame.source === passage.source &&
  frame.person === passage.person &&
  frame.statement.speechCue &&
  frame.statement.sentence.start === passage.statement.sentence.start &&
  !cueWords(passage).some(isUttering);

/** No question at all: somebody's very words, or nothing. */
export function answerPhrase(question: Question, ground: Ground): Answer {
  const { words } = question;
  const [hit] = words === null || wordsOf(words.text).length < 3 ? [] : findWording(words, ground.passages);
  if (hit?.likeness === "same") return answerWhose(question, ground);
  return makeAnswer(question, ground.sources, { type: "unclear" });
}

/** "Who spoke about …?" */
export function answerSpeakingOf(question: Question, { sources, passages }: Ground): Answer {
  const candidates = withoutExcepted(question, passages).filter(({ person }) => person !== null);
  const about = findAbout(question, candidates);
  const spoken = about.filter(isSpoken);
  const joined = about.length === 0 && / and /i.test(question.about) ? findJoined(question.topic, candidates) : about;
  const found = dropNested(spoken.length > 0 ? spoken : joined);
  if (found.length > 0) return makeAnswer(question, sources, { type: "speaking-of" }, { passages: found });
  const reporter = findReporter(question.topic.join(" "), sources, { inOneRun: false });
  return makeAnswer(question, sources, { type: "unsaid", reporter, nearest: null });
}

/** On the topic asked about; without one, told with the verb asked with: "who denied anything?" */
function findAbout({ topic, verb }: Question, passages: readonly Passage[]): readonly Passage[] {
  if (topic.length > 0) return findTopic(topic, passages);
  return verb === null ? [] : passages.filter((passage) => hasCue(passage, verb));
}

const withoutExcepted = ({ except }: Question, passages: readonly Passage[]): readonly Passage[] =>
  passages.filter(({ person }) => person === null || !except.includes(person));
