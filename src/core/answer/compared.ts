import { SMALL_WORDS } from "../question/english-words.ts";
import type { Asked, Question } from "../question/index.ts";
import { cutReceipt, type Receipt } from "../receipt.ts";
import { spanOfWords, type Word } from "../text/fold.ts";
import { type Account, type Answer, makeAnswer } from "./answer.ts";
import { findTopic } from "./find-topic.ts";
import { dropNested, type Ground, isSpoken, type Passage } from "./passage.ts";
import { findAccount } from "./said.ts";

/** "Compare what X and Y said about Z": each account, and the words they share. */
export function answerCompared(question: Question, ground: Ground): Answer {
  const found = question.speakers.map(
    (asked) => findOutlet(asked, question, ground) ?? findAccount(asked, question, ground),
  );
  const accounts = found.filter((one): one is Account => "speaker" in one);
  const refusal = found.find((one): one is Answer => !("speaker" in one));
  if (accounts.length === 0 && refusal !== undefined) return refusal;
  const passages = accounts.flatMap((account) => account.passages);
  const [first, second] = accounts;
  const shared = first && second ? findShared(first.passages, second.passages, question.topic) : null;
  return makeAnswer(question, ground.sources, { type: "compared", accounts, shared }, { passages });
}

/** "Compare the Post's account with the Radio's": what an outlet reports of what was said. */
function findOutlet({ typed }: Asked, { topic }: Question, { passages }: Ground): Account | null {
  const wanted = typed.toLowerCase().replace(/^the /, "");
  const isOutlet = ({ source }: Passage): boolean =>
    source.article.publisher?.toLowerCase().replace(/^the /, "") === wanted;
  const reported = findTopic(topic, dropNested(passages.filter(isSpoken).filter(isOutlet)));
  const publisher = reported[0]?.source.article.publisher;
  return publisher === undefined ? null : { speaker: publisher, passages: reported };
}

/** Words shared by two accounts are shown from three on; longer runs than twelve are found by their beginning. */
const SHORTEST = 3;
const LONGEST = 12;

/** The longest run of words that both accounts use, two of them telling and not the topic's own. */
function findShared(first: readonly Passage[], second: readonly Passage[], topic: readonly string[]): Receipt | null {
  const known = new Set(second.filter(isSaid).flatMap(({ words }) => runsOf(words).map(keyOf)));
  const tells = ({ text }: Word): boolean => !SMALL_WORDS.has(text) && !topic.includes(text);
  const shared = first.filter(isSaid).flatMap((passage) =>
    runsOf(passage.words)
      .filter((run) => run.filter(tells).length >= 2 && known.has(keyOf(run)))
      .flatMap((run) => cutRun(passage, run) ?? []),
  );
  return shared.reduce<Receipt | null>(
    (best, receipt) => (best === null || receipt.quote.length > best.quote.length ? receipt : best),
    null,
  );
}

const isSaid = ({ stance }: Passage): boolean => stance === "said";

const runsOf = (words: readonly Word[]): readonly (readonly Word[])[] =>
  words.flatMap((_, at) =>
    Array.from({ length: LONGEST - SHORTEST + 1 }, (_, more) => words.slice(at, at + SHORTEST + more)).filter(
      (run, more) => run.length === SHORTEST + more,
    ),
  );

const keyOf = (run: readonly Word[]): string => run.map(({ text }) => text).join(" ");

/** A run that jumps over the cue is no slice, and gives nothing. */
function cutRun({ source, statement }: Passage, run: readonly Word[]): Receipt | null {
  const span = spanOfWords(run);
  const whole = statement.content.some(({ start, end }) => start <= span.start && span.end <= end);
  return whole ? cutReceipt(source.article, statement, span) : null;
}
