import fc from "fast-check";
import { expect, test } from "vitest";

import { add, fromMinorUnits, moneyColumn, moneyValues, rateColumn, subtract } from "../../src/money/index.ts";
import {
  averageDailyBalance,
  netInterestIncome,
  netInterestIncomeColumns,
} from "../../src/relationship-value/index.ts";

const rate = fc.integer({ min: -2_000_000, max: 2_000_000 }).map((ppb) => {
  const digits = String(Math.abs(ppb)).padStart(8, "0");
  return `${ppb < 0 ? "-" : ""}0.${digits}`;
});
const position = fc.record({
  id: fc.constant("p"),
  side: fc.constantFrom("asset" as const, "liability" as const),
  averageBalance: fc
    .oneof(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }))
    .map((minor) => fromMinorUnits(minor, "CNY")),
  rate,
  transferRate: rate,
});
const positionLists = fc
  .array(position, { maxLength: 20 })
  .map((rows) => rows.map((row, index) => ({ ...row, id: `p${String(index)}` })));
const period = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 28 }))
  .map(([a, b]) => ({ from: `2026-01-${String(a).padStart(2, "0")}`, to: `2026-03-${String(b).padStart(2, "0")}` }));

test("unit income plus treasury is client interest received less paid, for every row and in total", () => {
  fc.assert(
    fc.property(positionLists, period, (positions, period) => {
      const { values, totals } = netInterestIncome(positions, { period, currency: "CNY", dayCount: "ACT/360" });
      expect(add(totals.nii, totals.treasury)).toStrictEqual(subtract(totals.interestReceived, totals.interestPaid));
      for (const value of values) {
        if (value === null) throw new Error("no row is bad");
        const { side, interest, transfer, nii } = value;
        expect(nii).toStrictEqual(side === "asset" ? subtract(interest, transfer) : subtract(transfer, interest));
      }
    }),
  );
});

test("columns give row for row what positions give", () => {
  fc.assert(
    fc.property(positionLists, fc.integer({ min: 1, max: 59 }), (positions, days) => {
      const to = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
      const options = { period: { from: "2026-01-01", to }, currency: "CNY", dayCount: "ACT/365F" } as const;
      const { values, totals } = netInterestIncome(positions, options);
      const columns = netInterestIncomeColumns(
        {
          sides: positions.map(({ side }) => (side === "asset" ? 0 : 1)),
          balances: moneyColumn(
            "CNY",
            positions.map(({ averageBalance }) => averageBalance),
          ),
          rates: rateColumn(positions.map(({ rate }) => rate)),
          transferRates: rateColumn(positions.map(({ transferRate }) => transferRate)),
        },
        { days, basis: 365 },
      );
      expect(columns.totals).toStrictEqual(totals);
      for (const figure of ["interest", "transfer", "nii"] as const) {
        expect(moneyValues(columns[figure]).values).toStrictEqual(values.map((value) => value?.[figure]));
      }
    }),
  );
});

test("an average balance is the average of its days, taken one by one", () => {
  const movement = fc.record({
    day: fc.integer({ min: 1, max: 30 }),
    minor: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.array(movement), (opening, movements) => {
      const result = averageDailyBalance(
        {
          opening: fromMinorUnits(opening, "CNY"),
          movements: movements.map(({ day, minor }) => ({
            date: `2026-06-${String(day).padStart(2, "0")}`,
            amount: fromMinorUnits(minor, "CNY"),
          })),
        },
        "2026-06",
      );
      let balance = opening;
      let total = 0;
      for (let day = 1; day <= 30; day++) {
        for (const movement of movements) if (movement.day === day) balance += movement.minor;
        total += balance;
      }
      expect(result.balanceDays).toBe(fromMinorUnits(total, "CNY").amount);
      expect(result.stretches.reduce((days, stretch) => days + stretch.days, 0)).toBe(30);
    }),
  );
});

test("with a day count for the transfer price alone the identity holds, and columns give what positions give", () => {
  fc.assert(
    fc.property(positionLists, fc.integer({ min: 1, max: 59 }), (positions, days) => {
      const to = new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10);
      const { values, totals } = netInterestIncome(positions, {
        period: { from: "2026-01-01", to },
        currency: "CNY",
        dayCount: "ACT/360",
        transferDayCount: "ACT/365F",
      });
      expect(add(totals.nii, totals.treasury)).toStrictEqual(subtract(totals.interestReceived, totals.interestPaid));
      const columns = netInterestIncomeColumns(
        {
          sides: positions.map(({ side }) => (side === "asset" ? 0 : 1)),
          balances: moneyColumn(
            "CNY",
            positions.map(({ averageBalance }) => averageBalance),
          ),
          rates: rateColumn(positions.map(({ rate }) => rate)),
          transferRates: rateColumn(positions.map(({ transferRate }) => transferRate)),
        },
        { days, basis: 360, transferBasis: 365 },
      );
      expect(columns.totals).toStrictEqual(totals);
      expect(moneyValues(columns.nii).values).toStrictEqual(values.map((value) => value?.nii));
    }),
  );
});
