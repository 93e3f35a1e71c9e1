import { mark, plain, quoted, type Text } from "../reply.ts";
import type { Account, Answer } from "./answer.ts";
import { checkedSentence } from "./checked-sentence.ts";
import type { Passage } from "./passage.ts";
import { passageWords } from "./passage-words.ts";
import { refusalSentence } from "./refusal.ts";
import { MOST_RECEIPTS, type Shown } from "./shown.ts";
import { countOf, isOrAre, listWords, nameInside, placeOf, repeatTyped, saidSentence, times } from "./wording.ts";

/** The one sentence of an answer. */
export function answerSentence(answer: Answer, shown: Shown): Text {
  switch (answer.type) {
    case "said":
      return shown.inline
        ? [plain(agreement(answer)), ...saidSentence(shown.inline), plain(".")]
        : saidList(answer, answer.accounts, shown);
    case "told":
      return toldSentence(answer, shown);
    case "whose":
    case "speaking-of":
      return shown.inline ? whoseSentence(answer, shown.inline) : whoList(answer, shown);
    case "foreign":
      return [plain(foreignSentence(answer.language, shown)), ...rest(answer, shown)];
    case "quoted":
      return [plain(quotedSentence(answer, answer.accounts))];
    case "counted":
      return [plain(countedSentence(answer, answer.asked)), ...rest(answer, shown)];
    case "compared":
      return comparedSentence(answer, answer.accounts, shown);
    case "checked":
      return checkedSentence(answer, shown);
    default:
      return refusalSentence(answer);
  }
}

function foreignSentence(language: string | null, { listed }: Shown): string {
  const known = `This reads as ${language ?? "another language"}; who said what is told for English only.`;
  return listed.length === 0 ? known : `${known} In quotation marks it has:`;
}

function agreement({ verdict, question }: Answer): string {
  if (verdict !== "yes") return "";
  return question.kind === "circumstance" ? "The article tells no more of it than this: " : "Yes. ";
}

function saidList(answer: Answer, accounts: readonly Account[], shown: Shown): Text {
  const sentences = accounts.map(({ speaker, passages }) => `${speaker} ${howOften(passages)}`);
  return [
    plain(`${agreement(answer)}${listWords(sentences)} `),
    mark(rangeOf(shown)),
    plain("."),
    ...rest(answer, shown),
  ];
}

/** "is quoted once and reported twice". */
function howOften(passages: readonly Passage[]): string {
  const quotedOnes = passages.filter(({ statement }) => statement.quotations.length > 0).length;
  const reported = passages.length - quotedOnes;
  const verb = passages[0] === undefined ? "is" : isOrAre(passages[0]);
  if (quotedOnes === 0) return `${verb} reported ${times(reported)}`;
  return `${verb} quoted ${times(quotedOnes)}${reported === 0 ? "" : ` and reported ${times(reported)}`}`;
}

const rangeOf = ({ listed }: Shown): string => (listed.length === 1 ? "[1]" : `[1–${listed.length}]`);

/** What five receipts leave out, and how to get it. */
function rest({ passages }: Answer, { listed }: Shown): Text {
  const left = passages.length - listed.length;
  if (left <= 0 || listed.length < MOST_RECEIPTS) return [];
  return [plain(` ${countOf(left, "more is", "more are")} not shown: ask what else, or name a topic.`)];
}

/** What happened, in somebody's words; to a question of yes or no they are only the nearest there is. */
function toldSentence(answer: Answer & { readonly type: "told" }, shown: Shown): Text {
  if (answer.passages.length === 0) return refusalSentence(answer);
  const opening = answer.question.closed || answer.near ? "The nearest the article has: " : "";
  const words = shown.inline ? [...saidSentence(shown.inline), plain(".")] : whoList(answer, shown);
  return [plain(opening), ...words];
}

/** A document says nothing, the article quotes it. */
function whoseSentence(answer: Answer & { readonly type: "whose" | "speaking-of" }, passage: Passage): Text {
  const isDocument = passage.statement.speaker?.kind === "document" && passage.stance === "said";
  const near = answer.type === "whose" && answer.likeness === "near" && answer.question.words?.quoted === true;
  const opening = near ? "Not in these very words: " : agreement(answer);
  if (!isDocument) return [plain(opening), ...saidSentence(passage), plain(".")];
  const verb = passage.statement.quotations.length > 0 ? "quotes" : "cites";
  const name = `${opening}No person: the article ${verb} ${nameInside(passage.person ?? "")}: `;
  return [plain(name), ...passageWords(passage), plain(" "), placeOf(passage), plain(".")];
}

function whoList(answer: Answer, shown: Shown): Text {
  const names = answer.speakers.map((speaker) => `${speaker} ${numbersOf(speaker, shown)}`.trim());
  const several = answer.speakers.length > 1 ? `${answer.speakers.length} speakers: ` : "";
  const opening = `${agreement(answer)}${several}`;
  return [plain(`${opening}${listWords(names)}.`), ...rest(answer, shown)];
}

const numbersOf = (speaker: string, { listed }: Shown): string =>
  listed.flatMap(({ person }, index) => (person === speaker ? `[${index + 1}]` : [])).join("");

const numbersIn = ({ passages }: Account, { listed }: Shown): string =>
  listed.flatMap((passage, index) => (passages.includes(passage) ? `[${index + 1}]` : [])).join("");

function quotedSentence({ question }: Answer, accounts: readonly Account[]): string {
  const [office] = question.speakers;
  if (accounts.length === 0 && office !== undefined) {
    return `No ${repeatTyped(office.typed, "such person")} is quoted or reported by name. Ask who is quoted.`;
  }
  if (accounts.length === 0) return "Nobody is quoted or reported by name.";
  const [only] = accounts;
  if (accounts.length === 1 && only !== undefined) {
    return `Only ${nameInside(only.speaker)}, with ${countOf(only.passages.length, "statement", "statements")}.`;
  }
  const names = accounts.map(({ speaker, passages }) => `${nameInside(speaker)} (${passages.length})`);
  return `${accounts.length} speakers, each with the number of statements: ${listWords(names)}.`;
}

function countedSentence({ count, sources, passages }: Answer, asked: string | null): string {
  const where = sources > 1 ? "these articles" : "this article";
  const whose = asked === null ? "" : ` by ${asked}`;
  const quotedOnes = passages.filter(({ statement }) => statement.quotations.length > 0).length;
  const kinds = `${quotedOnes} quoted, ${passages.length - quotedOnes} reported`;
  return `${countOf(count ?? 0, "statement", "statements")}${whose} in ${where}: ${kinds}.`;
}

function comparedSentence(
  answer: Answer & { readonly type: "compared" },
  accounts: readonly Account[],
  shown: Shown,
): Text {
  const names = accounts.map((account) => `${account.speaker} ${numbersIn(account, shown)}`.trim());
  const [first] = accounts;
  if (accounts.length === 1 && first !== undefined) return onlyHere(answer, first, shown);
  const { shared } = answer;
  const opening = shared === null ? "In different words: " : "Partly in the same words, ";
  const same: Text = shared === null ? [] : [shared.verbatim ? quoted(shared) : plain(shared.quote), plain(": ")];
  return [plain(opening), ...same, plain(`${listWords(names)}.`), ...rest(answer, shown)];
}

/** One account has it, the other has not. */
function onlyHere(answer: Answer, account: Account, shown: Shown): Text {
  const { speaker } = account;
  const topic = answer.question.topic.length > 0 ? "speaks of it" : "speaks";
  const words: Text = shown.inline ? [plain(" "), ...saidSentence(shown.inline), plain(".")] : rest(answer, shown);
  return [plain(`Only ${speaker} ${topic} ${numbersIn(account, shown)}`.trim()), plain("."), ...words];
}
