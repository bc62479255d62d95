import type { DateRange, Period } from "../../calendar/index.ts";
import type { DayRange } from "../../calendar/inner.ts";
import { fromDayNumber, issueOf, type LocalDate, type Path, type RowIssue } from "../../core/index.ts";
import { asGiven, nullable, oneOf, readList, readText, refuse, rowOf } from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { readMoney } from "../../money/inner.ts";
import { valueHeads, type ValueHead } from "../../relationship-value/index.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import type { PlanRowId } from "../types.ts";
import { daysOf, spreadByDays, type MonthPart } from "./days.ts";
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

/** What booked income is read against. */
export interface BookingRoom {
  readonly currency: string;
  readonly actions: ReadonlySet<PlanRowId>;
  readonly period: Period;
  readonly year: DayRange;
  readonly asOf: LocalDate;
  readonly today: number;
}

/** A row that can be counted, spread over its days. */
export interface PlacedBooking {
  readonly head: ValueHead;
  readonly action: PlanRowId | null;
  readonly parts: readonly MonthPart[];
}

const readRow = rowOf<BookedIncome>({
  id: readText,
  amount: readMoney,
  period: asGiven,
  head: oneOf(valueHeads),
  action: nullable(readText),
});

type BookingCode = keyof YearReasonDetails | StrategyPlanErrorCode;

function refuseBooking(code: BookingCode, path: Path, reason: string, details: object): never {
  return refuse(code, path, reason, { ...details });
}

/** The rows that can be counted, and an issue for each of the others. */
export function readBookings(
  actuals: readonly BookedIncome[],
  room: BookingRoom,
): { readonly bookings: readonly PlacedBooking[]; readonly issues: readonly RowIssue[] } {
  const code: StrategyPlanErrorCode = "strategy-plan/invalid-input";
  const bookings: PlacedBooking[] = [];
  const issues: RowIssue[] = [];
  const taken = new Set<string>();
  for (const [row, given] of readList(actuals, ["actuals"], code).entries()) {
    try {
      bookings.push(placedBooking(given, room, taken));
    } catch (error) {
      issues.push({ row, ...issueOf(error) });
    }
  }
  return { bookings, issues };
}

function placedBooking(given: BookedIncome, room: BookingRoom, taken: Set<string>): PlacedBooking {
  const invalid: BookingCode = "strategy-plan/invalid-booking";
  const { id, amount, period, head, action } = readRow(given, [], invalid);
  if (taken.has(id)) refuseBooking("strategy-plan/repeated-booking", ["id"], "an earlier row has this id", { id });
  taken.add(id);
  if (amount.currency !== room.currency) {
    const details = { currency: amount.currency, expected: room.currency };
    refuseBooking("strategy-plan/currency-differs", ["amount"], "not in the currency of the plan", details);
  }
  if (isNamed(action) && !room.actions.has(action)) {
    refuseBooking("strategy-plan/action-not-in-plan", ["action"], "not an action of the plan", { action });
  }
  const days = daysOf(period, ["period"]);
  if (days.from > room.today) {
    const details = { date: fromDayNumber(days.from), asOf: room.asOf };
    refuseBooking("strategy-plan/dated-later", ["period"], "still to come", details);
  }
  if (days.to <= room.year.from || days.from >= room.year.to) {
    const details = { income: endsOf(period), period: endsOf(room.period) };
    refuseBooking("strategy-plan/income-outside-plan-year", ["period"], "outside the plan year", details);
  }
  return { head, action: action ?? null, parts: spreadByDays(amount, days, room.year, ["amount"]) };
}

const isNamed = (action: PlanRowId | null | undefined): action is PlanRowId => action !== undefined && action !== null;

/** A period without what else a range of a row may have: an issue holds no more than it needs. */
const endsOf = (period: Period): Period =>
  typeof period === "string" ? period : ({ from: period.from, to: period.to } satisfies DateRange);
