import { DomainError, issueOf, MAX_DAY_NUMBER, readInteger, type Path, type RowIssue } from "../../core/index.ts";
import { optional, readObject, refuse, refuseValue, shapeOf, type Reader } from "../../core/inner.ts";
import {
  divideRounded,
  fromMinorUnits,
  simpleInterestColumn,
  sumColumnBy,
  toMinorUnits,
  type MoneyColumn,
  type RateColumn,
  type RoundingMode,
} from "../../money/index.ts";
import { HIGHEST_YEARLY_RATE } from "../../money/inner.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";
import { readMoneyColumn, readOptions, readRateColumn, readRounding, readRows } from "../reading.ts";
import { tens } from "./fraction.ts";
import { totalsOf, type NetInterestTotals, type SideSums } from "./net-interest-income.ts";

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
  /** Whole days, one number for all rows or one per row. */
  readonly days: number | ArrayLike<number>;
  /** Days of the year in the day count, 1 to 366. */
  readonly basis: number;
  /** Days and basis of the transfer prices, where they have a day count of their own. Default `days` and `basis`. */
  readonly transferDays?: number | ArrayLike<number>;
  readonly transferBasis?: number;
  /** Default `half-even`. */
  readonly rounding?: RoundingMode;
}

/** Net interest income by row, as columns, with totals. */
export interface NetInterestColumns<C extends string = string> {
  readonly interest: MoneyColumn<C>;
  readonly transfer: MoneyColumn<C>;
  readonly nii: MoneyColumn<C>;
  /** Over the rows without an issue. */
  readonly totals: NetInterestTotals<C>;
  /** In row order, at most one per row. */
  readonly issues: readonly RowIssue[];
}

const COLUMNS = "relationship-value/invalid-columns" satisfies RelationshipValueErrorCode;

const readColumns: Reader<InterestColumns> = shapeOf<InterestColumns>({
  sides: readRows,
  balances: readMoneyColumn,
  rates: readRateColumn,
  transferRates: readRateColumn,
});

const daysMember: Reader<number | ArrayLike<number>> = (days, path, code) =>
  typeof days === "number" ? days : readRows(days, path, code);
const basisMember: Reader<number> = (basis, path) => readInteger(basis, path, 1, 366);

const readTime: Reader<InterestColumnOptions> = shapeOf<InterestColumnOptions>({
  days: daysMember,
  basis: basisMember,
  transferDays: optional(daysMember),
  transferBasis: optional(basisMember),
  rounding: optional(readRounding),
});

/**
 * Net interest income of a whole book of columns: row for row what `netInterestIncome` gives, without its objects. Columns have no
 * ids, so a row given twice counts twice.
 *
 * @param columns - sides, balances, client rates and transfer prices
 * @param options - days, basis and rounding
 * @returns interest, transfer and net interest income by row, their totals and the issues
 * @throws `relationship-value/invalid-columns` for a side that is neither 0 nor 1, or a different number of sides than
 *   balances
 * @throws `relationship-value/invalid-columns` also for a different number of `transferDays`, and for a balance or rate that
 *   is neither a whole number nor `NaN`
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
  readColumns(readObject<InterestColumns>(columns, ["columns"], COLUMNS), [], COLUMNS);
  const { days, basis, rounding = "half-even", ...own } = readOptions(options, readTime);
  const { balances } = columns;
  const sides = readSides(columns.sides, balances.minor.length);
  demandNumbers(balances.minor, ["balances", "minor"]);
  demandNumbers(columns.rates.scaled, ["rates", "scaled"]);
  demandNumbers(columns.transferRates.scaled, ["transferRates", "scaled"]);
  for (const [row, large] of balances.large) {
    if (typeof (large as unknown) !== "bigint") refuseValue(COLUMNS, ["balances", "large", row], "not a bigint", large);
  }
  const spread = spreadColumn(columns);
  const plain = simpleInterestColumn(balances, spread, days, basis, rounding);
  const { transferDays = days, transferBasis = basis } = own;
  const isOneDayCount = transferDays === days && transferBasis === basis;
  const client = { days, basis };
  const transfer = { days: transferDays, basis: transferBasis };
  const nii = isOneDayCount ? plain : onTwoDayCounts(columns, plain, client, transfer, rounding);
  // a row whose transfer price is wrong has no interest either: the three columns have a value together or not at all
  const rates = { ...columns.rates, issues: nii.issues };
  const interest = likewise(nii, simpleInterestColumn(balances, rates, days, basis, rounding));
  return {
    interest,
    transfer: transferColumn(sides, interest, nii),
    nii,
    totals: totalsOf(sumsOf(sides, interest, nii), balances.currency),
    issues: nii.issues,
  };
}

/** Days and basis of one of the two rates. */
interface Time {
  readonly days: number | ArrayLike<number>;
  readonly basis: number;
}

/** What is kept where client rate and transfer price have day counts of their own; `plain` says which rows are bad. */
function onTwoDayCounts<C extends string>(
  { sides, balances, rates, transferRates }: InterestColumns<C>,
  plain: MoneyColumn<C>,
  client: Time,
  transfer: Time,
  rounding: RoundingMode,
): MoneyColumn<C> {
  if (typeof transfer.days !== "number" && transfer.days.length !== sides.length) {
    const rows = { rows: transfer.days.length, balances: sides.length };
    refuse(COLUMNS, ["transferDays"], "as many rows as balances", rows);
  }
  const denominator = tens(rates.scale + transferRates.scale) * BigInt(client.basis) * BigInt(transfer.basis);
  const clientUnit = tens(transferRates.scale) * BigInt(transfer.basis);
  const transferUnit = tens(rates.scale) * BigInt(client.basis);
  const refused = new Map(plain.issues.map((issue) => [issue.row, issue]));
  const minor = new Float64Array(sides.length).fill(Number.NaN);
  const large = new Map<number, bigint>();
  for (let row = 0; row < sides.length; row++) {
    if (refused.has(row)) continue;
    try {
      const balance = exactAt(balances, row);
      if (balance === null || Number.isNaN(rates.scaled[row]! + transferRates.scaled[row]!)) continue;
      const paid = BigInt(rates.scaled[row]!) * daysAt(client, row, "days") * clientUnit;
      const charged = BigInt(transferRates.scaled[row]!) * daysAt(transfer, row, "transferDays") * transferUnit;
      const kept = divideRounded(balance * (sides[row] === 0 ? paid - charged : charged - paid), denominator, rounding);
      fromMinorUnits(kept, balances.currency);
      if (kept <= EXACT_LIMIT && kept >= -EXACT_LIMIT) minor[row] = Number(kept);
      else large.set(row, kept);
    } catch (e) {
      refused.set(row, { row, ...issueOf(e) });
    }
  }
  const issues = [...refused.values()].sort((a, b) => a.row - b.row);
  return { currency: plain.currency, minor, large, issues };
}

/** The days of a row, checked. */
const daysAt = ({ days }: Time, row: number, name: keyof InterestColumnOptions): bigint =>
  BigInt(readInteger(typeof days === "number" ? days : days[row]!, [name, row], 0, MAX_DAY_NUMBER));

/** The column, emptied in the rows in which the other one has no value. */
function likewise<C extends string>(other: MoneyColumn<C>, column: MoneyColumn<C>): MoneyColumn<C> {
  const large = new Map(column.large);
  for (let row = 0; row < other.minor.length; row++) {
    if (!Number.isNaN(other.minor[row]!) || other.large.has(row)) continue;
    column.minor[row] = Number.NaN;
    large.delete(row);
  }
  return { ...column, large, issues: other.issues };
}

/** Asset: interest less net interest income; liability: their sum. */
function transferColumn<C extends string>(
  sides: ArrayLike<number>,
  interest: MoneyColumn<C>,
  nii: MoneyColumn<C>,
): MoneyColumn<C> {
  const minor = new Float64Array(sides.length);
  const large = new Map<number, bigint>();
  for (let row = 0; row < sides.length; row++) {
    const kept = nii.minor[row]!;
    const difference = sides[row] === 0 ? interest.minor[row]! - kept : interest.minor[row]! + kept;
    minor[row] = Math.abs(difference) <= LIMIT ? difference : Number.NaN;
    if (!Number.isNaN(minor[row]!)) continue;
    const exact = exactAt(interest, row);
    const keptExact = exactAt(nii, row);
    if (exact === null || keptExact === null) continue;
    large.set(row, sides[row] === 0 ? exact - keptExact : exact + keptExact);
  }
  return { currency: nii.currency, minor, large, issues: nii.issues };
}

function exactAt(column: MoneyColumn, row: number): bigint | null {
  const plain = column.minor[row]!;
  return Number.isNaN(plain) ? (column.large.get(row) ?? null) : BigInt(plain);
}

function sumsOf(sides: ArrayLike<number>, interest: MoneyColumn, nii: MoneyColumn): SideSums {
  const [assetInterest, liabilityInterest] = sumColumnBy(interest, sides, 2);
  const [assetNii, liabilityNii] = sumColumnBy(nii, sides, 2);
  return {
    asset: { interest: toMinorUnits(assetInterest!.total), nii: toMinorUnits(assetNii!.total) },
    liability: { interest: toMinorUnits(liabilityInterest!.total), nii: toMinorUnits(liabilityNii!.total) },
  };
}

/** Largest number on the common scale; a double holds its exact value. */
const LIMIT = 2 ** 52;
const EXACT_LIMIT = BigInt(LIMIT);

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
  // a rate is a fraction from -1 to 1, whatever fits beyond it
  const limit = Math.min(LIMIT, HIGHEST_YEARLY_RATE * 10 ** scale);
  const scaled = new Float64Array(length);
  const issues: RowIssue[] = [
    ...rates.issues,
    ...transferRates.issues.map((issue) => ({ ...issue, path: ["transferRates", ...issue.path.slice(1)] })),
  ];
  for (let row = 0; row < length; row++) {
    const rate = rates.scaled[row]! * up;
    const transferRate = transferRates.scaled[row]! * transferUp;
    const spread = sides[row] === 0 ? rate - transferRate : transferRate - rate;
    const exact = Math.abs(rate) <= limit && Math.abs(transferRate) <= limit;
    scaled[row] = exact ? spread : Number.NaN;
    if (exact || Number.isNaN(spread)) continue;
    issues.push({ row, code: "money/invalid-rate", path: ["rates", row], details: { scale, limit } });
  }
  return { scale, scaled, issues };
}

/** Refuses a column with a number that is neither whole nor `NaN`, which is a row without a value. */
function demandNumbers(numbers: ArrayLike<number>, path: Path): void {
  for (let row = 0; row < numbers.length; row++) {
    const number: unknown = numbers[row];
    if (!Number.isInteger(number) && !Number.isNaN(number)) {
      refuseValue(COLUMNS, [...path, row], "neither a whole number nor NaN", number);
    }
  }
}

function readSides(sides: ArrayLike<number>, length: number): ArrayLike<number> {
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
  return sides;
}
