import fc from "fast-check";
import { expect, test } from "vitest";

import { whiteSpace, type PeerAdoption, type PeerCount } from "../../../src/strategy-plan/index.ts";
import { given } from "../../support/told.ts";
import { refusalOf } from "../../support/refusal.ts";
import { emptyPlan } from "../plans.ts";

const catalogue = [{ id: "FX" }, { id: "LOAN" }];
const peersOf = (n: number, adopted: number): PeerAdoption =>
  given(whiteSpace(emptyPlan, catalogue, [{ product: "FX", n, adopted }]).cells[0]?.peers);

// 81 of 263, 15 of 148, 0 of 20 and 1 of 29 are the examples of Newcombe, R. G. (1998), Two-sided confidence intervals for
// the single proportion, Statistics in Medicine 17, 857-872, table I, method 3.
// 7 of 10 by hand: z² = 3.841459; middle 0.7 + 3.841459/20 = 0.892073; 1.959964 × √(0.021 + 3.841459/400) = 0.342905;
// whole 1.3841459; (0.892073 ∓ 0.342905) / 1.3841459 = 0.396757, 0.892233
// 0 of 10: z² / (10 + z²) = 3.841459 / 13.841459 = 0.277533, and 10 of 10 is its mirror
test.each([
  [10, 7, "0.7000", "0.3968", "0.8922"],
  [10, 0, "0.0000", "0.0000", "0.2775"],
  [10, 10, "1.0000", "0.7225", "1.0000"],
  [263, 81, "0.3080", "0.2553", "0.3662"],
  [148, 15, "0.1014", "0.0624", "0.1605"],
  [20, 0, "0.0000", "0.0000", "0.1611"],
  [29, 1, "0.0345", "0.0061", "0.1718"],
  [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, "1.0000", "1.0000", "1.0000"],
])("of %s peers %s use it", (n, adopted, rate, low, high) => {
  expect(peersOf(n, adopted)).toStrictEqual({ n, adopted, rate, low, high });
});

test("a share of nobody has no value, and a product that was not counted has no peers", () => {
  expect(peersOf(0, 0)).toStrictEqual({ n: 0, adopted: 0, rate: null, low: null, high: null });
  expect(whiteSpace(emptyPlan, catalogue, [{ product: "FX", n: 1, adopted: 1 }]).cells[1]?.peers).toBeNull();
  expect(whiteSpace(emptyPlan, catalogue).cells[0]?.peers).toBeNull();
});

test("the ends are where the score test turns, and the interval of those who do not use it is the mirror", () => {
  const counts = fc
    .integer({ min: 1, max: 5000 })
    .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })));
  const z2 = 1.959963984540054 ** 2;
  fc.assert(
    fc.property(counts, ([n, adopted]) => {
      const { low, high, rate } = peersOf(n, adopted);
      const isRefused = (p: number): boolean => (adopted / n - p) ** 2 > (z2 * p * (1 - p)) / n;
      // half a unit of the last digit, and a little
      const step = 0.000051;
      if (Number(low) > step) expect(isRefused(Number(low) - step)).toBe(true);
      if (Number(high) < 1 - step) expect(isRefused(Number(high) + step)).toBe(true);
      if (Number(high) - Number(low) > 2 * step) {
        expect(isRefused(Number(low) + step)).toBe(false);
        expect(isRefused(Number(high) - step)).toBe(false);
      }
      expect(Number(low) <= Number(rate) && Number(rate) <= Number(high)).toBe(true);
      const mirror = peersOf(n, n - adopted);
      expect(Number(mirror.low)).toBeCloseTo(1 - Number(high), 3);
      expect(Number(mirror.high)).toBeCloseTo(1 - Number(low), 3);
    }),
  );
});

const fx: PeerCount = { product: "FX", n: 3, adopted: 2 };

test.each<[string, unknown, string, readonly (string | number)[], object]>([
  ["not a list", {}, "strategy-plan/invalid-input", ["peers"], { received: "object" }],
  ["null", null, "strategy-plan/invalid-input", ["peers"], { received: "null" }],
  ["a row that is not one", [7], "strategy-plan/invalid-input", ["peers", 0], { received: "7", type: "number" }],
  [
    "a misspelt member",
    [{ product: "FX", n: 3, adoptd: 2 }],
    "strategy-plan/invalid-input",
    ["peers", 0, "adoptd"],
    { known: ["product", "n", "adopted"], didYouMean: "adopted" },
  ],
  [
    "more than there are",
    [{ ...fx, adopted: 4 }],
    "strategy-plan/invalid-input",
    ["peers", 0, "adopted"],
    { received: "4", min: 0, max: 3 },
  ],
  [
    "half a client",
    [{ ...fx, n: 2.5 }],
    "strategy-plan/invalid-input",
    ["peers", 0, "n"],
    { received: "2.5", min: 0, max: Number.MAX_SAFE_INTEGER },
  ],
  [
    "fewer than none",
    [{ ...fx, adopted: -1 }],
    "strategy-plan/invalid-input",
    ["peers", 0, "adopted"],
    { received: "-1", min: 0, max: Number.MAX_SAFE_INTEGER },
  ],
  [
    "a number as a text",
    [fx, { ...fx, n: "3" }],
    "strategy-plan/invalid-input",
    ["peers", 1, "n"],
    { received: "3", type: "string", min: 0, max: Number.MAX_SAFE_INTEGER },
  ],
  [
    "a blank product",
    [{ ...fx, product: " " }],
    "strategy-plan/invalid-input",
    ["peers", 0, "product"],
    { received: " " },
  ],
  ["a product twice", [fx, fx], "strategy-plan/product-twice", ["peers", 1, "product"], { product: "FX" }],
  [
    "a product of another catalogue",
    [{ ...fx, product: "Fx" }],
    "strategy-plan/unknown-product",
    ["peers", 0, "product"],
    { product: "Fx" },
  ],
])("counts that cannot be read: %s", (_, peers, code, path, details) => {
  expect(refusalOf(() => whiteSpace(emptyPlan, catalogue, peers as never))).toStrictEqual({ code, path, details });
});
