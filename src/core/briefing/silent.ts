import type { Span } from "../article.ts";
import type { StoredArticle } from "../ports.ts";
import { type NamedEntity, sameNameAsAny } from "../speakers/index.ts";
import { within } from "./span.ts";

/** The persons among these to whom the story gives no word, quoted or reported, in order of first mention. */
export function findSilent({ article, statements }: StoredArticle, people: readonly NamedEntity[]): readonly string[] {
  const isHeard = sameNameAsAny([...new Set(statements.flatMap(({ speaker }) => (speaker ? [speaker.name] : [])))]);
  const sources = statements.flatMap(({ source }) => (source ? [source] : []));
  const speaks = (mention: Span): boolean =>
    (sources.some((source) => within(mention, source)) || standsBesideCue(article.text, mention)) &&
    !/^['’]s?\s/.test(article.text.slice(mention.end, mention.end + 3));
  return people.filter(({ name, mentions }) => !mentions.some(speaks) && !isHeard(name)).map(({ name }) => name);
}

/** So far before a name the words that give it the floor are looked for. */
const REACH = 60;
const CUE_BEFORE = /(?:\b[Aa]ccording to [^.;:!?]{0,50}|\b(?:said|says|added|adds|wrote|warned|asked)) $/;
const CUE_AFTER = /^ (?:said|says|added|adds|told|tells|wrote|writes|warned|warns|asked|asks)\b/;

/** Beside a verb of saying somebody may speak, whatever the engine made of it: nobody is called silent who is not. */
const standsBesideCue = (text: string, { start, end }: Span): boolean =>
  CUE_BEFORE.test(text.slice(Math.max(0, start - REACH), start)) || CUE_AFTER.test(text.slice(end, end + REACH));
