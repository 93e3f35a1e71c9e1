import type { Article, Span } from "../article.ts";
import type { Statement } from "../statement.ts";
import { countWords } from "../text/terms.ts";
import type { Candidate } from "./choose.ts";

/** Somebody a briefing should let speak. */
export interface MainSpeaker {
  readonly name: string;
  /** Words of the shortest bullet in which they do. */
  readonly words: number;
}

/** Whoever has a smaller share of all that is said is none of the main speakers. */
const LEAST_SHARE = 1 / 6;

/** Those the article gives most of its words to and who have a bullet: the one with most words first, quoted ones counted twice. */
export function findMainSpeakers(
  { text }: Article,
  statements: readonly Statement[],
  candidates: readonly Candidate[],
): readonly MainSpeaker[] {
  const length = (spans: readonly Span[]): number =>
    spans.reduce((sum, { start, end }) => sum + countWords(text.slice(start, end)), 0);
  const said = new Map<string, number>();
  for (const { speaker, within, content, quotations } of statements) {
    if (speaker === null || within !== null) continue;
    said.set(speaker.name, (said.get(speaker.name) ?? 0) + length(content) + length(quotations));
  }
  const all = [...said.values()].reduce((sum, words) => sum + words, 0);
  return [...said]
    .filter(([, words]) => words >= LEAST_SHARE * all)
    .sort(([, one], [, other]) => other - one)
    .flatMap(([name]) => {
      const theirs = candidates.filter(({ point }) => point.kind === "reported" && point.speakers.includes(name));
      return theirs.length === 0 ? [] : [{ name, words: Math.min(...theirs.map(({ words }) => words)) }];
    });
}
