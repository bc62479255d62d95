import fc from "fast-check";
import { expect, test } from "vitest";

import {
  currencyExponent,
  fromMinorUnits,
  minorUnitsColumn,
  money,
  moneyAt,
  moneyColumn,
  moneyValues,
  rateColumn,
  simpleInterest,
  simpleInterestColumn,
  sum,
  sumColumn,
  sumColumnBy,
  type Money,
} from "../../src/money/index.ts";
import { isDomainError, type Issue } from "../../src/core/index.ts";
import { currency, decimal, many, minor, mode, Reference, referenceText } from "./arbitraries.ts";

const small = minor.filter((units) => units > -(10n ** 16n) && units < 10n ** 16n);

/** The value, or the code a single call was refused with. */
function single<T>(call: () => T): T | string {
  try {
    return call();
  } catch (e) {
    if (isDomainError(e)) return e.code;
    throw e;
  }
}

/** What a batch says of a row: its value, or the code of its issue. */
const ofRow = (row: number, values: readonly (Money | null)[], issues: readonly (Issue & { row: number })[]): unknown =>
  values[row] ?? issues.find((issue) => issue.row === row)?.code;

test("a column says of each row what a single call says", () => {
  const text = fc.oneof(decimal, fc.constantFrom("", "1e3", "1,000", "-0", "9999999999999999.99", "1".repeat(20)));
  fc.assert(
    fc.property(currency, fc.array(text, { maxLength: 20 }), (code, amounts) => {
      const { values, issues } = moneyValues(moneyColumn(code, amounts));
      amounts.forEach((amount, row) => {
        expect(ofRow(row, values, issues)).toStrictEqual(single(() => money(amount, code)));
      });
      expect(issues.map(({ row }) => row)).toStrictEqual([...issues.map(({ row }) => row)].sort((a, b) => a - b));
    }),
    many(5),
  );
});

test("the sum of a column is the sum of its rows, in one group or in many", () => {
  fc.assert(
    fc.property(currency, fc.array(fc.tuple(small, fc.nat(3)), { maxLength: 60 }), (code, rows) => {
      const amounts = rows.map(([units]) => fromMinorUnits(units, code));
      for (const column of [
        moneyColumn(code, amounts),
        minorUnitsColumn(
          code,
          rows.map(([units]) => units),
        ),
      ]) {
        expect(sumColumn(column)).toStrictEqual({ total: sum(code, amounts), n: rows.length, missing: 0 });
        const groups = rows.map(([, group]) => group);
        sumColumnBy(column, groups, 4).forEach((group, index) => {
          const inside = amounts.filter((_, row) => groups[row] === index);
          expect(group).toStrictEqual({ total: sum(code, inside), n: inside.length, missing: 0 });
        });
      }
    }),
    many(5),
  );
});

test("holes anywhere in a column change neither total nor order", () => {
  fc.assert(
    fc.property(fc.array(fc.option(small), { maxLength: 40 }), (rows) => {
      const column = moneyColumn(
        "CNY",
        rows.map((units) => (units === null ? "?" : fromMinorUnits(units, "CNY").amount)),
      );
      const known = rows.filter((units) => units !== null);
      expect(sumColumn(column)).toStrictEqual({
        total: fromMinorUnits(
          known.reduce((a, b) => a + b, 0n),
          "CNY",
        ),
        n: known.length,
        missing: rows.length - known.length,
      });
    }),
    many(5),
  );
});

test("interest of a column agrees row by row with single calls and with decimal.js", () => {
  const rate = fc
    .tuple(fc.integer({ min: -200_000, max: 2_000_000 }), fc.integer({ min: 0, max: 9 }))
    .map(([coefficient, scale]) => new Reference(coefficient).div(new Reference(10).pow(scale)).toFixed(scale))
    .map((text) => text.replace(/^-(0(?:\.0*)?)$/, "$1"))
    .filter((text) => Math.abs(Number(text)) < 100_000); // 15 digits on the common scale of nine
  const line = fc.tuple(minor, rate, fc.oneof(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 366_000 })));
  const basis = fc.oneof(fc.constantFrom(360, 365, 366), fc.integer({ min: 1, max: 366 }));
  fc.assert(
    fc.property(currency, fc.array(line, { maxLength: 30 }), basis, mode, (code, lines, year, rounding) => {
      const column = simpleInterestColumn(
        minorUnitsColumn(
          code,
          lines.map(([units]) => units),
        ),
        rateColumn(lines.map(([, value]) => value)),
        lines.map(([, , days]) => days),
        year,
        rounding,
      );
      lines.forEach(([units, value, days], row) => {
        const balance = fromMinorUnits(units, code);
        const one = single(() => simpleInterest(balance, { rate: value, days, basis: year }, rounding));
        expect(moneyAt(column, row) ?? column.issues.find((issue) => issue.row === row)?.code).toStrictEqual(one);
        const exact = new Reference(balance.amount).times(value).times(days).div(year);
        if (typeof one !== "string") expect(one.amount).toBe(referenceText(exact, currencyExponent(code), rounding));
      });
    }),
    many(10),
  );
});

test("days may be one number for all rows", () => {
  fc.assert(
    fc.property(fc.array(small, { maxLength: 10 }), fc.nat(366_000), mode, (units, days, rounding) => {
      const column = minorUnitsColumn("CNY", units);
      const rates = rateColumn(units.map(() => "0.0325"));
      expect(simpleInterestColumn(column, rates, days, 360, rounding)).toStrictEqual(
        simpleInterestColumn(
          column,
          rates,
          units.map(() => days),
          360,
          rounding,
        ),
      );
    }),
  );
});
