import type { Receipt } from "../receipt.ts";
import { mark, plain, type Text } from "../reply.ts";
import type { Answer, Silence } from "./answer.ts";
import type { Passage } from "./passage.ts";
import { passageWords } from "./passage-words.ts";
import { listWords, nameInside, placeOf, repeatTyped, saidSentence } from "./wording.ts";

/** Why there is no answer, with the nearest thing there is and what to ask instead. */
export function refusalSentence(answer: Answer): Text {
  switch (answer.type) {
    case "silent":
      return silentSentence(answer.silence, where(answer));
    case "unknown":
      return [
        plain(`${repeatTyped(answer.typed, "That name")} is not named in ${where(answer)}.${whoSpeaks(answer.quoted)}`),
      ];
    case "off-topic":
      return offTopicSentence(answer, answer.nearest);
    case "unsaid":
      return unsaidSentence(answer);
    case "told":
      return answer.reporter === null ? ASK : [plain("The article itself says: "), ...reporterWords(answer.reporter)];
    case "unopposed":
      return [
        plain(
          `Nobody in ${where(answer)} is reported as speaking against ${answer.asked}. To set two people side by side, ask: compare one and the other.`,
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
      return ASK;
  }
}

const ASK: Text = [
  plain("Ask who said something, what somebody said, or whether somebody said it, for example: who is quoted?"),
];

/** The article's own sentence on one line, with its paragraph. */
const reporterWords = ({ quote, paragraph }: Receipt): Text => [
  plain(`${quote.replace(/\s+/g, " ")} `),
  mark(`(¶${paragraph})`),
];

const where = ({ sources }: Answer): string => (sources > 1 ? "these articles" : "this article");

const topicOf = ({ question }: Answer): string => repeatTyped(question.about, "it");

const whoSpeaks = (names: readonly string[]): string =>
  names.length === 0
    ? " Nobody is quoted by name."
    : ` Quoted or reported: ${listWords(names.slice(0, 6).map(nameInside))}.`;

function silentSentence({ name, paragraphs, about, doubtful }: Silence, place: string): Text {
  if (doubtful !== null) {
    const open = `No words in ${place} are surely those of ${repeatTyped(name, "that name")}. These may be: `;
    return [plain(open), ...wordsWithStance(doubtful), plain(".")];
  }
  const places = listWords(paragraphs.slice(0, 6).map((paragraph) => `¶${paragraph}`));
  const opening = `${repeatTyped(name, "That name")} is not quoted in ${place}. The name stands in ${places}`;
  if (about === null) return [plain(`${opening}.`)];
  const whose = `${opening}; the words about ${repeatTyped(name, "it")} are ${about.person}'s: `;
  return [plain(whose), ...wordsWithStance(about), plain(".")];
}

/** Words without their speaker; where the speaker does not stand to them, the sentence with the speaker. */
const wordsWithStance = (passage: Passage): Text =>
  passage.stance === "said" ? [...passageWords(passage), plain(" "), placeOf(passage)] : saidSentence(passage);

function offTopicSentence(answer: Answer & { readonly type: "off-topic" }, nearest: readonly Passage[]): Text {
  const [first] = nearest;
  const opening = `${listWords(answer.names)} ${lackOf(answer)} in ${where(answer)}.`;
  return first === undefined
    ? [plain(opening)]
    : [plain(`${opening} The nearest: `), ...saidSentence(first), plain(".")];
}

/** What somebody who speaks does not say. */
function lackOf(answer: Answer): string {
  const { wordForWord, addressee, topic, denied } = answer.question;
  if (wordForWord) return "is not quoted word for word";
  if (addressee !== null) return "is not reported as saying that to them";
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
    return [plain(`${nobody} in ${place} ${what}; the article itself does: `), ...reporterWords(reporter)];
  }
  const opening = `${nobody} in ${place} ${what}.`;
  return nearest === null
    ? [plain(opening)]
    : [plain(`${opening} The nearest: `), ...saidSentence(nearest), plain(".")];
}
