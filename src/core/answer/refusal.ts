import type { Question } from "../question/index.ts";
import type { Receipt } from "../receipt.ts";
import { mark, plain, type Text } from "../reply.ts";
import type { Answer, Silence } from "./answer.ts";
import type { Passage } from "./passage.ts";
import { passageWords } from "./passage-words.ts";
import { LONGEST_INLINE } from "./shown.ts";
import { capitalize, listWords, nameInside, placeOf, repeatTyped, saidSentence } from "./wording.ts";

/** Why there is no answer, with the nearest thing there is and what to ask instead. */
export function refusalSentence(answer: Answer): Text {
  switch (answer.type) {
    case "silent":
      return silentSentence(answer, answer.silence);
    case "unknown":
      return [
        plain(
          `${capitalize(calledAs(answer.typed, answer.question, "that name"))} is not named in ${where(answer)}.${whomToAsk(answer.quoted)}`,
        ),
      ];
    case "all-told":
      return [plain(`${capitalize(listWords(answer.names))} says nothing else in ${where(answer)}.`)];
    case "off-topic":
      return offTopicSentence(answer, answer.nearest);
    case "unsaid":
      return unsaidSentence(answer);
    case "told":
      return answer.reporter === null
        ? ASK
        : [plain("The article itself tells of it"), ...reporterWords(answer.reporter)];
    case "unopposed":
      return [
        plain(
          `No statement in ${where(answer)} speaks against ${answer.asked} by name. To set two people side by side, ask: compare one and the other.`,
        ),
      ];
    case "ambiguous":
      return [
        plain(
          `Several people are called ${repeatTyped(answer.typed, "that")}: ${listWords(answer.names)}. Ask again with the full name.`,
        ),
      ];
    case "nameless":
      return [plain("Whom do you mean? Ask again with a name, for example: what did Orlova say?")];
    default:
      if (WHOLE.test(answer.question.text)) return SUMMARY;
      return answer.question.kind === "fact" ? [plain("Nothing here answers that in so many words. "), ...ASK] : ASK;
  }
}

const ASK: Text = [
  plain("Ask who said something, what somebody said, or whether somebody said it, for example: who is quoted?"),
];

/** Asked for the article as a whole. */
const WHOLE =
  /\b(?:summar\w+|tl;?dr|brief\w*|overview|gist|recap|(?:main|key) points?|what(?:['’]s| is| was)? (?:it|this|that) about|what happened)\b/i;

const SUMMARY: Text = [plain("For a summary, use /brief last. Here, ask who said what, for example: who is quoted?")];

/** The article's own sentence on one line, with its paragraph; one that quotes somebody, or is long, is only pointed to. */
const reporterWords = ({ quote, paragraph }: Receipt): Text =>
  QUOTING.test(quote) || quote.length > LONGEST_INLINE
    ? [plain(" "), mark(`(¶${paragraph})`), plain(".")]
    : [plain(`: ${quote.replace(/\s+/g, " ")} `), mark(`(¶${paragraph})`)];

/** Only a quotation with its speaker may stand in quotation marks. */
const QUOTING = /["“”„«»‹›「」『』]|''|``/;

const where = ({ sources }: Answer): string => (sources > 1 ? "these articles" : "this article");

const topicOf = ({ question }: Answer): string => repeatTyped(question.about, "it");

/** Names in one sentence are at most so many. */
const MOST_NAMES = 6;

function whomToAsk(names: readonly string[]): string {
  if (names.length === 0) return " Nobody is quoted by name.";
  const shown = listWords(names.slice(0, MOST_NAMES).map(nameInside), "or");
  return ` You can ask about ${shown}${names.length > MOST_NAMES ? ", among others" : ""}.`;
}

/** A name as a sentence has it: "the regulator" where it was asked for with the article. */
function calledAs(name: string, { text }: Question, otherwise: string): string {
  const called = repeatTyped(name, otherwise);
  return /^\p{Ll}/u.test(name) && text.toLowerCase().includes(`the ${name.toLowerCase()}`) ? `the ${called}` : called;
}

/** Common nouns: "the fans", not "Paul Andrews". */
const PLURAL = /^\p{Ll}(?:.*[^s])?s$/u;

function silentSentence(answer: Answer, { name, paragraphs, about, doubtful }: Silence): Text {
  const called = calledAs(name, answer.question, "that name");
  if (doubtful !== null) {
    const open = `No words in ${where(answer)} are surely those of ${called}. These may be: `;
    return [plain(open), ...wordsWithStance(doubtful), plain(".")];
  }
  const places = listWords(paragraphs.slice(0, MOST_NAMES).map((paragraph) => `¶${paragraph}`));
  const verb = PLURAL.test(name) ? "are" : "is";
  const opening = `${capitalize(called)} ${verb} not quoted in ${where(answer)}, only named (${places}).`;
  if (about === null) return [plain(opening)];
  return [plain(`${opening} What is said of ${called}: `), ...saidSentence(about), plain(".")];
}

/** Words without their speaker; where the speaker does not stand to them, the sentence with the speaker. */
const wordsWithStance = (passage: Passage): Text =>
  passage.stance === "said" ? [...passageWords(passage), plain(" "), placeOf(passage)] : saidSentence(passage);

function offTopicSentence(answer: Answer & { readonly type: "off-topic" }, nearest: readonly Passage[]): Text {
  const [first] = nearest;
  const opening = `${capitalize(listWords(answer.names))} ${lackOf(answer)} in ${where(answer)}.`;
  return first === undefined
    ? [plain(opening)]
    : [plain(`${opening} The nearest: `), ...saidSentence(first), plain(".")];
}

/** What somebody who speaks does not say. */
function lackOf(answer: Answer): string {
  const { wordForWord, addressee, topic, denied } = answer.question;
  if (wordForWord) return "is not quoted word for word";
  if (addressee !== null)
    return `is not reported as saying this to ${calledAs(addressee.typed, answer.question, "them")}`;
  return denied && topic.length === 0 ? "denies nothing" : `says nothing about ${topicOf(answer)}`;
}

/** "speaks of the harvest"; "who denied anything?" names no topic, but a verb. */
function lackingOf({ question }: Answer): string {
  const { about, verb } = question;
  if (about !== "" || verb === null) return `speaks of ${repeatTyped(about, "it")}`;
  return `is reported with the word ${verb}`;
}

function unsaidSentence(answer: Answer & { readonly type: "unsaid" }): Text {
  const { question, reporter, nearest } = answer;
  const place = where(answer);
  const what = question.words === null ? lackingOf(answer) : "says this";
  const nobody = question.except.length > 0 ? "Nobody else" : "Nobody";
  if (reporter !== null) {
    return [plain(`${nobody} in ${place} ${what}; the article itself has the words`), ...reporterWords(reporter)];
  }
  const opening = `${nobody} in ${place} ${what}.`;
  return nearest === null
    ? [plain(`${opening}${nextStep(answer)}`)]
    : [plain(`${opening} The nearest: `), ...saidSentence(nearest), plain(".")];
}

/** Words of another script are not in an English article, whoever said them. */
const nextStep = ({ question }: Answer): string =>
  /[\p{Script=Cyrillic}\p{Script=Han}]/u.test(question.words?.text ?? question.about)
    ? " The article is in English: ask with a word of its own."
    : " To see whose words it has, ask: who is quoted?";
