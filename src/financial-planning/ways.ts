import { type DecimalString, toDayNumber } from "../core/index.ts";
import { Decimal } from "../core/decimal.ts";
import {
  listOf,
  oneOf,
  orNull,
  readDaysInForce,
  readObject,
  readText,
  rowOf,
  shapeOf,
  wholeNumber,
} from "../core/inner.ts";
import { isZero } from "../money/index.ts";
import { readMoney } from "../money/inner.ts";
import { enoughRateText, type Rounder } from "./amounts.ts";
import type { FinancialPlanningErrorCode } from "./errors.ts";
import { OLDEST, readDecimalText } from "./plan.ts";
import {
  firstAgeWithoutGap,
  returnWithoutGap,
  sustainableSpending,
  type ResolvedRetirement,
  type RetirementProjection,
} from "./projection.ts";
import {
  HIGHER_RETURN_REFUSALS,
  type HigherReturnRefusal,
  type RetirementWay,
  type RetirementWays,
} from "./reasons.ts";
import { RETURN_RISKS, type HigherReturn, type RetirementInput } from "./types.ts";

/** What a client’s grade allows on the day of a plan. */
export interface GradeLimit {
  readonly grade: string;
  readonly highestReturn: DecimalString;
  readonly policy: string;
  readonly version: string;
}

/** The highest return that the grade of an input allows on its day, or why nothing can be said. */
export function gradeLimitOf({ asOf, riskProfile, returnLimits }: RetirementInput): GradeLimit | HigherReturnRefusal {
  if (riskProfile === undefined) return { code: "risk-grade-not-given", details: {} };
  const { grade, assessedOn, validUntil } = riskProfile;
  const day = toDayNumber(asOf);
  if (day < toDayNumber(assessedOn) || day > toDayNumber(validUntil)) {
    return { code: "risk-assessment-not-valid", details: { asOf, assessedOn, validUntil } };
  }
  if (returnLimits === undefined) return { code: "return-limits-not-given", details: {} };
  const { id: policy, version, returnByGrade } = returnLimits;
  const { from, to } = readDaysInForce(returnLimits, ["returnLimits"]);
  if (day < from || day >= to) return { code: "return-limits-not-in-force", details: { asOf, policy, version } };
  const highestReturn = Object.hasOwn(returnByGrade, grade) ? returnByGrade[grade] : undefined;
  if (highestReturn === undefined) return { code: "grade-without-return-limit", details: { grade, policy, version } };
  return { grade, highestReturn, policy, version };
}

/**
 * A return as a way to close a gap, only as high as the client’s grade of risk allows, and with its risks; `needed` is
 * null when no return closes the gap.
 */
function higherReturnOf(limit: GradeLimit, needed: DecimalString | null): HigherReturn | HigherReturnRefusal {
  if (needed === null) return { code: "no-return-closes-gap", details: {} };
  const { grade, highestReturn } = limit;
  if (new Decimal(needed).gt(highestReturn)) {
    return { code: "return-above-grade-limit", details: { needed, grade, highestReturn } };
  }
  return { returnBeforeRetirement: needed, ...limit, risks: RETURN_RISKS };
}

/** A return that the grade of risk allows, or why there is none; a return is looked for only where one may be offered. */
function returnAsWay(
  limit: GradeLimit | HigherReturnRefusal,
  plan: ResolvedRetirement,
  projection: RetirementProjection,
): Pick<RetirementWays, "higherReturn" | "higherReturnRefusal"> {
  if (projection.gap.lte(0)) return { higherReturn: null, higherReturnRefusal: null };
  if ("code" in limit) return { higherReturn: null, higherReturnRefusal: limit };
  const needed = returnWithoutGap(plan, projection);
  const way = higherReturnOf(limit, needed === null ? null : enoughRateText(needed));
  return "code" in way
    ? { higherReturn: null, higherReturnRefusal: way }
    : { higherReturn: way, higherReturnRefusal: null };
}

/** The ways that each close the gap alone. */
export function waysOf<C extends string>(
  plan: ResolvedRetirement,
  projection: RetirementProjection,
  limit: GradeLimit | HigherReturnRefusal,
  to: Rounder<C>,
): RetirementWays<C> {
  const short = projection.gap.gt(0);
  const { additionalMonthly } = projection;
  const extra = short && additionalMonthly !== null ? additionalMonthly : new Decimal(0);
  // a way is rounded to the side on which it still closes the gap
  const age = short ? firstAgeWithoutGap(plan) : plan.retirementAge;
  const annual = short ? sustainableSpending(projection) : plan.spending;
  return {
    saveMore:
      additionalMonthly === null
        ? null
        : { additionalMonthly: to.money(extra, "up"), totalMonthly: to.money(plan.monthlySaving.plus(extra), "up") },
    retireLater: age === null ? null : { retirementAge: age, years: age - plan.retirementAge },
    spendLess: { annualToday: to.money(annual, "down"), reduction: to.money(plan.spending.minus(annual), "up") },
    ...returnAsWay(limit, plan, projection),
  };
}

type SaveMore = NonNullable<RetirementWays["saveMore"]>;
type RetireLater = NonNullable<RetirementWays["retireLater"]>;

const age = wholeNumber(0, OLDEST);

const CODE = "financial-planning/invalid-input" satisfies FinancialPlanningErrorCode;

const readRefusal = shapeOf<Pick<HigherReturnRefusal, "code" | "details">>({
  code: oneOf(HIGHER_RETURN_REFUSALS),
  details: readObject,
});

// a plan comes back from where it was kept, and may have members of its own there
const readWays = rowOf<RetirementWays>({
  saveMore: orNull(shapeOf<SaveMore>({ additionalMonthly: readMoney, totalMonthly: readMoney })),
  retireLater: orNull(shapeOf<RetireLater>({ retirementAge: age, years: age })),
  spendLess: shapeOf<RetirementWays["spendLess"]>({ annualToday: readMoney, reduction: readMoney }),
  higherReturn: orNull(
    shapeOf<HigherReturn>({
      returnBeforeRetirement: readDecimalText,
      grade: readText,
      highestReturn: readDecimalText,
      policy: readText,
      version: readText,
      // a return without its risks is not told
      risks: listOf(oneOf(RETURN_RISKS), RETURN_RISKS.length),
    }),
  ),
  higherReturnRefusal: orNull((value, path, code) => {
    readRefusal(value, path, code);
    return value;
  }),
});

/**
 * The ways that each close a retirement gap alone, as reasons to be told (养老缺口的补救办法).
 *
 * @param ways - `result.ways` of {@link retirementGap}
 * @returns those there are, in the order save more, retire later, spend less, earn more; empty when there is no gap.
 * Earning more is there only within the client’s grade of risk, and its sentence has the risk in it; where it is not,
 * `ways.higherReturnRefusal` says why
 * @throws `financial-planning/invalid-input` for something other than the ways of a plan, with the path
 * @throws `core/invalid-decimal`, and the codes of `money` for invalid amounts
 * @example
 * const cny = (amount: string) => money(amount, "CNY");
 * const ways = {
 *   saveMore: { additionalMonthly: cny("1200.00"), totalMonthly: cny("3200.00") },
 *   retireLater: null,
 *   spendLess: { annualToday: cny("150000.00"), reduction: cny("30000.00") },
 *   higherReturn: null,
 *   higherReturnRefusal: { code: "risk-grade-not-given", details: {} },
 * } as const;
 * waysToClose(ways).map(({ code }) => code) // => ["save-more", "spend-less"]
 * @since 0.1.0
 */
export function waysToClose<C extends string>(ways: RetirementWays<C>): readonly RetirementWay<C>[] {
  readWays(ways, ["ways"], CODE);
  const { saveMore, retireLater, spendLess, higherReturn } = ways;
  if (isZero(spendLess.reduction)) return [];
  return [
    ...(saveMore === null ? [] : [{ code: "save-more", ...saveMore } as const]),
    ...(retireLater === null ? [] : [{ code: "retire-later", ...retireLater } as const]),
    { code: "spend-less", ...spendLess },
    ...(higherReturn === null ? [] : [{ code: "higher-return", ...higherReturn } as const]),
  ];
}
