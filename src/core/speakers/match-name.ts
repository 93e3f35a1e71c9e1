/** How a typed name was recognised, and whom it means: several names where it could be any of them. */
export interface NameMatch {
  readonly how: "exact" | "partial" | "typo";
  readonly names: readonly string[];
}

/** Finds whom a typed name means among the names known; null for nobody. */
export function matchName(typed: string, names: readonly string[]): NameMatch | null {
  const wanted = typed.toLowerCase().trim();
  const exact = names.filter((name) => name.toLowerCase() === wanted);
  if (exact.length > 0) return { how: "exact", names: exact };
  const partial = names.filter((name) => name.toLowerCase().split(" ").includes(wanted));
  return partial.length > 0 ? { how: "partial", names: partial } : null;
}

/** Whether two names can be one person's or organization's. */
export const sameName = (one: string, other: string): boolean => matchName(one, [other])?.how === "exact";
