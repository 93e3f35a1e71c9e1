import type { Schema } from "discord-api-spec/zod";

/** Named in a variable: the package's own TypeScript is not of the erasable kind this project is checked for. */
const DESCRIPTION: string = "discord-api-spec";

/** Every path Discord has, by method in lower case: "/channels/{channel_id}/messages". */
export const { pathsList } = (await import(DESCRIPTION)) as {
  readonly pathsList: Readonly<Record<string, readonly string[]>>;
};

/** What a value breaks of Discord's own description, a line each; fields the description does not know break it too. */
export function faultsIn(schema: Schema, value: unknown): readonly string[] {
  const result = schema.safeParse(value);
  if (!result.success)
    return result.error.issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`);
  return unknownFields(value, result.data, "");
}

/** A value breaks several schemas at once only when it breaks each of them. */
export function faultsInAny(schemas: readonly Schema[], value: unknown): readonly string[] {
  const faults = schemas.map((schema) => faultsIn(schema, value));
  return faults.find((found) => found.length === 0) ?? faults.flat();
}

/** zod leaves unknown fields out of what it gives back. */
function unknownFields(given: unknown, known: unknown, path: string): readonly string[] {
  if (!(given instanceof Object) || !(known instanceof Object)) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (!(key in known)) return [`${path}${key}: Discord does not know this field`];
    return unknownFields(value, Reflect.get(known, key), `${path}${key}.`);
  });
}
