import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  add,
  allocate,
  compare,
  convert,
  currencyExponent,
  divide,
  divideRounded,
  equals,
  explainConversion,
  fromMinorUnits,
  max,
  min,
  money,
  moneyFromNumber,
  multiply,
  negate,
  ratio,
  roundDecimal,
  roundMoney,
  subtract,
  sum,
  toMinorUnits,
  type Money,
} from "../../src/money/index.ts";
import { divideSafe } from "../../src/core/inner.ts";
import { MoneySchema } from "../../src/money/schema.ts";
import { isDomainError } from "../../src/core/index.ts";
import { anyMoney, currency, decimal, many, minor, mode, moneyIn, Reference, referenceText } from "./arbitraries.ts";

const LIMIT = 10n ** 18n;
const fits = (units: bigint): boolean => -LIMIT < units && units < LIMIT;

/** The result, or the code it was refused with. */
function outcome<T>(call: () => T): T | string {
  try {
    return call();
  } catch (e) {
    if (isDomainError(e)) return e.code;
    throw e;
  }
}

const tooLarge = "money/amount-too-large";
const expected = (units: bigint, code: string): Money | string =>
  fits(units) ? fromMinorUnits(units, code) : tooLarge;

describe("text and minor units", () => {
  test("writing and reading give back the same amount, and the schema takes it", () => {
    fc.assert(
      fc.property(currency, minor, (code, units) => {
        const m = fromMinorUnits(units, code);
        expect(toMinorUnits(m)).toBe(units);
        expect(money(m.amount, code)).toStrictEqual(m);
        expect(MoneySchema.safeParse(m).success).toBe(true);
        expect(m.amount).toBe(
          new Reference(String(units)).div(10 ** currencyExponent(code)).toFixed(currencyExponent(code)),
        );
      }),
      many(30),
    );
  });

  test("any string is either refused or read as the reference reads it", () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...Array.from("0123456789.-+e, ")), maxLength: 24 }),
      fc.stringMatching(/^-?(0|[1-9]\d{0,20})(\.\d{1,6})?$/),
    );
    fc.assert(
      fc.property(text, currency, (amount, code) => {
        const exponent = currencyExponent(code);
        const plain = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(amount);
        const value = new Reference(plain ? amount : 0);
        const model = !plain
          ? "money/invalid-amount"
          : (amount.split(".")[1] ?? "").length > exponent
            ? "money/too-many-fraction-digits"
            : value.abs().gte(new Reference(10).pow(18 - exponent))
              ? tooLarge
              : referenceText(value, exponent, "down");
        expect(outcome(() => money(amount, code).amount)).toBe(model);
      }),
      many(30),
    );
  });

  test("a number of at most 15 digits gives the amount it was written as", () => {
    fc.assert(
      fc.property(currency, fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }), (code, units) => {
        const m = fromMinorUnits(units, code);
        expect(moneyFromNumber(Number(m.amount), code)).toStrictEqual(m);
      }),
      many(30),
    );
  });
});

describe("adding", () => {
  test("add, subtract, compare, min, max agree with bigint", () => {
    fc.assert(
      fc.property(currency, minor, minor, (code, x, y) => {
        const a = fromMinorUnits(x, code);
        const b = fromMinorUnits(y, code);
        expect(outcome(() => add(a, b))).toStrictEqual(expected(x + y, code));
        expect(outcome(() => subtract(a, b))).toStrictEqual(expected(x - y, code));
        expect(compare(a, b)).toBe(x < y ? -1 : x > y ? 1 : 0);
        expect(equals(a, b)).toBe(x === y);
        expect(min(a, b)).toStrictEqual(fromMinorUnits(x < y ? x : y, code));
        expect(max(a, b)).toStrictEqual(fromMinorUnits(x > y ? x : y, code));
        expect(negate(a)).toStrictEqual(fromMinorUnits(-x, code));
      }),
      many(30),
    );
  });

  test("a sum does not depend on the order and agrees with bigint", () => {
    const book = currency.chain((code) => fc.array(minor, { maxLength: 40 }).map((units) => ({ code, units })));
    fc.assert(
      fc.property(book, ({ code, units }) => {
        const total = expected(
          units.reduce((a, b) => a + b, 0n),
          code,
        );
        const rows = units.map((unit) => fromMinorUnits(unit, code));
        expect(outcome(() => sum(code, rows))).toStrictEqual(total);
        expect(outcome(() => sum(code, [...rows].reverse()))).toStrictEqual(total);
      }),
    );
  });

  test("what is taken away and added again is the same amount", () => {
    fc.assert(
      fc.property(
        currency.chain((code) => fc.tuple(moneyIn(code), moneyIn(code))),
        ([a, b]) => {
          const difference = outcome(() => subtract(a, b));
          if (typeof difference !== "string") expect(add(difference, b)).toStrictEqual(a);
        },
      ),
    );
  });
});

describe("rounding", () => {
  test("multiply agrees with decimal.js for every currency and mode", () => {
    fc.assert(
      fc.property(anyMoney, decimal, mode, (m, factor, rounding) => {
        const digits = currencyExponent(m.currency);
        const text = referenceText(new Reference(m.amount).times(factor), digits, rounding);
        const answer = outcome(() => multiply(m, factor, rounding).amount);
        expect(answer).toBe(fits(BigInt(text.replace(".", ""))) ? text : tooLarge);
      }),
      many(30),
    );
  });

  test("divide agrees with a bigint model in every mode", () => {
    fc.assert(
      fc.property(
        anyMoney,
        decimal.filter((text) => Number(text) !== 0),
        mode,
        (m, divisor, rounding) => {
          const [whole = "", fraction = ""] = divisor.split(".");
          const coefficient = BigInt(whole + fraction);
          const scaled = toMinorUnits(m) * 10n ** BigInt(fraction.length);
          const units = BigInt(referenceText(new Reference(String(scaled)).div(String(coefficient)), 0, rounding));
          expect(outcome(() => divide(m, divisor, rounding))).toStrictEqual(expected(units, m.currency));
        },
      ),
      many(30),
    );
  });

  test("plain numbers and bigint divide alike, never to a negative zero", () => {
    const numerator = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -1000, max: 1000 }));
    const denominator = fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 2 ** 31 - 1 }));
    fc.assert(
      fc.property(numerator, denominator, mode, (n, d, rounding) => {
        const quotient = divideSafe(n, d, rounding);
        expect(BigInt(quotient)).toBe(divideRounded(BigInt(n), BigInt(d), rounding));
        expect(Object.is(quotient, -0)).toBe(false);
      }),
      many(30),
    );
  });

  test("a rounded quotient is less than one away, nearest modes at most a half", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 20n }), mode, (n, d, rounding) => {
        const error = divideRounded(n, d, rounding) * d - n;
        const size = error < 0n ? -error : error;
        expect(size < d).toBe(true);
        if (rounding.startsWith("half")) expect(2n * size <= d).toBe(true);
        if (rounding === "floor") expect(error <= 0n).toBe(true);
        if (rounding === "ceiling") expect(error >= 0n).toBe(true);
      }),
    );
  });

  test("rounding a decimal agrees with decimal.js, and rounding again changes nothing", () => {
    fc.assert(
      fc.property(decimal, fc.integer({ min: 0, max: 10 }), mode, (value, digits, rounding) => {
        const rounded = roundDecimal(value, digits, rounding);
        expect(rounded).toBe(referenceText(new Reference(value), digits, rounding));
        expect(roundDecimal(rounded, digits, "down")).toBe(rounded);
      }),
      many(30),
    );
  });

  test("rounding to a step gives a whole number of steps within one step", () => {
    const step = fc.constantFrom("0.01", "0.05", "0.1", "0.25", "1", "7", "10000");
    fc.assert(
      fc.property(decimal, step, mode, (value, to, rounding) => {
        const rounded = new Reference(roundMoney(value, "CHF", rounding, { to }).amount);
        expect(rounded.mod(to).isZero()).toBe(true);
        expect(rounded.minus(value).abs().lt(to)).toBe(true);
        const steps = new Reference(value).div(to);
        expect(rounded.toFixed(2)).toBe(
          referenceText(new Reference(referenceText(steps, 0, rounding)).times(to), 2, "down"),
        );
      }),
      many(30),
    );
  });
});

describe("allocate", () => {
  const integerWeights = fc
    .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 })
    .filter((weights) => weights.some((weight) => weight > 0));
  const anyWeights = fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 100 }),
        fc.double({ min: 1e-9, max: 1e9, noNaN: true }),
        decimal.map((text) => text.replace("-", "")),
      ),
      { minLength: 1, maxLength: 12 },
    )
    .filter((weights) => weights.some((weight) => Number(weight) > 0));

  test("parts add up to the whole and each is the floor or the ceiling of its quota", () => {
    fc.assert(
      fc.property(anyMoney, anyWeights, (m, weights) => {
        const parts = allocate(m, weights);
        expect(parts).toHaveLength(weights.length);
        expect(sum(m.currency, parts)).toStrictEqual(m);
        const total = weights.reduce<InstanceType<typeof Reference>>(
          (all, weight) => all.plus(weight),
          new Reference(0),
        );
        parts.forEach((part, index) => {
          const quota = new Reference(String(toMinorUnits(m))).times(weights[index] ?? 0).div(total);
          const off = new Reference(String(toMinorUnits(part))).minus(quota).abs();
          expect(off.lt(1)).toBe(true);
        });
      }),
    );
  });

  test("is the straightforward model: cut, then one minor unit to each of the largest remainders", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), integerWeights, (total, weights) => {
        const all = BigInt(weights.reduce((a, b) => a + b, 0));
        const model = weights.map((weight) => (total * BigInt(weight)) / all);
        const remainder = weights.map((weight) => (total * BigInt(weight)) % all);
        for (let left = total - model.reduce((a, b) => a + b, 0n); left > 0n; left--) {
          let best = 0;
          remainder.forEach((r, index) => {
            if (r > (remainder[best] ?? 0n)) best = index;
          });
          model[best] = (model[best] ?? 0n) + 1n;
          remainder[best] = -1n;
        }
        expect(allocate(fromMinorUnits(total, "CNY"), weights).map(toMinorUnits)).toStrictEqual(model);
      }),
      many(10),
    );
  });

  test("parts of the negated amount are the negated parts", () => {
    fc.assert(
      fc.property(anyMoney, anyWeights, (m, weights) => {
        expect(allocate(negate(m), weights)).toStrictEqual(allocate(m, weights).map(negate));
      }),
    );
  });

  test("only the proportions of the weights count", () => {
    fc.assert(
      fc.property(anyMoney, integerWeights, fc.constantFrom(3, 7, 100), (m, weights, times) => {
        const parts = allocate(m, weights);
        expect(
          allocate(
            m,
            weights.map((weight) => weight * times),
          ),
        ).toStrictEqual(parts);
        expect(
          allocate(
            m,
            weights.map((weight) => `${String(weight)}.00`),
          ),
        ).toStrictEqual(parts);
      }),
    );
  });

  test("a larger weight never gets the smaller part", () => {
    fc.assert(
      fc.property(
        currency.chain(moneyIn).filter(({ amount }) => !amount.startsWith("-")),
        integerWeights,
        (m, weights) => {
          const parts = allocate(m, weights).map(toMinorUnits);
          weights.forEach((a, i) => {
            weights.forEach((b, j) => {
              if (a > b) expect((parts[i] ?? 0n) >= (parts[j] ?? 0n)).toBe(true);
            });
          });
        },
      ),
    );
  });
});

describe("ratio and convert", () => {
  test("a ratio agrees with decimal.js", () => {
    const pair = currency.chain((code) => fc.tuple(moneyIn(code), moneyIn(code)));
    fc.assert(
      fc.property(pair, fc.integer({ min: 0, max: 20 }), ([a, b], digits) => {
        const zero = Number(b.amount) === 0;
        const share = zero ? null : referenceText(new Reference(a.amount).div(b.amount), digits, "half-even");
        expect(ratio(a, b, digits)).toBe(share);
      }),
      many(30),
    );
  });

  test("a conversion agrees with decimal.js and with its own explanation", () => {
    const positive = decimal.map((text) => text.replace("-", "")).filter((text) => Number(text) > 0);
    fc.assert(
      fc.property(anyMoney, currency, positive, mode, (m, to, value, rounding) => {
        if (m.currency === to) return;
        const rate = { from: m.currency, to, rate: value, date: "2026-03-02", source: "test" };
        const exact = new Reference(m.amount).times(value);
        const text = referenceText(exact, currencyExponent(to), rounding);
        const answer = outcome(() => convert(m, rate, rounding));
        expect(answer).toStrictEqual(fits(BigInt(text.replace(".", ""))) ? { amount: text, currency: to } : tooLarge);
        const explained = outcome(() => explainConversion(m, rate, rounding));
        if (typeof explained === "string") expect(answer).toBe(explained);
        else {
          expect(explained.to).toStrictEqual(answer);
          expect(exact.eq(explained.exact.unrounded)).toBe(true);
        }
      }),
      many(30),
    );
  });
});
