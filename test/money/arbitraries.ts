import { Decimal } from "decimal.js";
import fc from "fast-check";

import { currencyCodes, fromMinorUnits, type Money, type RoundingMode } from "../../src/money/index.ts";

/** The reference: decimal.js with digits to spare, so that nothing but the named rounding ever rounds. */
export const Reference = Decimal.clone({ precision: 250, toExpNeg: -250, toExpPos: 250 });

/** More runs than usual, in proportion to what was asked for: a run costs microseconds. */
export const many = (times: number): { numRuns: number } => ({
  numRuns: times * (fc.readConfigureGlobal().numRuns ?? 100),
});

/** Our modes in decimal.js's numbering. */
export const referenceMode: Readonly<Record<RoundingMode, Decimal.Rounding>> = {
  up: 0,
  down: 1,
  ceiling: 2,
  floor: 3,
  "half-up": 4,
  "half-down": 5,
  "half-even": 6,
};

/** A reference value as canonical text. */
export const referenceText = (value: Decimal, digits: number, mode: RoundingMode): string =>
  value.toFixed(digits, referenceMode[mode]).replace(/^-(0(?:\.0*)?)$/, "$1");

export const mode = fc.constantFrom(...(Object.keys(referenceMode) as RoundingMode[]));
export const currency = fc.constantFrom(...currencyCodes());

/** Minor units of every size up to 18 digits; the places where representations change come up more often than by chance. */
export const minor: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: -1000n, max: 1000n }),
  fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
  fc.bigInt({ min: 1n - 10n ** 18n, max: 10n ** 18n - 1n }),
  fc
    .tuple(
      fc.constantFrom(10n ** 15n, 2n ** 52n, 2n ** 53n, 10n ** 17n, -(10n ** 15n), -(2n ** 53n)),
      fc.bigInt({ min: -3n, max: 3n }),
    )
    .map(([edge, step]) => edge + step),
);

export const moneyIn = (code: string): fc.Arbitrary<Money> => minor.map((units) => fromMinorUnits(units, code));
export const anyMoney: fc.Arbitrary<Money> = currency.chain(moneyIn);

/** Decimal strings of both signs with up to 18 fraction digits. */
export const decimal: fc.Arbitrary<string> = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.integer({ min: 0, max: 18 }))
  .map(([coefficient, scale]) => new Reference(String(coefficient)).div(new Reference(10).pow(scale)).toFixed(scale))
  .map((text) => text.replace(/^-(0(?:\.0*)?)$/, "$1"));
