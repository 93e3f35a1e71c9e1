import fc from "fast-check";
import { expect, test } from "vitest";
import { LARGEST_ROOT, packRoots, unpackTable } from "../../../src/core/attribution/packing.ts";

test("what was packed comes back as signed squares", () => {
  const root = fc.oneof(
    { weight: 9, arbitrary: fc.constant(0) },
    fc.integer({ min: -LARGEST_ROOT, max: LARGEST_ROOT }),
  );
  fc.assert(
    fc.property(fc.array(root, { maxLength: 500 }), (roots) => {
      const packed = packRoots(Int8Array.from(roots));
      expect([...unpackTable(packed, roots.length)]).toEqual(roots.map((each) => each * Math.abs(each)));
    }),
  );
});

test("long runs of zeros cost two characters for each 63", () => {
  const roots = new Int8Array(64 * 10);
  roots[roots.length - 1] = 5;
  expect(packRoots(roots).length).toBeLessThanOrEqual(24);
});
