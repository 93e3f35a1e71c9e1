import { isDoing, SMALL_WORDS } from "../question/english-words.ts";
import type { Asked, Question } from "../question/index.ts";
import { wordsOf } from "../text/fold.ts";
import { type Answer, type Likeness, makeAnswer } from "./answer.ts";
import { hasCue } from "./cue.ts";
import { answerFact } from "./fact.ts";
import { type Found, findSpeaker } from "./find-speaker.ts";
import { findWording, type Hit } from "./find-words.ts";
import type { Ground, Passage } from "./passage.ts";
import { findAccount } from "./said.ts";
import { answerSpeakingOf, answerWhose } from "./whose.ts";

/** "Did X say …?", "Why did X say …?": whether they did, and if not, who did. */
export function answerChecked(question: Question, ground: Ground): Answer {
  const [asked] = question.speakers;
  if (asked === undefined) return answerAnybody(question, ground);
  return question.words === null ? answerExistence(asked, question, ground) : answerWords(asked, question, ground);
}

/** "Did anyone say …?", "Does anybody mention …?" */
function answerAnybody(question: Question, ground: Ground): Answer {
  const { verb, words } = question;
  const told = verb === null || words === null || words.quoted ? ground.passages : cuedWith(verb, ground.passages);
  const answer =
    words === null ? answerSpeakingOf(question, ground) : answerWhose(question, { ...ground, passages: told });
  if (question.kind === "circumstance") return answer;
  if (answer.type === "unsaid" && told !== ground.passages) return { ...answer, reporter: null, verdict: "no" };
  const isSaid = answer.passages.some(({ stance }) => stance === "said");
  return { ...answer, verdict: isSaid ? "yes" : "no" };
}

/** "Did anyone blame the farmers?": who only speaks of them does not. */
const cuedWith = (verb: string, passages: readonly Passage[]): readonly Passage[] =>
  passages.filter((passage) => hasCue(passage, verb));

/** "Did X comment?", "Did X mention Y?" */
function answerExistence(asked: Asked, question: Question, ground: Ground): Answer {
  const account = findAccount(asked, question, ground);
  if (!("speaker" in account)) return { ...account, verdict: "no" };
  const { passages } = account;
  return makeAnswer(question, ground.sources, { type: "said", accounts: [account] }, { passages, verdict: "yes" });
}

function answerWords(asked: Asked, question: Question, ground: Ground): Answer {
  const found = findSpeaker(asked, ground);
  const own = found.type === "speaks" ? found.passages : [];
  const name = nameAsked(asked, found);
  const mine = findDenied(question, own) ?? findAsked(question, own);
  const anybodys = findAsked(question, ground.passages);
  const [best] = mine;
  const [nearest] = anybodys;
  if (best !== undefined && (question.denied || nearest === undefined || best.share >= nearest.share)) {
    return answerOwn(name, mine, question, ground);
  }
  const others = anybodys.filter(({ likeness, passage }) => isKept(likeness) && passage.person !== null);
  if (isDeed(question)) return answerDeed(name, question, ground);
  return others.length > 0
    ? answerOthers(name, others, own, question, ground)
    : answerNobody(name, own, question, ground);
}

/** "Has the festival made a profit?": that nobody is reported as saying so does not make it untrue. */
const isDeed = ({ verb, words }: Question): boolean => verb !== null && isDoing(verb) && words?.quoted === false;

const answerDeed = (name: string, question: Question, ground: Ground): Answer =>
  answerFact(
    { ...question, kind: "fact", closed: true, topic: tellingWords(`${name} ${question.words?.text ?? ""}`) },
    ground,
  );

const tellingWords = (text: string): readonly string[] =>
  wordsOf(text).flatMap((word) => (SMALL_WORDS.has(word.text) ? [] : word.text));

/** "Why did X deny the leak?": what X denied comes before what else X says of it. */
function findDenied(question: Question, own: readonly Passage[]): readonly Hit[] | null {
  if (!question.denied) return null;
  const hits = findAsked(
    question,
    own.filter(({ stance }) => stance === "denied"),
  );
  return hits.length > 0 ? hits : null;
}

/** Words in quotation marks are asked about as they stand: near is not said. */
function findAsked({ words }: Question, passages: readonly Passage[]): readonly Hit[] {
  if (words === null) return [];
  return findWording(words, passages).filter(({ likeness }) => !words.quoted || likeness === "same");
}

/** The name an answer uses: theirs, where one person is meant; else as it was typed. */
function nameAsked(asked: Asked, found: Found): string {
  if (found.type === "silent") return found.silence.name;
  const [name, ...namesakes] = found.type === "speaks" ? found.names : [];
  return name === undefined || namesakes.length > 0 ? asked.typed : name;
}

/** The words are theirs, or the contrary of theirs. */
function answerOwn(asked: string, hits: readonly Hit[], question: Question, { sources }: Ground): Answer {
  const passages = hits.map(({ passage }) => passage);
  const likeness = hits[0]?.likeness ?? "same";
  const verdict = isAsserted(likeness, passages[0], question.denied) ? "yes" : "no";
  return makeAnswer(
    question,
    sources,
    { type: "checked", asked, by: "asked", likeness, own: null },
    { passages, verdict },
  );
}

/** Whether the speaker stands to the words, or, where a denial is asked about, denies them. */
function isAsserted(likeness: Likeness, passage: Passage | undefined, denial: boolean): boolean {
  const stance = passage?.stance ?? "said";
  if (denial) return stance === "denied" || likeness === "opposite";
  return stance === "denied" ? likeness === "opposite" : stance === "said" && isKept(likeness);
}

const isKept = (likeness: Likeness): boolean => likeness === "same" || likeness === "near";

function answerOthers(
  asked: string,
  hits: readonly Hit[],
  own: readonly Passage[],
  question: Question,
  { sources }: Ground,
): Answer {
  const likeness = hits[0]?.likeness ?? "same";
  const finding = { type: "checked", asked, by: "other", likeness, own: shortest(own) } as const;
  return makeAnswer(question, sources, finding, { passages: hits.map(({ passage }) => passage), verdict: "no" });
}

function answerNobody(asked: string, own: readonly Passage[], question: Question, { sources }: Ground): Answer {
  const [near] = question.words === null ? [] : findWording(question.words, own);
  const finding = {
    type: "checked",
    asked,
    by: "nobody",
    likeness: "same",
    own: near?.passage ?? shortest(own),
  } as const;
  return makeAnswer(question, sources, finding, { verdict: "no" });
}

/** The words a refusal ends in: quoted ones, and as few as there are. */
function shortest(passages: readonly Passage[]): Passage | null {
  const quoted = passages.filter(({ statement }) => statement.quotations.length > 0);
  const candidates = quoted.length > 0 ? quoted : passages;
  return candidates.reduce<Passage | null>(
    (best, passage) => (best === null || passage.words.length < best.words.length ? passage : best),
    null,
  );
}
