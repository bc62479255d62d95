import fc from "fast-check";
import { expect, test } from "vitest";

import { readMinorUnits } from "../../src/customer-classification/ledger/minor-units.ts";
import { currencyExponent, toMinorUnits } from "../../src/money/index.ts";

const LIMIT = BigInt(Number.MAX_SAFE_INTEGER);

const amount = fc.oneof(
  fc.tuple(fc.bigInt(-(10n ** 18n), 10n ** 18n), fc.integer({ min: 0, max: 6 })).map(([units, digits]) => {
    const text = units.toString();
    return digits === 0 ? text : `${text}.${"0123456789".slice(1, digits + 1)}`;
  }),
  fc.stringMatching(/^-?\d{0,17}(\.\d{0,5})?$/),
  fc.stringMatching(/^[-+0-9.,eE ]{0,6}$/),
);

test("reads what the money room reads, in numbers, and refuses what it refuses", () => {
  fc.assert(
    fc.property(amount, fc.constantFrom("JPY", "CNY", "KWD", "CLF"), (text, currency) => {
      let exact: bigint | null = null;
      try {
        exact = toMinorUnits({ amount: text, currency });
      } catch {
        // refused there: not a number here, or too large
      }
      const read = readMinorUnits(text, currencyExponent(currency));
      if (exact === null) expect(Number.isFinite(read)).toBe(false);
      else if (exact > LIMIT || exact < -LIMIT) expect(read).toBe(Infinity);
      else expect(BigInt(read)).toBe(exact);
    }),
    { numRuns: 2000 },
  );
});
