import type { Entity } from "./entity.ts";
import type { Gender } from "./first-names.ts";
import type { MentionRole } from "./mention-role.ts";

/** Where the discourse stands when somebody is mentioned: counts of sentences and lines so far. */
export interface Moment {
  readonly sentence: number;
  readonly line: number;
  readonly start: number;
}

interface Trace extends Moment {
  readonly weight: number;
}

/** How much a mention in each role draws the next "he": the subject most (Grosz, Joshi and Weinstein 1995). */
const ROLE_WEIGHT: Readonly<Record<MentionRole, number>> = { subject: 2, object: 0.8, possessive: 0.6, oblique: 0 };
const SPEAKER_WEIGHT = 1.5;
/** Whoever is introduced is about to be talked about. */
const NEWCOMER_WEIGHT = 0.7;
const SENTENCE_COST = 0.7;
const LINE_COST = 1;
const KNOWN_GENDER = 0.8;
const OFTEN_NAMED = 0.35;
/** After so many lines without a mention nobody is meant by "he" any more. */
const REACH = 12;
/** And however short the lines, a reader keeps so many people in mind. */
const REMEMBERED = 40;
/** Sentences an "it" looks back over, quoted ones included. */
const FRESH = 4;

/** Who has been talked about so far, and how much each is on the reader's mind. */
export class Discourse {
  readonly #traces = new Map<Entity, Trace>();
  readonly #counts = new Map<Entity, number>();

  mention(person: Entity, moment: Moment, role: MentionRole, speaks: boolean): void {
    const weight = ROLE_WEIGHT[role] + (speaks ? SPEAKER_WEIGHT : 0) + (this.#counts.has(person) ? 0 : NEWCOMER_WEIGHT);
    const last = this.#traces.get(person);
    const kept = last !== undefined && last.sentence === moment.sentence ? Math.max(last.weight, weight) : weight;
    this.#traces.delete(person); // set anew it stands last: traces are kept in order of their last mention
    this.#traces.set(person, { ...moment, weight: kept });
    if (this.#traces.size > REMEMBERED) this.#forgetOldest();
    this.#counts.set(person, (this.#counts.get(person) ?? 0) + 1);
  }

  /** A new scene: nobody of the last one is meant by "he" any more. */
  reset(): void {
    this.#traces.clear();
  }

  /** Whom a word of this gender means now, among those allowed; null where nobody fits. */
  refer(gender: Gender, moment: Moment, allowed: (entity: Entity) => boolean): Entity | null {
    let best: Entity | null = null;
    let bestScore = Number.NEGATIVE_INFINITY;
    for (const [person, trace] of this.#traces) {
      if (moment.line - trace.line > REACH) {
        this.#traces.delete(person);
        continue;
      }
      if (!allowed(person) || (gender !== null && person.gender !== null && person.gender !== gender)) continue;
      const score = this.#score(person, trace, moment);
      if (score > bestScore) [best, bestScore] = [person, score];
    }
    return best;
  }

  /** Mentioned in this sentence or the one before it. */
  isFresh(entity: Entity, moment: Moment): boolean {
    const trace = this.#traces.get(entity);
    return trace !== undefined && moment.line - trace.line <= 1 && moment.sentence - trace.sentence <= FRESH;
  }

  #forgetOldest(): void {
    for (const entity of this.#traces.keys()) {
      this.#traces.delete(entity);
      return;
    }
  }

  #score(person: Entity, trace: Trace, moment: Moment): number {
    const distance = (moment.sentence - trace.sentence) * SENTENCE_COST + (moment.line - trace.line) * LINE_COST;
    const frequency = Math.log2(1 + (this.#counts.get(person) ?? 0)) * OFTEN_NAMED;
    return trace.weight - distance + frequency + (person.gender === null ? 0 : KNOWN_GENDER);
  }
}
