import { paragraphAt, type Span } from "../article.ts";
import type { StoredArticle } from "../ports.ts";
import { type Word, wordsOf } from "../text/fold.ts";
import { storySentences } from "../text/sentences.ts";
import { stem } from "../text/stem.ts";
import { compareWords } from "../verify/change.ts";
import { type Evidence, evidenceOf, overlapWith, wordsIn } from "../verify/evidence.ts";
import type { Reason } from "../verify/index.ts";
import { judgeSentence } from "../verify/sentence.ts";
import { isWhoSpeaks, nameOf } from "../verify/speakers.ts";
import { isCue, isFunctionWord } from "../verify/word-lists.ts";
import { cutWords } from "./cut-words.ts";
import type { DraftClaim } from "./find-claims.ts";
import { bestOf, type DraftVerdict, type Judgement } from "./finding.ts";

/** So much of what a sentence is about has to be in a sentence of the article for it to be the one meant. */
const LIKENESS = 0.4;
/** So many of the likeliest sentences are tried. */
const TRIED = 3;

/** A sentence of a draft that reports somebody's words. */
type Told = Pick<DraftClaim, "words" | "speaker" | "mention">;

/** Judges such a sentence by the likeliest sentences of one article. */
export function judgeTold(stored: StoredArticle, told: Told): Judgement {
  const evidence = evidenceOf(stored);
  return bestOf(likeliest(evidence, told.words).map((cite) => judgeBy(evidence, told, cite)));
}

function judgeBy(evidence: Evidence, told: Told, cite: Span): Judgement {
  const { words } = told;
  const receipts = [cutWords(evidence, toldWithin(evidence, cite, words))];
  const other = otherSpeaker(evidence, told.speaker, cite);
  if (other !== null) {
    const reasons = judgeSentence(evidence, { text: inTheirName(told, other.speaker), cites: [cite] });
    const verdict = reasons.length === 0 ? "other-speaker" : "altered";
    return { verdict, reasons: [other, ...reasons], changes: [], receipts };
  }
  const reasons = judgeSentence(evidence, { text: words, cites: [cite] });
  const verdict = verdictOf(reasons);
  const source = { text: evidence.article.text, words: wordsIn(evidence.words, cite) };
  const changes = verdict === "altered" ? compareWords(source, { text: words, words: wordsOf(words) }) : [];
  return { verdict, reasons, changes, receipts };
}

/** The draft's sentence with the article's speaker in it: is it only the name that is wrong? */
const inTheirName = ({ words, mention }: Told, speaker: string): string =>
  mention === null ? words : words.split(mention).join(speaker);

function verdictOf(reasons: readonly Reason[]): DraftVerdict {
  if (reasons.length === 0) return "right";
  if (reasons.some(({ code }) => code === "nobody-said")) return "not-in-text";
  return reasons.every(({ code }) => code === "speaker-missing") ? "other-speaker" : "altered";
}

/** The sentence reports somebody, and it is not whom the draft names. */
function otherSpeaker(evidence: Evidence, claimed: string | null, cite: Span): OtherSpeaker | null {
  const told = evidence.statements.filter(({ content, speechCue }) => speechCue && overlapWith(content, cite) > 0);
  if (claimed === null || told.length === 0) return null;
  if (told.some((statement) => isWhoSpeaks(evidence, statement, claimed))) return null;
  const speaker = told.map((statement) => nameOf(evidence, statement)).find((name) => name !== null) ?? null;
  const paragraph = paragraphAt(evidence.article, cite.start);
  return speaker === null ? null : { code: "other-speaker", claimed, speaker, paragraph };
}

type OtherSpeaker = Extract<Reason, { code: "other-speaker" }>;

/** What somebody is reported to have said in the sentence that is likest the draft's; else the sentence itself. */
function toldWithin({ statements, words }: Evidence, cite: Span, draft: string): Span {
  const told = statements
    .flatMap(({ content }) => content)
    .filter(({ start, end }) => cite.start <= start && end <= cite.end);
  return told.reduce<{ span: Span; shared: number }>(
    (best, span) => {
      const shared = sharedMatter(matterOf(draft), wordsIn(words, span));
      return shared > best.shared ? { span, shared } : best;
    },
    { span: cite, shared: 0 },
  ).span;
}

/** The sentences of the article that share most with these words, the likeliest first. */
function likeliest({ article, words }: Evidence, draft: string): readonly Span[] {
  const matter = matterOf(draft);
  const scored = storySentences(article).map(({ span }) => ({
    span,
    shared: sharedMatter(matter, wordsIn(words, span)),
  }));
  return scored
    .filter(({ shared }) => shared >= LIKENESS)
    .toSorted((one, other) => other.shared - one.shared)
    .slice(0, TRIED)
    .map(({ span }) => span);
}

/** The share of these stems that the words have. */
function sharedMatter(matter: ReadonlySet<string>, words: readonly Word[]): number {
  const has = new Set(words.map((word) => stem(word.text)));
  return [...matter].filter((each) => has.has(each)).length / Math.max(1, matter.size);
}

/** What a text is about: its words without endings, small words and verbs of saying. */
const matterOf = (text: string): ReadonlySet<string> =>
  new Set(wordsOf(text).flatMap((word) => (isFunctionWord(word.text) || isCue(word.text) ? [] : [stem(word.text)])));
