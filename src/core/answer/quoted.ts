import { SMALL_WORDS } from "../question/english-words.ts";
import type { Question } from "../question/index.ts";
import { wordsOf } from "../text/fold.ts";
import { type Account, type Answer, distinctNames, makeAnswer } from "./answer.ts";
import { findSpeaker } from "./find-speaker.ts";
import { dropNested, type Ground } from "./passage.ts";

/** "Who is quoted?": everybody with a name who is heard, in the order they first speak; "which minister?": those of that office. */
export function answerQuoted(question: Question, ground: Ground): Answer {
  const { sources, passages } = ground;
  const asked = question.speakers.flatMap((office) => {
    const found = findSpeaker(office, ground);
    return found.type === "speaks" ? found.names : [];
  });
  const isAsked = (person: string): boolean => question.speakers.length === 0 || asked.includes(person);
  const heard = passages.filter(({ statement }) => statement.speechCue || statement.quotations.length > 0);
  const spoken = dropNested(heard).filter(({ person }) => person !== null && isProper(person) && isAsked(person));
  const accounts: readonly Account[] = distinctNames(spoken).map((speaker) => ({
    speaker,
    passages: spoken.filter(({ person }) => person === speaker),
  }));
  return makeAnswer(question, sources, { type: "quoted", accounts }, { passages: spoken, count: accounts.length });
}

/** Longer than this, or opening like a sentence ("At a recent event", "Whenever"), it is no name. */
const LONGEST_NAME = 8;

const COUNTING = /^(?:the|an?|some|many|several|both|all|most|other|two|three|those|these|his|her|their|its)\s/i;

/** "Some Democrats" have a name, "Many experts" have none. */
function isProper(name: string): boolean {
  const words = wordsOf(name.replace(COUNTING, ""));
  const opening = words[0]?.text ?? "";
  return /^\p{Lu}/u.test(name.replace(COUNTING, "")) && words.length <= LONGEST_NAME && !SMALL_WORDS.has(opening);
}
