import { type Context, type Draft, draft, type Rule } from "./draft.ts";
import { ABOUT, ANYTHING, AUXILIARIES, BE, BY, isReporting, STATEMENT_NOUNS } from "./english-words.ts";
import {
  dropFillers,
  dropWhile,
  findClause,
  isAnybody,
  isArticle,
  isWord,
  readTail,
  splitAt,
  splitNames,
  textIs,
  trimSubject,
} from "./tail.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];

/** "Did Lavrov call ties …?", "Is it true that …?", "Is Putin quoted?", "Are there any quotes from Wang?" */
export const readYesNo: Rule = (tokens, context) => {
  if (!isWord(tokens[0], AUXILIARIES) || tokens.length < 2 || isChat(tokens[1])) return null;
  const rest = tokens.slice(1);
  if (!isWord(tokens[0], BE)) return readSaid(rest, context);
  return (
    readTrue(rest, context) ??
    readCleft(rest, context) ??
    readWhose(rest, context) ??
    readQuoted(rest) ??
    readSaid(rest, context)
  );
};

/** "Could you tell me …": a request, not a question about anybody. */
const isChat = (token: Token | undefined): boolean => /^(?:you|we|i|please)$/.test(token?.text ?? "");

/** Somebody said something: as a question, or as a sentence to be confirmed. */
export function readSaid(tokens: Tokens, context: Context): Draft | null {
  const clause = findClause(tokens, context);
  if (clause === null) return null;
  const tail = readTail(clause.verb, clause.tail, context);
  const speakers = splitNames(clause.subject);
  if (!speakers.every((name) => isAnybody(name, context))) return draft("did-say", { ...tail, speakers });
  const quotes = /^(?:quote|quotes|cite|cites|interview)$/.test(clause.verb.text);
  const isQuoted = quotes && tail.words[0]?.type === "word";
  return draft("did-say", isQuoted ? { speakers: splitNames(trimSubject(tail.words)) } : tail);
}

/** "Is it true that Lavrov said …?"; what is true is not ours to tell, only who says it. */
function readTrue(tokens: Tokens, context: Context): Draft | null {
  const fits = textIs(tokens[0], "it") && /^(?:true|right|correct|accurate|so|fair)$/.test(tokens[1]?.text ?? "");
  const clause = dropWhile(
    tokens.slice(2),
    (token) => textIs(token, "that") || textIs(token, "to") || textIs(token, "say"),
  );
  if (!fits || clause.length < 2) return null;
  return readSaid(clause, context) ?? draft("who-said", { words: clause });
}

/** "Was it Lavrov who said …?" */
function readCleft(tokens: Tokens, context: Context): Draft | null {
  if (!textIs(tokens[0], "it")) return null;
  const relative = splitAt(tokens.slice(1), (token) => textIs(token, "who") || textIs(token, "that"));
  return relative && readSaid([...relative.before, ...relative.after], context);
}

/** "Is "…" Lavrov's?", "Was "…" said by Lavrov?", "Were these Lavrov's words: "…"?" */
function readWhose(tokens: Tokens, context: Context): Draft | null {
  const quotation = tokens.find((token) => token.type === "quotation");
  if (quotation === undefined) return null;
  const whose = tokens.filter((token) => token.type === "word" && !isAboutQuotation(token));
  if (whose.length > 0 && context.isName(whose)) return draft("did-say", { words: [quotation], speakers: [whose] });
  return whose.length === 0 ? draft("who-said", { words: [quotation] }) : null;
}

/** Words beside a quotation that name nobody. */
const isAboutQuotation = (token: Token): boolean =>
  [STATEMENT_NOUNS, ANYTHING, BY, AUXILIARIES].some((words) => isWord(token, words)) ||
  isArticle(token) ||
  isReporting(token.text) ||
  /^(?:these|this|those|that|what|it|really|actually|exact|own)$/.test(token.text);

const QUOTED = /^(?:quoted|cited|interviewed|heard)$/;
const MENTIONED = /^(?:mentioned|discussed|addressed|raised)$/;

/** "Is Putin quoted [on Ukraine]?", "Are there any quotes from Wang?" */
function readQuoted(tokens: Tokens): Draft | null {
  const mentioned = splitAt(tokens, (token) => MENTIONED.test(token.text));
  if (mentioned !== null && mentioned.after.length === 0) return draft("did-say", { topic: mentioned.before });
  const quoted = splitAt(tokens, (token) => QUOTED.test(token.text));
  if (quoted !== null) {
    const saying = dropWhile(quoted.after, (token) => textIs(token, "as") || textIs(token, "saying"));
    const topic = isWord(quoted.after[0], ABOUT) ? quoted.after.slice(1) : [];
    const words = topic.length === 0 ? saying : [];
    return draft("did-say", { speakers: splitNames(trimSubject(quoted.before)), topic, words });
  }
  const there = dropWhile(tokens, (token) => textIs(token, "there") || isArticle(token) || isWord(token, ANYTHING));
  const source = splitAt(there, (token) => isWord(token, BY));
  if (!textIs(tokens[0], "there") || source === null) return null;
  const topic = splitAt(source.after, (token) => isWord(token, ABOUT));
  return draft("did-say", { speakers: splitNames(topic?.before ?? source.after), topic: topic?.after ?? [] });
}

const CIRCUMSTANCES = /^(?:why|when|where|how)$/;

/** "Why did Lavrov say …?", "When did he say …?", "How did Wang react to …?" */
export const readCircumstance: Rule = (tokens, context) => {
  if (!CIRCUMSTANCES.test(tokens[0]?.text ?? "")) return null;
  const rest = dropFillers(tokens.slice(1));
  const clause = findClause(
    dropWhile(rest, (token) => isWord(token, AUXILIARIES)),
    context,
  );
  if (clause === null) return null;
  const speakers = splitNames(clause.subject);
  if (isWord(rest[0], BE) && !speakers.some((name) => context.isName(name))) return null;
  const tail = readTail(clause.verb, clause.tail, context);
  return draft("circumstance", {
    ...tail,
    speakers: speakers.every((name) => isAnybody(name, context)) ? [] : speakers,
  });
};

/** "…, right?" */
function dropTag(tokens: Tokens): Tokens {
  const end = tokens.findLastIndex((token) => token.type === "comma");
  const tag = tokens.slice(end + 1);
  const isTag =
    end > 0 && tag.length <= 3 && /^(?:right|correct|yes|no|true|is|isn't|did|didn't|huh|ok)$/.test(tag[0]?.text ?? "");
  return isTag ? tokens.slice(0, end) : tokens;
}

/** "Lavrov said ties are solid, right?" */
export const readClaim: Rule = (typed, context) => {
  const tokens = dropTag(typed);
  const clause = findClause(tokens, context);
  const named = clause !== null && splitNames(clause.subject).every((name) => context.isName(name));
  if (!named || isWord(clause.verb, STATEMENT_NOUNS)) return null;
  return readSaid(tokens, context);
};
