import type { Context, Draft } from "./draft.ts";
import {
  ABOUT,
  AND,
  ANYTHING,
  ARTICLE,
  AUXILIARIES,
  FILLERS,
  isDenying,
  isMentioning,
  isReporting,
  isSaying,
  PEOPLE,
} from "./english-words.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];

export const isWord = (token: Token | undefined, words: ReadonlySet<string>): boolean =>
  token?.type === "word" && words.has(token.text);

export const textIs = (token: Token | undefined, text: string): boolean =>
  token?.type === "word" && token.text === text;

export const isArticle = (token: Token | undefined): boolean => /^(?:the|an?|any)$/.test(token?.text ?? "");

/** Everything before and after the first token that passes; null where none does. */
export function splitAt(
  tokens: Tokens,
  passes: (token: Token, index: number) => boolean,
): { readonly before: Tokens; readonly at: Token; readonly after: Tokens } | null {
  const index = tokens.findIndex(passes);
  const at = tokens[index];
  return at === undefined ? null : { before: tokens.slice(0, index), at, after: tokens.slice(index + 1) };
}

export const dropWhile = (tokens: Tokens, passes: (token: Token) => boolean): Tokens => {
  const index = tokens.findIndex((token) => !passes(token));
  return index === -1 ? [] : tokens.slice(index);
};

export const dropFillers = (tokens: Tokens): Tokens => dropWhile(tokens, (token) => isWord(token, FILLERS));

/** Somebody and what they did: "Lavrov | say | about ties". */
export interface Clause {
  readonly subject: Tokens;
  readonly verb: Token;
  readonly tail: Tokens;
}

/**
 * Finds the verb of saying. Nouns and names look like verbs ("State Department say", "Ian Read say"), so a plain "say" after a
 * whole name wins, then the first verb after a known name, then the first plain "say", then the first verb of reporting.
 */
export function findClause(tokens: Tokens, context: Context): Clause | null {
  const clauses = tokens.flatMap((verb, index) => {
    if (verb.type !== "word" || !isReporting(verb.text)) return [];
    const subject = trimSubject(tokens.slice(0, index));
    return subject.length === 0 ? [] : [{ subject, verb, tail: tokens.slice(index + 1) }];
  });
  return (
    clauses.find(({ verb, subject }) => isSaying(verb.text) && context.isWholeName(subject)) ??
    clauses.find(({ subject }) => splitNames(subject).every((name) => isSomebody(name, context))) ??
    clauses.find(({ verb, subject }) => isSaying(verb.text) && subject.length <= 8) ??
    clauses.find(({ subject }) => subject.length <= 5) ??
    null
  );
}

const isSomebody = (name: Tokens, context: Context): boolean => context.isName(name) || isAnybody(name, context);

/** "anyone", "the article": nobody in particular, and nobody's name. */
export const isAnybody = (name: Tokens, context: Context): boolean =>
  name.length > 0 &&
  name.every((token) => isWord(token, PEOPLE) || isWord(token, ARTICLE) || isArticle(token)) &&
  !context.isName(name);

/** A subject without the helping words around it: "has Lavrov ever". */
export function trimSubject(tokens: Tokens): Tokens {
  const idle = (token: Token): boolean =>
    token.type === "comma" || isWord(token, FILLERS) || isWord(token, AUXILIARIES) || isArticle(token);
  const start = dropWhile(tokens, idle);
  const end = dropWhile([...start].reverse(), idle).length;
  return start.slice(0, end);
}

/** "Lavrov and Wang", "Lavrov, Wang or Peskov": one run of tokens each. */
export function splitNames(tokens: Tokens): readonly Tokens[] {
  const part = splitAt(tokens, (token) => token.type === "comma" || isWord(token, AND));
  if (part === null) return tokens.length === 0 ? [] : [tokens];
  const rest = splitNames(part.after);
  const first = trimSubject(part.before);
  return first.length === 0 ? rest : [first, ...rest];
}

/** What follows a verb of saying: its words, its topic, and to whom it was said. */
export type Tail = Pick<Draft, "words" | "topic" | "addressee" | "denied" | "verb" | "followsUp">;

export function readTail(verb: Token, rest: Tokens, context: Context): Tail {
  const tail = dropFillers(rest);
  const denied = isDenying(verb.text);
  const none: Tail = { words: [], topic: [], addressee: [], denied, verb, followsUp: false };
  if (tail.length === 1 && /^(?:it|that|this|so)$/.test(tail[0]?.text ?? "")) return { ...none, followsUp: true };
  const quotation = tail.find((token) => token.type === "quotation");
  if (quotation) return { ...none, words: [quotation] };
  const told = readAddressee(verb, tail, context);
  if (told !== null) return { ...readTail(SAY(verb), told.rest, context), verb, addressee: told.addressee };
  const plain = dropWhile(tail, (token) => isWord(token, ANYTHING) || isArticle(token));
  const first = plain[0];
  if (first === undefined) return none;
  const opens = plain.length < tail.length || !denied;
  if (opens && isWord(first, ABOUT)) return { ...none, topic: plain.slice(1) };
  if (isMentioning(verb.text)) return { ...none, topic: isWord(tail[0], ANYTHING) ? plain : tail };
  if (textIs(tail[0], "that") && tail.length > 1) return { ...none, words: tail.slice(1) };
  return { ...none, words: tail };
}

const SAY = (verb: Token): Token => ({ ...verb, text: "say" });

const TELLING =
  /^(?:tell|tells|told|telling|ask|asks|asked|remind|reminded|assure|assured|warn|warned|inform|informed)$/;

/** "To" behind these says what is to be done, as in "promise to pay". */
const TAKES_DEED = /^(?:promis|pledg|vow|offer|agree|refus|threaten|want|ask|plan|hop)(?:e?s|ed|ing|e)?$/;
/** Words no person begins with: "ask for money", "ask whether …". */
const NOBODY: ReadonlySet<string> = new Set("for to of on whether if how why what when where not".split(" "));

/** "tell Lavrov …", "say to Lavrov …"; null where nobody is addressed. */
function readAddressee(
  verb: Token,
  tail: Tokens,
  context: Context,
): { readonly addressee: Tokens; readonly rest: Tokens } | null {
  const meeting = readMeeting(tail);
  if (meeting !== null) return meeting;
  const to = textIs(tail[0], "to");
  if (!to && (!TELLING.test(verb.text) || isWord(tail[0], ABOUT) || textIs(tail[0], "that"))) return null;
  const from = to ? 1 : 0;
  const end = tail.findIndex((token, index) => index > from && (isWord(token, ABOUT) || textIs(token, "that")));
  const whole = tail.slice(from, end === -1 ? tail.length : end);
  for (let length = Math.min(whole.length, 6); length > 0; length -= 1) {
    const addressee = whole.slice(0, length);
    if (context.isName(addressee)) return { addressee, rest: tail.slice(from + length) };
  }
  if (to ? TAKES_DEED.test(verb.text) : isWord(whole[0], NOBODY)) return null;
  if (whole.length === 0 || whole.length > 3 || (end === -1 && !to && whole.length > 2)) return null;
  return { addressee: whole, rest: tail.slice(from + whole.length) };
}

const MEETING = /^(?:talks?|meetings?|call|interview|conversation|session|met|spoke|speaking|talking|meeting)$/;

/** "in his talks with Patrushev", "when he met Lavrov": said to whoever was there. */
function readMeeting(tail: Tokens): { readonly addressee: Tokens; readonly rest: Tokens } | null {
  if (!/^(?:in|at|during|after|before|while|when)$/.test(tail[0]?.text ?? "")) return null;
  const meeting = splitAt(tail.slice(0, 5), (token) => MEETING.test(token.text));
  if (meeting === null) return null;
  const rest = dropWhile(tail.slice(meeting.before.length + 1), (token) => /^(?:with|to|and)$/.test(token.text));
  const end = rest.findIndex((token) => isWord(token, ABOUT));
  const addressee = end === -1 ? rest : rest.slice(0, end);
  return addressee.length === 0 || addressee.length > 5 ? null : { addressee, rest: rest.slice(addressee.length) };
}
