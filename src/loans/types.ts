import type { DecimalString, LocalDate } from "../core/index.ts";
import type { Money, RoundingMode } from "../money/index.ts";
import type { XirrRefusalReason } from "../time-value/index.ts";
import type { LoanInterest, RepaymentMethod } from "./terms.ts";

/** What a row of a schedule is: an instalment, an additional repayment, or one that settles the loan early. */
export type LoanRowKind = (typeof LOAN_ROW_KINDS)[number];

/** Every {@link LoanRowKind}, at the number that columns hold for it. */
export const LOAN_ROW_KINDS = ["instalment", "prepayment", "settlement"] as const;

/** A row of amounts as money. */
export interface LoanCashRow<C extends string = string> {
  /** Day it falls due. */
  readonly date: LocalDate;
  /** Everything paid: principal, interest and fee. */
  readonly payment: Money<C>;
  /** Principal repaid; below zero where interest is added to the balance. */
  readonly principal: Money<C>;
  /** Interest, rounded once. */
  readonly interest: Money<C>;
  readonly fee: Money<C>;
  /** Principal left after the row. */
  readonly balance: Money<C>;
}

/** A row of one loan. */
export interface LoanRow<C extends string = string> extends LoanCashRow<C> {
  /** Number of the instalment from 1; for an additional repayment, of the last instalment before it. */
  readonly instalment: number;
  readonly kind: LoanRowKind;
  /** Rate per year in force the day before, a fraction. */
  readonly rate: DecimalString;
}

/** Sums over all rows. */
export interface LoanTotals<C extends string = string> {
  readonly payment: Money<C>;
  /** The principal drawn, with the financed fee if there is one. */
  readonly principal: Money<C>;
  readonly interest: Money<C>;
  /** Fees of the rows; the upfront fee is not among them. */
  readonly fee: Money<C>;
}

/**
 * Cash of one or several loans as columns, one entry per row, ascending by date. Amounts are whole minor units of
 * `currency`, at most 2^52 - 1 in size; `currencyExponent(currency)` says how many fraction digits they have. Dates are
 * day numbers. Built for reading: the arrays are the schedule's own.
 */
export interface LoanColumns<C extends string = string, Row extends LoanCashRow<C> = LoanCashRow<C>> {
  /** ISO 4217 code of every amount. */
  readonly currency: C;
  /** Number of rows. */
  readonly count: number;
  /** Days since 1970-01-01. */
  readonly dates: Int32Array;
  /** Principal, interest and fee together. */
  readonly payment: Float64Array;
  readonly principal: Float64Array;
  readonly interest: Float64Array;
  readonly fee: Float64Array;
  /** Principal left after the row. */
  readonly balance: Float64Array;
  /** Cash handed over at the start, in minor units: principal less a fee paid then. */
  readonly proceeds: number;
  /** Day number of the start. */
  readonly start: number;
  /** Sums over all rows; throws `money/amount-too-large` for a sum of more than 18 digits. */
  totals(): LoanTotals<C>;
  /** One row in wire form; index from 0, throws `core/invalid-integer` for any other. */
  row(i: number): Row;
  /** All rows in wire form. */
  rows(): Row[];
}

/** One stretch of days of a row's interest during which neither balance nor rate changed. */
export interface InterestSegment<C extends string = string> {
  readonly code: "interest-accrued";
  /** First day. */
  readonly from: LocalDate;
  /** First day after it. */
  readonly to: LocalDate;
  readonly days: number;
  /** Balance that bore interest. */
  readonly balance: Money<C>;
  /** Rate per year, a fraction. */
  readonly rate: DecimalString;
}

/** Why a row's interest is what it is. */
export interface InterestExplanation<C extends string = string> {
  /** Ascending, without gaps; empty for a repayment that carries no interest. */
  readonly segments: readonly InterestSegment<C>[];
  /** Share of a year that the row's whole period makes up, as a fraction in lowest terms: `"1/12"`. */
  readonly yearShare: string;
  /** The interest before rounding, in minor units, as a fraction in lowest terms: `"3060050/5"`. */
  readonly exactMinorUnits: string;
  readonly rounding: RoundingMode;
  /** The interest of the row. */
  readonly interest: Money<C>;
}

/**
 * Why there is no true annual rate: a reason from the rate functions, or `not-regular`, as periods of different lengths
 * have no common rate.
 */
export type AnnualRateRefusalReason = XirrRefusalReason | "not-regular";

/**
 * A last instalment above the others, because the payment given repays less than the loan; or fewer instalments than were
 * agreed, because it repays the loan sooner.
 */
export type LoanFinding<C extends string = string> =
  | {
      readonly code: "last-instalment-larger";
      readonly details: {
        /** As given. */
        readonly payment: Money<C>;
        /** Principal and interest of the last instalment: less than twice the payment. */
        readonly lastInstalment: Money<C>;
        /** The payment that would have repaid the loan in equal instalments, from the first that repays principal. */
        readonly enough: Money<C>;
      };
    }
  | {
      readonly code: "repaid-early";
      readonly details: {
        /** As given. */
        readonly payment: Money<C>;
        /** The payment that would have repaid the loan in the instalments agreed. */
        readonly enough: Money<C>;
        /** Instalments until the loan is repaid, and those agreed. */
        readonly instalments: number;
        readonly agreed: number;
      };
    };

/** A repayment schedule (还款计划表) with the conventions it was computed by. */
export interface AmortizationSchedule<C extends string = string> extends LoanColumns<C, LoanRow<C>> {
  readonly method: RepaymentMethod;
  /** How interest accrued. */
  readonly accrual: LoanInterest;
  readonly rounding: RoundingMode;
  /** Months from one instalment to the next, null for an irregular loan; the whole term for a bullet. */
  readonly monthsPerPeriod: number | null;
  /** Whether all rows are instalments, all periods whole and of one length: as a rate per period requires. */
  readonly regular: boolean;
  /** 0 instalment, 1 prepayment, 2 settlement. */
  readonly kinds: Uint8Array;
  /**
   * What somebody should look at: a last instalment above the others by more than roundings of the payment, unless it was
   * asked for, and a payment given that repays the loan before its time. Empty when there is nothing.
   */
  readonly findings: readonly LoanFinding<C>[];
  /** The interest of a row traced back to days, balances and rates; index from 0, throws `core/invalid-integer` for any other. */
  explain(i: number): InterestExplanation<C>;
}
