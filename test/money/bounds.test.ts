import { describe, expect, test } from "vitest";

import { isDomainError } from "../../src/core/index.ts";
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
