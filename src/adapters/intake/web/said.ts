import { squeeze } from "./squeeze.ts";

/** A text that says something, on one line; null for anything else. */
export const textOf = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? squeeze(value) : null;

/** Its letters and digits alone, in lower case, one space between words. */
export const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Whether two texts say the same but for case and punctuation. */
export const isSame = (one: string, other: string): boolean => lettersOf(one) === lettersOf(other);
