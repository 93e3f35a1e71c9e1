import { paragraphAt } from "../article.ts";
import { findWords, wordsOf } from "../fold.ts";
import type { StoredArticle } from "../ports.ts";
import type { Asked } from "../question/index.ts";
import { findNames, sameName } from "../speakers/index.ts";
import type { Silence } from "./answer.ts";
import type { Passage } from "./passage.ts";

/** Whom an asked name means among those who speak. */
export type Found =
  | { readonly type: "speaks"; readonly name: string; readonly passages: readonly Passage[] }
  | { readonly type: "ambiguous"; readonly names: readonly string[] }
  | { readonly type: "silent"; readonly silence: Silence }
  | { readonly type: "unknown" };

/** Finds who is meant: somebody who speaks before somebody who is only named; two who both speak stay two. */
export function findSpeaker(asked: Asked, passages: readonly Passage[], sources: readonly StoredArticle[]): Found {
  const names = asked.match?.names ?? [];
  const speaking = distinct(passages.flatMap(({ person }) => (person !== null && isAny(person, names) ? person : [])));
  const meant = preferSurname(asked.typed, speaking);
  const [name] = meant;
  if (name === undefined) return findSilence(asked, passages, sources);
  if (meant.length > 1) return { type: "ambiguous", names: meant };
  return { type: "speaks", name, passages: passages.filter(({ person }) => person === name) };
}

const isAny = (person: string, names: readonly string[]): boolean =>
  names.includes(person) || names.some((name) => sameName(name, person));

const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** "Trump" is Donald Trump before it is the Trump Foundation; a name typed in full is nobody else's. */
function preferSurname(typed: string, names: readonly string[]): readonly string[] {
  const last = lastWord(typed);
  const exact = names.filter((name) => name.toLowerCase() === typed.toLowerCase());
  if (exact.length > 0) return exact;
  const surname = names.filter((name) => lastWord(name) === last);
  return surname.length > 0 ? surname : names;
}

const lastWord = (name: string): string => wordsOf(name).at(-1)?.text ?? "";

/** Named, not quoted: in which paragraphs, and who speaks of them. */
function findSilence(asked: Asked, passages: readonly Passage[], sources: readonly StoredArticle[]): Found {
  const name = asked.match?.names[0] ?? asked.typed;
  const person = sources.some(({ article }) =>
    findNames(article).some((entity) => entity.kind === "person" && entity.name === name),
  );
  const places = sources.flatMap(({ article }) =>
    findWords(article.text, person ? lastWord(name) : name).map(({ start }) => paragraphAt(article, start)),
  );
  if (places.length === 0) return { type: "unknown" };
  const paragraphs = [...new Set(places)].sort((a, b) => a - b);
  return { type: "silent", silence: { name, person, paragraphs, about: findAbout(name, passages) } };
}

/** The first words of somebody else that name them; quoted ones before reported ones. */
function findAbout(name: string, passages: readonly Passage[]): Passage | null {
  const last = lastWord(name);
  const about = passages.filter(({ person, words }) => person !== null && words.some((word) => word.text === last));
  return about.find(({ statement }) => statement.quotations.length > 0) ?? about[0] ?? null;
}
