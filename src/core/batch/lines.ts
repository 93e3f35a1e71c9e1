import { UserError } from "../errors.ts";

/** A line of a batch, as far as every kind needs it. */
export interface BatchLine {
  readonly [key: string]: unknown;
}

/** A fault of one line, told in its place. */
export const lineError = (message: string): UserError => new UserError("usage", "bad-line", message);

/** Gives one object for each line that is not empty, in order; a line that cannot be used gives its fault and the run goes on. */
export async function* eachLine(
  lines: AsyncIterable<string>,
  convert: (line: BatchLine) => object | Promise<object>,
): AsyncGenerator<object> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() !== "") yield await convertLine(line, number, convert);
  }
}

async function convertLine(
  text: string,
  number: number,
  convert: (line: BatchLine) => object | Promise<object>,
): Promise<object> {
  const line = parseLine(text);
  if (line === null) return { line: number, error: "expected one JSON object on this line" };
  const id = line.id === undefined ? {} : { id: line.id };
  try {
    return { ...id, ...(await convert(line)) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...id, line: number, error: error.message };
  }
}

function parseLine(text: string): BatchLine | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export const isObject = (value: unknown): value is BatchLine =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The text under `key`. Throws UserError where there is none. */
export function requireText(line: BatchLine, key: string): string {
  const value = line[key];
  if (typeof value !== "string") throw lineError(`expected "${key}" to be a text`);
  return value;
}

/** The text under `key`, or undefined. */
export function optionalText(line: BatchLine, key: string): string | undefined {
  const value = line[key];
  return typeof value === "string" ? value : undefined;
}
