import type { Row, Values } from "../sql.ts";

/** A statement as Postgres takes it: parameters by number. */
export interface Numbered {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A parameter: a letter or a digit begins its name. */
const PARAMETER = /\$([a-zA-Z0-9_]+)/g;

/** Numbers the named parameters of a statement. Throws TypeError for one without a value. */
export function numberParameters(sql: string, values: Values): Numbered {
  const numbers = new Map<string, number>();
  const text = sql.replace(PARAMETER, (_, name: string) => {
    if (!Object.hasOwn(values, name)) throw new TypeError(`Expected a value for $${name}, got none`);
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return `$${number}`;
  });
  return { text, values: [...numbers.keys()].map((name) => encode(values[name])) };
}

/**
 * Postgres keeps any character but U+0000, https://www.postgresql.org/docs/15/datatype-character.html. It is written as a
 * noncharacter and a digit, and that noncharacter as itself and another: different texts stay different.
 */
const MARK = "\u{10FFFF}";
const UNKEPT = /[\0\u{10FFFF}]/gu;
const WRITTEN = /\u{10FFFF}([01])/gu;

const encode = (value: unknown): unknown =>
  typeof value === "string" ? value.replace(UNKEPT, (found) => `${MARK}${found === MARK ? 1 : 0}`) : value;

const decode = (value: unknown): unknown =>
  typeof value === "string" && value.includes(MARK)
    ? value.replace(WRITTEN, (_, digit: string) => (digit === "1" ? MARK : "\0"))
    : value;

/** A row as it was given to be written. */
export const decodeRow = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([column, value]) => [column, decode(value)]));
