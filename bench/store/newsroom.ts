import type { Place, StoredArticle } from "../../src/core/ports.ts";
import { storedArticle } from "../../test/contracts/store/stored.ts";

/** Channels of one big tenant, one in ten of them private, and one of another. */
export const PLACES: readonly Place[] = Array.from({ length: 40 }, (_, index) => ({
  platform: "chat",
  tenant: index === 39 ? "other" : "acme",
  channel: `c${index}`,
  private: index % 10 === 9,
  thread: null,
}));

const WORDS = 20_000;
const NAMES = 5_000;
/** Words of an article: a short one. */
const LENGTH = 150;
/** So many articles in a row have one running story among them, which a fifth of them tell; later ones never do. */
export const STORY = 50_000;
const SYLLABLES = ["ka", "lo", "mi", "ner", "sta", "tu", "ven", "ra", "bel", "dor", "fi", "gan", "hu", "jes", "pol"];

/** Makes up articles, the same every time: words as often as in prose (Zipf), each with some speakers. */
export class Newsroom {
  #seed = 1;

  /** The word of this rank, 0 the commonest. */
  word(rank: number): string {
    return spell(rank + 40);
  }

  /** The word that only the story running at this article has. */
  storyAt(number: number): string {
    return spell(100_000 + Math.floor(number / STORY));
  }

  name(number: number): string {
    const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
    return `${capital(spell((number % 97) + 300))} ${capital(spell((number % NAMES) + 1_000))}`;
  }

  placeOf(number: number): Place {
    return PLACES[number % PLACES.length] as Place;
  }

  article(number: number): StoredArticle {
    const words = Array.from({ length: LENGTH }, () => this.word(Math.floor(WORDS ** this.#random()) - 1));
    const speakers = Array.from({ length: 5 }, () => this.name(Math.floor(NAMES ** this.#random())));
    const title = words.slice(0, 8).join(" ");
    if (number % 5 === 0) words.push(this.storyAt(number));
    return storedArticle({
      title,
      text: `${number}. ${words.join(" ")}.`,
      speakers,
      readAt: 1_700_000_000_000 + number,
    });
  }

  /** From 0 to 1, the same every time, https://en.wikipedia.org/wiki/Linear_congruential_generator. */
  #random(): number {
    this.#seed = (this.#seed * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return this.#seed / 2 ** 32;
  }
}

/** A word of its own for every number. */
function spell(number: number): string {
  const rest = Math.floor(number / SYLLABLES.length);
  return (rest === 0 ? "" : spell(rest)) + (SYLLABLES[number % SYLLABLES.length] ?? "");
}
