/** A table as a backup holds it. What can be made anew from it (words, voices) is in no backup. */
export interface BackedUp {
  readonly name: string;
  /** Columns that tell its rows apart, in whose order they are written. */
  readonly key: readonly [string, ...string[]];
  /** Columns that mean nothing outside the database. */
  readonly leaveOut?: readonly string[];
}

/** Every table that holds what cannot be made anew; those that others refer to come first. */
export const TABLES: readonly BackedUp[] = [
  { name: "texts", key: ["id"] },
  { name: "readings", key: ["id"] },
  { name: "turns", key: ["id"] },
  { name: "settings", key: ["platform", "tenant", "level", "channel", "key"] },
  { name: "deliveries", key: ["id"], leaveOut: ["owner"] },
  { name: "model_calls", key: ["id"] },
  { name: "model_spending", key: ["platform", "tenant", "day", "person"] },
];
