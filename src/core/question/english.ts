import type { Context, Draft, Rule } from "./draft.ts";
import { LEAD_INS } from "./english-words.ts";
import { readFact } from "./fact.ts";
import { isLink, readFollowUp, readFragment } from "./fragments.ts";
import { readOpposing } from "./opposing.ts";
import { readCompare, readCount, readList, readQuote } from "./requests.ts";
import { readAccording, readAttribution } from "./source.ts";
import { dropWhile, isWord } from "./tail.ts";
import type { Token } from "./tokens.ts";
import { readWhat } from "./what.ts";
import { readWho } from "./who.ts";
import { readCircumstance, readClaim, readSaid, readYesNo } from "./yes-no.ts";

/** Whole sentences, the most telling first. */
const RULES: readonly Rule[] = [
  readCompare,
  readOpposing,
  readAttribution,
  readAccording,
  readCount,
  readWho,
  readWhat,
  readCircumstance,
  readYesNo,
  readList,
  readQuote,
];

/** Reads an English sentence; null where it asks nothing we know. `complete` is false for a fragment, and for what asks no one's words. */
export function readEnglish(
  typed: readonly Token[],
  context: Context,
): { readonly draft: Draft; readonly complete: boolean } | null {
  const tokens = putQuotationLast(dropThanks(typed));
  const linked = dropWhile(tokens, isLink);
  const leans = tokens.slice(0, tokens.length - linked.length).some(({ type }) => type === "word");
  const whole = readRules(linked, context) ?? readAfterLeadIn(linked, context);
  if (whole !== null) return { draft: { ...whole, followsUp: whole.followsUp || leans }, complete: true };
  const followUp = readFollowUp(tokens, context);
  if (followUp !== null) return { draft: followUp, complete: true };
  const claim = readClaim(tokens, context);
  if (claim !== null) return { draft: claim, complete: true };
  const fact = readFact(linked);
  if (fact !== null) return { draft: { ...fact, followsUp: leans }, complete: false };
  const fragment = readFragment(tokens, context);
  return fragment && { draft: fragment, complete: false };
}

/** "… please", "…, thank you". */
function dropThanks(tokens: readonly Token[]): readonly Token[] {
  const end = tokens.findLastIndex(
    (token) => token.type === "quotation" || !/^(?:please|thanks|thank|you|,)$/.test(token.text),
  );
  return tokens.slice(0, end + 1);
}

/** "“…”: who said that?" is "who said “…”?" */
function putQuotationLast(tokens: readonly Token[]): readonly Token[] {
  const [first, ...rest] = tokens;
  if (first?.type !== "quotation" || rest.length < 2) return tokens;
  const asking = dropWhile(rest, (token) => token.type === "comma");
  const end = /^(?:that|this|it|so)$/.test(asking.at(-1)?.text ?? "") ? -1 : asking.length;
  return [...asking.slice(0, end), first];
}

const readRules = (tokens: readonly Token[], context: Context): Draft | null =>
  RULES.reduce<Draft | null>((found, rule) => found ?? rule(tokens, context), null);

/** "Could you please tell me what Lavrov said?", "I wonder whether he denied it." */
function readAfterLeadIn(tokens: readonly Token[], context: Context): Draft | null {
  for (let at = 1; at < Math.min(tokens.length, 12) && isWord(tokens[at - 1], LEAD_INS); at += 1) {
    const conditional = /^(?:if|whether|that)$/.test(tokens[at - 1]?.text ?? "");
    const found = conditional ? readSaid(tokens.slice(at), context) : readRules(tokens.slice(at), context);
    if (found !== null) return found;
  }
  return null;
}
