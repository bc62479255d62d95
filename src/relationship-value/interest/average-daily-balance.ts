import type { DateRange, Period } from "../../calendar/index.ts";
import {
  DomainError,
  formatDecimal,
  fromDayNumber,
  toDayNumber,
  type DayNumber,
  type DecimalString,
  type LocalDate,
  type Path,
} from "../../core/index.ts";
import {
  currencyExponent,
  divideRounded,
  fromMinorUnits,
  toMinorUnits,
  type Money,
  type RoundingMode,
} from "../../money/index.ts";
import { listOf, readDate, readObject, rowOf, shapeOf, type Reader } from "../../core/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { OPTION, readAmount, readDays, readRounding } from "../reading.ts";

/** A change in a balance. */
export interface DatedMovement<C extends string = string> {
  /** The balance at the end of this day includes the change. */
  readonly date: LocalDate;
  /** Signed. */
  readonly amount: Money<C>;
}

/** A balance that holds from a given day until the next one in the list. */
export interface DatedBalance<C extends string = string> {
  readonly date: LocalDate;
  /** Balance at the end of the day. */
  readonly balance: Money<C>;
}

/** A balance history: the balance before the period with the movements in it, or the balances themselves. */
export type BalanceHistory<C extends string = string> =
  | {
      /** Balance at the end of the day before the period. */
      readonly opening: Money<C>;
      /** In any order, all dated within the period; several on one day add up. */
      readonly movements: readonly DatedMovement<NoInfer<C>>[];
    }
  | {
      /**
       * In any order, at most one per day; the latest before the period is the one it starts with, later ones
       * must lie within it.
       */
      readonly balances: readonly DatedBalance<C>[];
    };

/** Consecutive days with one end-of-day balance. */
export interface BalanceStretch<C extends string = string> extends DateRange {
  readonly days: number;
  readonly balance: Money<C>;
}

/** An average balance with the days it is based on. */
export interface AverageDailyBalance<C extends string = string> {
  /** Exact average, rounded once to the minor unit. */
  readonly average: Money<C>;
  /** Σ balance × days, exact, in the currency's major units: `average` is this over `days`, rounded. */
  readonly balanceDays: DecimalString;
  /** Days of the period; the days of the stretches add up to it. */
  readonly days: number;
  readonly stretches: readonly BalanceStretch<C>[];
  readonly period: DateRange;
  readonly rounding: RoundingMode;
}

/**
 * The average of the end-of-day balances of a period (日均余额).
 *
 * Every day of the period counts once: a history that does not say what the balance was on some day is refused, so that
 * the sum of 27 days is never divided by 30. The average is exact and rounded once; `balanceDays` keeps the exact sum
 * for interest.
 *
 * @param history - opening balance with movements, or dated balances, in one currency
 * @param period - half-open range, or a period's name
 * @param rounding - of the average; default `half-even`
 * @returns average, exact sum and the stretches of equal balance
 * @throws `relationship-value/uncovered-days` when the first balance is dated after the first day
 * @throws `relationship-value/outside-period` for a movement or a balance outside the period
 * @throws `relationship-value/duplicate-date` for two balances on one day
 * @throws `relationship-value/currency-mismatch`; `relationship-value/invalid-option` for what is not a history
 * @throws `calendar/invalid-period`, `core/invalid-date`, `money/invalid-rounding` and the checks of `money`
 * @see library convention: end-of-day balances, a movement counts on its own day
 * @example
 * const account = { opening: money("1000", "CNY"), movements: [{ date: "2026-06-11", amount: money("500", "CNY") }] };
 * const { average, days, balanceDays } = averageDailyBalance(account, "2026-06");
 * average // => money("1333.33", "CNY")
 * days // => 30
 * balanceDays // => "40000.00"
 * averageDailyBalance({ balances: [{ date: "2026-06-04", balance: money("1", "CNY") }] }, "2026-06") // throws relationship-value/uncovered-days
 * @since 0.1.0
 */
export function averageDailyBalance<C extends string>(
  history: BalanceHistory<C>,
  period: Period,
  rounding: RoundingMode = "half-even",
): AverageDailyBalance<C> {
  readObject(history, ["history"], OPTION);
  readHistory(history, [], OPTION);
  const range = readDays(period, ["period"]);
  readRounding(rounding, ["rounding"]);
  const from = toDayNumber(range.from, "from");
  const to = toDayNumber(range.to, "to");
  const { currency, marks } = balanceMarks(history, from, to);
  const exponent = currencyExponent(currency);
  const stretches: BalanceStretch<C>[] = [];
  let sum = 0n;
  let counted = 0;
  for (const [index, mark] of marks.entries()) {
    const end = marks[index + 1]?.day ?? to;
    const days = end - mark.day;
    sum += mark.minor * BigInt(days);
    counted += days;
    stretches.push({
      from: fromDayNumber(mark.day),
      to: fromDayNumber(end),
      days,
      balance: fromMinorUnits(mark.minor, currency),
    });
  }
  if (counted !== to - from) throw uncoveredDaysError(counted, from, to);
  return {
    average: fromMinorUnits(divideRounded(sum, BigInt(counted), rounding), currency),
    balanceDays: formatDecimal({ coefficient: sum, scale: exponent }),
    days: counted,
    stretches,
    period: range,
    rounding,
  };
}

type Movements = Extract<BalanceHistory, { readonly opening: Money }>;
type Balances = Extract<BalanceHistory, { readonly balances: readonly DatedBalance[] }>;

const readMovements: Reader<Movements> = shapeOf<Movements>({
  opening: readAmount,
  movements: listOf(rowOf<DatedMovement>({ date: readDate, amount: readAmount })),
});

const readBalances: Reader<Balances> = shapeOf<Balances>({
  balances: listOf(rowOf<DatedBalance>({ date: readDate, balance: readAmount })),
});

/** A history of one of the two forms; its movements and balances may have members of their own. */
export function readHistory(history: BalanceHistory, path: Path, code: string): BalanceHistory {
  readObject(history, path, code);
  return "opening" in history || "movements" in history
    ? readMovements(history as Movements, path, code)
    : readBalances(history, path, code);
}

/** From this day on the balance is `minor`. */
export interface Mark {
  readonly day: DayNumber;
  readonly minor: bigint;
}

/** The balances of a stretch of days. */
export interface Marks<C extends string> {
  readonly currency: C;
  /** By day, the first on the first day of the period. */
  readonly marks: readonly Mark[];
}

/**
 * The balances of the days from `from` up to, but not, `to`.
 *
 * @param history - read
 * @throws what `averageDailyBalance` says of a history
 */
export function balanceMarks<C extends string>(history: BalanceHistory<C>, from: DayNumber, to: DayNumber): Marks<C> {
  return "movements" in history ? marksOfMovements(history, from, to) : marksOfBalances(history, from, to);
}

function marksOfMovements<C extends string>(
  history: Extract<BalanceHistory<C>, { readonly opening: Money<C> }>,
  from: DayNumber,
  to: DayNumber,
): Marks<C> {
  const { currency } = history.opening;
  const changes = new Map<DayNumber, bigint>([[from, toMinorUnits(history.opening)]]);
  for (const [index, { date, amount }] of history.movements.entries()) {
    const path = ["movements", index];
    const day = dayWithin(date, from, to, path);
    changes.set(day, (changes.get(day) ?? 0n) + minorOfBalance(currency, amount, path));
  }
  let minor = 0n;
  const marks = [...changes]
    .sort(([a], [b]) => a - b)
    .map(([day, change]) => {
      minor += change;
      return { day, minor };
    });
  return { currency, marks };
}

function marksOfBalances<C extends string>(
  history: Extract<BalanceHistory<C>, { readonly balances: readonly DatedBalance<C>[] }>,
  from: DayNumber,
  to: DayNumber,
): Marks<C> {
  const [first] = history.balances;
  if (first === undefined) throw uncoveredDaysError(0, from, to);
  const { currency } = first.balance;
  const dated = history.balances.map(({ date, balance }, index) => {
    const path = ["balances", index];
    const day = toDayNumber(date);
    if (day >= to) dayWithin(date, from, to, path);
    return { day, minor: minorOfBalance(currency, balance, path), index };
  });
  dated.sort((a, b) => a.day - b.day);
  const marks: Mark[] = [];
  for (const [index, { day, minor, index: given }] of dated.entries()) {
    if (index > 0 && dated[index - 1]?.day === day) {
      throw new DomainError<RelationshipValueErrorCode>(
        "relationship-value/duplicate-date",
        `balances[${String(given)}].date: a second balance of one day`,
        ["balances", given, "date"],
        { date: fromDayNumber(day) },
      );
    }
    // the period starts with the latest balance before it
    if (day <= from) marks.length = 0;
    marks.push({ day: Math.max(day, from), minor });
  }
  const start = marks[0]?.day ?? to;
  if (start > from) throw uncoveredDaysError(to - start, from, to);
  return { currency, marks };
}

function dayWithin(date: LocalDate, from: DayNumber, to: DayNumber, path: readonly (string | number)[]): DayNumber {
  const day = toDayNumber(date);
  if (day >= from && day < to) return day;
  throw new DomainError<RelationshipValueErrorCode>(
    "relationship-value/outside-period",
    `${path.join(".")}.date: outside the period`,
    [...path, "date"],
    { date, asked: { from: fromDayNumber(from), to: fromDayNumber(to) } },
  );
}

function minorOfBalance(currency: string, amount: Money, path: readonly (string | number)[]): bigint {
  const minor = toMinorUnits(amount);
  if (amount.currency === currency) return minor;
  throw new DomainError<RelationshipValueErrorCode>(
    "relationship-value/currency-mismatch",
    `${path.join(".")}: in ${amount.currency}, not ${currency}`,
    path,
    { expected: currency, received: amount.currency },
  );
}

/** A history that does not say what the balance was on some days. */
export function uncoveredDaysError(covered: number, from: DayNumber, to: DayNumber): DomainError {
  return new DomainError<RelationshipValueErrorCode>(
    "relationship-value/uncovered-days",
    `history: says the balance of ${String(covered)} of ${String(to - from)} days`,
    ["history"],
    { covered, days: to - from, asked: { from: fromDayNumber(from), to: fromDayNumber(to) } },
  );
}
