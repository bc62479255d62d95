import { type DecimalString, formatDecimal, type Path, readDecimal, toDayNumber } from "../core/index.ts";
import { Decimal } from "../core/decimal.ts";
import { addExact } from "../core/inner.ts";
import type { Money } from "../money/index.ts";

import { rateText, ratioText, rounderOf, type Rounder } from "./amounts.ts";
import { disclosuresOf, statutoryAgeCheckOf } from "./disclosures.ts";
import { refuse } from "./errors.ts";
import { gradeLimitOf, waysOf, type GradeLimit } from "./ways.ts";
import {
  depletionAge,
  project,
  returnBeforeOf,
  type ResolvedRetirement,
  type RetirementProjection,
  sustainableSpending,
} from "./projection.ts";
import { OLDEST, readRate, type PlanEnvelope, type TwoMoneys } from "./plan.ts";
import { readRetirement } from "./read-retirement.ts";
import { traceOf } from "./retirement-trace.ts";
import type {
  HigherReturnRefusal,
  RetirementDisclosure,
  RetirementFinding,
  RetirementStep,
  RetirementWays,
} from "./reasons.ts";
import {
  RETIREMENT_ASSUMPTION_NAMES,
  type RetirementAgeRow,
  type RetirementAssumptionName,
  type RetirementAssumptions,
  type RetirementGoal,
  type RetirementInput,
  type RetirementSensitivity,
  type SensitivityStep,
} from "./types.ts";

/** The result of a retirement plan, as of the day of retirement. */
export interface RetirementResult<C extends string = string> {
  /**
   * Capital with which no year of retirement falls short of the spending; not below 0. A pension counts from the year it
   * is paid: until then its worth cannot be spent, so this may be more than the capital before pensions less their worth.
   */
  readonly need: TwoMoneys<C>;
  /** Capital before pensions are deducted. */
  readonly needBeforePensions: TwoMoneys<C>;
  /** What the pensions are worth as capital. */
  readonly pensionValue: TwoMoneys<C>;
  /** Pots and savings, grown. */
  readonly have: TwoMoneys<C>;
  /** Need less have: above 0 a shortfall, below 0 a surplus. */
  readonly gap: TwoMoneys<C>;
  /** Share of the planned spending that can be paid in every year, 4 digits; null when nothing is to be spent. */
  readonly fundedRatio: DecimalString | null;
  /**
   * Spending per year, in the prices of `asOf`, that the plan can carry in every year as it is, rounded down; above the
   * planned spending with a surplus.
   */
  readonly sustainableSpending: Money<C>;
  readonly ways: RetirementWays<C>;
  /** Age of the first year that cannot be paid in full; null without a shortfall, when the money lasts. */
  readonly depletionAge: number | null;
  /** Rows for -3 to 3 years; ages already past, or not before the life expectancy, are left out. */
  readonly retirementAges: readonly RetirementAgeRow<C>[];
}

/** A retirement plan (养老规划). */
export type RetirementPlan<C extends string = string> = PlanEnvelope<
  "retirement",
  RetirementAssumptions,
  RetirementGoal<C>,
  RetirementResult<C>,
  RetirementDisclosure,
  RetirementFinding,
  RetirementStep,
  RetirementSensitivity<C>
>;

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
      additionalMonthly: additionalMonthly === null ? null : to.money(Decimal.max(additionalMonthly, 0), "up"),
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
): RetirementSensitivity<C> {
  const path = ["sensitivity", index, "change"];
  const planned = readDecimal(String(input.assumptions[step.assumption].value));
  const value = formatDecimal(addExact(planned, readDecimal(step.change, path)));
  const { gap, priceLevel } = project(changedPlan(plan, step.assumption, value, path));
  const to = rounderOf(input, plan, [step.change, path]);
  return { assumption: step.assumption, change: step.change, value, gap: to.both(gap, priceLevel) };
}

/** Findings about assumptions that were made, or published, after the day of the plan. */
function laterAssumptions({ asOf, assumptions }: RetirementInput): RetirementFinding[] {
  return RETIREMENT_ASSUMPTION_NAMES.flatMap((assumption) => {
    const details = { assumption, date: assumptions[assumption].date, asOf };
    const isLater = toDayNumber(details.date) > toDayNumber(asOf);
    return isLater ? [{ code: "assumption-dated-later" as const, level: "warning" as const, details }] : [];
  });
}

/** The assumptions that a grade of risk limits. */
const RETURNS = ["returnBeforeRetirement", "returnAfterRetirement"] as const;

/** Findings about what the input says: assumptions of a later day, whose age it is, what the grade of risk allows. */
function inputChecks(
  input: RetirementInput,
  sensitivity: readonly RetirementSensitivity[],
  limit: GradeLimit | HigherReturnRefusal,
): RetirementFinding[] {
  const { retirementAgeBasis: basis, assumptions } = input;
  const checks = laterAssumptions(input);
  const finding = basis?.kind === "statutory" ? statutoryAgeCheckOf(input, basis.person).finding : null;
  if (finding !== null) checks.push(finding);
  if ("code" in limit) {
    const { returnBeforeRetirement: before, returnAfterRetirement: after } = assumptions;
    const details = { returnBeforeRetirement: before.value, returnAfterRetirement: after.value };
    return [...checks, { code: "returns-not-assessed", level: "info", details }];
  }
  const { grade, highestReturn } = limit;
  const isAbove = (value: DecimalString): boolean => new Decimal(value).gt(highestReturn);
  for (const assumption of RETURNS) {
    const { value } = assumptions[assumption];
    const details = { assumption, value, grade, highestReturn };
    if (isAbove(value)) checks.push({ code: "assumed-return-above-grade", level: "warning", details });
  }
  for (const { assumption, change, value } of sensitivity) {
    if (!RETURNS.some((name) => name === assumption) || !isAbove(value)) continue;
    const details = { assumption, change, value, grade, highestReturn };
    checks.push({ code: "changed-return-above-grade", level: "warning", details });
  }
  return checks;
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
  const paid = plan.pensions.filter(({ fromAge, untilAge }) => fromAge < lifeExpectancy && untilAge > retirementAge);
  const firstPension = Math.min(...paid.map((pension) => pension.fromAge));
  if (paid.length === 0) checks.push({ code: "no-pension", level: "info", details: {} });
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
 * `(1 + return) / (1 + inflation) − 1`, less what the pensions of those years are worth as capital on that day. Nobody
 * spends a pension before it is paid, so the need is the largest of this over the years up to each age: with it, no year
 * falls short, and taking any of `ways` leaves money to the life expectancy. Pots
 * grow at the return before retirement; monthly saving falls due at the end of each month, at the monthly rate that
 * compounds to that return. The payment that closes the gap uses the same rate.
 *
 * Every amount is given in nominal terms, in the money of the day of retirement, and in the prices of `asOf`, each
 * rounded once, with the given rounding (what closes a gap to the side on which it does), from a figure of 60 digits that is the same on every engine, so `need − have` may differ from `gap` by a minor
 * unit. Nothing is assumed here: inflation, returns and life expectancy are the caller's, with source and date, and are
 * echoed; one of a later day than the plan is found. Taxes and fees are in the returns the caller gives. A projection, not advice: `disclosures` are told with it.
 *
 * A higher return is no way to close a gap that anybody could choose. It is offered only with the client’s valid
 * assessment of risk and the bank’s own limits by grade, as high as the grade allows, and with its risks; otherwise
 * `ways.higherReturnRefusal` says why not.
 *
 * @param input - person, goal, savings, pensions and assumptions; all amounts in one currency and not below 0
 * @returns the plan: need, have and gap, the ways to close it, disclosures, checks by code, sensitivity and trace
 * @throws `financial-planning/invalid-input` for a member that is missing, misspelt, of the wrong kind or not one of its words
 * @throws `financial-planning/invalid-age` for ages other than whole years from 0 to 150
 * @throws `financial-planning/ages-out-of-order` unless age ≤ retirement age < life expectancy, and for reversed pension ages
 * @throws `financial-planning/rate-out-of-range` for rates not between -1 and 1 (a percentage given as `"5"`), ratios above 5
 * @throws `financial-planning/currency-mismatch`, `financial-planning/amount-out-of-range`
 * @throws `core/invalid-date`, `core/invalid-decimal`, `core/invalid-policy` for return limits whose dates are reversed,
 * and the codes of `money` for invalid amounts
 * @see openlearningworld.com, worked case of retirement planning (42,500 a year, 2 % for 25 years, 7 %, 30 years), met to its printed digits; library convention for pensions, months and ages
 * @example
 * const plan = retirementGap({
 *   asOf: "2026-03-05",
 *   person: { age: 40 },
 *   retirementAge: 63,
 *   retirementAgeBasis: { kind: "statutory", person: "man", source: "decision of 2024-09-13, annex" },
 *   spending: { basis: "amount", annual: money("120000", "CNY") },
 *   pots: [{ id: "deposit", balance: money("300000", "CNY") }],
 *   pensions: [{ id: "state", annual: money("48000", "CNY"), fromAge: 63, increase: "0.02" }],
 *   monthlySaving: money("2000", "CNY"),
 *   assumptions: exampleRetirementAssumptions.assumptions,
 *   rounding: "half-up",
 * });
 * plan.goal.annualSpending.nominal // => { amount: "189227.91", currency: "CNY" }
 * plan.result.gap // => { nominal: { amount: "2204373.22", currency: "CNY" }, today: { amount: "1397916.32", currency: "CNY" } }
 * plan.result.ways.higherReturn // => null
 * plan.result.ways.higherReturnRefusal // => { code: "risk-grade-not-given", details: {} }
 * plan.disclosures.slice(0, 2).map(({ code }) => code) // => ["assumptions-not-forecast", "no-promise-of-return"]
 * @since 0.1.0
 */
export function retirementGap<C extends string>(input: RetirementInput<C>): RetirementPlan<C> {
  const { figures, income } = readRetirement(input);
  const to = rounderOf(input, figures);
  const projection = project(figures);
  const { priceLevel, gross, pensionValue, need, have, gap } = projection;
  const runsOut = depletionAge(projection);
  const carried = sustainableSpending(projection);
  const limit = gradeLimitOf(input);
  const result: RetirementResult<C> = {
    need: to.both(need, priceLevel),
    needBeforePensions: to.both(gross, priceLevel),
    pensionValue: to.both(pensionValue, priceLevel),
    have: to.both(have, priceLevel),
    gap: to.both(gap, priceLevel),
    fundedRatio: figures.spending.isZero() ? null : ratioText(carried.div(figures.spending)),
    sustainableSpending: to.money(carried, "down"),
    ways: waysOf(figures, projection, limit, to),
    depletionAge: runsOut,
    retirementAges: ageRows(figures, to),
  };
  // what is too large by itself is refused before what a change makes too large
  const sensitivity = (input.sensitivity ?? []).map((step, i) => sensitivityOf(figures, input, step, i));
  return {
    kind: "retirement",
    asOf: input.asOf,
    assumptions: input.assumptions,
    goal: {
      age: figures.age,
      retirementAge: figures.retirementAge,
      retirementAgeBasis: input.retirementAgeBasis ?? null,
      yearsToRetirement: projection.yearsTo,
      yearsInRetirement: projection.yearsIn,
      annualSpending: to.both(projection.spendingAtRetirement, priceLevel),
      replacementRatio: income === null || income.isZero() ? null : ratioText(figures.spending.div(income)),
    },
    result,
    disclosures: disclosuresOf(input),
    checks: [...checksOf(figures, projection, runsOut), ...inputChecks(input, sensitivity, limit)],
    sensitivity,
    trace: traceOf(figures, projection),
    rounding: input.rounding,
  };
}
