import { headOfApposition } from "./apposition.ts";
import { type Description, describe } from "./description.ts";
import type { Entity } from "./entity.ts";
import type { Links } from "./link-names.ts";
import { endsCompany, kindOfNoun } from "./nouns.ts";
import type { Passage } from "./passages.ts";
import { isState } from "./places.ts";
import type { ProperName } from "./proper-name.ts";

const LONGEST_ROLE = 14;
/** A shorter role keeps its "and": "founder and chairman". */
const ROLE_WITH_AND = 8;

/**
 * Notes what the article says of each person; the first such phrase is their role, or a fuller one with its head.
 * A caption or heading gives the role of those to whom the prose gives none.
 */
export function describeAll(text: string, links: Links): void {
  const fallback = new Map<Entity, string>();
  for (const [{ name, passage, folded }, entity] of links.sure) {
    if (entity?.kind === "organization") describeOrganization(entity, passage, name, folded);
    if (entity?.kind !== "person") continue;
    for (const description of describe(passage.tokens, name)) {
      entity.descriptions.push(description);
      const role = readRole(text, passage, description);
      if (role === null) continue;
      if (!passage.prose) fallback.set(entity, fallback.get(entity) ?? role);
      else if (entity.role === null || isFuller(entity, description)) entity.role = role;
    }
  }
  for (const [entity, role] of fallback) entity.role ??= role;
}

/** A ministry by the last word of its name, a company by what it sells, "the ferry company" or ", a shipping company,". */
function describeOrganization(entity: Entity, { tokens }: Passage, name: ProperName, folded: readonly string[]): void {
  const plain = { from: name.from, to: name.to, origins: new Set<string>(), party: null, former: false };
  if (entity.descriptions.length === 0) entity.descriptions.push({ ...plain, head: folded.at(-1) ?? "" });
  if (endsCompany(folded.at(-1) ?? "")) entity.descriptions.push({ ...plain, head: "company" });
  const before = tokens[name.runFrom - 1]?.lower ?? "";
  if (kindOfNoun(before) === "organization" && !isState(folded.join(" ")))
    entity.descriptions.push({ ...plain, head: before });
  const after = headOfApposition(tokens, name.to);
  if (after?.kind === "organization") entity.descriptions.push({ ...plain, head: after.head });
}

/** "chief" becomes "campaign chief". */
function isFuller(entity: Entity, { head, from, to }: Description): boolean {
  const first = entity.descriptions.find((each) => each.head !== "");
  return first !== undefined && entity.role?.includes(" ") === false && first.head === head && to - from > 1;
}

/** "Her predecessor" is a predecessor: whose, nobody can tell away from its sentence. */
const LEANING = /^(?:his|her|their|its|our|my|your)$/;

/** The phrase as it stands, up to where a second thing begins to be said; a role is no sentence. */
function readRole(text: string, { tokens }: Passage, { from: start, to }: Description): string | null {
  const from = LEANING.test(tokens[start]?.lower ?? "") ? start + 1 : start;
  let end = Math.min(to, from + LONGEST_ROLE);
  const and = tokens.slice(from, end).findIndex((token) => token.lower === "and");
  if (end < to || to - from > ROLE_WITH_AND) end = and > 0 ? from + and : end;
  while (end > from + 1 && end < to && !/^(?:of|for|at|in|to|from|on|with|by|under)$/.test(tokens[end]?.lower ?? ""))
    end -= 1;
  const [first, last] = [tokens[from], tokens[end - 1]];
  return first === undefined || last === undefined ? null : text.slice(first.start, last.end).replace(/\s+/g, " ");
}
