import { describe, expect, test } from "vitest";

import { formatDecimal, ROUNDING_MODES, type RoundingMode } from "../../src/core/index.ts";
import { dividerOf, roundedInterest } from "../../src/loans/interest.ts";
import { amortize } from "../../src/loans/index.ts";

const cny = (minor: number) => ({ amount: formatDecimal({ coefficient: BigInt(minor), scale: 2 }), currency: "CNY" });

/** Quotient from 0 up by comparing the doubled remainder. */
function quotient(numerator: bigint, denominator: bigint, mode: RoundingMode): number {
  const below = numerator / denominator;
  const twice = 2n * (numerator - below * denominator);
  const tie = twice === denominator;
  const up = {
    up: twice > 0n,
    ceiling: twice > 0n,
    down: false,
    floor: false,
    "half-up": twice >= denominator,
    "half-down": twice > denominator,
    "half-even": tie ? below % 2n === 1n : twice > denominator,
  }[mode];
  return Number(up ? below + 1n : below);
}

describe("interest beside whole multiples of the divisor and beside ties", () => {
  const divisors = [1, 2, 3, 7, 12, 300_000, 3_600_000, 36_500_000_000, 365_000_000_000_000];
  const sizes = [0, 1, 5, 999_983, 2 ** 31, 2 ** 40, 2 ** 44 + 3];
  test.each(ROUNDING_MODES.map((mode) => [mode] as const))("%s", (mode) => {
    const wrong: unknown[] = [];
    for (const divisor of divisors) {
      const divider = dividerOf(divisor, mode);
      for (const size of sizes) {
        for (const offset of [
          -1,
          0,
          1,
          Math.floor(divisor / 2) - 1,
          Math.floor(divisor / 2),
          Math.ceil(divisor / 2) + 1,
        ]) {
          const product = BigInt(size) * BigInt(divisor) + BigInt(offset);
          if (product < 0n || product > 2n ** 62n) continue;
          // as one factor where it is safe, else as a product of two
          const [balance, factor] =
            product <= BigInt(Number.MAX_SAFE_INTEGER) ? [Number(product), 1] : [Number(product / 1024n), 1024];
          const expected = quotient(BigInt(balance) * BigInt(factor), BigInt(divisor), mode);
          if (!Number.isSafeInteger(balance) || !Number.isSafeInteger(expected)) continue;
          const found = roundedInterest(balance, factor, 1, divider);
          if (found !== expected) wrong.push({ divisor, size, offset, found, expected });
        }
      }
    }
    expect(wrong).toStrictEqual([]);
  });

  test("every product up to the range of exact doubles, at its end too", () => {
    const wrong: unknown[] = [];
    for (const mode of ROUNDING_MODES) {
      for (let i = 0; i < 4000; i++) {
        const divisor = 3 + ((i * 7919) % 1_000_003);
        const balance = Math.floor(2 ** (30 + (i % 23))) + i * 31;
        const factor = 1 + (i % 977);
        const expected = quotient(BigInt(balance) * BigInt(factor), BigInt(divisor), mode);
        if (!Number.isSafeInteger(expected)) continue;
        const found = roundedInterest(balance, factor, 1, dividerOf(divisor, mode));
        if (found !== expected) wrong.push({ mode, balance, factor, divisor, found, expected });
      }
    }
    expect(wrong).toStrictEqual([]);
  });

  test("the longest products of doubles, one short of a multiple and one beyond", () => {
    const wrong: unknown[] = [];
    for (const mode of ROUNDING_MODES) {
      for (let divisor = 3; divisor < 6000; divisor += 2) {
        const last = Math.floor((2 ** 50 - divisor) / divisor) * divisor;
        for (const product of [last - 1, last, last + 1, last + (divisor - 1) / 2, last + (divisor + 1) / 2]) {
          const expected = quotient(BigInt(product), BigInt(divisor), mode);
          const found = roundedInterest(product, 1, 1, dividerOf(divisor, mode));
          if (found !== expected) wrong.push({ mode, product, divisor, found, expected });
        }
      }
    }
    expect(wrong).toStrictEqual([]);
  });

  test("products no double holds", () => {
    const wrong: unknown[] = [];
    for (let i = 0; i < 4000; i++) {
      const balance = 2 ** 50 + i * 31 + 1;
      const expected = quotient(BigInt(balance) * 977n, 1001n, "half-up");
      const found = roundedInterest(balance, 977, 1, dividerOf(1001, "half-up"));
      if (found !== expected) wrong.push({ balance, found, expected });
    }
    expect(wrong).toStrictEqual([]);
  });
});

describe("level payments that are exact ties", () => {
  const twoMonths = {
    rate: "0.12",
    periods: 2,
    start: "2026-01-20",
    interest: "monthly",
  } as const;
  const modes = ["half-up", "half-even", "half-down"] as const;

  // at 1 % a period: payment = principal × 1.01² ÷ 2.01 = principal × 10201 ÷ 20100
  test.each(modes)("two payments, %s", (rounding) => {
    for (let odd = 1; odd < 400; odd += 2) {
      const principal = 10050 * odd;
      const schedule = amortize({ ...twoMonths, rounding, method: "level-payment", principal: cny(principal) });
      expect(schedule.payment[0]).toBe(quotient(BigInt(principal) * 10201n, 20100n, rounding));
    }
  });

  // payment = (principal × 1.01² − balloon) ÷ 2.01
  test.each(modes)("two payments and a balloon, %s", (rounding) => {
    let ties = 0;
    for (let principal = 50; principal < 40000; principal += 50) {
      for (let balloon = 1; balloon <= Math.min(principal, 60); balloon++) {
        const numerator = BigInt(principal) * 10201n - BigInt(balloon) * 10000n;
        if (numerator % 20100n !== 10050n) continue;
        ties++;
        const terms = { ...twoMonths, rounding, method: "balloon", principal: cny(principal) } as const;
        const schedule = amortize({ ...terms, balloon: cny(balloon) });
        expect(schedule.payment[0]).toBe(quotient(numerator, 20100n, rounding));
      }
    }
    expect(ties).toBeGreaterThan(50);
  });

  test("whole payments stay whole in the directed modes", () => {
    for (const rounding of ["up", "down", "ceiling", "floor"] as const) {
      // 20100 × j repays in two payments of 10201 × j
      for (let j = 1; j < 200; j++) {
        const schedule = amortize({ ...twoMonths, rounding, method: "level-payment", principal: cny(20100 * j) });
        expect(schedule.payment[0]).toBe(10201 * j);
      }
    }
  });
});

describe("a balloon and a prepayment", () => {
  const terms = {
    method: "balloon",
    principal: cny(10_000_000),
    balloon: cny(8_000_000),
    rate: "0.048",
    periods: 12,
    start: "2026-01-20",
    interest: "monthly",
    rounding: "half-up",
  } as const;

  test("a balance below the balloon pays interest alone until the end", () => {
    const schedule = amortize({ ...terms, prepayments: [{ date: "2026-02-20", amount: cny(5_000_000) }] });
    const left = schedule.balance[1] ?? Number.NaN;
    expect(Array.from(schedule.principal.subarray(2, 12))).toStrictEqual(Array.from({ length: 10 }, () => 0));
    expect(schedule.principal[12]).toBe(left);
  });

  test("keeping the payment leaves the maturity and lowers the last payment", () => {
    const plain = amortize(terms);
    const prepayments = [{ date: "2026-02-20", amount: cny(1_000_000), keeps: "payment" }] as const;
    const schedule = amortize({ ...terms, prepayments });
    expect(schedule.count).toBe(13);
    expect(schedule.payment[5]).toBe(plain.payment[4]);
    expect(schedule.dates[12]).toBe(plain.dates[11]);
    expect(schedule.payment[12]).toBeLessThan((plain.payment[11] ?? 0) - 1_000_000);
  });

  test("keeping a payment that repays everything ends the loan early", () => {
    const small = { ...terms, balloon: cny(100_000) };
    const prepayments = [{ date: "2026-02-20", amount: cny(5_000_000), keeps: "payment" }] as const;
    const schedule = amortize({ ...small, prepayments });
    expect(schedule.count).toBeLessThan(10);
    expect(schedule.balance[schedule.count - 1]).toBe(0);
  });
});
