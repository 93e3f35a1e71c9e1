/** What a person can do about it decides the terminal's exit code: usage 2, unreadable source 3, not found 1. */
export type ErrorKind = "usage" | "unreadable" | "not-found" | "forbidden" | "busy";

/** Something the person can act on. Its message is shown as it is and says what to do next; any other error is a bug. */
export class UserError extends Error {
  override readonly name = "UserError";
  readonly kind: ErrorKind;
  /** Stable name for programs: "not-text", "unknown-option". */
  readonly code: string;
  constructor(kind: ErrorKind, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
    this.code = code;
  }
}
