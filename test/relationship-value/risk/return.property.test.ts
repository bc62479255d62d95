import fc from "fast-check";
import { expect, test } from "vitest";

import { fromMinorUnits, money, toMinorUnits, type Money } from "../../../src/money/index.ts";
import {
  exampleMainlandLevies,
  relationshipReturn,
  repriceFor,
  riskAdjustedReturn,
  TRANSFER_ADD_ONS,
  VAT_PRICES,
  type Relationship,
  type RelationshipReturnOptions,
  type ReturnTax,
} from "../../../src/relationship-value/index.ts";
import { options as plain } from "./relationship.ts";

const amount = (min: number, max: number) => fc.integer({ min, max }).map((minor) => fromMinorUnits(minor, "CNY"));
const rate = (min: number, max: number) =>
  fc.integer({ min, max }).map((bp) => `${bp < 0 ? "-" : ""}0.${String(Math.abs(bp)).padStart(4, "0")}`);

const position = (id: string) =>
  fc.record({
    id: fc.constant(id),
    side: fc.constantFrom("asset" as const, "liability" as const),
    averageBalance: amount(1_000_000, 10_000_000_000),
    rate: rate(0, 900),
    transferRate: rate(0, 600),
  });
const numbered = <T extends { readonly id: string }>(rows: readonly T[]): T[] =>
  rows.map((row, index) => ({ ...row, id: `${row.id}-${String(index)}` }));
const relationships: fc.Arbitrary<Relationship<"CNY">> = fc.record({
  positions: fc.tuple(position("P"), position("Q")),
  addOns: fc
    .array(
      fc.record({
        id: fc.constant("P"),
        addOn: fc.constantFrom(...TRANSFER_ADD_ONS),
        base: amount(0, 1_000_000_000),
        rate: rate(-50, 50),
      }),
      { maxLength: 4 },
    )
    .map(numbered),
  fees: amount(-10_000_000, 100_000_000),
  activities: fc.array(fc.record({ activity: fc.constant("visit"), count: fc.nat(50).map(String) }), { maxLength: 3 }),
  exposures: fc
    .array(
      fc.record({
        id: fc.constant("P"),
        exposure: amount(1_000_000, 10_000_000_000),
        pd: rate(1, 2000),
        lgd: rate(500, 9000),
        riskWeight: fc.constantFrom("0.2", "0.5", "1", "1.5"),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map(numbered),
});
const tax: fc.Arbitrary<ReturnTax> = fc.constantFrom(
  { treatment: "before-tax" },
  { treatment: "after-tax", rate: "0.25", losses: "credited" },
  { treatment: "after-tax", rate: "0.165", losses: "untaxed" },
);
const optionSets: fc.Arbitrary<RelationshipReturnOptions<"CNY">> = fc.record({
  ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, fc.constant(value)])),
  period: fc.constantFrom("2025", "2025-Q1", "2025-06"),
  transferDayCount: fc.constantFrom("ACT/360" as const, "ACT/365F" as const),
  lossTime: fc.constantFrom("full" as const, "by-days" as const),
  tax,
  levies: fc
    .constantFrom(null, ...VAT_PRICES)
    .map((price) =>
      price === null || exampleMainlandLevies.valueAddedTax === null
        ? null
        : { ...exampleMainlandLevies, valueAddedTax: { ...exampleMainlandLevies.valueAddedTax, price } },
    ),
  returnOnCapital: fc.constantFrom(
    { treatment: "excluded" } as const,
    { treatment: "at-rate", rate: "0.02" } as const,
    { treatment: "given", amount: fromMinorUnits(12345n, "CNY") } as const,
  ),
  funding: fc.constantFrom({ treatment: "gross" } as const, { treatment: "net-of-capital", rate: "0.025" } as const),
}) as fc.Arbitrary<RelationshipReturnOptions<"CNY">>;

const minor = toMinorUnits;
const totalOf = (amounts: readonly { readonly amount: Money }[]): bigint =>
  amounts.reduce((total, { amount }) => total + minor(amount), 0n);

test("every part is in the sum, to the minor unit, from interest to economic value added", () => {
  fc.assert(
    fc.property(relationships, optionSets, (relationship, options) => {
      const { result: r, issues, parts } = relationshipReturn(relationship, options);
      expect(issues).toStrictEqual([]);
      const { interestReceived, interestPaid, treasury } = parts.interest.totals;
      expect(minor(r.nii) + minor(treasury)).toBe(minor(interestReceived) - minor(interestPaid));
      expect(minor(r.income)).toBe(minor(r.nii) - totalOf(r.addOns) + minor(r.fees));
      expect(totalOf(r.addOns)).toBe(minor(parts.addOns.total));
      expect(minor(r.incomeBeforeTax)).toBe(
        minor(r.income) -
          minor(r.serviceCost) -
          totalOf(r.levies) -
          minor(r.expectedLoss) +
          minor(r.returnOnCapital) +
          minor(r.fundingRelief),
      );
      expect(minor(r.riskAdjustedIncome)).toBe(minor(r.incomeBeforeTax) - minor(r.tax));
      expect(minor(r.economicValueAdded)).toBe(minor(r.riskAdjustedIncome) - minor(r.capitalCharge));
    }),
  );
});

test("economic value added is (RAROC − hurdle) × capital × time, to the rounding of the charge", () => {
  fc.assert(
    fc.property(relationships, optionSets, (relationship, options) => {
      const { result } = relationshipReturn(relationship, { ...options, digits: 12 });
      const { yearFraction, hurdle } = result.conventions;
      const time = yearFraction.numerator / yearFraction.denominator;
      const capital = Number(result.capital.amount);
      const value = (Number(result.raroc) - Number(hurdle)) * capital * time;
      expect(value).toBeCloseTo(Number(result.economicValueAdded.amount), 1);
    }),
  );
});

test("risk-adjusted income falls with PD and with LGD", () => {
  fc.assert(
    fc.property(
      relationships,
      optionSets,
      fc.constantFrom("pd" as const, "lgd" as const),
      (relationship, options, name) => {
        const worse = relationship.exposures.map((exposure) => ({ ...exposure, [name]: "1" }));
        const before = relationshipReturn(relationship, options).result.riskAdjustedIncome;
        const after = relationshipReturn({ ...relationship, exposures: worse }, options).result.riskAdjustedIncome;
        expect(minor(after)).toBeLessThanOrEqual(minor(before));
      },
    ),
  );
});

test("RAROC falls with capital while it is above what capital earns", () => {
  fc.assert(
    fc.property(relationships, optionSets, fc.integer({ min: 2, max: 9 }), (relationship, given, times) => {
      const options = { ...given, digits: 12 };
      const { input, result } = relationshipReturn(relationship, options);
      const { returnOnCapital, funding, tax, hurdle, rounding, digits } = result.conventions;
      const { period, currency, dayCount } = options;
      const time = { period, currency, dayCount, capital: "regulatory" as const };
      const conventions = { ...time, returnOnCapital, funding, tax, hurdle, rounding, digits };
      const more = { ...input, capital: fromMinorUnits(minor(input.capital) * BigInt(times), "CNY") };
      const after = riskAdjustedReturn(more, conventions);
      const earned = returnOnCapital.treatment === "at-rate" ? Number(returnOnCapital.rate) : 0;
      const saved = funding.treatment === "net-of-capital" ? Number(funding.rate) : 0;
      if (Number(result.raroc) > earned + saved) expect(Number(after.raroc)).toBeLessThan(Number(result.raroc));
    }),
  );
});

test("at the rate found the target is met, and a step below it is not", () => {
  let found = 0;
  fc.assert(
    fc.property(relationships, optionSets, rate(100, 2500), (relationship, options, target) => {
      const priced = repriceFor(relationship, options, { position: "P", target });
      if (!priced.ok) return;
      found++;
      expect(minor(priced.after.economicValueAdded)).toBeGreaterThanOrEqual(0n);
      const step = priced.side === "asset" ? -0.0001 : 0.0001;
      const other = (Number(priced.rate) + step).toFixed(4);
      if (other.startsWith("-")) return;
      const positions = relationship.positions.map((one) => (one.id === "P" ? { ...one, rate: other } : one));
      const { result } = relationshipReturn({ ...relationship, positions }, { ...options, hurdle: target });
      expect(minor(result.economicValueAdded)).toBeLessThan(0n);
    }),
  );
  expect(found).toBeGreaterThan(10);
});

test("a rate of whole basis points that meets the target is found, whatever cents the balance has", () => {
  const none = money("0", "CNY");
  fc.assert(
    fc.property(
      fc.constantFrom("asset", "liability"),
      fc.integer({ min: 100_000_00, max: 9_999_999_99 }),
      fc.integer({ min: 50, max: 200 }),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 5, max: 25 }),
      (side, cents, margin, pd, hurdle) => {
        // margin = PD × 50 % + hurdle × 10 %, so that the rate sought is the transfer price and this many basis points
        const points = pd * 50 + hurdle * 10;
        const averageBalance = fromMinorUnits(cents, "CNY");
        const position = (rate: number) => [
          { id: "P", side, averageBalance, rate: (rate / 10_000).toFixed(4), transferRate: "0.0500" } as const,
        ];
        const relationship = {
          positions: position(side === "asset" ? 500 + margin : 500 - margin),
          addOns: [],
          fees: none,
          activities: [],
          exposures: [{ id: "P", exposure: averageBalance, pd: (pd / 100).toFixed(2), lgd: "0.50", riskWeight: "1" }],
        };
        const options: RelationshipReturnOptions<"CNY"> = {
          period: "2025",
          currency: "CNY",
          dayCount: "ACT/365F",
          lossTime: "full",
          levies: null,
          costs: [],
          capital: { basis: "regulatory", ratio: "0.10" },
          returnOnCapital: { treatment: "excluded" },
          funding: { treatment: "gross" },
          tax: { treatment: "before-tax" },
          hurdle: "0",
        };
        const target = (hurdle / 100).toFixed(2);
        const priced = repriceFor(relationship, options, { position: "P", target });
        const added = (rate: number): bigint =>
          minor(
            relationshipReturn({ ...relationship, positions: position(rate) }, { ...options, hurdle: target }).result
              .economicValueAdded,
          );
        const [exact, step] = side === "asset" ? [500 + points, -1] : [500 - points, 1];
        if (exact < 0) {
          expect(priced.ok).toBe(false);
          return;
        }
        const met = [exact + step, exact, exact - step].find((rate) => rate >= 0 && added(rate) >= 0n);
        expect(priced.ok && Number(priced.rate)).toBe((met ?? Number.NaN) / 10_000);
      },
    ),
  );
});
