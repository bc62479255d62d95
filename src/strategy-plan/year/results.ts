import type { Period } from "../../calendar/index.ts";
import type { DayRange } from "../../calendar/inner.ts";
import type { Path } from "../../core/index.ts";
import { fromMinorUnits, type Money } from "../../money/index.ts";
import { valueHeads, type ValueHead } from "../../relationship-value/index.ts";
import type { PlanAction, PlanRowId } from "../types.ts";
import type { PlacedBooking } from "./bookings.ts";
import { daysOf, spreadByDays, type MonthPart } from "./days.ts";

/** What one action was planned to bring in the period, and what it brought. */
export interface ActionResult {
  readonly action: PlanRowId;
  /** Null where no expected income is stated in the currency of the plan. */
  readonly planned: Money | null;
  /** Σ of its rows or, where no row names it, `stated`; null where there is neither, which is not 0. */
  readonly actual: Money | null;
  /** `actual − planned`; null where one of them is. */
  readonly difference: Money | null;
  /** The actual income that `progress` of an action that was won states; null where it states none. */
  readonly stated: Money | null;
  /** Σ of its rows less `stated`, where there are both; the rows count. */
  readonly statedDifference: Money | null;
}

/** Planned and actual income: `actual = planned + difference`, and `actual = explained + leftToExplain`. */
export interface ResultFigures {
  /** Σ of the expected incomes of all actions, in full, whatever became of them. */
  readonly planned: Money;
  readonly actual: Money;
  readonly difference: Money;
  /** Of `actual`, what actions brought. */
  readonly explained: Money;
  /** Of `actual`, what no action is named for: what the relationship earns anyhow, and what nobody has traced yet. */
  readonly leftToExplain: Money;
}

/** The figures of one head of the relationship value. */
export interface HeadResult extends ResultFigures {
  /** Null for what an action expects, or states to have brought, under no head. */
  readonly head: ValueHead | null;
}

/** The figures of the plan, against what it aims at. */
export interface TotalResult extends ResultFigures {
  /** The target of section 7, of the period by days; null where there is none in the currency of the plan. */
  readonly target: Money | null;
  /** `target − actual`; above 0 it is still to be earned. Null with `target`. */
  readonly toTarget: Money | null;
}

/** What is looked at, in days. */
export interface Review {
  readonly currency: string;
  readonly year: DayRange;
  readonly within: DayRange;
  readonly today: number;
}

const isLookedAt = (part: MonthPart, { within }: Review): boolean => part.from >= within.from && part.to <= within.to;

/** What of an amount falls into the period; its parts are cut wherever the period may be. */
const minorWithin = (parts: readonly MonthPart[], review: Review): bigint =>
  parts.reduce((sum, part) => (isLookedAt(part, review) ? sum + part.minor : sum), 0n);

/** What of an amount falls outside the period. */
export const minorOutside = (parts: readonly MonthPart[], review: Review): bigint =>
  parts.reduce((sum, part) => (isLookedAt(part, review) ? sum : sum + part.minor), 0n);

/** What the rows of each action have in the period; of an action without rows there is no entry. */
export function bookedByAction(bookings: readonly PlacedBooking[], review: Review): ReadonlyMap<PlanRowId, bigint> {
  const sums = new Map<PlanRowId, bigint>();
  for (const { action, parts } of bookings) {
    if (action !== null) sums.set(action, (sums.get(action) ?? 0n) + minorWithin(parts, review));
  }
  return sums;
}

/** The incomes of one action in the period, null where there is none, in minor units. */
interface ActionIncomes {
  readonly action: PlanRowId;
  readonly head: ValueHead | null;
  readonly planned: bigint | null;
  readonly booked: bigint | null;
  readonly stated: bigint | null;
  readonly isOtherCurrency: boolean;
}

/** The incomes of an action that fall into the period. */
export function incomesOf(
  { id, expectedIncome, progress }: PlanAction,
  booked: ReadonlyMap<PlanRowId, bigint>,
  review: Review,
  path: Path,
): ActionIncomes {
  const actualIncome = progress?.state === "won" ? progress.actualIncome : undefined;
  const inPeriod = (income: PlannedOrActual | undefined, at: Path): bigint | null => {
    if (income?.amount.currency !== review.currency) return null;
    const days = daysOf(income.period, [...at, "period"]);
    return minorWithin(spreadByDays(income.amount, days, review.year, [...at, "amount"]), review);
  };
  const isOther = (income: PlannedOrActual | undefined): boolean =>
    income !== undefined && income.amount.currency !== review.currency;
  return {
    action: id,
    head: expectedIncome?.head ?? null,
    planned: inPeriod(expectedIncome, [...path, "expectedIncome"]),
    booked: booked.get(id) ?? null,
    stated: inPeriod(actualIncome, [...path, "progress", "actualIncome"]),
    isOtherCurrency: isOther(expectedIncome) || isOther(actualIncome),
  };
}

interface PlannedOrActual {
  readonly amount: Money;
  readonly period: Period;
}

const moneyOrNull = (minor: bigint | null, currency: string): Money | null =>
  minor === null ? null : fromMinorUnits(minor, currency);

const lessOrNull = (a: bigint | null, b: bigint | null): bigint | null => (a === null || b === null ? null : a - b);

/** What an action was planned to bring and brought, as it is told. */
export function actionResult({ action, planned, booked, stated }: ActionIncomes, currency: string): ActionResult {
  const actual = booked ?? stated;
  return {
    action,
    planned: moneyOrNull(planned, currency),
    actual: moneyOrNull(actual, currency),
    difference: moneyOrNull(lessOrNull(actual, planned), currency),
    stated: moneyOrNull(stated, currency),
    statedDifference: moneyOrNull(lessOrNull(booked, stated), currency),
  };
}

/** Figures of a head, in minor units. */
interface HeadSums {
  planned: bigint;
  actual: bigint;
  explained: bigint;
}

/** The three heads and, where something is under none, null. */
export function headSums(
  incomes: readonly ActionIncomes[],
  bookings: readonly PlacedBooking[],
  review: Review,
): ReadonlyMap<ValueHead | null, HeadSums> {
  const noSums = (): HeadSums => ({ planned: 0n, actual: 0n, explained: 0n });
  const heads = new Map<ValueHead | null, HeadSums>(valueHeads.map((head) => [head, noSums()]));
  const sumsOf = (head: ValueHead | null): HeadSums => {
    const found = heads.get(head) ?? noSums();
    heads.set(head, found);
    return found;
  };
  for (const { head, planned, booked, stated } of incomes) {
    if (planned !== null) sumsOf(head).planned += planned;
    if (booked !== null || stated === null) continue;
    const sums = sumsOf(head);
    sums.actual += stated;
    sums.explained += stated;
  }
  for (const { head, action, parts } of bookings) {
    const sums = sumsOf(head);
    const minor = minorWithin(parts, review);
    sums.actual += minor;
    if (action !== null) sums.explained += minor;
  }
  return heads;
}

/** Sums as they are told. */
export function figuresOf({ planned, actual, explained }: HeadSums, currency: string): ResultFigures {
  return {
    planned: fromMinorUnits(planned, currency),
    actual: fromMinorUnits(actual, currency),
    difference: fromMinorUnits(actual - planned, currency),
    explained: fromMinorUnits(explained, currency),
    leftToExplain: fromMinorUnits(actual - explained, currency),
  };
}

/** The sums of all heads, against the target of the plan year by days. */
export function totalResult(heads: readonly HeadSums[], aim: Money | undefined, review: Review): TotalResult {
  const { currency, year } = review;
  const total = heads.reduce((sum, head) => ({
    planned: sum.planned + head.planned,
    actual: sum.actual + head.actual,
    explained: sum.explained + head.explained,
  }));
  const target =
    aim?.currency === currency ? minorWithin(spreadByDays(aim, year, year, ["plan", "value", "target"]), review) : null;
  return {
    ...figuresOf(total, currency),
    target: moneyOrNull(target, currency),
    toTarget: moneyOrNull(lessOrNull(target, total.actual), currency),
  };
}
