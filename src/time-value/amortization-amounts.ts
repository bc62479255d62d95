import { datePartsOf, formatDecimal, type DayNumber, type DecimalString, type LocalDate } from "../core/index.ts";
import type { LoanAmount } from "./amortization-types.ts";

const TWO: readonly string[] = Array.from({ length: 100 }, (_, i) => (i < 10 ? `0${String(i)}` : String(i)));
const CENTS: readonly string[] = TWO.map((digits) => `.${digits}`);

/** The decimal string of whole minor units. */
export function minorText(minor: number, digits: number): DecimalString {
  if (digits === 2 && minor >= 0) {
    const whole = Math.floor(minor / 100);
    return String(whole) + (CENTS[minor - whole * 100] ?? "");
  }
  if (digits === 0) return String(minor);
  return formatDecimal({ coefficient: BigInt(minor), scale: digits });
}

/** The date string of a day number that is known to be a date. */
export function dateText(day: DayNumber): LocalDate {
  const { year, month, day: dayOfMonth } = datePartsOf(day);
  const years = year > 999 ? String(year) : String(year).padStart(4, "0");
  return `${years}-${TWO[month] ?? ""}-${TWO[dayOfMonth] ?? ""}`;
}

/** Writes amounts of one column; neighbours that are equal share one frozen object. */
export function amountWriter<C extends string>(currency: C, digits: number): (minor: number) => LoanAmount<C> {
  let before = Number.NaN;
  let same: LoanAmount<C>;
  return (minor) => {
    if (minor !== before) {
      before = minor;
      same = Object.freeze({ amount: minorText(minor, digits), currency });
    }
    return same;
  };
}

/** Sum of a column as an amount, exact beyond the safe integers too. */
export function columnTotal<C extends string>(column: Float64Array, currency: C, digits: number): LoanAmount<C> {
  let sum = 0;
  let largest = 0;
  for (const value of column) {
    sum += value;
    largest = Math.max(largest, Math.abs(sum));
  }
  if (largest <= Number.MAX_SAFE_INTEGER) return { amount: minorText(sum, digits), currency };
  const exact = column.reduce<bigint>((total, value) => total + BigInt(value), 0n);
  return { amount: formatDecimal({ coefficient: exact, scale: digits }), currency };
}
