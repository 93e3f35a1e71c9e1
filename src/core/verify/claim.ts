import type { Span } from "../article.ts";
import { UserError } from "../errors.ts";
import type { QuoteClaim } from "./quotation.ts";
import type { SentenceClaim } from "./sentence.ts";

/** A claim as programs hand it in: a quotation with its speaker, or a sentence ("bullet") with what it rests on. */
export type CheckedClaim = ({ readonly kind: "quote" } & QuoteClaim) | ({ readonly kind: "bullet" } & SentenceClaim);

/** Reads a claim from JSON. Throws UserError "bad-claim" for any other shape. */
export function readClaim(value: unknown): CheckedClaim {
  const { kind, speaker, quote, text, cites } = isRecord(value) ? value : {};
  const spans = cites === undefined ? [] : readSpans(cites);
  if (kind === "quote" && typeof speaker === "string" && typeof quote === "string") {
    return { kind, speaker, quote, cites: spans };
  }
  if (kind === "bullet" && typeof text === "string") return { kind, text, cites: spans };
  throw badClaim('Write a claim as {"kind":"quote","speaker","quote","cites"} or {"kind":"bullet","text","cites"}.');
}

function readSpans(value: unknown): readonly Span[] {
  if (!Array.isArray(value)) throw badClaim('Write "cites" as a list of {"start","end"}.');
  return value.map(readSpan);
}

function readSpan(value: unknown): Span {
  const { start, end } = isRecord(value) ? value : {};
  if (typeof start === "number" && typeof end === "number" && Number.isInteger(start) && Number.isInteger(end)) {
    return { start, end };
  }
  throw badClaim('Write each of "cites" as {"start","end"}, whole numbers counted in UTF-16 units.');
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const badClaim = (message: string): UserError => new UserError("usage", "bad-claim", message);
