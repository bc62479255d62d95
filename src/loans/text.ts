import {
  datePartsOf,
  daysInMonth,
  formatDecimal,
  type DayNumber,
  type DecimalString,
  type LocalDate,
} from "../core/index.ts";
import type { LoanAmount } from "./types.ts";

const TWO: readonly string[] = Array.from({ length: 100 }, (_, i) => (i < 10 ? `0${String(i)}` : String(i)));

/** The last four digits of an amount of two fraction digits: `"12.34"`. Filled as they are met. */
const LAST_FOUR: string[] = new Array<string>(10000);

/** The decimal string of whole minor units. */
export function minorText(minor: number, digits: number): DecimalString {
  if (digits === 2 && minor >= 0) {
    const high = Math.floor(minor / 10000);
    const low = minor - high * 10000;
    if (high === 0) return `${String(Math.floor(low / 100))}.${TWO[low % 100] ?? ""}`;
    // the engine remembers the text of the hundreds, which neighbouring rows share
    return String(high) + (LAST_FOUR[low] ??= `${TWO[Math.floor(low / 100)] ?? ""}.${TWO[low % 100] ?? ""}`);
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
