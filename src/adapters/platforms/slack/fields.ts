/** A JSON object of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The value's fields; none for what is no object. */
export const readFields = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};

export const readList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The string, or null for what is none or empty. */
export const readString = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
