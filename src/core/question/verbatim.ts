import type { Token } from "./tokens.ts";

/** "word for word" and its like: a wish for quotations. Where it is what somebody owns ("his exact words"), a noun stays. */
export function foldVerbatim(tokens: readonly Token[]): {
  readonly tokens: readonly Token[];
  readonly wordForWord: boolean;
} {
  const wordForWord = tokens.some((token) => token.text === "verbatim-words");
  const folded = tokens.flatMap((token, index) => {
    if (token.text !== "verbatim-words") return [token];
    const owned = /(?:'s?|^the|^any|^his|^her|^their)$/.test(tokens[index - 1]?.text ?? "");
    const by = /^(?:of|by|from)$/.test(tokens[index + 1]?.text ?? "");
    return owned || by ? [{ ...token, text: "words" }] : [];
  });
  return { tokens: folded, wordForWord };
}
