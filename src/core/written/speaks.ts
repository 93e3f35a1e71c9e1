import type { Span } from "../article.ts";
import { afterConnective } from "../briefing/opening.ts";
import type { StoredArticle } from "../ports.ts";
import { type Text, textOf } from "../reply.ts";
import type { Speaker, Statement } from "../statement.ts";
import { wordsOf } from "../text/fold.ts";
import { type Evidence, evidenceOf } from "../verify/evidence.ts";
import { isCue, isFunctionWord } from "../verify/word-lists.ts";

/** A word in its order: null stands for the edge of a sentence or a quotation. */
interface Token {
  readonly word: string | null;
  readonly name: boolean;
}

const EDGE: Token = { word: null, name: false };
const SAID: Token = { word: "said", name: false };

/**
 * A name that seems to speak and does not: "Lavrov told Wang: …" over Wang's words, "Lavrov and Wang said …". Null where there is
 * none. In a sentence that tells what somebody said, every name but theirs has to stand behind the word it stands behind in that
 * statement's own sentence; and before the same one too, where a quotation, a verb of saying or an "and" could make it a speaker's.
 */
export function findUsurper(
  stored: StoredArticle,
  runs: Text,
  told: readonly Statement[],
  cites: readonly Span[],
): string | null {
  const evidence = evidenceOf(stored);
  const tokens = tokensOf(evidence, runs);
  const quotes = runs.some(({ look }) => look === "quote");
  if (told.length === 0 && !tokens.some(({ word }) => word !== null && isCue(word))) return null;
  const spans = told.length === 0 ? cites : told.map(({ sentence }) => sentence);
  const source = [...spans.flatMap((span) => tokensOfSource(evidence, span)), ...tokensOfContents(evidence, told)];
  const pairs = new Set(source.slice(1).map((token, index) => pairOf(source[index] ?? EDGE, token)));
  const isSpeakers = speakerTest(evidence, tokens, told);
  const found = tokens.find((token, index) => {
    if (!token.name || isSpeakers(index)) return false;
    const [before, after] = [tokens[index - 1] ?? EDGE, tokens[index + 1] ?? EDGE];
    if (!pairs.has(pairOf(before, token))) return true;
    const speaks = after.word !== null && (quotes || isCue(after.word) || after.word === "and");
    return speaks && !pairs.has(pairOf(token, after));
  });
  return found?.word ?? null;
}

/**
 * Whether a word names a speaker: of a role ("Kremlin spokesman") only beside the name, or where all of it stands, and so of who
 * has no name ("the Labour mayor").
 */
function speakerTest(
  evidence: Evidence,
  tokens: readonly Token[],
  told: readonly Statement[],
): (index: number) => boolean {
  const speakers = told.flatMap(({ speaker }) => speaker ?? []);
  const names = new Set(speakers.flatMap(namesOf));
  const roles = [
    ...speakers.map(({ name }) => keysOf(name)),
    ...told.map(({ speaker }) => keysOf(speaker?.role ?? "")),
    ...mentionsOf(evidence, told).map((mention) => keysOf(mention)),
  ];
  const present = new Set(tokens.map(({ word }) => word));
  const whole = new Set(roles.filter((role) => role.every((word) => present.has(word))).flat());
  const parts = new Set([...names, ...roles.flat()]);
  const reaches = (index: number, step: 1 | -1): boolean => {
    for (let at = index; parts.has(tokens[at]?.word ?? ""); at += step)
      if (names.has(tokens[at]?.word ?? "")) return true;
    return false;
  };
  return (index) => whole.has(tokens[index]?.word ?? "") || reaches(index, 1) || reaches(index, -1);
}

/** The words each of which is the speaker's name: none of a description, but the house whose report it is ("the IMF report"). */
function namesOf({ name, kind }: Speaker): readonly string[] {
  if (!DESCRIPTION.test(name)) return keysOf(name);
  return kind === "document" ? (name.match(HOUSE) ?? []).flatMap(keysOf) : [];
}

/** The last word is no name's. */
const DESCRIPTION = /(?:^|\s)\p{Ll}\S*$/u;
/** Capitals alone are an institution's, nobody's own name. */
const HOUSE = /\b\p{Lu}{2,}\b/gu;

/** What the article calls those who speak, beside any of their words: "Tom Carper of Delaware". */
function mentionsOf({ article, statements }: Evidence, told: readonly Statement[]): readonly string[] {
  const names = new Set(told.map(({ speaker }) => speaker?.name));
  return statements.flatMap(({ speaker, source }) =>
    speaker !== null && source !== null && names.has(speaker.name)
      ? [article.text.slice(source.start, source.end)]
      : [],
  );
}

const pairOf = (one: Token, other: Token): string => `${placeOf(one)} ${placeOf(other)}`;

/** One verb of saying may stand for another. */
const placeOf = ({ word }: Token): string => (word === null ? "|" : isCue(word) ? "said" : word);

const keysOf = (text: string): readonly string[] =>
  wordsOf(text).flatMap(({ text: word }) => (LIGHT.test(word) ? [] : [keyOf(word)]));

/** "Clinton's" is Clinton. */
const keyOf = (word: string): string => word.replace(/'s?$/, "");

function tokensOf(evidence: Evidence, runs: Text): readonly Token[] {
  const tokens = runs.flatMap((run) => (run.look === "quote" ? [EDGE] : tokensIn(evidence, textOf([run]))));
  return [EDGE, ...tokens, EDGE];
}

/** A sentence of the article, with its opening "Meanwhile" or "In a letter to the board," and without. */
function tokensOfSource(evidence: Evidence, sentence: Span): readonly Token[] {
  const { text } = evidence.article;
  const { start, end } = afterConnective(text, sentence);
  const introduction = INTRODUCTION.exec(text.slice(start, end))?.[0].length ?? 0;
  const spans = [...new Set([sentence.start, start, start + introduction])].map((from) => ({ start: from, end }));
  return spans.flatMap(({ start, end }) => [EDGE, ...tokensIn(evidence, text.slice(start, end)), EDGE]);
}

/** A phrase that tells when, where or how, before the sentence it belongs to. Whether it may go is judged elsewhere. */
const INTRODUCTION = /^(?:In|On|At|During|After|Before|With|From|By|Since) [^,;:"“”]{1,80}, /;

/** What was said, as it stands behind a verb of saying. */
const tokensOfContents = (evidence: Evidence, told: readonly Statement[]): readonly Token[] =>
  told.flatMap(({ content }) =>
    content.flatMap(({ start, end }) => [
      EDGE,
      SAID,
      ...tokensIn(evidence, evidence.article.text.slice(start, end)),
      EDGE,
    ]),
  );

/** Words that come and go between others without changing who is who. */
const LIGHT = /^(?:that|the|an?)$/;

/** A colon ends what comes before it: "Wang: …". A first word is a name unless the article has it in small letters too. */
function tokensIn({ article }: Evidence, text: string): readonly Token[] {
  return wordsOf(text).flatMap(({ text: word, start, end }) => {
    if (LIGHT.test(word)) return [];
    const raw = text.slice(start, end);
    const capital = /^\p{Lu}{2}/u.test(raw) || (/^[\p{Lu}\p{Lo}]/u.test(raw) && !isFunctionWord(word));
    const token = {
      word: keyOf(word),
      name: capital && (start > 0 || !article.text.includes(` ${raw.toLowerCase()}`)),
    };
    return text.charAt(end) === ":" ? [token, EDGE] : [token];
  });
}
