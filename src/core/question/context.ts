import { matchName, type NameMatch } from "../speakers/index.ts";
import { wordsOf } from "../text/fold.ts";
import type { Context } from "./draft.ts";
import type { Token } from "./tokens.ts";

/** What the rules may ask about the text as typed and the names known. */
export function makeContext(typed: string, names: readonly string[]): Context {
  const known = new Set(names.flatMap((name) => wordsOf(name).map(({ text }) => text)));
  const asked = new Map<string, NameMatch | null>();
  const match = (tokens: readonly Token[]): NameMatch | null => {
    // A name without a single known word is nobody's, and need not be compared with every name.
    if (!tokens.some(({ text }) => known.has(dropPossessive(text)))) return null;
    const written = writtenAs(tokens, typed);
    const found = asked.has(written) ? (asked.get(written) ?? null) : matchName(written, names);
    asked.set(written, found);
    return found;
  };
  return {
    isCapital: ([first]) => first !== undefined && /^\p{Lu}/u.test(typed.slice(first.start, first.end)),
    isName(tokens) {
      const found = match(tokens);
      return found !== null && found.how !== "typo";
    },
    isWholeName: (tokens) => match(tokens)?.how === "exact",
  };
}

/** The stretch of text these tokens were typed as, without a possessive ending; empty where a quotation is among them. */
function writtenAs(tokens: readonly Token[], typed: string): string {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined || tokens.some((token) => token.type !== "word")) return "";
  return dropPossessive(typed.slice(first.start, last.end));
}

const dropPossessive = (name: string): string => name.replace(/['’]s?$/, "");
