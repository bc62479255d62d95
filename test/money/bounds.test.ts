import { describe, expect, test } from "vitest";

import { isDomainError } from "../../src/core/index.ts";
import { refusalOf } from "../support/refusal.ts";
import {
  fromMinorUnits,
  minorUnitsColumn,
  moneyAt,
  rateColumn,
  simpleInterest,
  simpleInterestColumn,
  sum,
  sumColumn,
  sumColumnBy,
} from "../../src/money/index.ts";

/** The largest number a column keeps as a double, and its neighbours: sums and products leave the exact range here. */
const MOST = 2 ** 52 - 1;
const bounds = [MOST, MOST - 1, MOST + 1, 2 ** 53 - 1, 2 ** 51, 2 ** 51 - 1, 2 ** 50, 2 ** 50 + 1, 2 ** 49 + 1];

describe("totals where doubles end are those of whole numbers of any size", () => {
  const patterns: readonly (readonly [string, (one: number, row: number) => number])[] = [
    ["of one sign", (one) => one],
    ["below zero", (one) => -one],
    ["in turns", (one, row) => (row % 2 === 0 ? one : -one)],
    ["four up, four down", (one, row) => (row % 8 < 4 ? one : -one)],
    ["one large, three of 1", (one, row) => (row % 4 === 0 ? one : 1)],
    ["large in the second place of four", (one, row) => (row % 4 === 1 ? one : 1)],
    ["large in the third place of four", (one, row) => (row % 4 === 2 ? one : 1)],
    ["large in the fourth place of four", (one, row) => (row % 4 === 3 ? one : 1)],
    ["three large, one of -1", (one, row) => (row % 4 === 3 ? -1 : one)],
    ["with gaps", (one, row) => (row % 5 === 2 ? Number.NaN : one)],
  ];
  test.each(patterns)("rows %s", (_, pattern) => {
    for (const one of bounds) {
      for (const length of [1, 3, 4, 5, 7, 8, 9, 16, 23]) {
        const units = Array.from({ length }, (_, row) => pattern(one, row));
        const column = minorUnitsColumn("JPY", units);
        const known = units.filter((unit) => !Number.isNaN(unit));
        const expected = (rows: readonly number[], all: number) => ({
          total: fromMinorUnits(
            rows.reduce((total, unit) => total + BigInt(unit), 0n),
            "JPY",
          ),
          n: rows.length,
          missing: all - rows.length,
        });
        expect(sumColumn(column)).toStrictEqual(expected(known, length));
        const groups = units.map((_, row) => row % 3);
        expect(sumColumnBy(column, groups, 3)).toStrictEqual(
          [0, 1, 2].map((group) => {
            const inside = units.filter((_, row) => row % 3 === group);
            return expected(
              inside.filter((unit) => !Number.isNaN(unit)),
              inside.length,
            );
          }),
        );
      }
    }
  });

  test("of amounts one by one, up and down", () => {
    // the largest amounts that are read as doubles, 10^15 - 1 fen
    for (const sign of [1n, -1n]) {
      const one = fromMinorUnits(sign * (10n ** 15n - 1n), "CNY");
      for (const count of [4, 5, 6, 9, 10, 11, 40]) {
        const amounts = Array.from({ length: count }, () => one);
        expect(sum("CNY", amounts)).toStrictEqual(fromMinorUnits(sign * BigInt(count) * (10n ** 15n - 1n), "CNY"));
      }
    }
  });
});

test("groups: none at all, and the most there may be", () => {
  expect(sumColumnBy(minorUnitsColumn("JPY", []), [], 0)).toStrictEqual([]);
  const sums = sumColumnBy(minorUnitsColumn("JPY", [7]), [999], 1000);
  expect(sums).toHaveLength(1000);
  expect(sums[999]).toStrictEqual({ total: { amount: "7", currency: "JPY" }, n: 1, missing: 0 });
  // 2^24 groups are not too many: what is refused is the row
  expect(refusalOf(() => sumColumnBy(minorUnitsColumn("JPY", [7]), [2 ** 24], 2 ** 24))).toMatchObject({
    path: ["groups", 0],
    details: { limit: 2 ** 24 - 1 },
  });
});

describe("interest where doubles end is that of a single exact call", () => {
  const balances = [...bounds, 1, 2, 3, 12345, 10 ** 15 - 1].flatMap((one) => [one, -one]);
  test.each(["1", "0.5", "0.999999999999", "0.000000000001", "-0.333333333333", "99.9"])("at %s", (rate) => {
    const rates = rateColumn(balances.map(() => rate));
    const column = minorUnitsColumn("JPY", balances);
    for (const [days, basis] of [
      [1, 1],
      [1, 2],
      [180, 360],
      [364, 365],
      [366_000, 366],
    ] as const) {
      for (const rounding of ["half-even", "up", "floor"] as const) {
        const interest = simpleInterestColumn(column, rates, days, basis, rounding);
        for (const [row, balance] of balances.entries()) {
          let expected: unknown;
          try {
            expected = simpleInterest(fromMinorUnits(balance, "JPY"), { rate, days, basis }, rounding);
          } catch (e) {
            if (!isDomainError(e)) throw e;
            expected = e.code;
          }
          const code = interest.issues.find((issue) => issue.row === row)?.code;
          expect(moneyAt(interest, row) ?? code).toStrictEqual(expected);
        }
      }
    }
  });
});

/** The number whose product with another is one more than a multiple of `divisor`; the two share no factor. */
function inverse(of: bigint, divisor: bigint): bigint {
  let [a, b, x, y] = [of % divisor, divisor, 1n, 0n];
  while (b > 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
  return ((x % divisor) + divisor) % divisor;
}

describe("interest one part of the divisor beside a whole yen, or beside a half", () => {
  // rate × 10^scale, scale, days, basis: the first and the third share no factor with 10 and with the basis
  test.each([
    [327, 4, 91, 365],
    [100_003, 6, 1, 365],
    [1_000_003, 6, 2147, 365],
    [1_000_003, 6, 1073, 365],
    [1_000_003, 6, 537, 365],
    [1_000_003, 6, 269, 365],
    [99_999_999_999, 6, 1, 365],
    [49_999_999, 9, 359, 360],
    [268_000_003, 9, 1, 1],
    [999_999_999_989, 12, 1, 1],
    [999_999_999_989, 12, 365_999, 7],
    [7, 0, 365_999, 3],
    [1, 1, 1, 3],
  ])("%i at scale %i, %i of %i days", (scaled, scale, days, basis) => {
    const divisor = 10n ** BigInt(scale) * BigInt(basis);
    const factor = BigInt(scaled) * BigInt(days);
    const unit = inverse(factor, divisor);
    const remainders = new Set(
      [0n, 1n, divisor - 1n, (divisor - 1n) / 2n, divisor / 2n, (divisor + 1n) / 2n].map((r) => r % divisor),
    );
    const digits = String(scaled).padStart(scale + 1, "0");
    const rate = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    const rows: { balance: number; remainder: bigint }[] = [];
    for (const remainder of remainders) {
      const least = (remainder * unit) % divisor;
      // one balance of every size, and some of each
      for (let more = 1n; least + more * divisor < 2n ** 52n; more = (more * 9n) / 8n + 1n) {
        rows.push({ balance: Number(least + more * divisor), remainder });
      }
      if (least < 2n ** 52n) rows.push({ balance: Number(least), remainder });
    }
    for (const sign of [1, -1]) {
      const balances = minorUnitsColumn(
        "JPY",
        rows.map(({ balance }) => sign * balance),
      );
      const rates = rateColumn(rows.map(() => rate));
      for (const [mode, one] of [
        ["down", () => 0n],
        ["up", (remainder: bigint) => (remainder > 0n ? 1n : 0n)],
        ["half-up", (remainder: bigint) => (2n * remainder >= divisor ? 1n : 0n)],
        ["half-down", (remainder: bigint) => (2n * remainder > divisor ? 1n : 0n)],
      ] as const) {
        const interest = simpleInterestColumn(balances, rates, days, basis, mode);
        expect(
          rows.map((_, row) => moneyAt(interest, row)?.amount ?? interest.issues.find((one) => one.row === row)?.code),
        ).toStrictEqual(
          rows.map(({ balance, remainder }) => {
            const size = (BigInt(balance) * factor - remainder) / divisor + one(remainder);
            return size < 10n ** 18n ? String(BigInt(sign) * size) : "money/amount-too-large";
          }),
        );
      }
    }
  });
});

test("an interest beyond 2^52 stands beside the numbers, exact", () => {
  // 1.5 × (2^52 - 1)
  const interest = simpleInterestColumn(minorUnitsColumn("JPY", [MOST]), rateColumn(["1.5"]), 1, 1, "down");
  expect([...interest.large]).toStrictEqual([[0, (3n * (2n ** 52n - 1n)) / 2n]]);
  expect(Number.isNaN(interest.minor[0])).toBe(true);
});
