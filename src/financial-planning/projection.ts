import { fv, pmt, pv, rate } from "../time-value/index.ts";

/** A pension in plain numbers. */
export interface PensionFigures {
  readonly annual: number;
  readonly fromAge: number;
  readonly untilAge: number;
  readonly increase: number;
}

/** A retirement plan in plain numbers: what the formulas work on. */
export interface ResolvedRetirement {
  readonly age: number;
  readonly retirementAge: number;
  readonly lifeExpectancy: number;
  /** Per year, in today's prices. */
  readonly spending: number;
  readonly savings: number;
  readonly monthlySaving: number;
  readonly pensions: readonly PensionFigures[];
  readonly inflation: number;
  readonly returnBefore: number;
  readonly returnAfter: number;
}

/** What the formulas give, unrounded, in the money of the day of retirement unless a member says otherwise. */
export interface RetirementProjection {
  readonly yearsTo: number;
  readonly yearsIn: number;
  /** Prices at retirement over prices today. */
  readonly priceLevel: number;
  readonly spendingAtRetirement: number;
  readonly realReturn: number;
  /** Capital for a spending of 1 in the first year. */
  readonly capitalPerUnit: number;
  readonly gross: number;
  readonly pensionValue: number;
  readonly need: number;
  readonly monthlyReturn: number;
  readonly potsAtRetirement: number;
  readonly savingsAtRetirement: number;
  readonly have: number;
  readonly gap: number;
  /** Extra monthly saving that brings the gap to 0 (negative: saving that could stop); null at retirement itself. */
  readonly additionalMonthly: number | null;
}

/** Effective monthly rate from the annual one. */
function monthlyOf(annual: number): number {
  return Math.expm1(Math.log1p(annual) / 12);
}

/** What the pensions pay in a given year of age, in the money of that year. */
function pensionsAt({ pensions, age }: ResolvedRetirement, at: number): number {
  let paid = 0;
  for (const pension of pensions) {
    if (at >= pension.fromAge && at < pension.untilAge) paid += pension.annual * (1 + pension.increase) ** (at - age);
  }
  return paid;
}

/** The plan's figures on the day of retirement. */
export function project(plan: ResolvedRetirement): RetirementProjection {
  const yearsTo = plan.retirementAge - plan.age;
  const yearsIn = plan.lifeExpectancy - plan.retirementAge;
  const priceLevel = (1 + plan.inflation) ** yearsTo;
  const spendingAtRetirement = plan.spending * priceLevel;
  const realReturn = (plan.returnAfter - plan.inflation) / (1 + plan.inflation);
  // payments at the beginning of each year that grow with prices are level ones at the real rate
  const capitalPerUnit = pv(realReturn, yearsIn, -1, 0, 1);
  const gross = spendingAtRetirement * capitalPerUnit;
  let pensionValue = 0;
  for (let k = 0; k < yearsIn; k++) {
    pensionValue += pensionsAt(plan, plan.retirementAge + k) * (1 + plan.returnAfter) ** -k;
  }
  const need = Math.max(gross - pensionValue, 0);
  const monthlyReturn = monthlyOf(plan.returnBefore);
  const potsAtRetirement = fv(plan.returnBefore, yearsTo, 0, -plan.savings);
  const savingsAtRetirement = fv(monthlyReturn, yearsTo * 12, -plan.monthlySaving);
  const have = potsAtRetirement + savingsAtRetirement;
  const gap = need - have;
  return {
    yearsTo,
    yearsIn,
    priceLevel,
    spendingAtRetirement,
    realReturn,
    capitalPerUnit,
    gross,
    pensionValue,
    need,
    monthlyReturn,
    potsAtRetirement,
    savingsAtRetirement,
    have,
    gap,
    additionalMonthly: yearsTo === 0 ? null : -pmt(monthlyReturn, yearsTo * 12, 0, gap),
  };
}

/** Yearly spending, in today's prices, that the plan can carry as it is. */
export function sustainableSpending({ have, pensionValue, capitalPerUnit, priceLevel }: RetirementProjection): number {
  return (have + pensionValue) / capitalPerUnit / priceLevel;
}

/** First age, from the planned one on, at which there is no gap, or null. */
export function firstAgeWithoutGap(plan: ResolvedRetirement): number | null {
  for (let retirementAge = plan.retirementAge; retirementAge < plan.lifeExpectancy; retirementAge++) {
    if (project({ ...plan, retirementAge }).gap <= 0) return retirementAge;
  }
  return null;
}

/** Effective annual return before retirement that brings the gap to 0, or null. */
export function returnWithoutGap(plan: ResolvedRetirement, { yearsTo, need }: RetirementProjection): number | null {
  if (yearsTo === 0) return null;
  const monthly = rate(yearsTo * 12, -plan.monthlySaving, -plan.savings, need);
  return monthly.ok ? Math.expm1(12 * Math.log1p(monthly.rate)) : null;
}

/** Rounding of doubles over a lifetime, as a share of a year's spending; far below a cent in any budget. */
const ROUNDING = 1e-9;

/** Age of the first year that the money and the pensions cannot pay in full, or null. */
export function depletionAge(plan: ResolvedRetirement, { have }: RetirementProjection): number | null {
  let balance = have;
  for (let at = plan.retirementAge; at < plan.lifeExpectancy; at++) {
    const spending = plan.spending * (1 + plan.inflation) ** (at - plan.age);
    balance += pensionsAt(plan, at) - spending;
    if (balance < -ROUNDING * spending) return at;
    balance *= 1 + plan.returnAfter;
  }
  return null;
}
