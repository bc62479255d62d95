import { type DayNumber, describeValue, type LocalDate, toDayNumber } from "../core/index.ts";
import { civilParts, civilDay, monthLength, hasLeapDay } from "../core/inner.ts";
import { refuse } from "./errors.ts";
import { DAY_COUNT_BASES, type DayCount, type DayCountBasis } from "./types.ts";

/** No near basis is suggested: "30/360" is one letter away from 30E/360, and is not what it means. */
function readBasis(basis: DayCountBasis): DayCountBasis {
  if (DAY_COUNT_BASES.includes(basis)) return basis;
  return refuse("calendar/invalid-option", ["basis"], `not one of ${DAY_COUNT_BASES.join(", ")}`, {
    received: describeValue(basis),
    allowed: DAY_COUNT_BASES,
  });
}

/** Days of a stretch that lie in leap years. */
function leapDays(from: DayNumber, to: DayNumber): number {
  let days = 0;
  for (let year = civilParts(from).year; ; year++) {
    const start = Math.max(from, civilDay(year, 1, 1));
    const end = Math.min(to, civilDay(year + 1, 1, 1));
    if (start >= end) return days;
    if (hasLeapDay(year)) days += end - start;
  }
}

/** The bases with months of 30 days. */
type ThirtyDayBasis = Extract<DayCountBasis, `30${string}`>;

/** Days between two dates in a year of twelve 30-day months. */
function thirtyDays(from: DayNumber, to: DayNumber, basis: ThirtyDayBasis): number {
  const a = civilParts(from);
  const b = civilParts(to);
  const isEndOfFebruary = ({ year, month, day }: typeof a): boolean => month === 2 && day === monthLength(year, 2);
  const rulesFebruary = basis === "30/360-US" && isEndOfFebruary(a);
  const start = rulesFebruary ? 30 : Math.min(a.day, 30);
  let end = b.day;
  if (rulesFebruary && isEndOfFebruary(b)) end = 30;
  if (end === 31 && (start === 30 || basis === "30E/360")) end = 30;
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + end - start;
}

/**
 * Days between two dates by a day-count convention, and the year fraction as an exact quotient.
 *
 * The start date counts; the end date does not. Interest for the stretch is
 * `principal × rate × numerator / denominator`, without a rounded factor in between.
 *
 * - `ACT/365F`: actual days / 365 (2006 ISDA Definitions, 4.16(d), "Actual/365 (Fixed)")
 * - `ACT/360`: actual days / 360 (4.16(e), "Actual/360")
 * - `ACT/ACT-ISDA`: days in leap years / 366 plus other days / 365 (4.16(b), "Actual/Actual (ISDA)")
 * - `30/360-ISDA`: months of 30 days; a start on the 31st becomes the 30th, and so does an end on the 31st when the
 *   start is the 30th or 31st (4.16(f), "30/360", "Bond Basis")
 * - `30/360-US`: as above, but a start on the last day of February also becomes the 30th, and so does such an end when
 *   the start is one too (the US rule for securities that pay at month end). Spreadsheets' basis 0 is close to it but
 *   not the same: Microsoft warns that `YEARFRAC` may be incorrect under it when the start is the last day of February
 * - `30E/360`: months of 30 days; the 31st becomes the 30th (4.16(g), "30E/360", "Eurobond Basis")
 *
 * Dates are taken as they are: whether they are rolled to working days first is up to the contract.
 *
 * @param from - first day, counted
 * @param to - end, not counted; not before `from`
 * @param basis - day-count convention
 * @returns days, numerator and denominator, all whole numbers; 0 days for equal dates
 * @throws `calendar/invalid-period` when `to` is before `from`
 * @throws `calendar/invalid-option` for any other basis
 * @throws `core/invalid-date`
 * @see 2006 ISDA Definitions, section 4.16; ISDA, "EMU and Market Conventions: Recent Developments" (1998); QuantLib `Thirty360` (USA, BondBasis)
 * @example
 * dayCount("2003-11-01", "2004-05-01", "ACT/ACT-ISDA") // => { basis: "ACT/ACT-ISDA", days: 182, numerator: 61 * 366 + 121 * 365, denominator: 365 * 366 }
 * dayCount("2026-02-28", "2026-03-31", "30/360-US").days // => 30
 * dayCount("2026-02-28", "2026-03-31", "30/360-ISDA").days // => 33
 * @since 0.1.0
 */
export function dayCount(from: LocalDate, to: LocalDate, basis: DayCountBasis): DayCount {
  const start = toDayNumber(from, "from");
  const end = toDayNumber(to, "to");
  readBasis(basis);
  if (end < start) {
    refuse("calendar/invalid-period", ["to"], "is before from", { from, to });
  }
  const over = (days: number, denominator: number): DayCount => ({ basis, days, numerator: days, denominator });
  const days = end - start;
  switch (basis) {
    case "ACT/365F":
      return over(days, 365);
    case "ACT/360":
      return over(days, 360);
    case "30/360-US":
    case "30/360-ISDA":
    case "30E/360":
      return over(thirtyDays(start, end, basis), 360);
    case "ACT/ACT-ISDA": {
      const leap = leapDays(start, end);
      if (leap === 0) return over(days, 365);
      if (leap === days) return over(days, 366);
      return { basis, days, numerator: (days - leap) * 366 + leap * 365, denominator: 365 * 366 };
    }
  }
}

/**
 * The part of a year between two dates by a day-count convention, as a number.
 *
 * The quotient of {@link dayCount}, rounded once to the nearest double; for money use the exact quotient. The conventions
 * are described there.
 *
 * @param from - first day, counted
 * @param to - end, not counted; not before `from`
 * @param basis - day-count convention
 * @returns years, 0 for equal dates
 * @throws `calendar/invalid-period` when `to` is before `from`
 * @throws `calendar/invalid-option` for any other basis
 * @throws `core/invalid-date`
 * @see 2006 ISDA Definitions, section 4.16
 * @example
 * yearFraction("2026-01-01", "2026-07-01", "ACT/365F") // => 181 / 365
 * yearFraction("2003-11-01", "2004-05-01", "ACT/ACT-ISDA") // ≈ 0.497724380567
 * @since 0.1.0
 */
export function yearFraction(from: LocalDate, to: LocalDate, basis: DayCountBasis): number {
  const { numerator, denominator } = dayCount(from, to, basis);
  return numerator / denominator;
}
