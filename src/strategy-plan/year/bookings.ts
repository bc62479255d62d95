import type { DateRange, Period } from "../../calendar/index.ts";
import type { DayRange } from "../../calendar/inner.ts";
import { fromDayNumber, issueOf, type LocalDate, type Path, type RowIssue } from "../../core/index.ts";
import { asGiven, nullable, oneOf, readList, readText, refuse, rowOf } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { minorOf, readMoney } from "../../money/inner.ts";
import { valueHeads, type ValueHead } from "../../relationship-value/index.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import type { PlanRowId } from "../types.ts";
import { daysOf, spreadByDays } from "./days.ts";
import type { YearReasonDetails } from "./reasons.ts";

/** One booked income of the client, as the bank's books have it. */
export interface BookedIncome {
  /** Unique among the rows. */
  readonly id: string;
  /** Negative for a loss, or for what is taken back. */
  readonly amount: Money;
  /** Days the income is of. */
  readonly period: Period;
  readonly head: ValueHead;
  /** Row of section 8 that brought it; absent, or null as in an empty column, where no action did. */
  readonly action?: PlanRowId;
}

/** What is looked at, and when. */
export interface Review {
  readonly currency: string;
  readonly period: Period;
  /** The days of the plan year. */
  readonly year: DayRange;
  /** The days of it that are looked at. */
  readonly within: DayRange;
  readonly asOf: LocalDate;
  readonly today: number;
}

/** What of an amount falls on the days looked at, in minor units: its parts are cut wherever these may begin and end. */
export function minorWithin(amount: Money, days: DayRange, { year, within }: Review, path: Path): bigint {
  let sum = 0n;
  for (const { from, to, minor } of spreadByDays(amount, days, year, path)) {
    if (from >= within.from && to <= within.to) sum += minor;
  }
  return sum;
}

/** A row that can be counted: what it has on the days looked at, and on others. */
interface PlacedBooking {
  readonly head: ValueHead;
  readonly action: PlanRowId | null;
  readonly inside: bigint;
  readonly outside: bigint;
}

/** The rows that can be counted, and an issue for each of the others. */
export function readBookings(
  actuals: readonly BookedIncome[],
  actions: ReadonlySet<PlanRowId>,
  review: Review,
): { readonly bookings: readonly PlacedBooking[]; readonly issues: readonly RowIssue[] } {
  const code: StrategyPlanErrorCode = "strategy-plan/invalid-input";
  const bookings: PlacedBooking[] = [];
  const issues: RowIssue[] = [];
  const taken = new Set<string>();
  for (const [row, given] of readList(actuals, ["actuals"], code).entries()) {
    try {
      bookings.push(placedBooking(given, actions, review, taken));
    } catch (error) {
      issues.push({ row, ...issueOf(error) });
    }
  }
  return { bookings, issues };
}

type BookingCode = keyof YearReasonDetails | StrategyPlanErrorCode;

const INVALID: BookingCode = "strategy-plan/invalid-booking";
const readRow = /* @__PURE__ */ (() =>
  rowOf<BookedIncome>({
    id: readText,
    amount: readMoney,
    period: asGiven,
    head: oneOf(valueHeads),
    action: nullable(readText),
  }))();

const refuseBooking = (code: BookingCode, path: Path, reason: string, details: object): never =>
  refuse(code, path, reason, { ...details });

function placedBooking(
  given: BookedIncome,
  actions: ReadonlySet<PlanRowId>,
  review: Review,
  taken: Set<string>,
): PlacedBooking {
  const { id, amount, period, head, action: named } = readRow(given, [], INVALID);
  const { currency, year, asOf } = review;
  if (taken.has(id)) refuseBooking("strategy-plan/repeated-booking", ["id"], "an earlier row has this id", { id });
  taken.add(id);
  if (amount.currency !== currency) {
    const details = { currency: amount.currency, expected: currency };
    refuseBooking("strategy-plan/currency-differs", ["amount"], "not in the currency of the plan", details);
  }
  const action = named ?? null;
  if (action !== null && !actions.has(action)) {
    refuseBooking("strategy-plan/action-not-in-plan", ["action"], "not an action of the plan", { action });
  }
  const days = daysOf(period, ["period"]);
  if (days.from > review.today) {
    const details = { date: fromDayNumber(days.from), asOf };
    refuseBooking("strategy-plan/dated-later", ["period"], "still to come", details);
  }
  if (days.to <= year.from || days.from >= year.to) {
    const details = { income: endsOf(period), period: endsOf(review.period) };
    refuseBooking("strategy-plan/income-outside-plan-year", ["period"], "outside the plan year", details);
  }
  const inside = minorWithin(amount, days, review, ["amount"]);
  return { head, action, inside, outside: BigInt(minorOf(amount, ["amount"])) - inside };
}

/** A period without what else a range of a row may have: an issue holds no more than it needs. */
const endsOf = (period: Period): Period =>
  typeof period === "string" ? period : ({ from: period.from, to: period.to } satisfies DateRange);
