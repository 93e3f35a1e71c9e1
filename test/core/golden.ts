import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Article, makeArticle, type Span } from "../../src/core/article.ts";
import type { Speaker, Stance, Statement, StatementKind } from "../../src/core/statement.ts";

/** What a person reads in an article, written by hand beside it. */
interface Golden {
  /** The lines that are not the story, each with what it is: "caption: Venn met Okoro on Monday". */
  readonly furniture: readonly string[];
  readonly statements: readonly GoldenStatement[];
  /** What the engine does not find yet, as `findMisses` words it. */
  readonly misses: readonly string[];
  /** Quotations the engine still puts under somebody else, as `findWrongSpeakers` words it. None is right. */
  readonly wrongSpeakers: readonly string[];
  /** What is wrong with the briefing as it is, so that nobody has approved it; null where somebody has. */
  readonly briefingHeldBack: string | null;
}

interface GoldenStatement {
  readonly speaker: Speaker;
  /** What the article calls the speaker before it gives the name: less than the name, yet nobody else. */
  readonly also?: readonly string[];
  /** Left out where the article has words of somebody without quotation marks: a transcript. */
  readonly kind?: StatementKind;
  readonly stance: Stance;
  /** Pieces of the text, each of them once in it. */
  readonly content: readonly string[];
  /** Text that comes before, where a piece alone is not enough to find it. */
  readonly after?: string;
}

interface Piece {
  readonly golden: GoldenStatement;
  readonly text: string;
  readonly span: Span;
}

const FOLDER = join(import.meta.dirname, "../fixtures/articles");

export const fixtureNames = (): readonly string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith(".txt") && !file.endsWith(".briefing.txt"))
    .map((file) => file.slice(0, -".txt".length));

export const readFixture = (name: string): Article =>
  makeArticle({ text: readFileSync(join(FOLDER, `${name}.txt`), "utf8") });

/** Throws where the expectation is missing. */
export const readGolden = (name: string): Golden =>
  JSON.parse(readFileSync(join(FOLDER, `${name}.statements.json`), "utf8")) as Golden;

/** What the terminal shows. Throws where the expectation is missing. */
export const readGoldenBriefing = (name: string): string => readFileSync(join(FOLDER, `${name}.briefing.txt`), "utf8");

export const furnitureOf = ({ text, lines }: Article): readonly string[] =>
  lines.flatMap(({ span, furniture }) =>
    furniture === null ? [] : [`${furniture.kind}: ${text.slice(span.start, span.end)}`],
  );

/** Finds each piece of golden content in the text. Throws where it is not there once. */
function locatePieces({ text }: Article, { statements }: Golden): readonly Piece[] {
  return statements.flatMap((golden) =>
    golden.content.map((piece) => {
      const from = golden.after === undefined ? 0 : text.indexOf(golden.after) + golden.after.length;
      const start = text.indexOf(piece, from);
      const again = text.indexOf(piece, start + 1);
      if (start === -1 || (again !== -1 && golden.after === undefined)) {
        throw new Error(`Expected the text to hold once ${JSON.stringify(piece)}`);
      }
      return { golden, text: piece, span: { start, end: start + piece.length } };
    }),
  );
}

/** Everything in which the statements fall short of the golden ones, one line each: "speaker: We measured them". */
export function findMisses(article: Article, golden: Golden, statements: readonly Statement[]): readonly string[] {
  return locatePieces(article, golden).flatMap((piece) => {
    const best = findBest(article, piece.span, statements, ({ content }) => content);
    const faults = best === null ? ["missing"] : faultsOf(article, piece, best.one, best.span);
    return faults.map((fault) => `${fault}: ${piece.text}`);
  });
}

/** Quotations under somebody who did not say them, or that nobody said: "Ana Ruiz: We measured them". */
export function findWrongSpeakers(
  article: Article,
  golden: Golden,
  statements: readonly Statement[],
): readonly string[] {
  const pieces = locatePieces(article, golden);
  return statements.flatMap(({ speaker, tier, quotations }) => {
    if (speaker === null || tier === "unsure") return [];
    const wrong = quotations.filter((quotation) => {
      const best = findBest(article, quotation, pieces, ({ span }) => [span], 0);
      return best === null || !isOneOf(best.one.golden, speaker);
    });
    return wrong.map(({ start, end }) => `${speaker.name}: ${article.text.slice(start, end)}`);
  });
}

/** Spans count as the same words from here on, and as other words below half of it. */
const SAME_WORDS = 0.9;

function faultsOf(article: Article, { golden, span }: Piece, found: Statement, content: Span): readonly string[] {
  const faults: string[] = [];
  if (overlap(article, span, content) < SAME_WORDS) faults.push("content");
  if (!isSameSpeaker(golden.speaker, found.speaker)) faults.push("speaker");
  else if (golden.speaker.kind !== found.speaker?.kind) faults.push("speaker's kind");
  else if (!isSameName(golden.speaker.role ?? "", found.speaker.role ?? "")) faults.push("role");
  if (golden.kind !== undefined && golden.kind !== found.kind) faults.push("kind");
  if (golden.stance !== found.stance) faults.push("stance");
  return faults;
}

/** The one that shares most words with the span; null where none shares more than `least`. */
function findBest<T>(
  article: Article,
  span: Span,
  all: readonly T[],
  spansOf: (one: T) => readonly Span[],
  least = SAME_WORDS / 2,
): { readonly one: T; readonly span: Span } | null {
  const candidates = all.flatMap((one) => spansOf(one).map((other) => ({ one, span: other })));
  const scored = candidates.map((candidate) => ({ candidate, score: overlap(article, span, candidate.span) }));
  const best = scored.sort((a, b) => b.score - a.score)[0];
  return best && best.score > least ? best.candidate : null;
}

/** Two times the shared words through all words: 1 for the same words. */
function overlap({ text }: Article, a: Span, b: Span): number {
  const shared = countWords(text.slice(Math.max(a.start, b.start), Math.min(a.end, b.end)));
  const all = countWords(text.slice(a.start, a.end)) + countWords(text.slice(b.start, b.end));
  return Math.max(a.start, b.start) >= Math.min(a.end, b.end) ? 0 : (2 * shared) / all;
}

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const isOneOf = ({ speaker, also = [] }: GoldenStatement, found: Speaker): boolean =>
  isSameSpeaker(speaker, found) || also.includes(found.name);

/** A person has one name; organizations and documents are named at more or less length. */
const isSameSpeaker = (golden: Speaker, found: Speaker | null): boolean =>
  found !== null && (golden.kind === "person" ? golden.name === found.name : isSameName(golden.name, found.name));

const isSameName = (golden: string, found: string): boolean =>
  fold(found).includes(fold(golden)) || (found !== "" && fold(golden).includes(fold(found)));

const fold = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^(?:the|an?) /, "");
