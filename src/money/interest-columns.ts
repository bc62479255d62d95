import { readInteger, describeValue, issueOf, type DecimalString, type RowIssue } from "../core/index.ts";
import { takesAway, powerOfTen } from "../core/inner.ts";
import { boundedMinor, fractionDigits, plainMinor } from "./amount.ts";
import {
  placeMinor,
  readColumn,
  readHandle,
  readRows,
  readRowsOf,
  readWhole,
  refuseHandle,
  type MoneyColumn,
} from "./columns.ts";
import { MAX_INTEREST_DAYS } from "./interest.ts";
import { divideRounded, readRounding } from "./rounding.ts";
import type { RoundingMode } from "./types.ts";

/** Rates as whole numbers on one scale, built by {@link rateColumn}; a handle, not for JSON. */
export interface RateColumn {
  /** Fraction digits every row is scaled by, 0 to 12. */
  readonly scale: number;
  /** Rate × 10^scale, one per row; NaN for a row with an issue. */
  readonly scaled: Float64Array;
  /** What was wrong, in row order. */
  readonly issues: readonly RowIssue[];
}

/** Most fraction digits of a rate in a column. */
const MAX_RATE_DIGITS = 12;

/**
 * A column of yearly rates from decimal strings: `"0.0325"` is 3.25 %.
 *
 * @param rates - decimal strings of either sign, at most 12 fraction digits and 15 digits in all on the common scale
 * @returns the column; a row that is not such a string is a `money/invalid-rate` issue
 * @throws `money/invalid-column` when the value has no rows: a set, a generator, a single string
 * @example
 * const column = rateColumn(["0.0325", "-0.005", "4%"]);
 * column.scale // => 4
 * Array.from(column.scaled) // => [325, -50, Number.NaN]
 * column.issues.map(({ row, code }) => [row, code]) // => [[2, "money/invalid-rate"]]
 * @since 0.1.0
 */
export function rateColumn(rates: readonly DecimalString[]): RateColumn {
  const rows = readRows(rates, "rates");
  const scaled = new Float64Array(rows.length);
  const issues: RowIssue[] = [];
  let scale = 0;
  let read = 0;
  while (read < rows.length) {
    const rate = rows[read++];
    const digits = fractionDigits(rate);
    if (digits > scale && digits <= MAX_RATE_DIGITS && !Number.isNaN(plainMinor(rate, digits))) scale = digits;
  }
  for (let row = 0; row < rows.length; row++) {
    const rate = rows[row];
    const value = plainMinor(rate, scale);
    scaled[row] = value;
    if (Number.isNaN(value)) {
      issues.push({
        row,
        code: "money/invalid-rate",
        path: ["rates", row],
        details: { received: describeValue(rate), scale, limit: MAX_RATE_DIGITS },
      });
    }
  }
  return { scale, scaled, issues };
}

/** A column of rates with as many rows as another column. */
function readRates(rates: RateColumn, length: number): RateColumn {
  const { scale, scaled, issues } = readHandle<RateColumn>(rates, "rates");
  const isColumn = scaled instanceof Float64Array && Number.isInteger(scale) && Array.isArray(issues);
  if (!isColumn) refuseHandle(rates, "rates");
  readRowsOf(scaled, length, "rates");
  return rates;
}

/**
 * Largest product formed in doubles. Up to here `Math.floor(product / divisor)` is the exact quotient: division is off by
 * at most `quotient × 2^-53`, half of `1 / divisor`, so it never reaches the next whole number; and a remainder can be
 * doubled.
 */
const SAFE = 2 ** 52;

/**
 * Simple interest on a book: balance × rate × days ÷ basis for every row, each rounded once from its exact value.
 *
 * Row by row, the same answer as {@link simpleInterest}. Products within 2^52 take one division of doubles; larger ones
 * a long division in two limbs; anything beyond that goes through bigint. All three are exact.
 *
 * @param balances - in one currency
 * @param rates - yearly, one per row
 * @param days - whole number of days from 0 to 366,000, one for all rows or one per row
 * @param basis - days of the year in the day count, 1 to 366: 360 for ACT/360, 365 for ACT/365F
 * @param rounding - of each row to the currency's minor unit
 * @returns a column of the same length and currency; a row without balance, rate or days has an issue and no value
 * @throws `money/invalid-column` for columns of different lengths, and for what is not a column; `core/invalid-integer` for `basis` or a single
 * `days`; `money/invalid-rounding`, `money/unknown-currency`
 * @example
 * const interest = simpleInterestColumn(
 *   moneyColumn("CNY", ["3000000", "?"]), rateColumn(["0.04", "0.04"]), 90, 365, "half-even");
 * moneyAt(interest, 0) // => { amount: "29589.04", currency: "CNY" }
 * interest.issues.map(({ row, code }) => [row, code]) // => [[1, "money/invalid-amount"]]
 * @since 0.1.0
 */
export function simpleInterestColumn<C extends string>(
  balances: MoneyColumn<C>,
  rates: RateColumn,
  days: number | ArrayLike<number>,
  basis: number,
  rounding: RoundingMode,
): MoneyColumn<C> {
  readRounding(rounding);
  readColumn(balances, "balances");
  const { currency, minor } = balances;
  readInteger(basis, "basis", 1, 366);
  const { scaled } = readRates(rates, minor.length);
  const dayRows =
    typeof days === "number" ? readInteger(days, "days", 0, MAX_INTEREST_DAYS) : readRowsOf(days, minor.length, "days");
  const divisor = powerOfTen(rates.scale) * basis;
  const exactDivisor = BigInt(divisor);
  const limb = 2 ** Math.max(0, Math.floor(Math.log2(SAFE / divisor)) - 1);
  const out = new Float64Array(minor.length);
  const large = new Map<number, bigint>();
  const issues: RowIssue[] = [];

  for (let row = 0; row < minor.length; row++) {
    const balance = minor[row]!;
    const rate = scaled[row]!;
    const dayCount = typeof dayRows === "number" ? dayRows : dayRows[row]!;
    if (!(Number.isInteger(dayCount) && dayCount >= 0 && dayCount <= MAX_INTEREST_DAYS)) {
      out[row] = Number.NaN;
      issues.push({
        row,
        code: "core/invalid-integer",
        path: ["days", row],
        details: { received: describeValue(dayCount), min: 0, max: MAX_INTEREST_DAYS },
      });
      continue;
    }
    const factor = rate * dayCount;
    const a = Math.abs(balance);
    const b = Math.abs(factor);
    const negative = balance < 0 !== factor < 0;
    let quotient = Number.NaN;
    let remainder = 0;
    if (a * b <= SAFE) {
      const product = a * b;
      quotient = Math.floor(product / divisor);
      remainder = product - quotient * divisor;
    } else {
      const high = Math.floor(a / limb);
      if (high * b <= SAFE && b * limb <= SAFE / 2) {
        const upper = Math.floor((high * b) / divisor);
        const carried = high * b - upper * divisor;
        const rest = carried * limb + (a - high * limb) * b;
        const lower = Math.floor(rest / divisor);
        quotient = upper * limb + lower;
        remainder = rest - lower * divisor;
      }
    }
    if (quotient < SAFE) {
      if (remainder > 0) {
        const twice = remainder * 2;
        const half = twice < divisor ? -1 : twice > divisor ? 1 : 0;
        if (takesAway(rounding, negative, quotient % 2 !== 0, half)) quotient++;
      }
      out[row] = negative ? 0 - quotient : quotient;
      continue;
    }
    const exact = Number.isNaN(balance) ? balances.large.get(row) : BigInt(readWhole(balance, "balances"));
    if (exact === undefined || Number.isNaN(rate)) {
      out[row] = Number.NaN;
      continue;
    }
    try {
      const interest = divideRounded(exact * BigInt(rate) * BigInt(dayCount), exactDivisor, rounding);
      placeMinor(boundedMinor(interest, currency, ["balances", row]), row, out, large);
    } catch (e) {
      out[row] = Number.NaN;
      issues.push({ row, ...issueOf(e) });
    }
  }
  return { currency, minor: out, large, issues: mergeIssues(balances.issues, rates.issues, issues) };
}

/** Issues of several columns in row order, at most one per row: the first of the earliest column. */
function mergeIssues(...lists: readonly (readonly RowIssue[])[]): readonly RowIssue[] {
  const byRow = new Map<number, RowIssue>();
  for (const list of lists) for (const issue of list) if (!byRow.has(issue.row)) byRow.set(issue.row, issue);
  return [...byRow.values()].sort((a, b) => a.row - b.row);
}
