import type { Tag } from "./tags.ts";
import type { Token } from "./tokens.ts";

/** What lies around each token as far as the pauses beside it; one hash a token. */
export interface Outlook {
  /** From the token to the next pause: its first two tags, whether it holds a finite verb, its length, its mark. */
  readonly ahead: Int32Array;
  /** From the last pause up to the token, in the same terms; one longer than the sentence. */
  readonly behind: Int32Array;
  /** The next finite verb before the next quotation, and how far it is; 0 where none is near. */
  readonly verb: Int32Array;
}

/** Hashes of the tags and words of a sentence. */
interface TokenKeys {
  readonly tag: Int32Array;
  readonly word: Int32Array;
}

const PAUSES: ReadonlySet<string> = new Set([",", "—", "–", ";", ":", "(", ")"]);
export const FINITE: ReadonlySet<Tag> = new Set<Tag>(["past", "present", "auxiliary", "modal"]);
const VERB_REACH = 8;
/** Stands for the mark of a stretch that the sentence's own edge ends, and for no tag. */
const EDGE = 17;

/** Linear in the sentence. */
export function readOutlook(sentence: readonly Token[], tags: readonly Tag[], keys: TokenKeys): Outlook {
  const pauses = new Uint8Array(tags.length);
  const finite = new Uint8Array(tags.length);
  tags.forEach((tag, at) => {
    if (PAUSES.has(sentence[at]?.text ?? "")) pauses[at] = 1;
    if (FINITE.has(tag)) finite[at] = 1;
  });
  return {
    ahead: lookAhead(keys, pauses, finite),
    behind: lookBehind(keys, pauses, finite),
    verb: nextVerbs(keys, tags, finite),
  };
}

function lookAhead({ tag, word }: TokenKeys, pauses: Uint8Array, finite: Uint8Array): Int32Array {
  const ahead = new Int32Array(tag.length);
  let [length, verbs, mark] = [0, 0, EDGE];
  for (let at = tag.length - 1; at >= 0; at -= 1) {
    if (pauses[at] === 1) [length, verbs, mark] = [0, 0, word[at] ?? 0];
    else [length, verbs] = [length + 1, verbs | (finite[at] ?? 0)];
    ahead[at] = describe(length, verbs, mark, mix(tag[at] ?? 0, tag[at + 1] ?? EDGE));
  }
  return ahead;
}

function lookBehind({ tag, word }: TokenKeys, pauses: Uint8Array, finite: Uint8Array): Int32Array {
  const behind = new Int32Array(tag.length + 1);
  let [length, verbs, mark, first] = [0, 0, EDGE, EDGE];
  for (let at = 0; at < tag.length; at += 1) {
    if (pauses[at] === 1) [length, verbs, mark] = [0, 0, word[at] ?? 0];
    else [length, verbs, first] = [length + 1, verbs | (finite[at] ?? 0), length === 0 ? (tag[at] ?? 0) : first];
    behind[at + 1] = describe(length, verbs, mark, mix(first, EDGE));
  }
  return behind;
}

function nextVerbs({ word }: TokenKeys, tags: readonly Tag[], finite: Uint8Array): Int32Array {
  const verbs = new Int32Array(tags.length);
  let next = -1;
  for (let at = tags.length - 1; at >= 0; at -= 1) {
    if (finite[at] === 1) next = at;
    else if (tags[at] === "quotation") next = -1;
    verbs[at] = next >= 0 && next - at <= VERB_REACH ? mix(word[next] ?? 0, Math.min(3, next - at)) : 0;
  }
  return verbs;
}

/** Lengths count as 0, 1, 2, up to 6, and more. */
const describe = (length: number, verbs: number, mark: number, start: number): number =>
  mix(start, mix(mark, 2 * (length < 3 ? length : length < 7 ? 3 : 4) + verbs));

const mix = (a: number, b: number): number =>
  Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) ^ Math.imul(b + 0x7ed55d16, 0x297a2d39);
