import { describeValue, issueOf, type Batch, type DecimalString, type RowIssue } from "../core/index.ts";
import { checkSize, exactMinor, minorIn, moneyOfMinor, plainMinor, writeMinor } from "./amount.ts";
import { exponentAt } from "./currency.ts";
import { moneyError } from "./errors.ts";
import type { Money, SameCurrency } from "./types.ts";

/**
 * Amounts of one currency as a column for batch kernels (列); built by {@link moneyColumn} or
 * {@link minorUnitsColumn}, a handle, not for JSON.
 *
 * A row is in exactly one of three places: in `minor` as a whole number of at most 2^52 in size; in `large`; or, where
 * `minor` is NaN and `large` has no entry, nowhere, because an issue says what was wrong with it.
 */
export interface MoneyColumn<C extends string = string> {
  readonly currency: C;
  /** Minor units, one a row; NaN where the row has no such number. */
  readonly minor: Float64Array;
  /** Minor units of the rows too large for an exact number, by row. */
  readonly large: ReadonlyMap<number, bigint>;
  /** What was wrong, in row order; the other rows are not affected. */
  readonly issues: readonly RowIssue[];
}

/** Total of a column. */
export interface ColumnSum<C extends string = string> {
  /** Exact sum of the rows that have a value, canonical. */
  readonly total: Money<C>;
  /** Rows that were added. */
  readonly n: number;
  /** Rows without a value; each has its issue in the column. */
  readonly missing: number;
}

/** Numbers up to this size stay in the typed array: two of them add up exactly. */
export const MAX_COLUMN_NUMBER = 2 ** 52;

/** Puts a value into its place in a column under construction. */
export function placeMinor(minor: number | bigint, row: number, into: Float64Array, large: Map<number, bigint>): void {
  if (minor <= MAX_COLUMN_NUMBER && minor >= -MAX_COLUMN_NUMBER) into[row] = Number(minor);
  else {
    into[row] = Number.NaN;
    large.set(row, BigInt(minor));
  }
}

/**
 * A column from wire amounts: decimal strings in the column's currency, or money.
 *
 * A bad row becomes an issue and NaN, with the code a single {@link money} would have thrown; the other rows stand.
 *
 * @param currency - ISO 4217 code of the whole column
 * @param amounts - decimal strings or money, mixed if need be
 * @returns the column with its issues; `path` of an issue starts `["amounts", row]`
 * @throws `money/unknown-currency` for the column's own currency
 * @example
 * const column = moneyColumn("CNY", ["1.10", { amount: "2", currency: "CNY" }, "x"]);
 * Array.from(column.minor) // => [110, 200, Number.NaN]
 * column.issues.map(({ row, code }) => [row, code]) // => [[2, "money/invalid-amount"]]
 * @since 0.1.0
 */
export function moneyColumn<C extends string, D extends string = C>(
  currency: C,
  amounts: readonly (DecimalString | Money<SameCurrency<C, D>>)[],
): MoneyColumn<C> {
  const exponent = exponentAt(currency, ["currency"]);
  const minor = new Float64Array(amounts.length);
  const large = new Map<number, bigint>();
  const issues: RowIssue[] = [];
  for (let row = 0; row < amounts.length; row++) {
    const amount = amounts[row]!;
    const text = typeof amount === "string" ? amount : (amount as Money | null)?.amount;
    const known = typeof amount === "string" || (amount as Money | null)?.currency === (currency as string);
    const plain = known ? plainMinor(text, exponent) : Number.NaN;
    if (!Number.isNaN(plain)) {
      minor[row] = plain;
      continue;
    }
    try {
      const exact =
        typeof amount === "string"
          ? exactMinor(amount, currency, exponent, ["amounts", row])
          : minorIn(currency, amount, ["amounts", row]);
      placeMinor(exact, row, minor, large);
    } catch (e) {
      minor[row] = Number.NaN;
      issues.push({ row, ...issueOf(e) });
    }
  }
  return { currency, minor, large, issues };
}

/**
 * A column from whole minor units, as a columnar file or a typed array holds them.
 *
 * @param currency - ISO 4217 code of the whole column
 * @param units - safe integers or bigints; the values are copied
 * @returns the column; what is no safe integer, or has more than 18 digits, is an issue
 * @throws `money/unknown-currency` for the column's own currency
 * @example
 * const column = minorUnitsColumn("CNY", Float64Array.of(110, 0.5));
 * column.issues[0]?.code // => "money/invalid-amount"
 * sumColumn(column).total // => { amount: "1.10", currency: "CNY" }
 * @since 0.1.0
 */
export function minorUnitsColumn<C extends string>(currency: C, units: ArrayLike<number | bigint>): MoneyColumn<C> {
  exponentAt(currency, ["currency"]);
  const minor = new Float64Array(units.length);
  const large = new Map<number, bigint>();
  const issues: RowIssue[] = [];
  for (let row = 0; row < units.length; row++) {
    const unit = units[row]!;
    if (typeof unit === "bigint" ? true : Number.isSafeInteger(unit)) {
      try {
        placeMinor(checkSize(unit, currency, ["units", row]), row, minor, large);
        continue;
      } catch (e) {
        issues.push({ row, ...issueOf(e) });
      }
    } else {
      issues.push({
        row,
        code: "money/invalid-amount",
        path: ["units", row],
        details: { received: describeValue(unit), type: typeof unit },
      });
    }
    minor[row] = Number.NaN;
  }
  return { currency, minor, large, issues };
}

/**
 * One row of a column as money.
 *
 * @param column - amounts of one currency
 * @param row - index from 0
 * @returns canonical money, or null for a row without a value or outside the column
 * @throws `money/unknown-currency`
 * @example
 * moneyAt(moneyColumn("CNY", ["1.1", "x"]), 0) // => { amount: "1.10", currency: "CNY" }
 * moneyAt(moneyColumn("CNY", ["1.1", "x"]), 1) // => null
 * @since 0.1.0
 */
export function moneyAt<C extends string>(column: MoneyColumn<C>, row: number): Money<C> | null {
  const exponent = exponentAt(column.currency, ["column", "currency"]);
  const minor = column.minor[row];
  if (minor !== undefined && !Number.isNaN(minor)) {
    return { amount: writeMinor(minor, exponent), currency: column.currency };
  }
  const large = column.large.get(row);
  return large === undefined ? null : { amount: writeMinor(large, exponent), currency: column.currency };
}

/**
 * A column as wire money, row by row, with its issues.
 *
 * @param column - amounts of one currency
 * @returns one value a row, null where an issue stands
 * @throws `money/unknown-currency`
 * @example
 * moneyValues(moneyColumn("JPY", ["7", "8"])).values // => [{ amount: "7", currency: "JPY" }, { amount: "8", currency: "JPY" }]
 * @since 0.1.0
 */
export function moneyValues<C extends string>(column: MoneyColumn<C>): Batch<Money<C>> {
  return { values: Array.from(column.minor, (_, row) => moneyAt(column, row)), issues: column.issues };
}

/**
 * Exact total of a column.
 *
 * @param column - amounts of one currency
 * @returns total of the rows that have a value, how many they were, how many have none
 * @throws `money/amount-too-large` for a total of more than 18 digits; `money/unknown-currency`
 * @example
 * sumColumn(moneyColumn("CNY", ["0.10", "0.20", "?"])) // => { total: { amount: "0.30", currency: "CNY" }, n: 2, missing: 1 }
 * @since 0.1.0
 */
export function sumColumn<C extends string>(column: MoneyColumn<C>): ColumnSum<C> {
  const exponent = exponentAt(column.currency, ["column", "currency"]);
  const { minor, large } = column;
  let total = 0;
  let spilt = 0n;
  let missing = 0;
  for (let row = 0; row < minor.length; row++) {
    const value = minor[row]!;
    if (Math.floor(value) !== value) {
      checkNumber(value, row);
      missing++;
      continue;
    }
    total += value;
    if (total > MAX_COLUMN_NUMBER || total < -MAX_COLUMN_NUMBER) {
      checkNumber(value, row);
      spilt += BigInt(total);
      total = 0;
    }
  }
  for (const value of large.values()) spilt += value;
  missing -= large.size;
  return {
    total: moneyOfMinor(spilt === 0n ? total : spilt + BigInt(total), column.currency, exponent),
    n: minor.length - missing,
    missing,
  };
}

/**
 * Exact totals of a column by group: income by client, clients by branch.
 *
 * @param column - amounts of one currency
 * @param groups - group of each row, whole numbers from 0 to `count - 1`
 * @param count - number of groups, at most 2^24
 * @returns one sum a group, zero with `n: 0` for a group without rows
 * @throws `money/invalid-column` when `groups` has another length than the column or names a group outside `count`;
 * `money/amount-too-large` for a total of more than 18 digits
 * @example
 * const sums = sumColumnBy(moneyColumn("CNY", ["1", "2", "4"]), Uint32Array.of(0, 1, 0), 2);
 * sums.map(({ total }) => total.amount) // => ["5.00", "2.00"]
 * @since 0.1.0
 */
export function sumColumnBy<C extends string>(
  column: MoneyColumn<C>,
  groups: ArrayLike<number>,
  count: number,
): ColumnSum<C>[] {
  const exponent = exponentAt(column.currency, ["column", "currency"]);
  const { minor, large } = column;
  checkLength(groups, minor.length, "groups");
  if (!Number.isInteger(count) || count < 0 || count > 2 ** 24) {
    throw moneyError("money/invalid-column", "count: a whole number from 0 to 2^24", ["count"], {
      received: describeValue(count),
      limit: 2 ** 24,
    });
  }
  const totals = new Float64Array(count);
  const rows = new Float64Array(count);
  const missing = new Float64Array(count);
  const spilt = new Map<number, bigint>();
  const spill = (group: number, value: bigint): void => {
    spilt.set(group, (spilt.get(group) ?? 0n) + value);
  };
  for (let row = 0; row < minor.length; row++) {
    const group = groups[row]!;
    if (!Number.isInteger(group) || group < 0 || group >= count) {
      throw moneyError("money/invalid-column", `groups.${String(row)}: not a group`, ["groups", row], {
        received: describeValue(group),
        limit: count - 1,
      });
    }
    rows[group]!++;
    const value = minor[row]!;
    if (Number.isNaN(value)) {
      const exact = large.get(row);
      if (exact === undefined) missing[group]!++;
      else spill(group, exact);
      continue;
    }
    if (Math.floor(value) !== value) checkNumber(value, row);
    const total = totals[group]! + value;
    if (total > MAX_COLUMN_NUMBER || total < -MAX_COLUMN_NUMBER) {
      checkNumber(value, row);
      spill(group, BigInt(total));
      totals[group] = 0;
    } else totals[group] = total;
  }
  return Array.from(totals, (total, group) => {
    const more = spilt.get(group);
    return {
      total: moneyOfMinor(more === undefined ? total : more + BigInt(total), column.currency, exponent),
      n: rows[group]! - missing[group]!,
      missing: missing[group]!,
    };
  });
}

/** Refuses a number that no maker of columns puts there: a fraction, or more than a sum of two can hold exactly. */
function checkNumber(value: number, row: number): void {
  if (Number.isNaN(value) || (Number.isInteger(value) && Math.abs(value) <= MAX_COLUMN_NUMBER)) return;
  throw moneyError(
    "money/invalid-column",
    `column.minor.${String(row)}: not whole minor units`,
    ["column", "minor", row],
    {
      received: describeValue(value),
      limit: MAX_COLUMN_NUMBER,
    },
  );
}

/** Refuses columns of different lengths. */
export function checkLength(values: ArrayLike<unknown>, length: number, parameter: string): void {
  if (values.length === length) return;
  throw moneyError(
    "money/invalid-column",
    `${parameter}: ${String(values.length)} rows, not ${String(length)}`,
    [parameter],
    {
      received: values.length,
      expected: length,
    },
  );
}
