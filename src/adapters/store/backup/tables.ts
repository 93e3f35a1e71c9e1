/** A table as a backup holds it. What can be made anew from it (words, voices) is in no backup. */
export interface BackedUp {
  readonly name: string;
  /** Columns that tell its rows apart, in whose order they are written. */
  readonly key: readonly [string, ...string[]];
  /** The database numbers its rows by itself, in `id`. */
  readonly isNumbered?: true;
  /** Columns that mean nothing outside the database. */
  readonly leaveOut?: readonly string[];
}

/** Every table that holds what cannot be made anew; those that others refer to come first. */
export const TABLES: readonly BackedUp[] = [
  { name: "texts", key: ["id"], isNumbered: true },
  { name: "readings", key: ["id"], isNumbered: true },
  { name: "turns", key: ["id"], isNumbered: true },
  { name: "settings", key: ["platform", "tenant", "level", "channel", "key"] },
  { name: "deliveries", key: ["id"], isNumbered: true, leaveOut: ["owner"] },
  { name: "model_calls", key: ["id"], isNumbered: true },
  { name: "model_spending", key: ["platform", "tenant", "day", "person"] },
  { name: "digests", key: ["id"] },
  { name: "slots", key: ["digest", "date"] },
  { name: "subscriptions", key: ["platform", "tenant", "channel", "url"] },
  { name: "feeds", key: ["url"] },
  { name: "entries", key: ["id"] },
  { name: "attempts", key: ["content"] },
];
