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
import { valueHeads, type ValueHead } from "../../relationship-value/index.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import type { ActionProgress, ActualIncome } from "../progress.ts";
import { readPlan } from "../read-plan.ts";
import type { PlanAction, PlanRowId, StrategyPlan } from "../types.ts";
import { minorWithin, readBookings, type BookedIncome, type Review } from "./bookings.ts";
import { daysOf } from "./days.ts";
import { followUpOf, type ActionFollowUp } from "./follow-up.ts";
import { inMoney, sumsUnder } from "./sums.ts";

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

/** Planned and actual income: `explained = planned + difference`, and `actual = explained + leftToExplain`. */
export interface ResultFigures {
  /** Σ of the expected incomes of all actions, in full, whatever became of them. */
  readonly planned: Money;
  /** Of `actual`, what actions brought. */
  readonly explained: Money;
  /** `explained − planned`; an action that has brought nothing yet is short of all it was to bring. */
  readonly difference: Money;
  /** Of `actual`, what no action is named for: what the relationship earns anyhow, and what nobody has traced yet. */
  readonly leftToExplain: Money;
  readonly actual: Money;
}

/** An action that was due, and where it stands. */
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
  readonly heads: readonly (ResultFigures & {
    /** Null for what an action expects, or states to have brought, under no head. */
    readonly head: ValueHead | null;
  })[];
  readonly total: ResultFigures & {
    /** The target of section 7, of the period by days; null where there is none in the currency of the plan. */
    readonly target: Money | null;
    /** `target − actual`; above 0 it is still to be earned. Null with `target`. */
    readonly toTarget: Money | null;
  };
  /** Actions whose planned time ends in the period, and where they stand at its end; in the order of section 8. */
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

/**
 * What a plan planned and what came of it (计划与实际对照、季度检讨): by action, by head and in all, for the plan year or
 * for a quarter of it.
 *
 * - Planned is the expected income of every action, in full and whatever became of it; actual is what the rows of booked
 *   income say. An action that no row names has what its `progress` states, if it was won, under the head it was expected
 *   under; where a row names it, the rows count and `statedDifference` tells by how much they differ.
 * - An income of a longer period than the one looked at is spread by days, month by month, as `incomeForecast` does. So the
 *   quarters add up to the year, planned, actual and target, to the last minor unit.
 * - `difference` is of what actions brought: at an action `actual − planned`, at a head and in all `explained − planned`. What
 *   no action is named for is `leftToExplain`, and together they are `actual`. Actions add up to `planned` and `explained` of
 *   the total, heads to all its figures.
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
 * @throws `strategy-plan/duplicate-id` where two actions have one id, because a row might name either
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
 * total.difference.amount // => "-20.00"
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
  const { asOf, period: part } = readOptions(options, ["options"], INVALID);
  const year = daysOf(period, ["plan", "period"]);
  const within = part === undefined ? year : monthsOf(part, year);
  const review: Review = { currency, period, year, within, asOf, today: toDayNumber(asOf) };
  const { bookings, issues } = readBookings(actuals, idsOf(actions), review);

  const heads = new Map<ValueHead | null, HeadSums>(valueHeads.map((head) => [head, noSums()]));
  const bookedBy = new Map<PlanRowId, bigint>();
  let outside = 0n;
  for (const { head, action, inside, outside: beyond } of bookings) {
    outside += beyond;
    sumsUnder(head, heads, noSums)[action === null ? "leftToExplain" : "explained"] += inside;
    if (action !== null) bookedBy.set(action, (bookedBy.get(action) ?? 0n) + inside);
  }
  const results = actions.map(({ id, expectedIncome, progress }, index): ActionResult => {
    const at = ["plan", "actions", index];
    const planned = incomeWithin(expectedIncome, review, [...at, "expectedIncome"]);
    const stated = incomeWithin(statedBy(progress), review, [...at, "progress", "actualIncome"]);
    const booked = bookedBy.get(id) ?? null;
    // what is booked stands under the heads of its rows
    const brought = booked === null ? stated : null;
    if (planned !== null || brought !== null) {
      const sums = sumsUnder(expectedIncome?.head ?? null, heads, noSums);
      sums.planned += planned ?? 0n;
      sums.explained += brought ?? 0n;
    }
    const actual = booked ?? stated;
    const [difference, statedDifference] = [lessOrNull(actual, planned), lessOrNull(booked, stated)];
    return { action: id, ...inMoney({ planned, actual, difference, stated, statedDifference }, currency) };
  });
  const total = noSums();
  for (const sums of heads.values()) {
    for (const name of ["planned", "explained", "leftToExplain"] as const) total[name] += sums[name];
  }
  const aim = value?.target;
  const target = aim?.currency === currency ? minorWithin(aim, year, review, ["plan", "value", "target"]) : null;
  const toTarget = lessOrNull(target, total.explained + total.leftToExplain);
  return {
    asOf,
    period: { from: fromDayNumber(within.from), to: fromDayNumber(within.to) },
    currency,
    actions: results,
    heads: Array.from(heads, ([head, sums]) => ({ head, ...figuresOf(sums, currency) })),
    total: { ...figuresOf(total, currency), ...inMoney({ target, toTarget }, currency) },
    due: actions.flatMap((action, index) => dueAction(action, review, ["plan", "actions", index]) ?? []),
    counted: bookings.length,
    outside: fromMinorUnits(outside, currency),
    otherCurrency: actions.flatMap(({ id, expectedIncome, progress }) =>
      [expectedIncome, statedBy(progress)].some((income) => income && income.amount.currency !== currency) ? id : [],
    ),
    issues,
  };
}

const INVALID = "strategy-plan/invalid-input" satisfies StrategyPlanErrorCode;
const readOptions = /* @__PURE__ */ (() =>
  shapeOf<PlanProgressOptions>({ asOf: readDate, period: optional(asGiven) }))();

/** The days of whole months of the plan year. */
function monthsOf(period: Period, year: DayRange): DayRange {
  const path = ["options", "period"];
  const days = daysOf(period, path);
  const isCut = (day: number): boolean => day !== year.from && day !== year.to && civilParts(day).day !== 1;
  const isOutside = days.from < year.from || days.to > year.to;
  if (isOutside || isCut(days.from) || isCut(days.to)) {
    refuse(INVALID, path, "not whole months of the plan year", { received: describeValue(period) });
  }
  return days;
}

/** The ids of actions; two of the same are refused, because nobody can say which one a booking names. */
function idsOf(actions: readonly PlanAction[]): ReadonlySet<PlanRowId> {
  const ids = new Set<PlanRowId>();
  for (const [index, { id }] of actions.entries()) {
    const code: StrategyPlanErrorCode = "strategy-plan/duplicate-id";
    if (ids.has(id)) refuse(code, ["plan", "actions", index, "id"], "the id of another action", { id });
    ids.add(id);
  }
  return ids;
}

/** Sums of a head, in minor units. */
type HeadSums = Record<"planned" | "explained" | "leftToExplain", bigint>;

const noSums = (): HeadSums => ({ planned: 0n, explained: 0n, leftToExplain: 0n });

const figuresOf = ({ planned, explained, leftToExplain }: HeadSums, currency: string): ResultFigures =>
  inMoney(
    { planned, explained, difference: explained - planned, leftToExplain, actual: explained + leftToExplain },
    currency,
  );

const lessOrNull = (a: bigint | null, b: bigint | null): bigint | null => (a === null || b === null ? null : a - b);

/** What an action states to have brought; only of one that was won it counts. */
const statedBy = (progress: ActionProgress | undefined): ActualIncome | undefined =>
  progress?.state === "won" ? progress.actualIncome : undefined;

/** What of an income falls on the days looked at; null where there is none in the currency of the plan. */
const incomeWithin = (income: ActualIncome | undefined, review: Review, path: Path): bigint | null =>
  income?.amount.currency === review.currency
    ? minorWithin(income.amount, daysOf(income.period, [...path, "period"]), review, [...path, "amount"])
    : null;

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
