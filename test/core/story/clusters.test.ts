import fc from "fast-check";
import { expect, it } from "vitest";
import { cluster } from "../../../src/core/story/clusters.ts";
import type { Likenesses } from "../../../src/core/story/likeness.ts";

const MOST_ITEMS = 9;

/** So fine a scale that no two sums are alike by chance, and none is rounded in 24 bits. */
const SCALE = 2 ** 20;

/** How alike each two of a few items are. Many pairs of articles share nothing. */
const tables = fc
  .tuple(
    fc.integer({ min: 0, max: MOST_ITEMS }),
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: SCALE })), {
      minLength: MOST_ITEMS ** 2,
      maxLength: MOST_ITEMS ** 2,
    }),
  )
  .map(([count, values]) =>
    Array.from({ length: count }, (_, a) =>
      Array.from({ length: count }, (_, b) =>
        a === b ? 0 : (values[Math.max(a, b) * MOST_ITEMS + Math.min(a, b)] ?? 0) / SCALE,
      ),
    ),
  );

const asLikenesses = (rows: readonly (readonly number[])[]): readonly Likenesses[] =>
  rows.map((row) => {
    const others = row.flatMap((value, index) => (value > 0 ? [index] : []));
    return { others: Int32Array.from(others), likeness: Float32Array.from(others, (other) => row[other] ?? 0) };
  });

/** The definition: as long as two groups are alike enough on average, join the closest two. */
function joinClosest(rows: readonly (readonly number[])[], threshold: number): readonly number[] {
  const groups = rows.map((_, index) => [index]);
  const likeness = (a: readonly number[], b: readonly number[]): number =>
    a.reduce((sum, x) => sum + b.reduce((part, y) => part + (rows[x]?.[y] ?? 0), 0), 0) / (a.length * b.length);
  for (;;) {
    const pairs = groups.flatMap((a, at) => groups.slice(at + 1).map((b) => ({ a, b, likeness: likeness(a, b) })));
    const [closest] = pairs.toSorted((one, other) => other.likeness - one.likeness);
    if (closest === undefined || closest.likeness < threshold) break;
    closest.a.push(...closest.b);
    groups.splice(groups.indexOf(closest.b), 1);
  }
  return rows.map((_, index) => Math.min(...(groups.find((group) => group.includes(index)) ?? [])));
}

it("joins what joining the closest two again and again joins", () => {
  fc.assert(
    fc.property(tables, fc.double({ min: 0.05, max: 0.6, noNaN: true }), (rows, threshold) => {
      expect(cluster(asLikenesses(rows), threshold)).toEqual(joinClosest(rows, threshold));
    }),
    { numRuns: 500 },
  );
});
