import { describeValue, issueOf, type Batch, type DecimalString, type RowIssue } from "../core/index.ts";
import { refuseKind, writeScaled } from "../core/inner.ts";
import { amountOf, boundedMinor, currencyOf, exactMinor, minorIn, plainMinor } from "./amount.ts";
import { exponentAt } from "./currency.ts";
import { moneyError } from "./errors.ts";
import type { Money, SameCurrency } from "./types.ts";

/**
 * Amounts of one currency as a column for batches (列); a handle built by {@link moneyColumn} or
 * {@link minorUnitsColumn}, not for JSON.
 *
 * A row is in exactly one of three places: in `minor` as a whole number of at most 2^52 in size; in `large`; or, where
 * `minor` is NaN and `large` has no entry, nowhere, because an issue says what was wrong with it.
 */
export interface MoneyColumn<C extends string = string> {
  readonly currency: C;
  /** Minor units, one per row; NaN where the row has no such number. */
  readonly minor: Float64Array;
  /** Minor units of the rows too large for an exact number, by row. */
  readonly large: ReadonlyMap<number, bigint>;
  /** What was wrong, in row order; the other rows are not affected. */
  readonly issues: readonly RowIssue[];
}

/** Numbers up to this size stay in the typed array: two of them add up to a safe integer. */
export const MAX_COLUMN_NUMBER = 2 ** 52 - 1;

/** Puts a value into its place in a column under construction. */
export function placeMinor(minor: number | bigint, row: number, into: Float64Array, large: Map<number, bigint>): void {
  if (minor <= MAX_COLUMN_NUMBER && minor >= -MAX_COLUMN_NUMBER)
    into[row] = Number(minor) + 0; // -0 becomes 0
  else {
    into[row] = Number.NaN;
    large.set(row, BigInt(minor));
  }
}

/**
 * A column from wire amounts: decimal strings in the column's currency, or money.
 *
 * A bad row becomes NaN and an issue, with the code a single {@link money} would have thrown; the other rows are not
 * affected.
 *
 * @param currency - ISO 4217 code of the whole column
 * @param amounts - decimal strings or money, or a mix of both
 * @returns the column with its issues; the `path` of an issue starts with `["amounts", row]`
 * @throws `money/unknown-currency` for the column's own currency; `money/invalid-column` when the value has no rows: a set, a
 * generator, a single string
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
  const rows = readRows(amounts, "amounts");
  const minor = new Float64Array(rows.length);
  const large = new Map<number, bigint>();
  const issues: RowIssue[] = [];
  for (let row = 0; row < rows.length; row++) {
    const amount = rows[row]!;
    const text = typeof amount === "string" ? amount : currencyOf(amount) === currency ? amountOf(amount) : undefined;
    const plain = plainMinor(text, exponent);
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
 * @returns the column; a value that is not a safe integer, or has more than 18 digits, is an issue
 * @throws `money/unknown-currency` for the column's own currency; `money/invalid-column` when the value has no rows
 * @example
 * const column = minorUnitsColumn("CNY", Float64Array.of(110, 0.5));
 * column.issues[0]?.code // => "money/invalid-amount"
 * sumColumn(column).total // => { amount: "1.10", currency: "CNY" }
 * @since 0.1.0
 */
export function minorUnitsColumn<C extends string>(currency: C, units: ArrayLike<number | bigint>): MoneyColumn<C> {
  exponentAt(currency, ["currency"]);
  const rows = readRows(units, "units");
  const minor = new Float64Array(rows.length);
  const large = new Map<number, bigint>();
  const issues: RowIssue[] = [];
  for (let row = 0; row < rows.length; row++) {
    const unit = rows[row]!;
    if (typeof unit === "bigint" ? true : Number.isSafeInteger(unit)) {
      try {
        placeMinor(boundedMinor(unit, currency, ["units", row]), row, minor, large);
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
 * @throws `money/unknown-currency`; `money/invalid-column` for what is not a column, and for one made by hand that holds
 * fractions; `core/invalid-integer` for a row that is not a number
 * @example
 * moneyAt(moneyColumn("CNY", ["1.1", "x"]), 0) // => { amount: "1.10", currency: "CNY" }
 * moneyAt(moneyColumn("CNY", ["1.1", "x"]), 1) // => null
 * @since 0.1.0
 */
export function moneyAt<C extends string>(column: MoneyColumn<C>, row: number): Money<C> | null {
  const exponent = readColumn(column, "column");
  if (typeof (row as unknown) !== "number") refuseKind("core/invalid-integer", "row", "not a number", row);
  return valueAt(column, row, exponent);
}

function valueAt<C extends string>(column: MoneyColumn<C>, row: number, exponent: number): Money<C> | null {
  const minor = column.minor[row];
  if (minor !== undefined && !Number.isNaN(minor)) {
    return { amount: writeScaled(readWhole(minor), exponent), currency: column.currency };
  }
  const large = column.large.get(row);
  return large === undefined ? null : { amount: writeScaled(large, exponent), currency: column.currency };
}

/**
 * A column as wire money, row by row, with its issues.
 *
 * @param column - amounts of one currency
 * @returns one value per row, null for a row with an issue
 * @throws as {@link moneyAt}
 * @example
 * moneyValues(moneyColumn("JPY", ["7", "8"])).values // => [{ amount: "7", currency: "JPY" }, { amount: "8", currency: "JPY" }]
 * @since 0.1.0
 */
export function moneyValues<C extends string>(column: MoneyColumn<C>): Batch<Money<C>> {
  const exponent = readColumn(column, "column");
  return { values: Array.from(column.minor, (_, row) => valueAt(column, row, exponent)), issues: column.issues };
}

/** The exponent of a column's currency; what this room did not make is refused. */
export function readColumn(column: MoneyColumn, parameter: string): number {
  const { currency, minor, large, issues } = readHandle<MoneyColumn>(column, parameter);
  const exponent = exponentAt(currency, [parameter, "currency"]);
  if (minor instanceof Float64Array && large instanceof Map && Array.isArray(issues)) return exponent;
  return refuseHandle(column, parameter);
}

/** The members of what should be a column. */
export function readHandle<T extends object>(column: T, parameter: string): Partial<T> {
  return typeof column === "object" && (column as T | null) !== null ? column : refuseHandle(column, parameter);
}

/** Refuses what is not a column. */
export function refuseHandle(column: unknown, parameter: string): never {
  throw moneyError("money/invalid-column", `${parameter}: not a column made by this library`, [parameter], {
    received: describeValue(column),
  });
}

/** A whole number from a column, or a total of them; a column that was not made by this room may hold fractions. */
export function readWhole(minor: number, parameter = "column"): number {
  if (Number.isSafeInteger(minor)) return minor;
  throw moneyError(
    "money/invalid-column",
    `${parameter}.minor: holds a value that is not a whole minor unit`,
    [parameter, "minor"],
    {
      received: describeValue(minor),
      limit: MAX_COLUMN_NUMBER,
    },
  );
}

/**
 * Values in numbered rows; a set, a generator or a single string would otherwise pass for another column. Of an array a
 * copy, which is the quickest way to learn that all of it can be read.
 */
export function readRows<T>(values: ArrayLike<T>, parameter: string): ArrayLike<T> {
  const length: unknown = typeof values === "object" ? (values as ArrayLike<T> | null)?.length : undefined;
  if (!Number.isSafeInteger(length) || (length as number) < 0) {
    throw moneyError("money/invalid-column", `${parameter}: not an array of rows`, [parameter], {
      received: describeValue(values),
    });
  }
  try {
    return Array.isArray(values) ? (values as readonly T[]).slice() : values;
  } catch {
    throw moneyError("money/invalid-column", `${parameter}: cannot be read`, [parameter], {});
  }
}

/** Values in as many rows as another column has. */
export function readRowsOf<T>(values: ArrayLike<T>, length: number, parameter: string): ArrayLike<T> {
  const rows = readRows(values, parameter);
  if (rows.length === length) return rows;
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
