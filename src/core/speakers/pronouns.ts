import type { Span } from "../article.ts";
import type { Cast } from "./cast.ts";
import type { Entity } from "./entity.ts";
import type { Gender } from "./first-names.ts";

const PRONOUNS: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ["he", "m"],
  ["him", "m"],
  ["his", "m"],
  ["himself", "m"],
  ["she", "f"],
  ["her", "f"],
  ["hers", "f"],
  ["herself", "f"],
]);

/** Whom each "he" and "she" among the sources means, by where the source begins. */
export function findReferents(cast: Cast, sources: readonly Span[]): ReadonlyMap<number, Entity | null> {
  const referents = new Map<number, Entity | null>();
  const wanted = new Set(sources.map((source) => source.start));
  const names = [...cast.named].sort(([one], [other]) => one.start - other.start);
  let next = 0;
  const recent: Entity[] = [];
  for (const passage of cast.passages.filter((each) => !each.quoted)) {
    for (const token of passage.tokens) {
      while ((names[next]?.[0].start ?? Number.POSITIVE_INFINITY) <= token.start) {
        const [mention, entity] = names[next] ?? [];
        if (entity?.kind === "person" && mention?.passage.quoted === false) recent.push(entity);
        next += 1;
      }
      const gender = PRONOUNS.get(token.lower);
      if (gender === undefined || !wanted.has(token.start)) continue;
      const found =
        recent.findLast((person) => person.gender === gender) ??
        recent.findLast((person) => person.gender === null) ??
        null;
      referents.set(token.start, found);
    }
  }
  return referents;
}
