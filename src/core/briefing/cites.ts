import { type Article, lineAt, type Span } from "../article.ts";
import type { Point } from "./briefing.ts";

/** Where a point can be looked up: the whole sentences, and where the story has a speaker's name that they do not hold. */
export function citesOf(article: Article, { receipts, sentence }: Point): readonly Span[] {
  const names = new Set(receipts.flatMap(({ speaker }) => (speaker === null ? [] : [speaker.name])));
  return [sentence, ...[...names].flatMap((name) => nameCite(article, sentence, name))];
}

function nameCite(article: Article, sentence: Span, name: string): readonly Span[] {
  const { text } = article;
  if (name === "" || text.slice(sentence.start, sentence.end).includes(name)) return [];
  for (let start = text.indexOf(name); start !== -1; start = text.indexOf(name, start + name.length)) {
    if (lineAt(article, start)?.furniture === null) return [{ start, end: start + name.length }];
  }
  return [];
}
