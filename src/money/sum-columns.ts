import { describeValue } from "../core/index.ts";
import { moneyOfMinor } from "./amount.ts";
import { MAX_COLUMN_NUMBER, readColumn, readRowsOf, readWhole, type MoneyColumn } from "./columns.ts";
import { moneyError } from "./errors.ts";
import type { Money } from "./types.ts";

/** Total of a column. */
export interface ColumnSum<C extends string = string> {
  /** Exact sum of the rows that have a value, canonical. */
  readonly total: Money<C>;
  /** Number of rows added. */
  readonly n: number;
  /** Number of rows without a value; each has its issue in the column. */
  readonly missing: number;
}

const wholeOf = (total: number): bigint => BigInt(readWhole(total));

/** A running total small enough that one more row, or four, can be added to it; 0 where it had to be put aside. */
function keep(total: number, aside: number[]): number {
  if (Math.abs(total) <= MAX_COLUMN_NUMBER) return total;
  aside.push(total);
  return 0;
}

/**
 * Exact total of a column.
 *
 * @param column - amounts of one currency
 * @returns total of the rows that have a value, how many have one and how many have none
 * @throws `money/amount-too-large` for a total of more than 18 digits; `money/unknown-currency`; `money/invalid-column`
 * for what is not a column, and for one made by hand whose total is not a whole number
 * @example
 * sumColumn(moneyColumn("CNY", ["0.10", "0.20", "?"])) // => { total: { amount: "0.30", currency: "CNY" }, n: 2, missing: 1 }
 * @since 0.1.0
 */
export function sumColumn<C extends string>(column: MoneyColumn<C>): ColumnSum<C> {
  const exponent = readColumn(column, "column");
  const { minor, large } = column;
  const { length } = minor;
  // four running totals do not wait for each other; one guard per block covers all of them, and NaN
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let rest = 0;
  const aside: number[] = [];
  let missing = 0;
  let row = 0;
  while (row < length) {
    if (row + 3 < length) {
      const p = a + minor[row]!;
      const q = b + minor[row + 1]!;
      const r = c + minor[row + 2]!;
      const s = d + minor[row + 3]!;
      if (Math.abs(p) + Math.abs(q) + Math.abs(r) + Math.abs(s) <= MAX_COLUMN_NUMBER) {
        a = p;
        b = q;
        c = r;
        d = s;
        row += 4;
        continue;
      }
    }
    rest = keep(rest + (a + b + c + d), aside);
    a = b = c = d = 0;
    for (const end = Math.min(row + 4, length); row < end; row++) {
      const value = minor[row]!;
      if (Number.isNaN(value)) missing++;
      else rest = keep(rest + value, aside);
    }
  }
  let total = 0n;
  for (const part of aside.concat(a, b, c, d, rest)) total += wholeOf(part);
  for (const value of large.values()) total += value;
  missing -= large.size;
  return { total: moneyOfMinor(total, column.currency, exponent), n: length - missing, missing };
}

/**
 * Exact totals of a column by group: income by client, clients by branch.
 *
 * @param column - amounts of one currency
 * @param groups - group of each row, whole numbers from 0 to `count - 1`
 * @param count - number of groups, at most 2^24
 * @returns one sum per group, zero with `n: 0` for a group without rows
 * @throws `money/invalid-column` when `groups` has a different length from the column or names a group outside `count`,
 * and as {@link sumColumn}; `money/amount-too-large` for a total of more than 18 digits; `money/unknown-currency`
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
  const exponent = readColumn(column, "column");
  const { minor, large } = column;
  const groupOf = readRowsOf(groups, minor.length, "groups");
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
    const group = groupOf[row]!;
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
    const total = totals[group]! + value;
    if (Math.abs(total) > MAX_COLUMN_NUMBER) {
      spill(group, wholeOf(total));
      totals[group] = 0;
    } else totals[group] = total;
  }
  return Array.from(totals, (total, group) => {
    const more = spilt.get(group);
    return {
      total: moneyOfMinor(wholeOf(total) + (more ?? 0n), column.currency, exponent),
      n: rows[group]! - missing[group]!,
      missing: missing[group]!,
    };
  });
}
