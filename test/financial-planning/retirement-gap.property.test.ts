import fc from "fast-check";
import { test } from "vitest";

import { retirementGap, waysToClose, type RetirementInput } from "../../src/financial-planning/index.ts";
import { fromMinorUnits, type Money } from "../../src/money/index.ts";
import { assume, household, returnLimits } from "./cases.ts";

/** Rows with ids of their own. */
const named = <Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] =>
  rows.map((row, index) => ({ ...row, id: `${row.id}-${String(index)}` }));

const cents = (max: number) => fc.integer({ min: 0, max }).map((minor) => fromMinorUnits(minor, "CNY"));
const basisPoints = (min: number, max: number) => fc.integer({ min, max }).map((points) => (points / 10000).toFixed(4));

const plan: fc.Arbitrary<RetirementInput<"CNY">> = fc.record({
  asOf: fc.constant("2026-03-01"),
  person: fc.record({ age: fc.integer({ min: 20, max: 55 }) }),
  retirementAge: fc.integer({ min: 55, max: 70 }),
  spending: fc.record({ basis: fc.constant("amount" as const), annual: cents(50_000_000) }),
  pots: fc.array(fc.record({ id: fc.constant("pot"), balance: cents(500_000_000) }), { maxLength: 3 }).map(named),
  pensions: fc
    .array(
      fc.record({
        id: fc.constant("pension"),
        annual: cents(10_000_000),
        fromAge: fc.integer({ min: 50, max: 75 }),
        increase: basisPoints(0, 400),
      }),
      { maxLength: 2 },
    )
    .map(named),
  monthlySaving: cents(2_000_000),
  assumptions: fc.record({
    inflation: basisPoints(-100, 800).map(assume),
    returnBeforeRetirement: basisPoints(-200, 1200).map(assume),
    returnAfterRetirement: basisPoints(-200, 1000).map(assume),
    lifeExpectancy: fc.integer({ min: 75, max: 110 }).map(assume),
  }),
  rounding: fc.constantFrom("half-up", "half-even", "down"),
});

const gapOf = (input: RetirementInput<"CNY">): number => Number(retirementGap(input).result.gap.nominal.amount);
const scaleOf = (input: RetirementInput<"CNY">): number => {
  const { needBeforePensions, have } = retirementGap(input).result;
  return 1 + Number(needBeforePensions.nominal.amount) + Number(have.nominal.amount);
};

test("more savings never widen the gap, more spending never narrows it", () => {
  fc.assert(
    fc.property(plan, cents(100_000_000), (input, more) => {
      const gap = gapOf(input);
      const slack = 1e-9 * scaleOf(input) + 0.02;
      const saved = gapOf({ ...input, pots: [...input.pots, { id: "more", balance: more }] });
      const spent = gapOf({ ...input, spending: { basis: "amount", annual: fromMinorUnits(60_000_000, "CNY") } });
      return saved <= gap + slack && spent >= gap - slack;
    }),
  );
});

test("the additional saving closes the gap to what rounding a month leaves", () => {
  fc.assert(
    fc.property(plan, (input) => {
      const before = retirementGap(input).result;
      const { saveMore } = before.ways;
      if (saveMore === null || Number(before.gap.nominal.amount) <= 0) return true;
      const after = gapOf({ ...input, monthlySaving: saveMore.totalMonthly });
      const months = 12 * (input.retirementAge - (input.person as { readonly age: number }).age);
      return Math.abs(after) <= 0.01 * months * 1.12 ** 50 + 1e-9 * scaleOf(input);
    }),
  );
});

test("a higher return is offered only within the limit of the grade, with its risks, or not at all and with a reason", () => {
  const grade = fc.constantFrom("C1", "C2", "C3", "C4", "C5");
  const day = fc.constantFrom("2025-03-01", "2026-02-28", "2026-03-01", "2026-03-02", "2027-03-01");
  const days = fc.tuple(day, day).map(([one, other]) => [one, other].sort() as [string, string]);
  const profile = fc.option(
    fc.record({ grade, days }).map(({ grade, days: [assessedOn, validUntil] }) => ({ grade, assessedOn, validUntil })),
    { nil: null },
  );
  fc.assert(
    fc.property(plan, profile, fc.boolean(), (input, riskProfile, hasLimits) => {
      const { result, disclosures } = retirementGap({
        ...input,
        ...(riskProfile === null ? {} : { riskProfile }),
        ...(hasLimits ? { returnLimits } : {}),
      });
      const { higherReturn, higherReturnRefusal, spendLess } = result.ways;
      if (disclosures.length === 0) return false;
      if (higherReturn === null) return higherReturnRefusal !== null || Number(spendLess.reduction.amount) === 0;
      const isValid =
        riskProfile !== null && riskProfile.assessedOn <= input.asOf && riskProfile.validUntil >= input.asOf;
      const limit = Number(returnLimits.returnByGrade[higherReturn.grade]);
      return (
        isValid &&
        hasLimits &&
        higherReturnRefusal === null &&
        Number(higherReturn.returnBeforeRetirement) <= limit &&
        higherReturn.risks.length === 2
      );
    }),
  );
});

test("the order of pots and pensions is of no account", () => {
  fc.assert(
    fc.property(plan, (input) => {
      const turned = { ...input, pots: [...input.pots].reverse(), pensions: [...input.pensions].reverse() };
      return Math.abs(gapOf(input) - gapOf(turned)) <= 0.011 + 1e-12 * scaleOf(input);
    }),
  );
});

test("a shortfall and running out early are the same thing, however late the pensions start", () => {
  fc.assert(
    fc.property(plan, (input) => {
      const { result, checks } = retirementGap(input);
      const codes = checks.map(({ code }) => code);
      return (
        codes.includes("shortfall") === (result.depletionAge !== null) &&
        codes.includes("runs-out-before-life-expectancy") === (result.depletionAge !== null)
      );
    }),
  );
});

test("after any way that is offered, the money lasts to the life expectancy", () => {
  const limits = { ...returnLimits, returnByGrade: { C4: "0.9" } };
  const riskProfile = { grade: "C4", assessedOn: "2026-01-01", validUntil: "2026-12-31" };
  fc.assert(
    fc.property(plan, (input) => {
      const { ways } = retirementGap({ ...input, riskProfile, returnLimits: limits }).result;
      return waysToClose(ways).every((way) => {
        const lasts = (changes: Partial<RetirementInput<"CNY">>) =>
          retirementGap({ ...input, ...changes }).result.depletionAge === null;
        switch (way.code) {
          case "save-more":
            return lasts({ monthlySaving: way.totalMonthly });
          case "retire-later":
            return lasts({ retirementAge: way.retirementAge });
          case "spend-less":
            return lasts({ spending: { basis: "amount", annual: way.annualToday } });
          case "higher-return":
            return lasts({
              assumptions: { ...input.assumptions, returnBeforeRetirement: assume(way.returnBeforeRetirement) },
            });
        }
      });
    }),
  );
});

/** What is left after each year of retirement, counted year by year apart from the library. */
function balancesOf(input: RetirementInput<"CNY">, capital: number): readonly number[] {
  const { age } = input.person as { readonly age: number };
  const { inflation, returnAfterRetirement, lifeExpectancy } = input.assumptions;
  const prices = 1 + Number(inflation.value);
  let balance = capital;
  const balances: number[] = [];
  for (let at = input.retirementAge; at < lifeExpectancy.value; at++) {
    const spending = input.spending.basis === "amount" ? Number(input.spending.annual.amount) : Number.NaN;
    balance -= spending * prices ** (at - age);
    for (const { annual, fromAge, increase } of input.pensions) {
      if (at >= fromAge) balance += Number(annual.amount) * (1 + Number(increase)) ** (at - age);
    }
    balances.push(balance);
    balance *= 1 + Number(returnAfterRetirement.value);
  }
  return balances;
}

test("with the need met exactly, the balance is never below 0, and 0 at least once", () => {
  fc.assert(
    fc.property(plan, (input) => {
      const need = Number(retirementGap(input).result.need.nominal.amount);
      const balances = balancesOf(input, need);
      const growth = (1 + Math.max(0, Number(input.assumptions.returnAfterRetirement.value))) ** balances.length;
      const slack = (0.01 + 1e-9 * scaleOf(input)) * growth;
      const lowest = Math.min(...balances);
      return lowest >= -slack && (need === 0 || lowest <= slack);
    }),
  );
});

test("all amounts of the plan double when all amounts of the input do", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), (factor) => {
      const times = (m: Money<"CNY">) =>
        fromMinorUnits(BigInt(factor) * BigInt(Math.round(Number(m.amount) * 100)), "CNY");
      const scaled: RetirementInput<"CNY"> = {
        ...household,
        spending: { basis: "amount", annual: times({ amount: "140000.00", currency: "CNY" }) },
        pots: household.pots.map((pot) => ({ ...pot, balance: times(pot.balance) })),
        pensions: household.pensions.map((pension) => ({ ...pension, annual: times(pension.annual) })),
        monthlySaving: times(household.monthlySaving),
      };
      return Math.abs(gapOf(scaled) - factor * gapOf(household)) <= 0.01 * factor;
    }),
  );
});
