import { Entity } from "./entity.ts";
import { isSameFirstName } from "./spelling.ts";

/** The people an article has introduced, found by surname or first name. */
export class People {
  readonly #byLast = new Map<string, Entity[]>();
  readonly #byFirst = new Map<string, Entity[]>();

  /** The person of this name, new or known; the fuller of both names is kept. Words are folded beside as written. */
  introduce(words: readonly string[], folded: readonly string[], suffix: string | null): Entity {
    const known = this.bySurname(folded).find((person) => isSamePerson(person, folded, suffix));
    if (known !== undefined) {
      if (folded.length > known.folded.length) known.rename(words, folded);
      return known;
    }
    const person = new Entity("person", words, folded, suffix);
    push(this.#byLast, folded.at(-1) ?? "", person);
    if (folded.length > 1) push(this.#byFirst, folded[0] ?? "", person);
    return person;
  }

  /** People whose name ends in this one's last word. */
  bySurname(folded: readonly string[]): readonly Entity[] {
    return this.#byLast.get(folded.at(-1) ?? "") ?? [];
  }

  /** Whom a part of a name can mean: those whose surname it is; where nobody's, those whose name begins with it. */
  bearers(folded: readonly string[]): readonly Entity[] {
    const bySurname = this.bySurname(folded).filter((person) => endsWith(person.folded, folded));
    if (bySurname.length > 0) return bySurname;
    return (this.#byFirst.get(folded[0] ?? "") ?? []).filter((person) => startsWith(person.folded, folded));
  }
}

/** Same surname and first name, middle names aside; a son's "Jr." tells him from his father. */
function isSamePerson(person: Entity, folded: readonly string[], suffix: string | null): boolean {
  if (person.suffix !== suffix) return false;
  const [short, long] = person.folded.length < folded.length ? [person.folded, folded] : [folded, person.folded];
  if (short.length > 1 && endsWith(long, short)) return true;
  const [one = "", other = ""] = [short[0], long[0]];
  return isSameFirstName(one, other) || (one.charAt(0) === other.charAt(0) && Math.min(one.length, other.length) === 1);
}

const endsWith = (words: readonly string[], end: readonly string[]): boolean =>
  end.length <= words.length && end.every((word, index) => words[words.length - end.length + index] === word);

const startsWith = (words: readonly string[], start: readonly string[]): boolean =>
  start.every((word, index) => words[index] === word);

function push(map: Map<string, Entity[]>, key: string, person: Entity): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [person]);
  else list.push(person);
}
