import { lineAt, type Span } from "../article.ts";
import type { StoredArticle } from "../ports.ts";
import type { Receipt } from "../receipt.ts";
import { findNames } from "../speakers/index.ts";
import type { Statement } from "../statement.ts";
import { isCovered } from "../text/language.ts";
import { isPlanted } from "../text/planted.ts";
import type { Briefing, BriefingOptions, Shortcoming } from "./briefing.ts";
import { type Candidate, findCandidates, type Story } from "./choose.ts";
import { readFacts } from "./facts.ts";
import { focusOn, tellsOf } from "./focus.ts";
import { BUDGETS, chooseLine, choosePoints, type Points } from "./points.ts";
import { findQuotes } from "./quotes.ts";
import { rankSentences } from "./rank.ts";
import { findSilent } from "./silent.ts";
import { frameWords, receiptKey } from "./wording.ts";

export type * from "./briefing.ts";

/**
 * The article in its own sentences: lead, bullets, what comes next, who is silent. Pure and extractive: no word that is
 * not the article's but "said" and "is reported as saying", and no quotation cut but where one of its sentences ends.
 */
export function writeBriefing(stored: StoredArticle, options: BriefingOptions): Briefing {
  const { article } = stored;
  const statements = storyStatements(stored);
  const persons = findNames(article).filter(({ kind }) => kind === "person");
  const covered = isCovered(article.text);
  const ranked = rankSentences(article);
  const people = persons.flatMap(({ mentions }) => mentions);
  const story: Story = { article, statements, people, ranked, focus: focusOn(options.focus) };
  const candidates = findCandidates(story, BUDGETS[options.length].bullet);
  const frame: Briefing = {
    article,
    options,
    headline: article.title === null || isPlanted(article.title) ? null : article.title,
    facts: readFacts(article),
    lead: null,
    bullets: [],
    next: null,
    silent: options.length === "line" || !covered ? [] : findSilent({ ...stored, statements }, persons),
    receipts: [],
    quotes: findQuotes(article, statements),
    shortcomings: findShortcomings(story, candidates, options.focus, covered),
  };
  const write = options.length === "line" ? writeLine : writePoints;
  const briefing = write(stored, story, candidates, frame);
  return isEmpty(briefing) ? { ...briefing, shortcomings: ["nothing to read"] } : briefing;
}

/** "Breaking news": no sentence of it can be told, and it is not for the language. */
const isEmpty = ({ headline, lead, bullets, next, options, shortcomings }: Briefing): boolean =>
  !shortcomings.includes("language not covered") &&
  lead === null &&
  bullets.length === 0 &&
  next === null &&
  !(options.length === "line" && headline !== null);

function writePoints(stored: StoredArticle, story: Story, candidates: readonly Candidate[], frame: Briefing): Briefing {
  const { length } = frame.options;
  const points = choosePoints(stored, story, candidates, length, BUDGETS[length].words - frameWords(frame));
  return { ...frame, ...points, receipts: numberReceipts(points) };
}

/** The headline with one sentence; the sentence without it where both are too long; the headline where none is short. */
function writeLine(stored: StoredArticle, story: Story, candidates: readonly Candidate[], frame: Briefing): Briefing {
  const room = BUDGETS.line.words - frameWords(frame);
  const beside = chooseLine(stored, story, candidates, room);
  const alone = beside === null ? chooseLine(stored, story, candidates, BUDGETS.line.words) : null;
  const points = { lead: beside ?? alone, bullets: [], next: null };
  const keepsHeadline = alone === null && room >= 0;
  return { ...frame, ...points, headline: keepsHeadline ? frame.headline : null, receipts: numberReceipts(points) };
}

/** What is said in the story itself: captions and headings say nothing, nor do sentences written for a program. */
function storyStatements({ article, statements }: StoredArticle): readonly Statement[] {
  const inStory = ({ start, end }: Span): boolean =>
    [start, end - 1].every((offset) => lineAt(article, offset)?.furniture === null);
  const isNews = ({ start, end }: Span): boolean => !isPlanted(article.text.slice(start, end));
  return statements.filter(({ content, sentence }) => content.every(inStory) && isNews(sentence));
}

/** The proofs in the order of the points; the same words of the same statement once, the reporter's own not at all. */
export function numberReceipts({ lead, bullets, next }: Points): readonly Receipt[] {
  const receipts = new Map<string, Receipt>();
  for (const point of [lead, ...bullets, next]) {
    for (const receipt of point?.receipts ?? []) {
      const key = receiptKey(receipt);
      if (receipt.kind !== "fact" && !receipts.has(key)) receipts.set(key, receipt);
    }
  }
  return [...receipts.values()];
}

function findShortcomings(
  { ranked, statements, focus: tells }: Story,
  candidates: readonly Candidate[],
  focus: string | null,
  covered: boolean,
): readonly Shortcoming[] {
  if (ranked.length === 0) return ["nothing to read"];
  const found: Shortcoming[] = [];
  if (focus !== null && !candidates.some(({ from, point }) => tells(from, point) > 0)) {
    found.push(tellsOf(focus, ranked, statements) ? "focus in passing" : "focus not found");
  }
  if (!covered) found.push("language not covered");
  else if (!statements.some(isSpoken)) found.push("no quotations");
  return found;
}

const isSpoken = ({ speechCue, quotations }: Statement): boolean => speechCue || quotations.length > 0;
