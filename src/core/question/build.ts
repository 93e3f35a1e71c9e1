import { matchName } from "../speakers/index.ts";
import { wordsOf } from "../text/fold.ts";
import type { Draft } from "./draft.ts";
import { isSaying, PRONOUNS, SMALL_WORDS } from "./english-words.ts";
import type { Asked, Question, Wording } from "./question.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];

/** What a question is read against: the text it was typed in, the names known, whose words the last answer gave. */
export interface Setting {
  readonly typed: string;
  readonly names: readonly string[];
  readonly lastSpeakers: readonly string[];
  readonly wordForWord: boolean;
  readonly days: number | null;
}

/** Looks up the names of a draft, "he" among them, and keeps the words its topic is told by. */
export function buildQuestion(found: Draft, text: string, setting: Setting): Question {
  const speakers = found.speakers.flatMap((name) => askFor(name, setting));
  const words = readWording(found.words, setting.typed);
  return {
    kind: found.kind,
    text,
    speakers: speakers.length === 0 && leansOnSpeakers(found) ? meantBefore(setting) : distinct(speakers),
    words,
    topic: readTopic(found.topic),
    about: readTyped(found.topic, setting.typed),
    addressee: askFor(found.addressee, setting)[0] ?? null,
    verb: found.verb === null || isSaying(found.verb.text) ? null : found.verb.text,
    wordForWord: setting.wordForWord,
    denied: found.denied,
    closed: found.closed,
    further: found.others && found.kind === "what-said",
    except: found.others ? setting.lastSpeakers : [],
    days: words === null ? setting.days : null,
  };
}

/** "And about Taiwan?": still of the same people. */
const leansOnSpeakers = (found: Draft): boolean => found.kind === "what-said" && found.followsUp;

/** Whose words the last answer gave: known, under whatever form of their name. */
const meantBefore = ({ lastSpeakers, names }: Setting): readonly Asked[] =>
  lastSpeakers.map((name) => ({ typed: name, match: matchName(name, names) ?? { how: "exact", names: [name] } }));

function askFor(name: Tokens, setting: Setting): readonly Asked[] {
  const { typed, names, lastSpeakers } = setting;
  const [first] = name;
  const last = name.at(-1);
  if (first === undefined || last === undefined) return [];
  if (name.length === 1 && PRONOUNS.has(first.text.replace(/'s?$/, "")) && lastSpeakers.length > 0) {
    return meantBefore(setting);
  }
  const written = typed.slice(first.start, last.end).replace(/['’]s?$/, "");
  return [{ typed: written, match: matchName(written, names) }];
}

const distinct = (speakers: readonly Asked[]): readonly Asked[] =>
  speakers.filter((one, index) => index === speakers.findIndex((other) => other.typed === one.typed));

/** The words as typed; a quotation without its marks, a clause without its "that". */
function readWording(words: Tokens, typed: string): Wording | null {
  const text = readTyped(words, typed);
  return text === "" ? null : { text, quoted: words[0]?.type === "quotation" };
}

/** The stretch of text these tokens were typed as; a quotation without its marks. */
function readTyped(tokens: Tokens, typed: string): string {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return "";
  return first.type === "quotation" ? first.text : typed.slice(first.start, last.end);
}

/** Words that carry the topic; where all of them are small, all of them. */
function readTopic(tokens: Tokens): readonly string[] {
  const words = tokens.flatMap((token) =>
    token.type === "quotation"
      ? wordsOf(token.text).map((word) => word.text)
      : token.type === "word"
        ? [token.text]
        : [],
  );
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}
