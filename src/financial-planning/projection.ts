import { Decimal } from "../core/decimal.ts";
import { rate } from "../time-value/index.ts";

/** A pension in plain numbers. */
export interface PensionFigures {
  readonly annual: Decimal;
  readonly fromAge: number;
  readonly untilAge: number;
  readonly increase: Decimal;
}

/** A retirement plan in plain numbers: what the formulas work on. */
export interface ResolvedRetirement {
  readonly age: number;
  readonly retirementAge: number;
  readonly lifeExpectancy: number;
  /** Per year, in today's prices. */
  readonly spending: Decimal;
  readonly savings: Decimal;
  readonly monthlySaving: Decimal;
  readonly pensions: readonly PensionFigures[];
  /** What the pensions pay in each year of age from today's on, in the money of that year. */
  readonly pensionsPaid: readonly Decimal[];
  readonly inflation: Decimal;
  readonly returnBefore: Decimal;
  /** What 1 grows to in a month before retirement: the twelfth root of a year's growth. */
  readonly monthlyGrowth: Decimal;
  readonly returnAfter: Decimal;
}

/** The years from retirement to an age, exclusive, each figure worth as capital on the day of retirement. */
interface Span {
  readonly untilAge: number;
  /** Capital for a spending of 1 in the first year that grows with prices. */
  readonly perUnit: Decimal;
  readonly spending: Decimal;
  readonly pensions: Decimal;
  /** Spending less pensions, as far as it is certain. */
  readonly excess: Decimal;
}

/** What the formulas give, unrounded, in the money of the day of retirement unless a member says otherwise. */
export interface RetirementProjection {
  readonly yearsTo: number;
  readonly yearsIn: number;
  /** Prices at retirement over prices today. */
  readonly priceLevel: Decimal;
  readonly spendingAtRetirement: Decimal;
  readonly realReturn: Decimal;
  /** What is due up to each age, from the first year of retirement to the life expectancy. */
  readonly spans: readonly Span[];
  readonly gross: Decimal;
  readonly pensionValue: Decimal;
  /** The span that needs the most capital: a pension that comes later cannot be spent before it does. */
  readonly hardest: Span;
  readonly need: Decimal;
  readonly monthlyReturn: Decimal;
  readonly potsAtRetirement: Decimal;
  readonly savingsAtRetirement: Decimal;
  readonly have: Decimal;
  readonly gap: Decimal;
  /** Extra monthly saving that brings the gap to 0 (negative: saving that could stop); null at retirement itself. */
  readonly additionalMonthly: Decimal | null;
}

const ZERO = /* @__PURE__ */ new Decimal(0);

/** Decimal places that are certain of an amount below 1e15: what 60 digits leave over after them is not an amount. */
const CERTAIN = 30;

/** A figure as far as it is certain, so that an exact cent, or an exact zero, is one. */
export const settled = (figure: Decimal): Decimal => figure.toDecimalPlaces(CERTAIN);

/** `1 + q + q² + …` of a number of terms, by doubling them: nothing is divided, so that a `q` near or at 1 costs no digit. */
function geometricSum(q: Decimal, terms: number): Decimal {
  let sum = ZERO;
  let power = q.pow(0);
  for (const bit of terms.toString(2)) {
    sum = sum.plus(sum.times(power));
    power = power.times(power);
    if (bit === "0") continue;
    sum = sum.times(q).plus(1);
    power = power.times(q);
  }
  return sum;
}

/** A return before retirement, with the month's growth that goes with it: a root that costs more than all the rest. */
export function returnBeforeOf(returnBefore: Decimal): Pick<ResolvedRetirement, "returnBefore" | "monthlyGrowth"> {
  return { returnBefore, monthlyGrowth: returnBefore.plus(1).pow(new Decimal(1).div(12)) };
}

/** What pensions pay in each year of age from one age to another, exclusive, in the money of that year. */
export function pensionsByYear(pensions: readonly PensionFigures[], age: number, end: number): readonly Decimal[] {
  const paid = Array.from({ length: end - age }, () => ZERO);
  for (const { annual, fromAge, untilAge, increase } of pensions) {
    let amount = annual;
    for (let at = age; at < Math.min(end, untilAge); at++) {
      if (at >= fromAge) paid[at - age] = (paid[at - age] ?? ZERO).plus(amount);
      amount = amount.times(increase.plus(1));
    }
  }
  return paid;
}

const pensionsAt = ({ pensionsPaid, age }: ResolvedRetirement, at: number): Decimal => pensionsPaid[at - age] ?? ZERO;

/** Every span of a retirement, the shortest first. */
function spansOf(plan: ResolvedRetirement, spendingAtRetirement: Decimal): readonly Span[] {
  const discount = new Decimal(1).div(plan.returnAfter.plus(1));
  // payments at the beginning of each year that grow with prices are level ones at the real rate
  const growth = discount.times(plan.inflation.plus(1));
  let unit = discount.pow(0);
  let factor = unit;
  let perUnit = ZERO;
  let pensions = ZERO;
  const next = (at: number): Span => {
    perUnit = perUnit.plus(unit);
    pensions = pensions.plus(factor.times(pensionsAt(plan, at)));
    unit = unit.times(growth);
    factor = factor.times(discount);
    const spending = spendingAtRetirement.times(perUnit);
    return { untilAge: at + 1, perUnit, spending, pensions, excess: settled(spending.minus(pensions)) };
  };
  const { retirementAge, lifeExpectancy } = plan;
  return Array.from({ length: lifeExpectancy - retirementAge }, (_, year) => next(retirementAge + year));
}

/** The plan's figures on the day of retirement. */
export function project(plan: ResolvedRetirement): RetirementProjection {
  const yearsTo = plan.retirementAge - plan.age;
  const yearsIn = plan.lifeExpectancy - plan.retirementAge;
  const months = yearsTo * 12;
  const inflation = plan.inflation.plus(1);
  const growthBefore = plan.returnBefore.plus(1);
  const priceLevel = inflation.pow(yearsTo);
  const spendingAtRetirement = plan.spending.times(priceLevel);
  const spans = spansOf(plan, spendingAtRetirement);
  const hardest = spans.reduce((most, span) => (span.excess.gt(most.excess) ? span : most));
  const whole = spans.at(-1) ?? hardest;
  const need = Decimal.max(hardest.excess, 0);
  const perMonthlySaving = geometricSum(plan.monthlyGrowth, months);
  const potsAtRetirement = plan.savings.times(growthBefore.pow(yearsTo));
  const savingsAtRetirement = plan.monthlySaving.times(perMonthlySaving);
  const have = potsAtRetirement.plus(savingsAtRetirement);
  const gap = settled(need.minus(have));
  return {
    yearsTo,
    yearsIn,
    priceLevel,
    spendingAtRetirement,
    realReturn: plan.returnAfter.minus(plan.inflation).div(inflation),
    spans,
    gross: whole.spending,
    pensionValue: whole.pensions,
    hardest,
    need,
    monthlyReturn: plan.monthlyGrowth.minus(1),
    potsAtRetirement,
    savingsAtRetirement,
    have,
    gap,
    additionalMonthly: months === 0 ? null : gap.div(perMonthlySaving),
  };
}

/** Yearly spending, in today's prices, that the plan can carry in every year. */
export function sustainableSpending({ have, spans, priceLevel }: RetirementProjection): Decimal {
  const carried = spans.map(({ perUnit, pensions }) => have.plus(pensions).div(perUnit));
  return Decimal.min(...carried).div(priceLevel);
}

/** First age, from the planned one on, at which there is no gap, or null. */
export function firstAgeWithoutGap(plan: ResolvedRetirement): number | null {
  for (let retirementAge = plan.retirementAge; retirementAge < plan.lifeExpectancy; retirementAge++) {
    if (project({ ...plan, retirementAge }).gap.lte(0)) return retirementAge;
  }
  return null;
}

/** Steps within which a root that is known to twelve digits has thirty and more. */
const STEPS = 5;

/** Effective annual return before retirement that brings the gap to 0, or null. */
export function returnWithoutGap(plan: ResolvedRetirement, { yearsTo, need }: RetirementProjection): Decimal | null {
  if (yearsTo === 0) return null;
  const { savings, monthlySaving } = plan;
  const months = yearsTo * 12;
  const found = rate(months, -monthlySaving.toNumber(), -savings.toNumber(), need.toNumber());
  if (!found.ok) return null;
  const surplusAt = (growth: Decimal): Decimal =>
    savings
      .times(growth.pow(months))
      .plus(monthlySaving.times(geometricSum(growth, months)))
      .minus(need);
  // doubles say where the root is, the secant gives it the digits that all engines agree on
  let growth = new Decimal(found.rate).plus(1);
  let step = growth.times("1e-12");
  let surplus = surplusAt(growth.plus(step));
  for (let n = 0; n < STEPS && !step.isZero(); n++) {
    const before = surplus;
    surplus = surplusAt(growth);
    if (surplus.eq(before)) break;
    step = settled(step.times(surplus).div(before.minus(surplus)));
    growth = growth.minus(step);
  }
  return growth.pow(12).minus(1);
}

/** Age of the first year that the money and the pensions cannot pay in full, or null. */
export function depletionAge({ spans, have }: RetirementProjection): number | null {
  const short = spans.find(({ excess }) => settled(excess.minus(have)).gt(0));
  return short === undefined ? null : short.untilAge - 1;
}
