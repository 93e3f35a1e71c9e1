import type { Facts } from "./facts.ts";
import { type DataNode, isNode, listOf, resolve } from "./json-ld.ts";
import { isSame, lettersOf, textOf } from "./said.ts";
import { squeeze } from "./squeeze.ts";

/** The first bylines are the page's own; teasers bring the others. */
const PAGES_OWN = 2;

/** Everybody the page names as its author, in its order; where that is only a house, the person its meta or byline names. */
export function findAuthors(
  facts: Facts,
  article: DataNode | null,
  nodes: readonly DataNode[],
  houses: readonly string[],
): readonly string[] {
  const given = [namesIn(article?.author, nodes), namesIn(article?.creator, nodes), ...namesInMeta(facts)];
  const versions = [...given, ...facts.bylines.slice(0, PAGES_OWN).map(readByline)].filter((names) => names.length > 0);
  const best = versions[0] ?? [];
  const isHouse = (name: string): boolean => AGENCY.test(name) || houses.some((house) => isSame(name, house));
  if (!best.every(isHouse)) return best;
  return versions.find((names) => names.every((name) => isPerson(name) && !isHouse(name))) ?? best;
}

/** "dpa", "AFP", "mdr.de": a name in one word, unlike a person's. */
const AGENCY = /^(?:\p{Ll}+|\p{Lu}{2,}|[\w-]+\.\w{2,3})$/u;

/** Keys as "author", "article:author", "parsely-author", "cXenseParse:author", "dc.creator", "articleAuthor". */
const AUTHOR_KEY = /(?:^|[.:_-])(?:article)?(?:authors?|byl|byline|creator)$/;
/** Accounts rather than people. */
const ACCOUNT_KEY = /^(?:twitter|book|fb|video|music):/;

/** In the page's order, "author" itself first. */
function namesInMeta({ meta }: Facts): readonly (readonly string[])[] {
  const keys = [...meta.keys()].filter((key) => AUTHOR_KEY.test(key) && !ACCOUNT_KEY.test(key));
  return ["author", ...keys].map((key) => namesIn(meta.get(key), []));
}

/** A word of a name in scripts that have capitals: "Möller", "O’Neill", "J.", "McCARTHY"; and its particles. */
const NAME = /^\p{Lu}[\p{L}\p{M}.'’-]*$/u;
const PARTICLE = /^(?:\p{Ll}{1,3}|della?|dalla|bint)$/u;
/** Names in scripts without capitals. */
const UNCASED = /^[\p{Lo}\p{M}·・ .]{2,30}$/u;

/** Two to four words that are written as a name is. */
function isPerson(name: string): boolean {
  if (UNCASED.test(name)) return true;
  const words = name.split(" ");
  const [first = "", last = ""] = [words[0], words.at(-1)];
  if (words.length < 2 || words.length > 5 || !NAME.test(first) || !NAME.test(last)) return false;
  return words.every((word) => NAME.test(word) || PARTICLE.test(word));
}

const NAME_BREAK = /[,;|、]|\s(?:and|und|y|et|e|og|och|en|with|&|\/)\s/;

/** The names in what data or a meta element give as the author. */
function namesIn(value: unknown, nodes: readonly DataNode[]): readonly string[] {
  const names = listOf(value)
    .flat(3)
    .flatMap((one) => (isNode(one) ? namesOf(resolve(one, nodes)) : one))
    .filter((name) => typeof name === "string");
  return distinct(
    names
      .flatMap((name) => name.split(NAME_BREAK))
      .map(tidyName)
      .filter(isName),
  );
}

/** A person may be given by the parts of the name. */
function namesOf({ name, givenName, familyName }: DataNode): readonly unknown[] {
  const parts = [textOf(givenName), textOf(familyName)].filter((part) => part !== null);
  return name === undefined && parts.length > 0 ? [parts.join(" ")] : listOf(name);
}

const distinct = (names: readonly string[]): readonly string[] => [
  ...new Map(names.map((name) => [lettersOf(name), name])).values(),
];

/** What stands before a name in a byline. */
const OPENING =
  /^(?:by|von|par|por|di|door|av|af|autor(?:en|in|innen|es|a)?|text|words|fra|od|от|автор(?:ы)?)\s?[: ]\s?/iu;
const tidyName = (name: string): string => squeeze(name).replace(OPENING, "").replace(OPENING, "");

/** Neither an address nor an account nor a number. */
const isName = (name: string): boolean =>
  name !== "" && name.length < 100 && /\p{L}/u.test(name) && !/^https?:|\bwww\.|@|:\*|\d/.test(name);

/** A post rather than a person. */
const POST =
  /\b(?:reporter|editor|correspondent|writer|journalist|columnist|producer|staff|redakteur(?:in)?|korrespondent(?:in)?)\b/i;

/** The names a byline opens with: up to the date, the reading time or whatever else stands behind. */
function readByline(byline: string): readonly string[] {
  const cue = /(?:^|\s)(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa][vf])\s(?=\p{Lu})/u.exec(byline);
  const named = cue === null ? byline : byline.slice(cue.index + cue[0].length);
  const [names = ""] = named.split(/\d|[|•·]|\s[-–—]\s|\b(?:published|updated|veröffentlicht|stand)\b/i);
  const found = namesIn(names, []);
  const people = found.filter((name) => !POST.test(name));
  return people.length > 0 ? people : found;
}
