import type { Article, Span } from "../article.ts";
import type { Point } from "./briefing.ts";

/** Where a point can be looked up: the whole sentences, and where a speaker's name stands that they do not hold. */
export function citesOf(article: Article, { receipts, sentence }: Point): readonly Span[] {
  const names = new Set(receipts.flatMap(({ speaker }) => (speaker === null ? [] : [speaker.name])));
  return [sentence, ...[...names].flatMap((name) => nameCite(article, sentence, name))];
}

function nameCite({ text }: Article, sentence: Span, name: string): readonly Span[] {
  const at = text.slice(sentence.start, sentence.end).includes(name) ? -1 : text.indexOf(name);
  return at === -1 ? [] : [{ start: at, end: at + name.length }];
}
