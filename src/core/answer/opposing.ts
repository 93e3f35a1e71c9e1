import type { Question } from "../question/index.ts";
import { wordsOf } from "../text/fold.ts";
import { type Answer, makeAnswer } from "./answer.ts";
import { hasCue } from "./cue.ts";
import { findSpeaker } from "./find-speaker.ts";
import { type Ground, type Passage, wordsIn } from "./passage.ts";
import { answerWhose } from "./whose.ts";

/** Verbs that tell of speaking against somebody; each stands for those that mean the same. */
const AGAINST = ["criticize", "accuse", "contradict", "disagree", "oppose", "object", "challenge", "dispute"];

/** "Who disagrees with X?": who is told to, in a sentence that names X. */
export function answerOpposing(question: Question, ground: Ground): Answer {
  const [asked] = question.speakers;
  if (asked === undefined) return makeAnswer(question, ground.sources, { type: "unclear" });
  const found = findSpeaker(asked, ground);
  const isSomebody = found.type === "speaks" || (found.type === "silent" && found.silence.person);
  if (!isSomebody) return answerWhose(question, ground); // "who opposes the cull?"
  const [name = asked.typed] = found.type === "speaks" ? found.names : [found.silence.name];
  const own = found.type === "speaks" ? found.passages : [];
  const against = ground.passages.filter(
    (passage) =>
      passage.person !== null &&
      !own.includes(passage) &&
      AGAINST.some((verb) => hasCue(passage, verb)) &&
      isNamed(name, passage),
  );
  return makeAnswer(
    question,
    ground.sources,
    against.length > 0 ? { type: "speaking-of" } : { type: "unopposed", asked: name },
    { passages: against },
  );
}

function isNamed(name: string, { source, statement }: Passage): boolean {
  const last = wordsOf(name).at(-1)?.text;
  return wordsIn(source.article.text, statement.sentence).some(({ text }) => text === last);
}
