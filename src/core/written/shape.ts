/** A JSON schema, as far as it concerns us: something to send. */
export interface JsonSchema {
  readonly [key: string]: unknown;
}

/**
 * What a value must be, told once: the schema goes to the model, `read` checks what comes back. Schemas are those of strict mode:
 * every field required, no others, absence as null. https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 */
export interface Shape<T> {
  readonly schema: JsonSchema;
  /** The value, if it has the shape; undefined if not. */
  read(value: unknown): T | undefined;
}

export const text: Shape<string> = {
  schema: { type: "string" },
  read: (value) => (typeof value === "string" ? value : undefined),
};

export const whole: Shape<number> = {
  schema: { type: "integer" },
  read: (value) => (typeof value === "number" && Number.isSafeInteger(value) ? value : undefined),
};

export const list = <T>(item: Shape<T>): Shape<readonly T[]> => ({
  schema: { type: "array", items: item.schema },
  read(value) {
    if (!Array.isArray(value)) return undefined;
    const items = value.flatMap((one: unknown) => item.read(one) ?? []);
    return items.length === value.length ? items : undefined;
  },
});

/** The value or null. Where nothing stands it is null too: servers without schemas leave such fields out. */
export const maybe = <T>(inner: Shape<T>): Shape<T | null> => ({
  schema: { anyOf: [inner.schema, { type: "null" }] },
  read: (value) => (value === null || value === undefined ? null : inner.read(value)),
});

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Shape<infer T> ? T : never };

/** An object with these fields; what else stands in it is left out. */
export const fields = <F extends Fields>(of: F): Shape<Values<F>> => ({
  schema: {
    type: "object",
    properties: Object.fromEntries(Object.entries(of).map(([key, { schema }]) => [key, schema])),
    required: Object.keys(of),
    additionalProperties: false,
  },
  read(value) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    const given = new Map(Object.entries(value));
    const read = Object.entries(of).map(([key, shape]) => [key, shape.read(given.get(key))] as const);
    if (read.some(([, field]) => field === undefined)) return undefined;
    return Object.fromEntries(read) as Values<F>;
  },
});

/** The JSON value of a text, in a code fence or without; undefined where it is none. */
export function readJson(text: string): unknown {
  const bare = text
    .trim()
    .replace(/^```(?:json)?/, "")
    .replace(/```$/, "");
  try {
    return JSON.parse(bare);
  } catch {
    return undefined;
  }
}
