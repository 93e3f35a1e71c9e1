import type { Statement } from "../../core/statement.ts";

/** A longer name is no name, and too long for an index of Postgres. */
const LONGEST_NAME = 200;

/** Who is heard in an article, by name, with the number of statements. */
export function countSpeakers(statements: readonly Statement[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { speaker } of statements) {
    if (speaker && speaker.name.length <= LONGEST_NAME) counts.set(speaker.name, (counts.get(speaker.name) ?? 0) + 1);
  }
  return counts;
}
