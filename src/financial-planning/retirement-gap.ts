import { type DecimalString, formatDecimal, type Path, readDecimal } from "../core/index.ts";
import { Decimal } from "../core/decimal.ts";
import { addExact } from "../core/inner.ts";
import { type Money, roundMoney } from "../money/index.ts";

import { refuse } from "./errors.ts";
import {
  depletionAge,
  firstAgeWithoutGap,
  project,
  returnBeforeOf,
  returnWithoutGap,
  type ResolvedRetirement,
  type RetirementProjection,
  settled,
  sustainableSpending,
} from "./projection.ts";
import { OLDEST, readRate, readRetirement } from "./read-retirement.ts";
import { traceOf } from "./retirement-trace.ts";
import type {
  RetirementAgeRow,
  RetirementAssumptionName,
  RetirementAssumptions,
  RetirementFinding,
  RetirementInput,
  RetirementPlan,
  RetirementSensitivity,
  RetirementWays,
  SensitivityStep,
} from "./types.ts";
import type { TwoMoneys } from "./plan.ts";

/** A yearly rate as it is shown. */
const rateText = (rate: Decimal): string => rate.toFixed(6);

/** A ratio as it is shown. */
const ratioText = (ratio: Decimal): string => ratio.toFixed(4);

/** The one place where a number becomes money. */
interface Rounder<C extends string> {
  money(amount: Decimal): Money<C>;
  both(amount: Decimal, priceLevel: Decimal): TwoMoneys<C>;
}

function rounderOf<C extends string>(input: RetirementInput<C>): Rounder<C> {
  const currency: C = input.monthlySaving.currency;
  const money = (amount: Decimal): Money<C> => {
    if (!amount.abs().lt(1e15)) {
      refuse("financial-planning/amount-out-of-range", "the result exceeds 1e15", ["result"], { limit: 1e15 });
    }
    return roundMoney(settled(amount).toFixed(), currency, input.rounding);
  };
  return {
    money,
    both: (amount, priceLevel) => ({ nominal: money(amount), today: money(amount.div(priceLevel)) }),
  };
}

function waysOf<C extends string>(
  plan: ResolvedRetirement,
  projection: RetirementProjection,
  planned: RetirementAssumptions,
  to: Rounder<C>,
): RetirementWays<C> {
  const short = projection.gap.gt(0);
  const { additionalMonthly } = projection;
  const extra = short && additionalMonthly !== null ? additionalMonthly : new Decimal(0);
  const age = short ? firstAgeWithoutGap(plan) : plan.retirementAge;
  const annual = short ? sustainableSpending(projection) : plan.spending;
  const needed = short ? returnWithoutGap(plan, projection) : null;
  const plannedReturn = { returnBeforeRetirement: planned.returnBeforeRetirement.value };
  return {
    saveMore:
      additionalMonthly === null
        ? null
        : { additionalMonthly: to.money(extra), totalMonthly: to.money(plan.monthlySaving.plus(extra)) },
    retireLater: age === null ? null : { retirementAge: age, years: age - plan.retirementAge },
    spendLess: { annualToday: to.money(annual), reduction: to.money(plan.spending.minus(annual)) },
    higherReturn: !short ? plannedReturn : needed === null ? null : { returnBeforeRetirement: rateText(needed) },
  };
}

/** Years relative to the planned age, as the retire-later table shows them. */
const TABLE_YEARS = [-3, -2, -1, 0, 1, 2, 3] as const;

function ageRows<C extends string>(plan: ResolvedRetirement, to: Rounder<C>): RetirementAgeRow<C>[] {
  const rows: RetirementAgeRow<C>[] = [];
  for (const years of TABLE_YEARS) {
    const retirementAge = plan.retirementAge + years;
    if (retirementAge < plan.age || retirementAge >= plan.lifeExpectancy) continue;
    const { need, have, gap, priceLevel, additionalMonthly } = project({ ...plan, retirementAge });
    rows.push({
      years,
      retirementAge,
      need: to.both(need, priceLevel),
      have: to.both(have, priceLevel),
      gap: to.both(gap, priceLevel),
      additionalMonthly: additionalMonthly === null ? null : to.money(Decimal.max(additionalMonthly, 0)),
    });
  }
  return rows;
}

/** The plan with one assumption changed to a value. */
function changedPlan(
  plan: ResolvedRetirement,
  assumption: RetirementAssumptionName,
  value: DecimalString,
  path: Path,
): ResolvedRetirement {
  switch (assumption) {
    case "inflation":
      return { ...plan, inflation: readRate(value, path) };
    case "returnBeforeRetirement":
      return { ...plan, ...returnBeforeOf(readRate(value, path)) };
    case "returnAfterRetirement":
      return { ...plan, returnAfter: readRate(value, path) };
    case "lifeExpectancy": {
      const lifeExpectancy = Number(value);
      const { retirementAge } = plan;
      if (Number.isInteger(lifeExpectancy) && lifeExpectancy > retirementAge && lifeExpectancy <= OLDEST) {
        return { ...plan, lifeExpectancy };
      }
      const range = `gives whole years above the retirement age, at most ${String(OLDEST)}`;
      return refuse("financial-planning/invalid-age", range, path, { value, retirementAge });
    }
  }
}

function sensitivityOf<C extends string>(
  plan: ResolvedRetirement,
  input: RetirementInput<C>,
  step: SensitivityStep,
  index: number,
  to: Rounder<C>,
): RetirementSensitivity<C> {
  const path = ["sensitivity", index, "change"];
  const planned = readDecimal(String(input.assumptions[step.assumption].value));
  const value = formatDecimal(addExact(planned, readDecimal(step.change, path)));
  const { gap, priceLevel } = project(changedPlan(plan, step.assumption, value, path));
  return { assumption: step.assumption, change: step.change, value, gap: to.both(gap, priceLevel) };
}

function checksOf(
  plan: ResolvedRetirement,
  projection: RetirementProjection,
  runsOut: number | null,
): RetirementFinding[] {
  const { retirementAge, lifeExpectancy } = plan;
  const checks: RetirementFinding[] = [];
  if (projection.gap.gt(0)) checks.push({ code: "shortfall", level: "warning", details: { retirementAge } });
  if (runsOut !== null) {
    const details = { depletionAge: runsOut, lifeExpectancy };
    checks.push({ code: "runs-out-before-life-expectancy", level: "warning", details });
  }
  if (projection.realReturn.lte(0)) {
    const details = { realReturn: rateText(projection.realReturn) };
    checks.push({ code: "real-return-not-positive", level: "warning", details });
  }
  if (projection.yearsTo === 0) checks.push({ code: "retires-now", level: "info", details: { retirementAge } });
  const firstPension = Math.min(...plan.pensions.map((pension) => pension.fromAge));
  if (plan.pensions.length === 0) checks.push({ code: "no-pension", level: "info", details: {} });
  else if (firstPension > retirementAge) {
    const details = { retirementAge, firstPensionAge: firstPension };
    checks.push({ code: "pension-starts-after-retirement", level: "info", details });
  }
  return checks;
}

/**
 * The retirement gap: what retirement needs, what will be there, and how to close the difference (养老缺口).
 *
 * Years are whole years of age. Spending falls due at the beginning of each year of retirement and grows with
 * inflation; the capital it needs on the day of retirement is an annuity-due at the real return
 * `(1 + return) / (1 + inflation) − 1`, less what the pensions of those years are worth as capital on that day. Pots
 * grow at the return before retirement; monthly saving falls due at the end of each month, at the monthly rate that
 * compounds to that return. The payment that closes the gap uses the same rate.
 *
 * Every amount is given in nominal terms, in the money of the day of retirement, and in the prices of `asOf`, each
 * rounded once, with the given rounding, from a figure of 60 digits that is the same on every engine, so `need − have` may differ from `gap` by a minor
 * unit. Nothing is assumed here: inflation, returns and life expectancy are the caller's, with source and date, and are
 * echoed. Taxes and fees are in the returns the caller gives. A projection, not advice.
 *
 * @param input - person, goal, savings, pensions and assumptions; all amounts in one currency and not below 0
 * @returns the plan: need, have and gap, four ways to close it, checks by code, sensitivity and trace
 * @throws `financial-planning/invalid-input` for a member that is missing, misspelt, of the wrong kind or not one of its words
 * @throws `financial-planning/invalid-age` for ages other than whole years from 0 to 150
 * @throws `financial-planning/ages-out-of-order` unless age ≤ retirement age < life expectancy, and for reversed pension ages
 * @throws `financial-planning/rate-out-of-range` for rates not between -1 and 1 (a percentage given as `"5"`), ratios above 5
 * @throws `financial-planning/currency-mismatch`, `financial-planning/amount-out-of-range`
 * @throws `core/invalid-date`, `core/invalid-decimal`, and the codes of `money` for invalid amounts
 * @see openlearningworld.com, worked case of retirement planning (42,500 a year, 2 % for 25 years, 7 %, 30 years), met to its printed digits; library convention for pensions, months and ages
 * @example
 * const assume = <T>(value: T) => ({ value, source: "client meeting", date: "2026-03-01" });
 * const plan = retirementGap({
 *   asOf: "2026-03-01",
 *   person: { age: 40 },
 *   retirementAge: 65,
 *   spending: { basis: "amount", annual: money("42500", "USD") },
 *   pots: [],
 *   pensions: [],
 *   monthlySaving: money("0", "USD"),
 *   assumptions: {
 *     inflation: assume("0.02"),
 *     returnBeforeRetirement: assume("0.07"),
 *     returnAfterRetirement: assume("0.07"),
 *     lifeExpectancy: assume(95),
 *   },
 *   rounding: "half-up",
 * });
 * plan.goal.annualSpending.nominal // => { amount: "69725.75", currency: "USD" }
 * plan.result.need.nominal // => { amount: "1137073.55", currency: "USD" }
 * plan.checks.map((check) => check.code) // => ["shortfall", "runs-out-before-life-expectancy", "no-pension"]
 * @since 0.1.0
 */
export function retirementGap<C extends string>(input: RetirementInput<C>): RetirementPlan<C> {
  const { figures, income } = readRetirement(input);
  const to = rounderOf(input);
  const projection = project(figures);
  const { priceLevel, gross, pensionValue, need, have, gap } = projection;
  const runsOut = depletionAge(figures, projection);
  return {
    kind: "retirement",
    asOf: input.asOf,
    assumptions: input.assumptions,
    goal: {
      age: figures.age,
      retirementAge: figures.retirementAge,
      yearsToRetirement: projection.yearsTo,
      yearsInRetirement: projection.yearsIn,
      annualSpending: to.both(projection.spendingAtRetirement, priceLevel),
      replacementRatio: income === null || income.isZero() ? null : ratioText(figures.spending.div(income)),
    },
    result: {
      need: to.both(need, priceLevel),
      needBeforePensions: to.both(gross, priceLevel),
      pensionValue: to.both(pensionValue, priceLevel),
      have: to.both(have, priceLevel),
      gap: to.both(gap, priceLevel),
      fundedRatio: gross.gt(0) ? ratioText(have.plus(pensionValue).div(gross)) : null,
      sustainableSpending: to.money(sustainableSpending(projection)),
      ways: waysOf(figures, projection, input.assumptions, to),
      depletionAge: runsOut,
      retirementAges: ageRows(figures, to),
    },
    checks: checksOf(figures, projection, runsOut),
    sensitivity: (input.sensitivity ?? []).map((step, i) => sensitivityOf(figures, input, step, i, to)),
    trace: traceOf(figures, projection),
    rounding: input.rounding,
  };
}
