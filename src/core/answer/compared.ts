import { findRun, type wordsOf } from "../fold.ts";
import { SMALL_WORDS } from "../question/english-words.ts";
import type { Question } from "../question/index.ts";
import { cutReceipt, type Receipt } from "../receipt.ts";
import { type Account, type Answer, makeAnswer } from "./answer.ts";
import type { Ground, Passage } from "./passage.ts";
import { findAccount } from "./said.ts";

/** "Compare what X and Y said about Z": each account, and the words they share. */
export function answerCompared(question: Question, ground: Ground): Answer {
  const found = question.speakers.map((asked) => findAccount(asked, question, ground));
  const accounts = found.filter((one): one is Account => "speaker" in one);
  const refusal = found.find((one): one is Answer => !("speaker" in one));
  if (accounts.length === 0 && refusal !== undefined) return refusal;
  const passages = accounts.flatMap((account) => account.passages);
  const [first, second] = accounts;
  const shared = first && second ? findShared(first.passages, second.passages) : null;
  return makeAnswer(question, ground.sources, { type: "compared", accounts, shared }, { passages });
}

/** The longest run of three words or more, two of them telling, that both accounts use. */
function findShared(first: readonly Passage[], second: readonly Passage[]): Receipt | null {
  let longest: Receipt | null = null;
  for (const passage of first) {
    const receipts = second.flatMap((other) => cutShared(passage, other) ?? []);
    for (const receipt of receipts) if (receipt.quote.length > (longest?.quote.length ?? 0)) longest = receipt;
  }
  return longest;
}

function cutShared(passage: Passage, other: Passage): Receipt | null {
  for (let length = Math.min(passage.words.length, MOST_SHARED); length >= 3; length -= 1) {
    for (let at = 0; at + length <= passage.words.length; at += 1) {
      const run = passage.words.slice(at, at + length);
      if (run.filter(({ text }) => !SMALL_WORDS.has(text)).length < 2) continue;
      if (findRun(other.words, run).length > 0) return cutRun(passage, run);
    }
  }
  return null;
}

const MOST_SHARED = 12;

/** A run that jumps over the cue is no slice, and gives nothing. */
function cutRun({ source, statement }: Passage, run: ReturnType<typeof wordsOf>): Receipt | null {
  const span = { start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 };
  const whole = statement.content.some(({ start, end }) => start <= span.start && span.end <= end);
  return whole ? cutReceipt(source.article, statement, span) : null;
}
