import { DomainError, type RowIssue } from "../core/index.ts";
import {
  minorUnitsColumn,
  simpleInterestColumn,
  type MoneyColumn,
  type RateColumn,
  type RoundingMode,
} from "../money/index.ts";
import type { RelationshipValueErrorCode } from "./errors.ts";
import { totalsOf, type NetInterestTotals } from "./net-interest-income.ts";

/** Positions of one currency as columns of one length. */
export interface InterestColumns<C extends string = string> {
  /** 0 for an asset, 1 for a liability. */
  readonly sides: ArrayLike<number>;
  /** Average balances. */
  readonly balances: MoneyColumn<C>;
  /** Client rates per year. */
  readonly rates: RateColumn;
  /** Funds transfer prices per year. */
  readonly transferRates: RateColumn;
}

/** Time and rounding of column interest. */
export interface InterestColumnOptions {
  /** Whole days, one number for all rows or one a row. */
  readonly days: number | ArrayLike<number>;
  /** Days of the year in the day count, 1 to 366. */
  readonly basis: number;
  /** Default `half-even`. */
  readonly rounding?: RoundingMode;
}

/** Net interest income by row, as columns, with totals. */
export interface NetInterestColumns<C extends string = string> {
  readonly interest: MoneyColumn<C>;
  readonly transfer: MoneyColumn<C>;
  readonly nii: MoneyColumn<C>;
  /** Over the rows without issue. */
  readonly totals: NetInterestTotals<C>;
  /** In row order, at most one a row. */
  readonly issues: readonly RowIssue[];
}

/**
 * Net interest income of a whole book of columns: row for row what `netInterestIncome` gives, without its objects.
 *
 * @param columns - sides, balances, client rates and transfer prices
 * @param options - days, basis and rounding
 * @returns interest, transfer and net interest income by row, their totals and the issues
 * @throws `relationship-value/invalid-columns` for a side that is neither 0 nor 1, or another number of sides than balances
 * @throws `money/invalid-column`, `core/invalid-integer`, `money/invalid-rounding`
 * @example
 * const { totals } = netInterestIncomeColumns(
 *   {
 *     sides: Uint8Array.of(0, 1),
 *     balances: moneyColumn("CNY", ["1000000", "800000"]),
 *     rates: rateColumn(["0.05", "0.01"]),
 *     transferRates: rateColumn(["0.03", "0.025"]),
 *   },
 *   { days: 365, basis: 365 },
 * );
 * totals.nii // => money("32000.00", "CNY")
 * totals.treasury // => money("10000.00", "CNY")
 * @since 0.1.0
 */
export function netInterestIncomeColumns<C extends string>(
  columns: InterestColumns<C>,
  options: InterestColumnOptions,
): NetInterestColumns<C> {
  const { sides, balances } = columns;
  const rounding = options.rounding ?? "half-even";
  checkSides(sides, balances.minor.length);
  const interest = simpleInterestColumn(balances, columns.rates, options.days, options.basis, rounding);
  const nii = simpleInterestColumn(balances, spreadColumn(columns), options.days, options.basis, rounding);
  const transfer = new Array<number | bigint>(sides.length).fill(0);
  const sums = { asset: { nii: 0n, interest: 0n }, liability: { nii: 0n, interest: 0n } };
  const wrong = new Set(nii.issues.map((issue) => issue.row));
  for (let row = 0; row < sides.length; row++) {
    if (wrong.has(row)) continue;
    const asset = sides[row] === 0;
    const sum = asset ? sums.asset : sums.liability;
    const earned = valueAt(interest, row);
    const kept = valueAt(nii, row);
    sum.interest += BigInt(earned);
    sum.nii += BigInt(kept);
    transfer[row] =
      typeof earned === "number" && typeof kept === "number"
        ? asset
          ? earned - kept
          : earned + kept
        : BigInt(earned) + (asset ? -BigInt(kept) : BigInt(kept));
  }
  const charged = minorUnitsColumn(balances.currency, transfer);
  for (const row of wrong) charged.minor[row] = Number.NaN;
  return {
    interest,
    transfer: { ...charged, issues: nii.issues },
    nii,
    totals: totalsOf(sums, balances.currency),
    issues: nii.issues,
  };
}

function valueAt(column: MoneyColumn, row: number): number | bigint {
  const plain = column.minor[row]!;
  return Number.isNaN(plain) ? (column.large.get(row) ?? 0n) : plain;
}

/** Largest rate on the common scale; its exact value is kept by a double. */
const LIMIT = 2 ** 52;

/** Client rate less transfer price for assets, the other way round for liabilities, on the finer of the two scales. */
function spreadColumn({ sides, rates, transferRates }: InterestColumns): RateColumn {
  const length = sides.length;
  if (transferRates.scaled.length !== length || rates.scaled.length !== length) {
    throw new DomainError<RelationshipValueErrorCode>(
      "relationship-value/invalid-columns",
      "rates, transferRates: as many rows as balances",
      ["transferRates"],
      { rates: rates.scaled.length, transferRates: transferRates.scaled.length, balances: length },
    );
  }
  const scale = Math.max(rates.scale, transferRates.scale);
  const up = 10 ** (scale - rates.scale);
  const transferUp = 10 ** (scale - transferRates.scale);
  const scaled = new Float64Array(length);
  const issues: RowIssue[] = [
    ...rates.issues,
    ...transferRates.issues.map((issue) => ({ ...issue, path: ["transferRates", ...issue.path.slice(1)] })),
  ];
  for (let row = 0; row < length; row++) {
    const rate = rates.scaled[row]! * up;
    const transferRate = transferRates.scaled[row]! * transferUp;
    const spread = sides[row] === 0 ? rate - transferRate : transferRate - rate;
    const exact = Math.abs(rate) <= LIMIT && Math.abs(transferRate) <= LIMIT;
    scaled[row] = exact ? spread : Number.NaN;
    if (exact || Number.isNaN(spread)) continue;
    issues.push({ row, code: "money/invalid-rate", path: ["rates", row], details: { scale, limit: LIMIT } });
  }
  return { scale, scaled, issues };
}

function checkSides(sides: ArrayLike<number>, length: number): void {
  if (sides.length !== length) {
    throw new DomainError<RelationshipValueErrorCode>(
      "relationship-value/invalid-columns",
      "sides: as many rows as balances",
      ["sides"],
      { sides: sides.length, balances: length },
    );
  }
  for (let row = 0; row < length; row++) {
    if (sides[row] === 0 || sides[row] === 1) continue;
    throw new DomainError<RelationshipValueErrorCode>(
      "relationship-value/invalid-columns",
      `sides.${String(row)}: 0 for an asset, 1 for a liability`,
      ["sides", row],
      { received: sides[row] },
    );
  }
}
