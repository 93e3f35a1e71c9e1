/** Words that say nothing of a text's matter, nor do the verbs every news story uses. */
const STOP_WORDS = new Set(
  `a about above after again against ago all almost already also although always am among an and another any are aren't
  around as at away back be because been before behind being below between both but by came can can't cannot could
  couldn't did didn't do does doesn't doing don't done down during each either else even ever every far few for former
  from further get gets getting go goes going got had hadn't has hasn't have haven't having he he'd he'll he's her here
  hers herself him himself his how however i i'd i'll i'm i've if in instead into is isn't it it's its itself just last
  later least less let let's like made make many may me meanwhile might more most mr mrs ms much must my myself near
  never new no nor not now of off often on once one only onto or other others our ours ourselves out over own part per
  put quite rather really said same say saying says see seen several shall she she'd she'll she's should shouldn't
  since so some something soon still such take than that that's the their theirs them themselves then there there's
  these they they'd they'll they're they've thing things this those though three through thus to today told too took
  toward towards two under until up upon us use used very via was wasn't way we we'd we'll we're we've well went were
  weren't what what's when where where's whether which while who who's whom whose why will with within without won't
  would wouldn't yesterday yet you you'd you'll you're you've your yours yourself`.split(/\s+/),
);

/**
 * The words that carry a text's matter, in order, repeated as often as they occur: lower case, without stop words and
 * endings. Two texts about the same thing share many.
 */
export function termsOf(text: string): readonly string[] {
  const terms: string[] = [];
  for (const match of text.toLowerCase().replaceAll("’", "'").matchAll(TERM)) {
    const word = match[0];
    if (!STOP_WORDS.has(word) && (word.length > 1 || /\P{ASCII}|\d/u.test(word))) terms.push(stem(word));
  }
  return terms;
}

/** Han is written without spaces: each of its characters counts as a term. */
const TERM = /[\u3040-\u30FF\u3400-\u9FFF]|[\p{L}\p{N}]+(?:'\p{L}+)?/gu;

/** Endings of English inflection, longest first. What is left is a key, not a word. */
const ENDINGS = ["ings", "ing", "edly", "ied", "ies", "ed", "es", "ly", "s", "e", "y"];
const SHORTEST_STEM = 3;

function stem(inflected: string): string {
  const word = inflected.replace(/'s$/, "");
  const ending = ENDINGS.find((end) => word.endsWith(end) && word.length - end.length >= SHORTEST_STEM);
  return ending === undefined || /\d/.test(word) ? word : word.slice(0, word.length - ending.length);
}

/** Words as a reader counts them: what white space parts, if it holds a letter or a digit; two Han characters count one. */
export function countWords(text: string): number {
  let words = 0;
  let han = 0;
  let isCounted = false;
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf(text, at);
    if (kind === "space" || kind === "han") isCounted = false;
    if (kind === "han") han += 1;
    if (kind === "letter" && !isCounted) words += 1;
    if (kind === "letter") isCounted = true;
  }
  return words + Math.ceil(han / 2);
}

type Kind = "space" | "letter" | "han" | "other";

function kindOf(text: string, at: number): Kind {
  const code = text.charCodeAt(at);
  if (code < 0x80) return ASCII_KINDS[code] ?? "other";
  const character = String.fromCodePoint(text.codePointAt(at) ?? code);
  if (/[\u3040-\u30FF\u3400-\u9FFF]/.test(character)) return "han";
  if (/[\p{L}\p{N}]/u.test(character)) return "letter";
  return /\s/.test(character) ? "space" : "other";
}

const ASCII_KINDS: readonly Kind[] = Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[a-z\d]/i.test(character) ? "letter" : /\s/.test(character) ? "space" : "other";
});
