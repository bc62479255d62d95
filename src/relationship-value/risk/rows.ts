import { compareDecimals, type DecimalString, type Path, type RowIssue } from "../../core/index.ts";
import { nameScan, readable, readObject, refuse, refuseValue, type Reader } from "../../core/inner.ts";
import { fromMinorUnits, type Money } from "../../money/index.ts";
import { minorOf } from "../../money/inner.ts";
import type { AverageDailyBalance } from "../interest/average-daily-balance.ts";
import { BALANCE_MEMBERS } from "../interest/exact-balance.ts";
import { unreadable } from "../income-line.ts";
import { readAmount, readDecimalText } from "../reading.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";

/** The code of a row that cannot be read. */
export const INVALID_ROW = "relationship-value/invalid-row" satisfies RelationshipValueErrorCode;

/** What became of rows: one value per row in row order, `null` for a row with an issue. */
export interface ReadRows<T> {
  readonly values: readonly (T | null)[];
  readonly issues: readonly RowIssue[];
}

/** Takes rows one by one; a bad one becomes an issue and does not stop the others. */
export function eachRow<R, T>(rows: readonly R[], take: (row: R) => T): ReadRows<T> {
  const issues: RowIssue[] = [];
  const values = Array.from(rows, (given, row): T | null => {
    try {
      return take(given);
    } catch (e) {
      issues.push({ row, ...unreadable(e) });
      return null;
    }
  });
  return { values, issues };
}

/** Refuses a row whose id was taken by an earlier one; `kind` is what else it is told apart by. */
export function demandNew(taken: Set<string>, id: string, kind = ""): void {
  const key = `${kind} ${id}`;
  if (!taken.has(key)) return void taken.add(key);
  const code = "relationship-value/repeated-row" satisfies RelationshipValueErrorCode;
  refuse(code, ["id"], "an earlier row has this id", { id });
}

/** The values of the rows without an issue. */
export const withValue = <T>(values: readonly (T | null)[]): readonly T[] => values.filter((value) => value !== null);

/**
 * A decimal from `min` to `max`, both inclusive; without `max` there is no upper end.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function decimalFrom(min: DecimalString, max?: DecimalString): Reader<DecimalString> {
  return (text, path, code) => {
    readDecimalText(text, path, code);
    const isWithin = compareDecimals(text, min) >= 0 && (max === undefined || compareDecimals(text, max) <= 0);
    if (isWithin) return text;
    const limits = max === undefined ? { min } : { min, max };
    return refuseValue(code, path, `not from ${min}${max === undefined ? " up" : ` to ${max}`}`, text, limits);
  };
}

/** A share or a probability: `"0.85"` is 85 %. */
export const readShare: Reader<DecimalString> = decimalFrom("0", "1");

/** A rate per year of either sign, at most the whole: 4.2 % is `"0.042"`. */
export const readRate: Reader<DecimalString> = decimalFrom("-1", "1");

/** An amount or a number that is not negative. */
export const readQuantity: Reader<DecimalString> = decimalFrom("0");

/** An amount, or an average balance, which is looked at where it is used. */
export const balanceMember: Reader<Money | AverageDailyBalance> = (balance, path, code) => {
  const row = readObject(balance, path, code);
  const misspelt = readable(path, code, () => nameScan(BALANCE_MEMBERS)(row));
  if (misspelt !== null) {
    const { name, didYouMean } = misspelt;
    refuse(code, [...path, name], "nearly a known member", { known: BALANCE_MEMBERS, didYouMean });
  }
  return "balanceDays" in balance ? balance : readAmount(balance, path, code);
};

/** An amount that is not negative, in whatever currency. */
export function readPositiveAmount<C extends string>(amount: Money<C>, path: Path, code: string): Money<C> {
  readAmount(amount, path, code);
  if (minorOf(amount, path) >= 0) return amount;
  return refuseValue(code, [...path, "amount"], "negative", amount.amount, { min: "0" });
}

/** Minor units of an amount that has to be in a currency. */
export function minorInCurrency(amount: Money, currency: string, path: Path): bigint {
  const minor = BigInt(minorOf(amount, path));
  if (amount.currency === currency) return minor;
  const code = "relationship-value/currency-mismatch" satisfies RelationshipValueErrorCode;
  return refuse(code, path, `in ${amount.currency}, not ${currency}`, {
    expected: currency,
    received: amount.currency,
  });
}

/** Sum of minor units as money. */
export const totalOf = <C extends string>(minors: readonly bigint[], currency: C): Money<C> =>
  fromMinorUnits(
    minors.reduce((sum, minor) => sum + minor, 0n),
    currency,
  );
