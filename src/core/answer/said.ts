import { paragraphAt } from "../article.ts";
import type { Asked, Question } from "../question/index.ts";
import { wordsOf } from "../text/fold.ts";
import { stem } from "../text/stem.ts";
import { type Account, type Answer, distinctNames, makeAnswer } from "./answer.ts";
import { hasCue, isDescribing } from "./cue.ts";
import { type Found, findSpeaker, withHolder } from "./find-speaker.ts";
import { findTopic } from "./find-topic.ts";
import { dropNested, type Ground, isSpoken, type Passage, wordsIn } from "./passage.ts";
import { answerSpeakingOf } from "./whose.ts";

/** "What did X say [about Y] [to Z]?", "How many statements by X are there?" */
export function answerSaid(question: Question, ground: Ground): Answer {
  const counting = question.kind === "count";
  if (question.speakers.length === 0) return counting ? countAll(question, ground) : answerTopic(question, ground);
  const speakers = question.speakers.flatMap((asked) => withHolder(asked, ground));
  const found = speakers.map((asked) => findAccount(asked, question, ground));
  const accounts = found.filter((one): one is Account => "speaker" in one);
  const refusal = found.find((one): one is Answer => !("speaker" in one));
  if (accounts.length === 0 && refusal !== undefined) return refusal;
  const passages = accounts.flatMap((account) => account.passages);
  if (!counting) return makeAnswer(question, ground.sources, { type: "said", accounts }, { passages });
  const asked = accounts.map(({ speaker }) => speaker).join(" and ");
  return makeAnswer(question, ground.sources, { type: "counted", asked }, { passages, count: passages.length });
}

/** "What about the hunters?", with nobody asked about before: what they say themselves, else who speaks of them. */
function answerTopic(question: Question, ground: Ground): Answer {
  if (question.topic.length === 0) return askWhom("", question, ground);
  const own = findAccount({ typed: question.about, match: null }, { ...question, topic: [] }, ground);
  const { sources } = ground;
  if ("speaker" in own)
    return makeAnswer(question, sources, { type: "said", accounts: [own] }, { passages: own.passages });
  return answerSpeakingOf(question, ground);
}

function countAll(question: Question, { sources, passages }: Ground): Answer {
  const spoken = dropNested(findTopic(question.topic, passages.filter(isSpoken)));
  return makeAnswer(question, sources, { type: "counted", asked: null }, { passages: spoken, count: spoken.length });
}

const askWhom = (typed: string, question: Question, { sources }: Ground): Answer =>
  makeAnswer(question, sources, { type: "nameless", typed });

/** One person's statements as the question wants them, or why there are none. */
export function findAccount(asked: Asked, question: Question, ground: Ground): Account | Answer {
  if (asked.match === null && PRONOUN.test(asked.typed)) return askWhom(asked.typed, question, ground);
  const found = findSpeaker(asked, ground);
  if (found.type !== "speaks") return refuse(asked, found, question, ground);
  const all = preferSpoken(dropNested(found.passages));
  const own = all.filter(({ statement }) => !ground.told.has(statement));
  if (own.length === 0 && all.length > 0) {
    return makeAnswer(question, ground.sources, { type: "all-told", names: found.names });
  }
  const quoted = question.wordForWord ? own.filter(({ statement }) => statement.quotations.length > 0) : own;
  const wanted = isDenialAsked(question) ? quoted.filter(({ stance }) => stance === "denied") : quoted;
  const addressed = question.addressee === null ? wanted : findAddressed(question.addressee, wanted);
  const passages = findAsked(question, addressed);
  const heard = distinctNames(passages);
  const [speaker = heard[0], ...namesakes] = heard.filter((name) => found.names.includes(name));
  if (speaker !== undefined && namesakes.length === 0) return { speaker, passages };
  if (found.names.length > 1) return askWhich(asked.typed, found.names, question, ground);
  const elsewhere = question.topic.length === 0 ? [] : findTopic(question.topic, ground.passages.filter(isSpoken));
  const nearest = [elsewhere, quoted, own].find((candidates) => candidates.length > 0) ?? [];
  return makeAnswer(question, ground.sources, { type: "off-topic", names: found.names, nearest });
}

/** "Did X deny anything?" */
const isDenialAsked = ({ denied, words }: Question): boolean => denied && words === null;

/** What was said with the verb asked about, on the topic asked about; the verb gives way where no cue has it. */
function findAsked({ verb, topic }: Question, passages: readonly Passage[]): readonly Passage[] {
  const cued = verb === null ? [] : passages.filter((passage) => hasCue(passage, verb));
  const attempts = [findTopic(topic, cued), findTopic(topic, passages)];
  if (verb !== null && isDescribing(verb)) attempts.push(cued.filter((passage) => isNearTopic(topic, passage)));
  return attempts.find((found) => found.length > 0) ?? [];
}

/** "How did X describe the resolution?": what it takes may stand before the statement, in its paragraph or the last. */
function isNearTopic(topic: readonly string[], { source: { article }, statement }: Passage): boolean {
  const start = article.paragraphs[paragraphAt(article, statement.sentence.start) - 2]?.start ?? 0;
  const around = wordsIn(article.text, { start, end: statement.sentence.end }).map(({ text }) => stem(text));
  return topic.every((word) => around.includes(stem(word)));
}

/** Several people of one name, and nothing in the question that tells them apart. */
const askWhich = (typed: string, names: readonly string[], question: Question, { sources }: Ground): Answer =>
  makeAnswer(question, sources, { type: "ambiguous", typed, names });

/** Somebody nobody quotes: why not. */
function refuse(asked: Asked, found: Exclude<Found, { type: "speaks" }>, question: Question, ground: Ground): Answer {
  const { typed } = asked;
  if (found.type === "silent") return makeAnswer(question, ground.sources, { type: "silent", silence: found.silence });
  const quoted = distinctNames(ground.passages.filter(isSpoken));
  return makeAnswer(question, ground.sources, { type: "unknown", typed, quoted });
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
