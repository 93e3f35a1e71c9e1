import type { Span } from "../article.ts";

/** "DALLAS (AP) — ", "MOSCOW, Feb. 22 (Fell News) - ", "(AFP) – ", "BRUSSELS — ". */
const DATELINE =
  /^(?:(?:\p{Lu}[\p{L}.,'’ 0-9/-]{1,40} )?\((?:AP|AFP|Reuters|UPI|TASS|Xinhua|dpa|CNN|CBS|Bloomberg)[^)]{0,30}\)|\p{Lu}{3}[\p{L}.,'’ 0-9/-]{0,40}(?: \(\p{Lu}[^)]{0,40}\))?) ?(?:—|–|--|-) (?=["“‘']?[\p{Lu}\d])/u;

/** Words that only tie a sentence to the one before. */
const CONNECTIVE =
  /^(?:(?:Meanwhile|Later|However|Moreover|Furthermore|Additionally|Separately|Earlier|Still|Also|Nevertheless|Similarly|In addition|In fact|At the same time|For (?:his|her|its|their) part), |(?:And|But),? (?=\p{L}))/u;

/** A sentence that opens with one of these means something only after the sentence before it. */
const PRONOUN =
  /^["'“”‘’«„(]{0,2}(?:he|she|it|they|we|i|you|him|her|them|his|hers|its|their|theirs|our|my|your|this|that|these|those|both|such|another|others?|the (?:others?|same|latter|former)|er|sie|es|wir|ihr|il|elle|ils|elles|nous|él|ella|ellos|он|она|они|мы)(?:['’]\p{L}+)?(?![\p{L}-])/iu;

/** "Sooner or later, they will", "In Tarum they will": the subject is a pronoun behind an introduction. */
const INTRODUCED_PRONOUN =
  /^["“]?(?:[^,"“”]{1,80}, (?:and |but )?|(?:In|On|At|From|For|By|After|Before|Since|Until|With|Under|Then|There) [^,.;"“”]{1,30} )(?:he|she|they|it|we|I)\b/;

export const opensWithPronoun = (sentence: string): boolean =>
  PRONOUN.test(sentence) || INTRODUCED_PRONOUN.test(sentence);

/** A dateline says where the reporter sat; the sentence begins behind it. */
export function afterDateline(text: string, sentence: Span): Span {
  const dateline = DATELINE.exec(text.slice(sentence.start, Math.min(sentence.end, sentence.start + 90)));
  return dateline ? { start: sentence.start + dateline[0].length, end: sentence.end } : sentence;
}

/** The sentence behind its dateline and one leading connective: all that is ever trimmed. */
export function afterConnective(text: string, sentence: Span): Span {
  const { start, end } = afterDateline(text, sentence);
  const connective = CONNECTIVE.exec(text.slice(start, Math.min(end, start + 40)));
  return { start: start + (connective?.[0].length ?? 0), end };
}

/** The first letter as it stands at the beginning of a sentence. */
export const capitalize = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());

/** Line breaks and runs of spaces of the article's layout become one space. */
export const onOneLine = (text: string): string => text.replace(/\s+/g, " ");
