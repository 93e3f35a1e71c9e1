import type { Sentence } from "../attribution/sentences.ts";

const LONGEST = 14;
const DASH = /^(?:-|--|–|—)$/;
/** A town in capitals: "TARUM", "SAN" of "SAN JOSE". */
const TOWN = /^\p{Lu}{3,}$/u;

/**
 * Index of the first token behind a dateline, "LONDON, Jan. 9 (Reuters) -", which tells where the reporter is and names
 * nobody who acts; 0 where the sentence begins with none.
 */
export function endOfDateline(tokens: Sentence): number {
  if (!TOWN.test(tokens[0]?.text ?? "")) return 0;
  const dash = tokens.slice(0, LONGEST).findIndex((token) => DASH.test(token.text));
  return dash < 0 || tokens.slice(1, dash).some(isProse) ? 0 : dash + 1;
}

/** A word in small letters, a quotation or a colon: a sentence goes on there, or somebody is given the word. */
const isProse = ({ text, quotation }: Sentence[number]): boolean =>
  quotation !== null || text === ":" || /^\p{Ll}/u.test(text);
