import type { Span } from "../article.ts";
import type { Description } from "./description.ts";
import type { Gender } from "./first-names.ts";
import type { Passage } from "./passages.ts";
import type { ProperName } from "./proper-name.ts";

/** One place where the article names somebody or something. The span is the name's, without titles. */
export interface NameMention extends Span {
  readonly name: ProperName;
  /** The name's words as names are compared. */
  readonly folded: readonly string[];
  readonly passage: Passage;
}

/** Somebody or something the article speaks of; it grows while the article is read. */
export class Entity {
  readonly kind: "person" | "organization";
  readonly suffix: string | null;
  readonly mentions: NameMention[] = [];
  /** What the article says they are, in reading order. */
  readonly descriptions: Description[] = [];
  /** The first of them, in the article's own words. */
  role: string | null = null;
  #words: readonly string[];
  #folded: readonly string[];
  readonly #votes = { f: 0, m: 0 };

  constructor(
    kind: "person" | "organization",
    words: readonly string[],
    folded: readonly string[],
    suffix: string | null,
  ) {
    this.kind = kind;
    this.suffix = suffix;
    this.#words = words;
    this.#folded = folded;
  }

  /** The words of the fullest name so far, as they are compared. */
  get folded(): readonly string[] {
    return this.#folded;
  }

  /** The fullest name so far: "Joseph R. Biden Jr." */
  get name(): string {
    return [...this.#words, ...(this.suffix === null ? [] : [this.suffix])].join(" ");
  }

  /** What titles, first name and pronouns say together; null where they say nothing or as much for both. */
  get gender(): Gender {
    if (this.#votes.f === this.#votes.m) return null;
    return this.#votes.f > this.#votes.m ? "f" : "m";
  }

  vote(gender: Gender, weight: number): void {
    if (gender !== null) this.#votes[gender] += weight;
  }

  /** Known by a phrase alone: "a spokeswoman". */
  get isUnnamed(): boolean {
    return this.mentions.length === 0;
  }

  /** Takes a fuller name. */
  rename(words: readonly string[], folded: readonly string[]): void {
    this.#words = words;
    this.#folded = folded;
  }
}
