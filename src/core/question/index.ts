import type { Turn } from "../ports.ts";
import { buildQuestion, type Setting } from "./build.ts";
import { readChinese } from "./chinese.ts";
import { makeContext } from "./context.ts";
import { type Context, type Draft, draft } from "./draft.ts";
import { readEnglish } from "./english.ts";
import { resumeQuestion } from "./follow-up.ts";
import { readForeign } from "./foreign.ts";
import { foldPhrases } from "./phrases.ts";
import type { Question } from "./question.ts";
import { readSentences, type Sentence, type Token } from "./tokens.ts";
import { foldVerbatim } from "./verbatim.ts";

export type { Asked, Question, Wording } from "./question.ts";

/**
 * Finds out what a person asks. `names` are those the sources know, speakers and others; `history` is what was asked
 * before, oldest first. Of several sentences the first complete question counts, so text that tries to give orders is
 * passed over; where nothing is asked the kind is "unclear". Never throws on any text.
 */
export function parseQuestion(text: string, names: readonly string[], history: readonly Turn[]): Question {
  const typed = text.slice(0, LONGEST);
  const context = makeContext(typed, names);
  const lastSpeakers = history.findLast((turn) => turn.speakers.length > 0)?.speakers ?? [];
  const readings = readSentences(typed).map((sentence) => readSentence(sentence, context));
  const found =
    readings.find((reading) => reading.complete) ??
    readings.find((reading) => reading.draft.kind !== "unclear" || reading.draft.words.length > 0);
  if (found === undefined) return buildQuestion(draft("unclear"), typed.trim(), { ...IDLE, typed, names });
  const setting: Setting = { typed, names, lastSpeakers, wordForWord: found.wordForWord, days: found.days };
  const question = buildQuestion(found.draft, found.sentence.text, setting);
  const last = found.draft.followsUp ? parseLast(names, history) : null;
  return last === null ? question : resumeQuestion(question, last);
}

/** The last question asked, read as it was then; null where there is none. */
function parseLast(names: readonly string[], history: readonly Turn[]): Question | null {
  const at = history.findLastIndex((turn) => turn.question !== null);
  const before = history[at]?.question ?? null;
  return before === null ? null : parseQuestion(before, names, history.slice(0, at));
}

/** Longer than any question; what follows is not read. */
const LONGEST = 2000;

const IDLE: Omit<Setting, "typed" | "names"> = { lastSpeakers: [], wordForWord: false, days: null };

interface Reading {
  readonly draft: Draft;
  readonly complete: boolean;
  readonly sentence: Sentence;
  readonly wordForWord: boolean;
  readonly days: number | null;
}

function readSentence(sentence: Sentence, context: Context): Reading {
  const phrased = foldPhrases(sentence.tokens);
  const { tokens, wordForWord } = foldVerbatim(phrased.tokens);
  const foreign = hasHan(tokens) ? readChinese(sentence.tokens) : readForeign(sentence.tokens);
  const read = foreign === null ? readEnglish(tokens, context) : { draft: foreign, complete: true };
  const { draft: found, complete } = read ?? { draft: draft("unclear"), complete: false };
  return { draft: found, complete, sentence, wordForWord, days: phrased.days };
}

const hasHan = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => token.type === "word" && /^\p{Script=Han}$/u.test(token.text));
