import type { Facts } from "./facts.ts";
import { isSame, lettersOf, textOf } from "./said.ts";

/** The parts of a page that may hold its headline. */
interface Versions {
  readonly facts: Facts;
  /** The headline in the page's data, without markup. */
  readonly headline: string | null;
  /** Names the house goes by. */
  readonly houses: readonly string[];
}

/** Shorter headings are labels: "News". */
const LEAST_HEADING = 10;

/** The headline, without the name of the house behind it: as the page's data give it, else as it is shared, else as it is shown. */
export function findTitle({ facts, headline, houses }: Versions): string | null {
  const shown = facts.headings.filter(({ length }) => length > LEAST_HEADING);
  const versions = [headline, facts.meta.get("og:title"), facts.meta.get("twitter:title"), shown[0], facts.title];
  const title = versions.map(textOf).find((version) => version !== null && version !== undefined) ?? null;
  return title === null ? null : complete(withoutHouse(title, houses, shown), shown);
}

/** Search engines ask for 110 characters at most, so data may hold only the beginning of what is shown. */
function complete(title: string, shown: readonly string[]): string {
  const beginning = title.replace(/(?:\.{3}|…)$/, "").trimEnd();
  return beginning === title ? title : (shown.find((heading) => heading.startsWith(beginning)) ?? title);
}

/** What parts a headline from the name of its house. */
const SEPARATORS: ReadonlySet<string> = new Set(["|", "-", "–", "—", "·", "•", "»", "::", "｜", "--", ":"]);

/** Cut where the page shows a heading that ends there, or where the house is named after it. */
function withoutHouse(title: string, houses: readonly string[], shown: readonly string[]): string {
  const words = title.split(" ");
  for (let index = words.length - 1; index > 0; index -= 1) {
    if (!SEPARATORS.has(words[index] ?? "")) continue;
    const head = words.slice(0, index).join(" ");
    const tail = words.slice(index + 1).join(" ");
    if (shown.some((heading) => isSame(heading, head)) || houses.some((house) => isNamed(tail, house))) {
      return withoutHouse(head, houses, shown);
    }
  }
  return title;
}

/** "BBC News" names the house "BBC", and "Metro" the house "Metro News". */
function isNamed(tail: string, house: string): boolean {
  const [one, other] = [lettersOf(tail), lettersOf(house)];
  return one !== "" && other !== "" && (`${one} `.startsWith(`${other} `) || `${other} `.startsWith(`${one} `));
}
