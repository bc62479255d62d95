import { expect, test } from "vitest";

import { isOrdinary, scaleOf } from "../../src/time-value/scale.ts";

test.each([1e150, 1e-150, 1, 1e9])("amounts up to %d are taken as they are", (largest) => {
  expect(scaleOf(largest)).toBe(1);
});

test.each([1.0000001e150, 9.999999e-151, 1e300, 1e-300, Number.MAX_VALUE, 2 ** -1023])(
  "%d is brought near 1 by a power of two",
  (largest) => {
    const scale = scaleOf(largest);
    expect(largest * scale).toBeGreaterThan(0.99);
    expect(largest * scale).toBeLessThan(2);
    expect(Number.isInteger(Math.log2(scale))).toBe(true);
  },
);

test("the smallest double is brought as near to 1 as powers of two go", () => {
  expect(scaleOf(Number.MIN_VALUE)).toBe(2 ** 1023);
});

test.each([
  [1e-200, false],
  [1.0000001e-200, true],
  [1, true],
  [9.999999e199, true],
  [1e200, false],
  [0, false],
  [Infinity, false],
])("a sum of %d: products of it keep their digits: %s", (sum, ordinary) => {
  expect(isOrdinary(sum)).toBe(ordinary);
});
