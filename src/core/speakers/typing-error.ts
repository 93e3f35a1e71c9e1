/** Shorter words have too many neighbours to guess from. */
const SHORTEST = 4;
/** In a word this short another first letter makes another name: "Wang" and "Yang". */
const SHORT = 5;

/** Whether one slip of the fingers parts the words: a letter more, less, other, or two letters swapped (Damerau 1964). */
export function isTypingError(typed: string, meant: string): boolean {
  if (typed === meant || Math.min(typed.length, meant.length) < SHORTEST) return false;
  if (Math.abs(typed.length - meant.length) > 1) return false;
  const from = commonStart(typed, meant);
  if (typed.length === meant.length) {
    if (isSwapped(typed, meant, from)) return true;
    return (from > 0 || typed.length > SHORT) && typed.slice(from + 1) === meant.slice(from + 1);
  }
  const [short, long] = typed.length < meant.length ? [typed, meant] : [meant, typed];
  return short.slice(from) === long.slice(from + 1);
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.charAt(length) === other.charAt(length)) length += 1;
  return length;
}

const isSwapped = (typed: string, meant: string, at: number): boolean =>
  typed.charAt(at) === meant.charAt(at + 1) &&
  typed.charAt(at + 1) === meant.charAt(at) &&
  typed.slice(at + 2) === meant.slice(at + 2);
