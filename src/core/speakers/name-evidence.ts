import { isCueWord } from "../attribution/cues/english.ts";
import type { Sentence } from "../attribution/sentences.ts";
import { headOfApposition } from "./apposition.ts";
import { appositionBefore } from "./description.ts";
import { isFirstName } from "./first-names.ts";
import { isPreposition } from "./function-words.ts";
import { looksImpersonal } from "./name-kind.ts";
import { kindOfNoun } from "./nouns.ts";
import { isPlace } from "./places.ts";
import type { ProperName } from "./proper-name.ts";

/** From this much evidence on a name is taken for a person's. */
export const ENOUGH_EVIDENCE = 2;

const PLACE_BEFORE: ReadonlySet<string> = new Set(["in", "at", "near", "outside", "across"]);
const PARTY = /^[RDI][-–]\p{Lu}/u;
const AGE = /^[1-9]\d?$|^1[01]\d$/;

/** How much one mention speaks for its name being a person's; below zero it speaks against it. */
export function personEvidence(tokens: Sentence, name: ProperName): number {
  if (name.title !== null) return name.words.length > 4 ? 0 : 3;
  if (looksImpersonal(name)) return -3;
  return evidenceInside(name) + evidenceBefore(tokens, name) + evidenceAfter(tokens, name);
}

function evidenceInside(name: ProperName): number {
  const first = name.words[0]?.toLowerCase() ?? "";
  const known = name.words.length > 1 && isFirstName(first) ? (isPlace(first) ? 1 : 2) : 0;
  const initial = name.words.slice(0, -1).some((word) => /^\p{Lu}\.?$/u.test(word)) ? 2 : 0;
  return known + initial + (name.suffix === null ? 0 : 2);
}

function evidenceBefore(tokens: Sentence, name: ProperName): number {
  if (name.definite) return -3;
  const before = tokens[name.from - 1]?.lower ?? "";
  if (kindOfNoun(before) === "organization") return -3;
  if (appositionBefore(tokens, name) !== null) return 2;
  return PLACE_BEFORE.has(before) && isPreposition(before) ? -1 : 0;
}

function evidenceAfter(tokens: Sentence, name: ProperName): number {
  const next = tokens[name.to];
  const second = tokens[name.to + 1];
  if (next === undefined) return 0;
  if (next.lower === "who" || (next.lower === "," && second?.lower === "who")) return 2;
  if ((next.lower === "," || next.lower === "(") && second !== undefined) {
    if (PARTY.test(second.text) || AGE.test(second.text)) return 2;
    return headOfApposition(tokens, name.to)?.kind === "person" ? 2 : 0;
  }
  return isCueWord(next.lower) ? 1 : 0;
}
