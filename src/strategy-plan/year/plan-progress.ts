import type { DateRange, Period } from "../../calendar/index.ts";
import type { DayRange } from "../../calendar/inner.ts";
import {
  describeValue,
  fromDayNumber,
  toDayNumber,
  type LocalDate,
  type Path,
  type RowIssue,
} from "../../core/index.ts";
import { asGiven, civilParts, optional, readDate, refuse, shapeOf } from "../../core/inner.ts";
import { fromMinorUnits, type Money } from "../../money/index.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { readPlan } from "../read-plan.ts";
import type { PlanAction, PlanRowId, StrategyPlan } from "../types.ts";
import { readBookings, type BookedIncome } from "./bookings.ts";
import { daysOf } from "./days.ts";
import { followUpOf, type ActionFollowUp } from "./follow-up.ts";
import {
  actionResult,
  bookedByAction,
  figuresOf,
  headSums,
  incomesOf,
  minorOutside,
  totalResult,
  type ActionResult,
  type HeadResult,
  type Review,
  type TotalResult,
} from "./results.ts";

/** What is looked at, and when. */
export interface PlanProgressOptions {
  /** Day it is looked at: income of a period that begins later is an issue. */
  readonly asOf: LocalDate;
  /**
   * Whole calendar months of the plan year, such as `"2026-Q1"`; where the plan begins or ends within a month, from or to
   * that day. Default the plan year.
   */
  readonly period?: Period;
}

/** An action whose planned time ends in the period, and where it stands at its end. */
export interface DueAction extends ActionFollowUp {
  /** Whether the state was reached only after the period, or after `asOf`: what it was before, the plan does not say. */
  readonly reachedAfter: boolean;
}

/** Planned against actual income and actions, of the plan year or a part of it. */
export interface PlanProgress {
  readonly asOf: LocalDate;
  readonly period: DateRange;
  /** Of all figures: that of the plan. */
  readonly currency: string;
  /** All actions, in the order of section 8. Their `planned` add up to that of the total, their `actual` to its `explained`. */
  readonly actions: readonly ActionResult[];
  /** Direct, related, other, and where something is under no head, that; they add up to the total. */
  readonly heads: readonly HeadResult[];
  readonly total: TotalResult;
  /** In the order of section 8. */
  readonly due: readonly DueAction[];
  /** Number of rows counted. */
  readonly counted: number;
  /** What the rows counted have on days outside the period: their sum is `outside` and what is in `actual` of them. */
  readonly outside: Money;
  /** Actions whose expected or stated income is in another currency, and left out. */
  readonly otherCurrency: readonly PlanRowId[];
  /** Rows that cannot be counted, with their place in `actuals`. */
  readonly issues: readonly RowIssue[];
}

const readOptions = shapeOf<PlanProgressOptions>({ asOf: readDate, period: optional(asGiven) });

const INVALID = "strategy-plan/invalid-input" satisfies StrategyPlanErrorCode;

/** The days looked at: those of the plan year, or whole months of it. */
function daysLookedAt({ period }: PlanProgressOptions, year: DayRange): DayRange {
  if (period === undefined) return year;
  const path = ["options", "period"];
  const days = daysOf(period, path);
  const isCut = (day: number): boolean => day !== year.from && day !== year.to && civilParts(day).day !== 1;
  const isOutside = days.from < year.from || days.to > year.to;
  if (isOutside || isCut(days.from) || isCut(days.to)) {
    refuse(INVALID, path, "not whole months of the plan year", { received: describeValue(period) });
  }
  return days;
}

/**
 * What a plan planned and what came of it (计划与实际对照、季度检讨): by action, by head and in all, for the plan year or
 * for a quarter of it.
 *
 * - Planned is the expected income of every action, in full and whatever became of it; actual is what the rows of booked
 *   income say. An action that no row names has what its `progress` states, if it was won, under the head it was expected
 *   under; where a row names it, the rows count and `statedDifference` tells by how much they differ.
 * - An income of a longer period than the one looked at is spread by days, month by month, as `incomeForecast` does. So the
 *   quarters add up to the year, planned, actual and target, to the last minor unit.
 * - Planned and actual of an action: `difference`. Actual of a head: `explained` by actions, and `leftToExplain`. Actions add up
 *   to `planned` and `explained` of the total, heads to all its figures.
 * - What is booked before or after the plan year is not in it: a row with no day in the year is an issue.
 *
 * Rows that cannot be read, repeat an id, name an action the plan does not have, or are in another currency are issues, and
 * do not stop the others. What `progress` states is taken as it stands: the plan has no history.
 *
 * @param plan - a plan in its year
 * @param actuals - booked income of the client; what is left out is taken for not earned
 * @param options - the day it is looked at, and a quarter or other months to look at
 * @returns results by action and by head, the total against the target, the actions due, and the rows left out
 * @throws `strategy-plan/invalid-input` for actuals that are not a list, for options that cannot be read, and for a period
 * that is not whole months of the plan year; `core/invalid-date` for `asOf`
 * @throws `calendar/invalid-period`, `core/invalid-date` or a code of money, for a period or an amount of the plan that does
 * not exist; `money/amount-too-large` for a sum
 * @throws `strategy-plan/invalid-plan`, or the code of the room of a date, period, decimal, amount or reference, for a
 * plan that cannot be read; `checkPlan` lists all such places
 * @example
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const plan = { id: "P-1", version: "4", client: "C-1", period: "2026", currency: "CNY", preparedBy: "E-1", preparedOn: "2025-12-01",
 *   actions: [{ id: "a1", plannedPitchTime: "2026-03", expectedIncome: { amount: cny("365.00"), period: "2026", head: "direct" },
 *     progress: { state: "pitched", actualDate: "2026-03-20" } }] } as const;
 * const actuals = [
 *   { id: "L-1", amount: cny("70.00"), period: "2026-Q1", head: "direct", action: "a1" },
 *   { id: "L-2", amount: cny("500.00"), period: "2026-Q1", head: "direct" },
 * ] as const;
 * const { actions, total, due } = planProgress(plan, actuals, { asOf: "2026-04-10", period: "2026-Q1" });
 * actions.map(({ planned, actual, difference }) => [planned?.amount, actual?.amount, difference?.amount]) // => [["90.00", "70.00", "-20.00"]]
 * total.actual.amount // => "570.00"
 * total.leftToExplain.amount // => "500.00"
 * due // => [{ action: "a1", state: "pitched", standing: "awaiting-answer", reachedAfter: false }]
 * @since 0.1.0
 */
export function planProgress(
  plan: StrategyPlan,
  actuals: readonly BookedIncome[],
  options: PlanProgressOptions,
): PlanProgress {
  const { actions = [], currency, period, value } = readPlan(plan);
  const { asOf } = readOptions(options, ["options"], INVALID);
  const year = daysOf(period, ["plan", "period"]);
  const review: Review = { currency, year, within: daysLookedAt(options, year), today: toDayNumber(asOf) };
  const known = new Set(actions.map(({ id }) => id));
  const { bookings, issues } = readBookings(actuals, { ...review, period, asOf, actions: known });
  const booked = bookedByAction(bookings, review);
  const incomes = actions.map((action, index) => incomesOf(action, booked, review, ["plan", "actions", index]));
  const heads = headSums(incomes, bookings, review);
  const { from, to } = review.within;
  return {
    asOf,
    period: { from: fromDayNumber(from), to: fromDayNumber(to) },
    currency,
    actions: incomes.map((income) => actionResult(income, currency)),
    heads: Array.from(heads, ([head, sums]) => ({ head, ...figuresOf(sums, currency) })),
    total: totalResult([...heads.values()], value?.target, review),
    due: actions.flatMap((action, index) => dueAction(action, review, ["plan", "actions", index]) ?? []),
    counted: bookings.length,
    outside: fromMinorUnits(
      bookings.reduce((sum, { parts }) => sum + minorOutside(parts, review), 0n),
      currency,
    ),
    otherCurrency: incomes.filter(({ isOtherCurrency }) => isOtherCurrency).map(({ action }) => action),
    issues,
  };
}

/** Where an action stands when the period is over, or on the day before that; null where its time ends at another time. */
function dueAction(action: PlanAction, { within, today }: Review, path: Path): DueAction | null {
  const { plannedPitchTime: planned, progress } = action;
  if (planned === undefined) return null;
  const end = daysOf(planned, [...path, "plannedPitchTime"]).to;
  if (end <= within.from || end > within.to) return null;
  const reached =
    progress?.actualDate === undefined ? null : toDayNumber(progress.actualDate, [...path, "progress", "actualDate"]);
  return {
    ...followUpOf(action, Math.min(today, within.to)),
    reachedAfter: reached !== null && (reached >= within.to || reached > today),
  };
}
