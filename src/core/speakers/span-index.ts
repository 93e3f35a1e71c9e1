import type { Span } from "../article.ts";

/** Answers whether any of many spans holds another one, in logarithmic time. */
export class SpanIndex {
  readonly #starts: readonly number[];
  /** The furthest end among the spans up to each one. */
  readonly #reach: readonly number[];

  constructor(spans: readonly Span[]) {
    const sorted = [...spans].sort((one, other) => one.start - other.start);
    this.#starts = sorted.map((span) => span.start);
    let reach = 0;
    this.#reach = sorted.map((span) => {
      reach = Math.max(reach, span.end);
      return reach;
    });
  }

  holds(span: Span): boolean {
    const before = countUpTo(this.#starts, span.start);
    return (this.#reach[before - 1] ?? 0) >= span.end;
  }
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? limit) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
