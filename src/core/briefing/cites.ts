import { type Article, lineAt, type Span } from "../article.ts";
import type { Point } from "./briefing.ts";

/** Where a point can be looked up: the whole sentences, and where the story has a speaker's name that they do not hold. */
export function citesOf(article: Article, { receipts, sentence, also = [] }: Point): readonly Span[] {
  const names = new Set(receipts.flatMap(({ speaker }) => (speaker === null ? [] : [speaker.name])));
  const sentences = [sentence, ...also];
  return [...sentences, ...[...names].flatMap((name) => nameCite(article, sentences, name))];
}

function nameCite(article: Article, sentences: readonly Span[], name: string): readonly Span[] {
  const { text } = article;
  if (name === "" || sentences.some(({ start, end }) => text.slice(start, end).includes(name))) return [];
  for (let start = text.indexOf(name); start !== -1; start = text.indexOf(name, start + name.length)) {
    if (lineAt(article, start)?.furniture === null) return [{ start, end: start + name.length }];
  }
  return [];
}
