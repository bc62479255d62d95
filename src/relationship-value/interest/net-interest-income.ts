import type { DateRange, DayCountBasis, Period } from "../../calendar/index.ts";
import { describeValue, DomainError, type DecimalString, type Path, type RowIssue } from "../../core/index.ts";
import { nameScan, optional, readOneOf, refuse, shapeOf, type MisspeltName, type Reader } from "../../core/inner.ts";
import { currencyExponent, fromMinorUnits, type Money, type RoundingMode } from "../../money/index.ts";
import type { AverageDailyBalance } from "./average-daily-balance.ts";
import { accrualMembers, accrualTerms } from "./accrual-terms.ts";
import { BALANCE_MEMBERS, balanceOf, readYearlyRate } from "./exact-balance.ts";
import { fractionOf, inNumbers, minus, roundFraction, timesAll, yearFraction } from "./fraction.ts";
import { unreadable } from "../income-line.ts";
import { OPTION, readDayCount, readId, readOptions, readRows } from "../reading.ts";
import type { RelationshipValueErrorCode } from "../errors.ts";

const INVALID_ROW = "relationship-value/invalid-row" satisfies RelationshipValueErrorCode;

/** The sides of the balance sheet; column form counts them from 0. */
export const BALANCE_SIDES = ["asset", "liability"] as const;

/** Side of the balance sheet: the bank lends (asset) or borrows (liability). */
export type BalanceSide = (typeof BALANCE_SIDES)[number];

/** One balance with its client rate and its transfer price. */
export interface InterestPosition<C extends string = string> {
  /** Its own on its side: of two rows with one id and one side, the first that can be read counts. */
  readonly id: string;
  readonly side: BalanceSide;
  /** Average of the period; the result of `averageDailyBalance` is used unrounded and must be for the same period. */
  readonly averageBalance: Money<C> | AverageDailyBalance<C>;
  /** Client rate per year, a fraction from -1 to 1: 4.2 % is `"0.042"`; `"0.85"` is 85 %, and cannot be told from 0.85 %. */
  readonly rate: DecimalString;
  /** Funds transfer price of this position per year, a fraction; of its own tenor, not a bank-wide average. */
  readonly transferRate: DecimalString;
}

/** Period and conventions of the interest. */
export interface NetInterestOptions<C extends string = string> {
  readonly period: Period;
  readonly currency: C;
  /** Day count of the client rate, and of the transfer price where `transferDayCount` is left out. */
  readonly dayCount: DayCountBasis;
  /** Day count of the transfer price: curves are often quoted on another basis than loans. Default `dayCount`. */
  readonly transferDayCount?: DayCountBasis;
  /** Default `half-even`. */
  readonly rounding?: RoundingMode;
}

/** Interest of one position: asset `nii = interest − transfer`, liability `nii = transfer − interest`, to the cent. */
export interface NetInterest<C extends string = string> {
  readonly id: string;
  readonly side: BalanceSide;
  /** What the client pays (asset) or is paid (liability); exact, rounded once. */
  readonly interest: Money<C>;
  /** What the treasury charges (asset) or pays (liability): the balancing figure of the other two. */
  readonly transfer: Money<C>;
  /** Net interest income; exact from the difference of the rates, rounded once. */
  readonly nii: Money<C>;
}

/** Totals of the positions; `nii + treasury = interestReceived − interestPaid`, to the cent. */
export interface NetInterestTotals<C extends string = string> {
  /** Of assets and liabilities together. */
  readonly nii: Money<C>;
  readonly assetNii: Money<C>;
  readonly liabilityNii: Money<C>;
  readonly interestReceived: Money<C>;
  readonly interestPaid: Money<C>;
  /** What stays with the treasury: transfer charged on assets less transfer paid on liabilities. */
  readonly treasury: Money<C>;
}

/** Net interest income of a list of positions. */
export interface NetInterestResult<C extends string = string> {
  /** One per position in row order; `null` for a row with an issue. */
  readonly values: readonly (NetInterest<C> | null)[];
  readonly issues: readonly RowIssue[];
  /** Over the positions without an issue. */
  readonly totals: NetInterestTotals<C>;
  readonly conventions: {
    readonly period: DateRange;
    readonly currency: C;
    readonly dayCount: DayCountBasis;
    /** Year fraction of the period, `numerator / denominator`. */
    readonly yearFraction: { readonly numerator: number; readonly denominator: number };
    readonly transferDayCount: DayCountBasis;
    /** Year fraction of the period for the transfer price. */
    readonly transferYearFraction: { readonly numerator: number; readonly denominator: number };
    readonly rounding: RoundingMode;
  };
}

/**
 * Net interest income of positions against their transfer prices (净利息收入, 内部资金转移定价).
 *
 * Asset: Σ average balance × (rate × days / basis − transfer rate × days / basis), each with its own day count; liability:
 * the other way round. Each figure is exact until it is rounded, once, to the minor unit; totals are sums of the rounded
 * figures. A bad row becomes an issue and does not stop the others. `netInterestIncomeColumns` does the same for a book of columns.
 *
 * @param positions - balances of one currency with their rates
 * @param options - period, currency, day count, rounding
 * @returns interest by position, totals, and the conventions used
 * @throws `relationship-value/invalid-option`; `calendar/invalid-period`, `calendar/invalid-option` for an unknown day count, `money/unknown-currency`
 * @throws `money/amount-too-large` when a total has more than 18 digits
 * @see matched-maturity funds transfer pricing: unit income plus treasury is the client interest margin of the bank
 * @example
 * const loan = { id: "A-1", side: "asset", averageBalance: money("10000000", "CNY"), rate: "0.06", transferRate: "0.03" } as const;
 * const { values, totals } = netInterestIncome([loan], { period: "2026", currency: "CNY", dayCount: "ACT/365F" });
 * values[0]?.interest // => money("600000.00", "CNY")
 * totals.nii // => money("300000.00", "CNY")
 * @since 0.1.0
 */
export function netInterestIncome<C extends string>(
  positions: readonly InterestPosition<C>[],
  options: NetInterestOptions<C>,
): NetInterestResult<C> {
  readOptions<NetInterestOptions>(options, readInterestOptions);
  readRows(positions, ["positions"], OPTION);
  const terms = accrualTerms(options);
  const { period, currency, dayCount, rounding } = terms;
  const { transferDayCount = dayCount } = options;
  const exponent = currencyExponent(currency);
  const scans = { position: nameScan(POSITION_MEMBERS), balance: nameScan(BALANCE_MEMBERS) };
  const time = yearFraction(period, dayCount);
  const transferTime = yearFraction(period, transferDayCount);
  const sums = { asset: { nii: 0n, interest: 0n }, liability: { nii: 0n, interest: 0n } };
  const issues: RowIssue[] = [];
  const taken = { asset: new Set<string>(), liability: new Set<string>() };

  const values = Array.from(positions, (given, row): NetInterest<C> | null => {
    try {
      const position = readPosition(given, scans);
      const side = readOneOf(position.side, BALANCE_SIDES, ["side"], OPTION);
      const balance = balanceOf(position.averageBalance, currency, exponent, period);
      const paid = timesAll(fractionOf(readYearlyRate(position.rate, "rate")), time);
      const charged = timesAll(fractionOf(readYearlyRate(position.transferRate, "transferRate")), transferTime);
      const kept = side === "asset" ? minus(paid, charged) : minus(charged, paid);
      const interest = roundFraction(timesAll(balance, paid), rounding);
      const nii = roundFraction(timesAll(balance, kept), rounding);
      const value = {
        id: position.id,
        side,
        interest: fromMinorUnits(interest, currency),
        transfer: fromMinorUnits(side === "asset" ? interest - nii : interest + nii, currency),
        nii: fromMinorUnits(nii, currency),
      };
      if (taken[side].has(position.id)) {
        const code = "relationship-value/repeated-row" satisfies RelationshipValueErrorCode;
        issues.push({ row, code, path: ["id"], details: { id: position.id } });
        return null;
      }
      taken[side].add(position.id);
      sums[side].interest += interest;
      sums[side].nii += nii;
      return value;
    } catch (e) {
      issues.push({ row, ...unreadable(e) });
      return null;
    }
  });
  return {
    values,
    issues,
    totals: totalsOf(sums, currency),
    conventions: {
      ...terms,
      yearFraction: inNumbers(time),
      transferDayCount,
      transferYearFraction: inNumbers(transferTime),
    },
  };
}

/** Minor units of interest and net interest income by side. */
export type SideSums = Readonly<Record<BalanceSide, { readonly nii: bigint; readonly interest: bigint }>>;

/** The totals of both sides, with the treasury as the remainder. */
export function totalsOf<C extends string>({ asset, liability }: SideSums, currency: C): NetInterestTotals<C> {
  return {
    nii: fromMinorUnits(asset.nii + liability.nii, currency),
    assetNii: fromMinorUnits(asset.nii, currency),
    liabilityNii: fromMinorUnits(liability.nii, currency),
    interestReceived: fromMinorUnits(asset.interest, currency),
    interestPaid: fromMinorUnits(liability.interest, currency),
    treasury: fromMinorUnits(asset.interest - asset.nii - (liability.interest + liability.nii), currency),
  };
}

/** The members of a position; it may have others. */
const POSITION_MEMBERS: readonly (keyof InterestPosition)[] = ["id", "side", "averageBalance", "rate", "transferRate"];

type NameScan = (row: object) => MisspeltName | null;

/** Refuses a name that is nearly a known one: what it says would be read as absent. */
function demandNames(row: object, misspelt: NameScan, known: readonly string[], path: Path): void {
  const wrong = misspelt(row);
  if (wrong === null) return;
  refuse(INVALID_ROW, [...path, wrong.name], "nearly a known member", { known, didYouMean: wrong.didYouMean });
}

const readInterestOptions: Reader<NetInterestOptions> = shapeOf<NetInterestOptions>({
  ...accrualMembers,
  transferDayCount: optional(readDayCount),
});

/** A position that has an id and an average balance, and no name that is nearly one of its members. */
function readPosition<C extends string>(
  position: InterestPosition<C>,
  scans: { readonly position: NameScan; readonly balance: NameScan },
): InterestPosition<C> {
  const row: unknown = position;
  if (typeof row === "object" && row !== null) demandNames(row, scans.position, POSITION_MEMBERS, []);
  const balance: unknown = typeof row === "object" && row !== null ? position.averageBalance : null;
  if (typeof balance === "object" && balance !== null) {
    readId(position.id, ["id"], "relationship-value/invalid-row" satisfies RelationshipValueErrorCode);
    demandNames(balance, scans.balance, BALANCE_MEMBERS, ["averageBalance"]);
    return position;
  }
  throw new DomainError<RelationshipValueErrorCode>(
    "relationship-value/invalid-row",
    "position: not a position with an average balance",
    typeof row === "object" && row !== null ? ["averageBalance"] : [],
    { received: describeValue(typeof row === "object" && row !== null ? balance : row) },
  );
}
