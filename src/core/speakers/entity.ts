import type { Span } from "../article.ts";
import type { Description } from "./description.ts";
import type { Gender } from "./first-names.ts";
import type { Passage } from "./passages.ts";
import type { ProperName } from "./proper-name.ts";

/** One place where the article names somebody or something. The span is the name's, without titles. */
export interface NameMention extends Span {
  readonly name: ProperName;
  readonly passage: Passage;
}

/** Somebody or something the article names; it grows while the article is read. */
export class Entity {
  readonly kind: "person" | "organization";
  /** The fullest name so far, word by word, and its suffix. */
  words: readonly string[];
  suffix: string | null;
  readonly mentions: NameMention[] = [];
  /** What the article says they are, in reading order. */
  readonly descriptions: Description[] = [];
  /** The first of them, in the article's own words. */
  role: string | null = null;
  readonly #votes = { f: 0, m: 0 };

  constructor(kind: "person" | "organization", words: readonly string[], suffix: string | null) {
    this.kind = kind;
    this.words = words;
    this.suffix = suffix;
  }

  /** "Joseph R. Biden Jr." */
  get name(): string {
    return [...this.words, ...(this.suffix === null ? [] : [this.suffix])].join(" ");
  }

  /** What titles, first name and pronouns say together; null where they say nothing or as much for both. */
  get gender(): Gender {
    if (this.#votes.f === this.#votes.m) return null;
    return this.#votes.f > this.#votes.m ? "f" : "m";
  }

  vote(gender: Gender, weight: number): void {
    if (gender !== null) this.#votes[gender] += weight;
  }
}
