import type { Facts } from "./facts.ts";
import { type DataNode, isNode, listOf, resolve } from "./json-ld.ts";
import { textOf } from "./said.ts";

const first = ({ meta }: Facts, ...keys: readonly string[]): string | null => {
  for (const key of keys) {
    const value = meta.get(key);
    if (value) return value;
  }
  return null;
};

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
export function findPublisher(facts: Facts, article: DataNode | null, nodes: readonly DataNode[]): string | null {
  for (const publisher of listOf(article?.publisher)) {
    const name = textOf(isNode(publisher) ? resolve(publisher, nodes).name : publisher);
    if (name !== null) return name;
  }
  return first(facts, "og:site_name", "application-name");
}

/** Every name its house goes by. */
export const findHouses = (facts: Facts, publisher: string | null): readonly string[] =>
  [publisher, first(facts, "og:site_name"), first(facts, "application-name")].filter((name) => name !== null);
