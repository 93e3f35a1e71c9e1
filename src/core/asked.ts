import { type Answer, answerQuestion } from "./answer/index.ts";
import { findShown } from "./answer/shown.ts";
import type { StoredArticle, Turn } from "./ports.ts";
import { parseQuestion, type Question } from "./question/index.ts";
import { findNames } from "./speakers/index.ts";
import type { Statement } from "./statement.ts";

/** A question, or the options that stand for one. */
export interface Asked {
  readonly question: string | null;
  readonly speaker: string | null;
  readonly about: string | null;
  readonly kind: "direct" | "indirect" | "all";
}

/** Reads the question against the names its sources know, and answers it from them. Oldest turn first. */
export function askQuestion(
  asked: Asked,
  sources: readonly StoredArticle[],
  history: readonly Turn[],
): { readonly question: Question; readonly answer: Answer } {
  const wanted = keepKind(sources, asked.kind);
  const question = parseQuestion(wordQuestion(asked), knownNames(wanted), history);
  const told = question.further ? toldBefore(wanted, history) : [];
  return { question, answer: answerQuestion(question, wanted, new Set(told)) };
}

/** The statements shown in answer to the question before, and to those it asked for more of. */
function toldBefore(sources: readonly StoredArticle[], history: readonly Turn[]): readonly Statement[] {
  const at = history.findLastIndex((turn) => turn.question !== null);
  const last = history[at]?.question ?? null;
  if (last === null) return [];
  const earlier = history.slice(0, at);
  const { question, answer } = askQuestion(
    { question: last, speaker: null, about: null, kind: "all" },
    sources,
    earlier,
  );
  const { inline, listed } = findShown(answer);
  const shown = [...(inline === null ? [] : [inline]), ...listed].map(({ statement }) => statement);
  return question.further ? [...toldBefore(sources, earlier), ...shown] : shown;
}

/** The question in words: options without one make the plain question they stand for. */
function wordQuestion({ question, speaker, about }: Asked): string {
  if (question !== null) return question;
  if (speaker !== null && about !== null) return `What did ${speaker} say about ${about}?`;
  if (speaker !== null) return `What did ${speaker} say?`;
  return about === null ? "Who is quoted?" : `Who spoke about ${about}?`;
}

/** The articles with only the statements that are wanted: quoted words (direct and mixed), or reported ones. */
function keepKind(sources: readonly StoredArticle[], kind: Asked["kind"]): readonly StoredArticle[] {
  if (kind === "all") return sources;
  return sources.map((source) => ({
    ...source,
    statements: source.statements.filter((statement) => (statement.kind === "indirect") === (kind === "indirect")),
  }));
}

/** Everybody the sources name: those who speak first, under the names the engine gives them. */
function knownNames(sources: readonly StoredArticle[]): readonly string[] {
  const speaking = sources.flatMap(({ statements }) => statements.flatMap(({ speaker }) => speaker?.name ?? []));
  const named = sources.flatMap(({ article }) => findNames(article).map(({ name }) => name));
  return [...new Set([...speaking, ...named])];
}
