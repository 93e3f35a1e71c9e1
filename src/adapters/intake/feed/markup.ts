import { Parser } from "htmlparser2";
import type { FeedText } from "./document.ts";

/** Elements people write in feeds; anything else between angle brackets may be meant as it stands ("List<String>"). */
const KNOWN = new Set(
  (
    "a abbr acronym address area article aside audio b bdi bdo big blockquote br button caption center cite code col " +
    "colgroup dd del details dfn dir div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 " +
    "header hr i iframe img input ins kbd label legend li link main map mark menu meta nav noscript object ol optgroup " +
    "option p picture pre q s samp script section select small source span strike strong style sub summary sup svg table " +
    "tbody td textarea tfoot th thead time tr tt u ul var video wbr"
  ).split(" "),
);

const TAG = /<\/?([a-z][a-z0-9]{0,20})(?=[\s/>])/gi;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/** Whether words that are not labelled are HTML: they hold an entity, or tags and none that HTML does not know. */
export function hasMarkup(words: string): boolean {
  const tags = [...words.matchAll(TAG)].map(([, name = ""]) => name.toLowerCase());
  if (tags.length === 0) return ENTITY.test(words) || words.includes("<!--");
  return tags.every((name) => KNOWN.has(name));
}

/** Elements whose words nobody is meant to read. */
const UNREAD = new Set(["script", "style", "template", "noscript", "iframe", "object", "svg", "math", "select"]);
/** Elements that part words although no space stands between them. */
const APART = new Set(
  (
    "address article aside blockquote br caption center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 " +
    "h5 h6 header hr img li main nav ol option p pre section table tbody td tfoot th thead tr ul"
  ).split(" "),
);

/** What a reader sees of the words, on one line: tags left out, entities decoded once, nothing decoded twice. */
export function plainWords({ type, value }: FeedText): string {
  return squeeze(type === "plain" ? value : stripTags(value));
}

const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();

function stripTags(markup: string): string {
  let words = "";
  let unread = 0;
  const parser = new Parser({
    onopentag(tag) {
      if (UNREAD.has(tag)) unread += 1;
      if (APART.has(tag)) words += " ";
    },
    onclosetag(tag) {
      if (UNREAD.has(tag)) unread -= 1;
      if (APART.has(tag)) words += " ";
    },
    ontext(text) {
      if (unread === 0) words += text;
    },
  });
  parser.end(markup);
  return words;
}
