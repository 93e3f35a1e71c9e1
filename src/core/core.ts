/** The use cases, over the ports. Commands know this and nothing behind it. */
export interface Core {
  /** Milliseconds since 1970. */
  now(): number;
}
