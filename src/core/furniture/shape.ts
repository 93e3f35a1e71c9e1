import { endsLikeSentence } from "../text/paragraphs.ts";
import { countWords } from "../text/terms.ts";

/** What can be seen of a line without knowing its neighbours. */
export interface Shape {
  readonly text: string;
  readonly words: number;
  /** Ends with a stop, a question or an exclamation mark, whatever closes behind it. */
  readonly ends: boolean;
  /** Holds more than one sentence. */
  readonly several: boolean;
}

export const shapeOf = (text: string): Shape => ({
  text,
  words: countWords(text),
  ends: endsLikeSentence(text),
  several: /\p{Ll}[.!?]["'”’)]{0,2}\s["'“‘(]{0,2}\p{Lu}|[。！？]./u.test(text),
});

/** No heading or caption without a stop is this long. */
const LONGEST_HEADING = 15;

/** Longer lines are prose even where their stop is missing. */
export const isProse = (shape: Shape): boolean => shape.ends || shape.several || shape.words > LONGEST_HEADING;

/** What surely tells the story: a whole sentence, and no question a headline may ask. */
export const isSentence = (shape: Shape): boolean =>
  shape.several || (shape.ends && (shape.words > LONGEST_HEADING || !/[!?]["'”’)]{0,3}$/.test(shape.text)));

/** Could stand above something: short, no stop or comma or colon at its end, no list mark or speaker's label in front. */
export const isHeading = (shape: Shape): boolean =>
  !isProse(shape) && !/[,;:]$/.test(shape.text) && /^["'“‘«„¿¡]{0,2}[\p{Lu}\p{Lo}\p{N}]/u.test(shape.text);

/** `WALLACE: Thank you` is a line of a transcript; words of somebody who "said", or a whole quotation, are no heading. */
export const isSpeech = ({ text, words }: Shape): boolean =>
  /^[\p{Lu}][\p{Lu} .'’-]{1,40}:/u.test(text) ||
  /\b(?:said|told|asked|added)\b/.test(text) ||
  (words >= 5 && /^["“«„].*\p{Ll}/u.test(text));
