import type { DateRange, DayCountBasis, Period } from "../../calendar/index.ts";
import type { DecimalString, RowIssue } from "../../core/index.ts";
import { oneOf, rowOf, shapeOf, type Reader } from "../../core/inner.ts";
import { currencyExponent, fromMinorUnits, type Money, type RoundingMode } from "../../money/index.ts";
import { accrualMembers, accrualTerms } from "../interest/accrual-terms.ts";
import type { AverageDailyBalance } from "../interest/average-daily-balance.ts";
import { balanceOf, readYearlyRate } from "../interest/exact-balance.ts";
import { fractionOf, roundFraction, timesAll, yearFraction } from "../interest/fraction.ts";
import { asGiven, OPTION, readId, readOptions, readRows } from "../reading.ts";
import { balanceMember, demandNew, eachRow, INVALID_ROW, totalOf } from "./rows.ts";

/** What a treasury charges or pays beside the transfer price itself. */
export const TRANSFER_ADD_ONS = [
  "liquidity-premium",
  "liquidity-buffer",
  "stable-funding",
  "undrawn-commitment",
  "policy-adjustment",
] as const;

/**
 * An add-on of the transfer price: a premium for term liquidity, the cost of the buffer held for outflows (LCR), of stable
 * funding (NSFR), a charge on undrawn limits, or an adjustment by which the bank steers its business.
 */
export type TransferAddOn = (typeof TRANSFER_ADD_ONS)[number];

/** One add-on on one base. */
export interface AddOnRow<C extends string = string> {
  /** The position, limit or contract it belongs to: of two rows with one id and one add-on, the first that can be read counts. */
  readonly id: string;
  readonly addOn: TransferAddOn;
  /** What the rate is on: the average balance of the position, or the average undrawn amount of a limit. */
  readonly base: Money<C> | AverageDailyBalance<C>;
  /** Per year, a fraction from -1 to 1: above 0 the unit pays it to the treasury, below 0 it is paid. */
  readonly rate: DecimalString;
}

/** Period and conventions of the add-ons. */
export interface AddOnOptions<C extends string = string> {
  readonly period: Period;
  readonly currency: C;
  /** Of the curve, as a rule. */
  readonly dayCount: DayCountBasis;
  /** Default `half-even`; each row is rounded once. */
  readonly rounding?: RoundingMode;
}

/** What an add-on comes to; a charge is above 0. */
export interface AddOnAmount<C extends string = string> {
  readonly addOn: TransferAddOn;
  readonly amount: Money<C>;
}

/** Add-ons of a list of bases. */
export interface TransferAddOns<C extends string = string> {
  /** One per row in row order; `null` for a row with an issue. */
  readonly values: readonly ({
    readonly id: string;
    readonly addOn: TransferAddOn;
    readonly amount: Money<C>;
  } | null)[];
  readonly issues: readonly RowIssue[];
  /** By name, in the order of `TRANSFER_ADD_ONS`; those without a row are left out. */
  readonly byAddOn: readonly AddOnAmount<C>[];
  /** Sum of the values. */
  readonly total: Money<C>;
  readonly conventions: {
    readonly period: DateRange;
    readonly currency: C;
    readonly dayCount: DayCountBasis;
    readonly rounding: RoundingMode;
  };
}

const readAddOnOptions: Reader<AddOnOptions> = shapeOf<AddOnOptions>(accrualMembers);

const readRow: Reader<AddOnRow> = rowOf<AddOnRow>({
  id: readId,
  addOn: oneOf(TRANSFER_ADD_ONS),
  base: balanceMember,
  rate: asGiven,
});

/**
 * Add-ons of the transfer price by name (FTP 调整项): base × rate × days / basis of each row, signed.
 *
 * They come beside `netInterestIncome` and do not change it: client interest less transfer is the net interest income, and
 * what the unit keeps is that less the add-ons, to the cent. What one side pays the other has, so that over the bank
 * `nii − add-ons + (treasury + add-ons)` is still the interest received less paid.
 *
 * @param rows - of one currency; a row may have members of its own
 * @param options - period, currency, day count, rounding
 * @returns amount by row and by name, their total, issues, and the conventions used
 * @throws `relationship-value/invalid-option`, `calendar/invalid-period`, `calendar/invalid-option`, `money/unknown-currency`;
 *   `money/amount-too-large` when a total has more than 18 digits
 * @example
 * const rows = [
 *   { id: "A-1", addOn: "liquidity-premium", base: money("10000000", "CNY"), rate: "0.002" },
 *   { id: "L-1", addOn: "undrawn-commitment", base: money("4000000", "CNY"), rate: "0.0005" },
 * ] as const;
 * const { byAddOn, total } = transferAddOns(rows, { period: "2026", currency: "CNY", dayCount: "ACT/365F" });
 * byAddOn.map(({ addOn, amount }) => [addOn, amount.amount]) // => [["liquidity-premium", "20000.00"], ["undrawn-commitment", "2000.00"]]
 * total.amount // => "22000.00"
 * @since 0.1.0
 */
export function transferAddOns<C extends string>(
  rows: readonly AddOnRow<C>[],
  options: AddOnOptions<C>,
): TransferAddOns<C> {
  readOptions<AddOnOptions>(options, readAddOnOptions);
  readRows(rows, ["rows"], OPTION);
  const conventions = accrualTerms(options);
  const { period, currency, dayCount, rounding } = conventions;
  const time = yearFraction(period, dayCount);
  const exponent = currencyExponent(currency);
  const sums = new Map<TransferAddOn, bigint>();
  const taken = new Set<string>();
  const { values, issues } = eachRow(rows, (given) => {
    const { id, addOn, rate } = readRow(given, [], INVALID_ROW);
    const base = balanceOf(given.base, currency, exponent, period, "base");
    const minor = roundFraction(timesAll(base, fractionOf(readYearlyRate(rate, "rate")), time), rounding);
    const value = { id, addOn, amount: fromMinorUnits(minor, currency) };
    demandNew(taken, id, addOn);
    sums.set(addOn, (sums.get(addOn) ?? 0n) + minor);
    return value;
  });
  return {
    values,
    issues,
    byAddOn: TRANSFER_ADD_ONS.flatMap((addOn) => {
      const minor = sums.get(addOn);
      return minor === undefined ? [] : [{ addOn, amount: fromMinorUnits(minor, currency) }];
    }),
    total: totalOf([...sums.values()], currency),
    conventions,
  };
}
