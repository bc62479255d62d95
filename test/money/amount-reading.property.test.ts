import fc from "fast-check";
import { expect, test } from "vitest";

import { currencyExponent, toMinorUnits } from "../../src/money/index.ts";
import { plainMinor } from "../../src/money/inner.ts";
import { minor } from "./arbitraries.ts";

const LIMIT = BigInt(Number.MAX_SAFE_INTEGER);

const amount = fc.oneof(
  fc
    .tuple(fc.oneof(minor, fc.bigInt(-(10n ** 18n), 10n ** 18n)), fc.integer({ min: 0, max: 6 }))
    .map(([units, digits]) => {
      const text = units.toString();
      return digits === 0 ? text : `${text}.${"0123456789".slice(1, digits + 1)}`;
    }),
  fc.stringMatching(/^-?\d{0,17}(\.\d{0,5})?$/),
  fc.stringMatching(/^[-+0-9.,eE ]{0,6}$/),
  fc.stringMatching(/^-?[1-9]\d{80,400}$/),
);

test.each([
  ["999999999999999", 0, 999999999999999],
  ["-9999999999999.99", 2, -999999999999999],
  ["10000000000000", 2, Number.NaN], // 10^15 fen
  ["-1000000000000000", 0, Number.NaN],
  ["-0", 2, 0],
])("%s with %i fraction digits is read as the number %d", (text, exponent, expected) => {
  expect(plainMinor(text, exponent)).toBe(expected);
});

test("the reader of numbers agrees with the exact one, and never gives a number in place of an amount too large for it", () => {
  fc.assert(
    fc.property(amount, fc.constantFrom("JPY", "CNY", "KWD", "CLF"), (text, currency) => {
      let exact: bigint | null = null;
      try {
        exact = toMinorUnits({ amount: text, currency });
      } catch {
        // refused there: not a safe integer here
      }
      const exponent = currencyExponent(currency);
      const nearest = plainMinor(text, exponent, Infinity);
      const plain = plainMinor(text, exponent);
      if (exact === null) expect(Number.isSafeInteger(nearest)).toBe(false);
      else if (exact > LIMIT || exact < -LIMIT) {
        expect(Number.isNaN(nearest)).toBe(false);
        expect(Number.isSafeInteger(nearest)).toBe(false);
      } else expect(nearest).toBe(Number(exact));
      const short = exact !== null && exact > -(10n ** 15n) && exact < 10n ** 15n;
      expect(plain).toBe(short ? Number(exact) : Number.NaN);
    }),
    { numRuns: 2000 },
  );
});
