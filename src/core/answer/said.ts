import { wordsOf } from "../fold.ts";
import type { Asked, Question } from "../question/index.ts";
import { stem } from "../question/stem.ts";
import { type Account, type Answer, makeAnswer } from "./answer.ts";
import { findSpeaker } from "./find-speaker.ts";
import { findTopic } from "./find-topic.ts";
import { dropNested, type Ground, isSpoken, type Passage, wordsIn } from "./passage.ts";

/** "What did X say [about Y] [to Z]?", "How many statements by X are there?" */
export function answerSaid(question: Question, ground: Ground): Answer {
  if (question.kind === "count" && question.speakers.length === 0) return countAll(question, ground);
  if (question.speakers.length === 0) return makeAnswer(question, ground.sources, { type: "nameless", typed: "" });
  const accounts: Account[] = [];
  let refusal: Answer | null = null;
  for (const asked of question.speakers) {
    const found = findAccount(asked, question, ground);
    if ("speaker" in found) accounts.push(found);
    else refusal ??= found;
  }
  const passages = accounts.flatMap((account) => account.passages);
  if (passages.length === 0 && refusal !== null) return refusal;
  const finding =
    question.kind === "count"
      ? ({ type: "counted", asked: accounts.map(({ speaker }) => speaker).join(" and ") } as const)
      : ({ type: "said", accounts } as const);
  return makeAnswer(question, ground.sources, finding, {
    passages,
    count: question.kind === "count" ? passages.length : null,
  });
}

function countAll(question: Question, { sources, passages }: Ground): Answer {
  const spoken = dropNested(findTopic(question.topic, passages.filter(isSpoken)));
  return makeAnswer(question, sources, { type: "counted", asked: null }, { passages: spoken, count: spoken.length });
}

/** One person's statements as the question wants them, or why there are none. */
export function findAccount(asked: Asked, question: Question, ground: Ground): Account | Answer {
  const found = findSpeaker(asked, ground.passages, ground.sources);
  if (found.type !== "speaks") return refuse(asked, found, question, ground);
  const own = preferSpoken(dropNested(found.passages));
  const quoted = question.wordForWord ? own.filter(({ statement }) => statement.quotations.length > 0) : own;
  const addressed = question.addressee === null ? quoted : findAddressed(question.addressee, quoted);
  const about = findTopic(question.topic, addressed);
  if (about.length > 0) return { speaker: found.name, passages: about };
  const elsewhere = question.topic.length === 0 ? [] : findTopic(question.topic, ground.passages.filter(isSpoken));
  const nearest = elsewhere.length > 0 ? elsewhere : quoted.length > 0 ? quoted : own;
  return makeAnswer(question, ground.sources, { type: "off-topic", names: [found.name], nearest });
}

/** Somebody nobody quotes: why not. */
export function refuse(
  asked: Asked,
  found: Exclude<ReturnType<typeof findSpeaker>, { type: "speaks" }>,
  question: Question,
  { sources, passages }: Ground,
): Answer {
  const typed = asked.typed;
  if (found.type === "ambiguous")
    return makeAnswer(question, sources, { type: "ambiguous", typed, names: found.names });
  if (found.type === "silent") return makeAnswer(question, sources, { type: "silent", silence: found.silence });
  if (asked.match === null && PRONOUN.test(typed)) return makeAnswer(question, sources, { type: "nameless", typed });
  const quoted = [...new Set(passages.filter(isSpoken).flatMap(({ person }) => person ?? []))];
  return makeAnswer(question, sources, { type: "unknown", typed, quoted });
}

const PRONOUN = /^(?:he|she|they|him|her|them)$/i;

const preferSpoken = (passages: readonly Passage[]): readonly Passage[] => {
  const spoken = passages.filter(isSpoken);
  return spoken.length > 0 ? spoken : passages;
};

/** Those whose sentence names the addressee outside what is said. */
function findAddressed(addressee: Asked, passages: readonly Passage[]): readonly Passage[] {
  const name = stem(wordsOf(addressee.match?.names[0] ?? addressee.typed).at(-1)?.text ?? "");
  return passages.filter(({ source, statement }) =>
    wordsIn(source.article.text, statement.sentence).some(
      (word) =>
        stem(word.text) === name && !statement.content.some(({ start, end }) => start <= word.start && word.end <= end),
    ),
  );
}
