import type { Article, Span } from "../article.ts";
import { overlap } from "../briefing/span.ts";
import type { StoredArticle } from "../ports.ts";
import type { Statement } from "../statement.ts";
import { isPlanted } from "../text/planted.ts";
import { storySentences } from "../text/sentences.ts";
import { isQuotable } from "./quotable.ts";
import { squeeze, tidy } from "./tidy.ts";
import { estimateTokens } from "./tokens.ts";

/** What a model is shown of an article, and what its numbers stand for. */
export interface Sheet {
  /** A numbered sentence a line, the statements marked where they end: `[7] Wang said ties were "solid as a rock"{s3}`. */
  readonly text: string;
  /** Whose the marked statements are, a speaker a line: `Wang Yi: s3 s5`. */
  readonly speakers: string;
  readonly sentences: ReadonlyMap<number, Span>;
  readonly statements: ReadonlyMap<string, Statement>;
  /** Sentences of the story that found no room; the first ones are always there. */
  readonly left: number;
}

/**
 * Writes the sheet of an article: the sentences of its story, without what is invisible, without those that speak to a program,
 * as many from the start as take at most `room` tokens. `wanted` narrows it to the sentences that are asked about.
 */
export function writeSheet(
  stored: StoredArticle,
  room: number,
  wanted: (sentence: Span) => boolean = () => true,
): Sheet {
  const { article } = stored;
  const shown = storySentences(article)
    .map(({ span }, index) => ({ span, number: index + 1 }))
    .filter(({ span }) => wanted(span) && !isPlanted(article.text.slice(span.start, span.end)));
  const statements = stored.statements.filter(isQuotable);
  const lines = shown.map(({ span, number }) => `[${number}] ${markStatements(article, span, statements)}`);
  const count = countFitting(lines, room);
  const kept = shown.slice(0, count);
  const offered = statements.filter(({ content }) =>
    content.every((piece) => kept.some(({ span }) => overlap(piece, span)) && !isPlanted(sliceOf(article, piece))),
  );
  return {
    text: lines.slice(0, count).join("\n"),
    speakers: listSpeakers(offered),
    sentences: new Map(kept.map(({ number, span }) => [number, span])),
    statements: new Map(offered.map((statement) => [statement.id, statement])),
    left: lines.length - count,
  };
}

const sliceOf = ({ text }: Article, { start, end }: Span): string => text.slice(start, end);

/** The words of a sentence on one line, each statement's mark where the statement, or what of it stands here, ends. */
function markStatements(article: Article, sentence: Span, statements: readonly Statement[]): string {
  const marks = statements.flatMap(({ id, content }) => {
    const last = content.findLast((piece) => overlap(piece, sentence));
    return last === undefined ? [] : [{ id, at: Math.min(afterMark(article.text, last.end), sentence.end) }];
  });
  let at = sentence.start;
  const pieces: string[] = [];
  for (const mark of marks.toSorted((a, b) => a.at - b.at)) {
    pieces.push(tidyWords(article, { start: at, end: mark.at }), `{${mark.id}}`);
    at = mark.at;
  }
  return [...pieces, tidyWords(article, { start: at, end: sentence.end })].join("").trim();
}

/** Braces are ours alone on the sheet. */
const tidyWords = (article: Article, span: Span): string =>
  squeeze(sliceOf(article, span)).replaceAll("{", "(").replaceAll("}", ")");

/** Behind the closing quotation mark, where one follows. */
const afterMark = (text: string, at: number): number =>
  at + (/^(?:''|["'”’»›」』“])/u.exec(text.slice(at, at + 2))?.[0].length ?? 0);

function countFitting(lines: readonly string[], room: number): number {
  let tokens = 0;
  const over = lines.findIndex((line) => {
    tokens += estimateTokens(line) + 1;
    return tokens > room;
  });
  return over === -1 ? lines.length : Math.max(1, over);
}

/** Names are words of the article: they are tidied like all others. */
function listSpeakers(statements: readonly Statement[]): string {
  const ids = new Map<string, string[]>();
  for (const { id, speaker, kind } of statements) {
    if (speaker === null) continue;
    const name = tidy(speaker.role === undefined ? speaker.name : `${speaker.name}, ${speaker.role}`);
    ids.set(name, [...(ids.get(name) ?? []), kind === "indirect" ? `${id}*` : id]);
  }
  return [...ids].map(([name, list]) => `${name}: ${list.join(" ")}`).join("\n");
}
