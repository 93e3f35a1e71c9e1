import { Entity } from "./entity.ts";
import { isSameFirstName } from "./spelling.ts";

/** More bearers of one name than this no text tells apart. */
const MOST_BEARERS = 30;

/** The people an article has introduced, found by their name or by its beginning or end. */
export class People {
  readonly #byEnd = new Map<string, Entity[]>();
  readonly #byStart = new Map<string, Entity[]>();

  /** The person of this name, new or known; the fuller of both names is kept. `folded` are the words as compared. */
  introduce(words: readonly string[], folded: readonly string[], suffix: string | null): Entity {
    const namesakes = this.#byEnd.get(folded.at(-1) ?? "") ?? [];
    const known = namesakes.find((person) => isSamePerson(person, folded, suffix));
    const person = known ?? new Entity("person", words, folded, suffix);
    if (known !== undefined && folded.length > known.folded.length) known.rename(words, folded);
    folded.forEach((_, index) => {
      remember(this.#byEnd, folded.slice(index), person);
      remember(this.#byStart, folded.slice(0, index + 1), person);
    });
    return person;
  }

  /** Whom a part of a name can mean: those whose name ends with it; where nobody's does, those whose name begins with it. */
  bearers(folded: readonly string[]): readonly Entity[] {
    const part = folded.join(" ");
    return this.#byEnd.get(part) ?? this.#byStart.get(part) ?? [];
  }
}

/** Same surname and first name, middle names aside; a son's "Jr." tells him from his father. */
function isSamePerson(person: Entity, folded: readonly string[], suffix: string | null): boolean {
  if (person.suffix !== suffix) return false;
  const [short, long] = person.folded.length < folded.length ? [person.folded, folded] : [folded, person.folded];
  if (short.length > 1 && long.slice(-short.length).join(" ") === short.join(" ")) return true;
  const [one = "", other = ""] = [short[0], long[0]];
  return isSameFirstName(one, other) || (one.charAt(0) === other.charAt(0) && Math.min(one.length, other.length) === 1);
}

function remember(map: Map<string, Entity[]>, part: readonly string[], person: Entity): void {
  const key = part.join(" ");
  const people = map.get(key);
  if (people === undefined) map.set(key, [person]);
  else if (people.length < MOST_BEARERS && !people.includes(person)) people.push(person);
}
