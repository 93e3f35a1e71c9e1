import type { Facts } from "./facts.ts";
import { type DataNode, isNode, listOf } from "./json-ld.ts";
import { squeeze } from "./squeeze.ts";

const first = ({ meta }: Facts, ...keys: readonly string[]): string | null => {
  for (const key of keys) {
    const value = meta.get(key);
    if (value) return value;
  }
  return null;
};

const textOf = (value: unknown): string | null => (typeof value === "string" && value.trim() ? squeeze(value) : null);

/** The headline: the version two of the page's own agree on, shown ones before others; else as good as there is. */
export function findTitle(facts: Facts, article: DataNode | null, plain: (text: string) => string): string | null {
  const headline = textOf(article?.headline);
  const given = headline === null ? null : plain(headline);
  const shared = first(facts, "og:title", "twitter:title");
  const shown = facts.headings.filter(({ length }) => length > 10);
  const agreed = [given, shared].find((version) => shown.some((heading) => isSame(heading, version)));
  const windowed = shown.find((heading) => facts.title.includes(heading) || shared?.includes(heading));
  return (
    agreed ?? (isSame(given, shared) ? given : null) ?? windowed ?? given ?? shared ?? shown[0] ?? textOf(facts.title)
  );
}

const isSame = (one: string | null | undefined, other: string | null | undefined): boolean =>
  typeof one === "string" && typeof other === "string" && letters(one) === letters(other);

const letters = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const NAME_BREAK = /,|;|\||(?: (?:and|und|y|et|e|og|och|&) )/;

const AUTHOR_KEYS = ["author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl"];

/** Everybody the page names as its author, in its order; where that is only the house itself, a person in its byline. */
export function findAuthors(facts: Facts, article: DataNode | null): readonly string[] {
  const versions = [
    namesIn(article?.author),
    ...AUTHOR_KEYS.map((key) => namesIn(first(facts, key))),
    ...facts.bylines.map(namesIn),
  ].filter((names) => names.length > 0);
  const best = versions[0] ?? [];
  const houses = [findPublisher(facts, article), first(facts, "og:site_name")];
  if (!best.every((name) => isHouse(name, houses))) return best;
  return versions.find((names) => names.every((name) => isPerson(name) && !isHouse(name, houses))) ?? best;
}

const isHouse = (name: string, houses: readonly (string | null)[]): boolean =>
  /\bwww\.|^[\w-]+\.\w{2,3}$/.test(name) || houses.some((house) => isSame(name, house));

/** Two to four words that begin with capitals. */
const isPerson = (name: string): boolean => /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]{1,30}){1,3}$/u.test(name);

function namesIn(value: unknown): readonly string[] {
  const names = listOf(value).flatMap((one) => {
    if (typeof one === "string") return one;
    return isNode(one) ? listOf(one.name).filter((name) => typeof name === "string") : [];
  });
  return [
    ...new Set(
      names
        .flatMap((name) => name.split(NAME_BREAK))
        .map(tidyName)
        .filter(isName),
    ),
  ];
}

const tidyName = (name: string): string => squeeze(name).replace(/^(?:by|von|par|por|di|door|av|af|text):? /i, "");

/** Neither an address nor an account nor a number. */
const isName = (name: string): boolean =>
  name !== "" && name.length < 100 && /\p{L}/u.test(name) && !/^https?:|@|:\*|\d/.test(name);

const DATE_KEYS = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "date",
  "dc.date",
  "dc.date.issued",
  "dcterms.created",
  "dcterms.date",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "article.published",
  "cxenseparse:recs:publishtime",
];

/** When it was published, to the second at most as the page has it: a time zone is never added. */
export function findDate(facts: Facts, article: DataNode | null): string | null {
  const given = textOf(article?.datePublished) ?? first(facts, ...DATE_KEYS) ?? facts.times[0];
  return given === undefined
    ? null
    : given.replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d)?) ?([+-]\d\d:?\d\d|Z)$/, "$1T$2$3");
}

/** What the page gives as its summary. */
export const findSummary = (facts: Facts, article: DataNode | null): string | null =>
  textOf(article?.description) ?? first(facts, "og:description", "description", "twitter:description");

/** Who published it. */
export function findPublisher(facts: Facts, article: DataNode | null): string | null {
  for (const publisher of listOf(article?.publisher)) {
    const name = isNode(publisher) ? textOf(publisher.name) : textOf(publisher);
    if (name !== null) return name;
  }
  return first(facts, "og:site_name", "application-name");
}
