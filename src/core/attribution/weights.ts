import type { ArgumentTables } from "./argumentModel.ts";
import english from "./weights/english.json" with { type: "json" };

export interface Weights extends ArgumentTables {
  readonly cue: Int8Array;
}

let decoded: Weights | null = null;

/** The trained weights, decoded when first asked for. */
export function loadWeights(): Weights {
  decoded ??= { cue: decode(english.cue), token: decode(english.token), border: decode(english.border) };
  return decoded;
}

/** Base64 of signed bytes. */
function decode(text: string): Int8Array {
  const binary = atob(text);
  return Int8Array.from(binary, (char) => char.charCodeAt(0));
}
