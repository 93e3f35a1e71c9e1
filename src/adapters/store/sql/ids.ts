import type { Values } from "../../database/sql.ts";

/** Rows to be found by their numbers: what stands in `IN (…)`, and the values it takes. By parameters, so that a statement is prepared once. */
export const idsOf = (ids: readonly number[]): { readonly list: string; readonly values: Values } => ({
  list: ids.map((_, index) => `$id${index}`).join(", "),
  values: Object.fromEntries(ids.map((id, index) => [`id${index}`, id])),
});
