import {
  datePartsOf,
  daysInMonth,
  formatDecimal,
  type DayNumber,
  type DecimalString,
  type LocalDate,
} from "../core/index.ts";
import type { LoanAmount } from "./amortization-types.ts";

const TWO: readonly string[] = Array.from({ length: 100 }, (_, i) => (i < 10 ? `0${String(i)}` : String(i)));
const CENTS: readonly string[] = TWO.map((digits) => `.${digits}`);
const THREE: readonly string[] = Array.from({ length: 1000 }, (_, i) => String(i).padStart(3, "0"));

/** The decimal string of whole minor units. */
export function minorText(minor: number, digits: number): DecimalString {
  if (digits === 2 && minor >= 0) {
    const whole = Math.floor(minor / 100);
    const cents = CENTS[minor - whole * 100] ?? "";
    if (whole < 1000) return String(whole) + cents;
    // the engine remembers the text of the thousands, which neighbouring rows share
    const thousands = Math.floor(whole / 1000);
    return String(thousands) + (THREE[whole - thousands * 1000] ?? "") + cents;
  }
  if (digits === 0) return String(minor);
  return formatDecimal({ coefficient: BigInt(minor), scale: digits });
}

/** Writes dates that mostly follow month on month: a month is taken apart once. */
export function dateWriter(): (day: DayNumber) => LocalDate {
  let first = 0;
  let length = 0;
  let year = 0;
  let month = 0;
  let prefix = "";
  const enter = (): void => {
    length = daysInMonth(year, month);
    prefix = `${year > 999 ? String(year) : String(year).padStart(4, "0")}-${TWO[month] ?? ""}-`;
  };
  return (day) => {
    if (day < first || day >= first + length) {
      if (length > 0 && day >= first + length && day < first + length + 28) {
        first += length;
        month = month === 12 ? 1 : month + 1;
        if (month === 1) year++;
      } else {
        const parts = datePartsOf(day);
        ({ year, month } = parts);
        first = day - parts.day + 1;
      }
      enter();
    }
    return prefix + (TWO[day - first + 1] ?? "");
  };
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
