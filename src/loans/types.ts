import type { DecimalString, LocalDate, RoundingMode } from "../core/index.ts";

/**
 * An amount with its currency; `Money` of the money room is one. Positive or zero, plain decimal string in major units,
 * at most as many fraction digits as the loan's `fractionDigits`.
 */
export interface LoanAmount<C extends string = string> {
  /** Plain decimal string in major units: `"1249000.00"`. */
  readonly amount: DecimalString;
  /** ISO 4217 code. */
  readonly currency: C;
}

/**
 * How a loan is repaid (还款方式).
 *
 * - `level-payment`: 等额本息, the same payment each time
 * - `level-principal`: 等额本金, the same share of principal each time, interest on what is left
 * - `interest-only`: 按期付息、到期还本, interest each time, the principal with the last instalment
 * - `balloon`: 气球贷, level payments that leave a large last one
 * - `bullet`: 到期一次还本付息 (利随本清), principal and simple interest in one payment at maturity
 * - `irregular`: 按约定计划还本, principal by a list of dates and amounts, interest with each
 */
export type RepaymentMethod =
  "level-payment" | "level-principal" | "interest-only" | "balloon" | "bullet" | "irregular";

/**
 * How interest accrues (计息方式), always balance × annual rate × share of a year, rounded once a row.
 *
 * - `monthly`: whole months count one twelfth of a year each, odd days one 360th each (月利率 = 年利率÷12,
 *   日利率 = 年利率÷360)
 * - `ACT/360`, `ACT/365F`: actual days over 360 or 365, leap years or not (按日计息)
 */
export type LoanInterest = "monthly" | "ACT/360" | "ACT/365F";

/** An annual rate from a date on: interest of that day is the first at this rate. */
export interface RateStep {
  /** First day at this rate. */
  readonly date: LocalDate;
  /** Rate a year as a fraction, decimal string: `"0.0349"` is 3.49 %. */
  readonly rate: DecimalString;
}

/**
 * What a prepayment changes (提前还款方式): `term` keeps the number of instalments and lowers the payment (期限不变、
 * 减少月供); `payment` keeps the payment and shortens the loan (月供不变、缩短期限).
 */
export type PrepaymentKeeps = "term" | "payment";

/** A repayment besides the instalments (提前还款). */
export interface Prepayment<C extends string = string> {
  /** After the start, before the last instalment; on a due date it follows the instalment of that day. */
  readonly date: LocalDate;
  /** Principal repaid; `"all"`, or exactly the balance, settles the loan with the interest accrued to that day. */
  readonly amount: LoanAmount<C> | "all";
  /** `term` when left out. */
  readonly keeps?: PrepaymentKeeps;
  /** Charge for prepaying (违约金), in the row's fee. */
  readonly fee?: LoanAmount<C>;
}

/** What is paid while a loan is in its period of grace: its interest, or nothing, which adds the interest to the balance. */
export type GracePays = "interest" | "nothing";

/** Instalments at the start that repay no principal (宽限期). */
export interface Grace {
  /** Number of instalments, from 1 to one less than there are. */
  readonly periods: number;
  /** Interest only, or nothing: then the interest becomes part of the balance (利息资本化). */
  readonly pays: GracePays;
}

/** Fees of a loan (费用), whatever they are called; they count in the true annual rate. */
export interface LoanFees<C extends string = string> {
  /** Once, at the start. */
  readonly upfront?: LoanAmount<C>;
  /**
   * Whether the fee of the start is `paid` (out of the proceeds or beside them) or `financed`: added to the loan, so
   * that it bears interest and is repaid with the principal. `paid` when left out.
   */
  readonly upfrontIs?: "paid" | "financed";
  /** The same amount with every instalment. */
  readonly perInstalment?: LoanAmount<C>;
  /**
   * A share of the principal drawn, with every instalment, whatever is left of it (分期手续费率): `"0.006"` is 0.6 %.
   * Rounded once, to the minor unit.
   */
  readonly flatRate?: DecimalString;
}

/** What every loan has. */
export interface LoanBasics<C extends string = string> {
  /** Amount drawn on the start, above zero. */
  readonly principal: LoanAmount<C>;
  /** Fraction digits of the currency's minor unit, 0 to 4: 2 for CNY and HKD, 0 for JPY (`currencyExponent`). */
  readonly fractionDigits: number;
  /** Day the principal is drawn; interest of this day is the first. */
  readonly start: LocalDate;
  /** One annual rate, or the rates by date, ascending, the first in force on the start; from 0 to 10, at most 12 fraction digits. */
  readonly rate: DecimalString | readonly RateStep[];
  /** How interest accrues. */
  readonly interest: LoanInterest;
  /** Of interest, of level payments and of equal shares, each once from its exact value to the minor unit. */
  readonly rounding: RoundingMode;
  /** Repayments besides the instalments. */
  readonly prepayments?: readonly Prepayment<NoInfer<C>>[];
  /** Fees, none when left out. */
  readonly fees?: LoanFees<NoInfer<C>>;
}

/** When instalments fall due. */
export interface RegularInstalments {
  /** Number of instalments, 1 to 12,000. For a bullet, the number of periods to its maturity. */
  readonly periods: number;
  /** Months from one due date to the next, 1 to 120; 1 when left out. */
  readonly monthsPerPeriod?: number;
  /** First due date, when the first period is longer or shorter than the others; one period after the start when left out. */
  readonly firstDue?: LocalDate;
  /** Day of the month instalments fall due, 1 to 31; the day of `firstDue`, else of the start, when left out. */
  readonly dueDay?: number;
}

/** A loan with level payments (等额本息). */
export interface LevelPaymentLoan<C extends string = string> extends LoanBasics<C>, RegularInstalments {
  readonly method: "level-payment";
  /** Payment until a repricing or a prepayment sets a new one; what repays the loan exactly, rounded, when left out. */
  readonly payment?: LoanAmount<NoInfer<C>>;
  readonly grace?: Grace;
}

/** A loan with equal shares of principal (等额本金). */
export interface LevelPrincipalLoan<C extends string = string> extends LoanBasics<C>, RegularInstalments {
  readonly method: "level-principal";
  readonly grace?: Grace;
}

/** A loan that repays its principal with the last instalment (到期还本). */
export interface InterestOnlyLoan<C extends string = string> extends LoanBasics<C>, RegularInstalments {
  readonly method: "interest-only" | "bullet";
}

/** A loan with level payments and a large last one (气球贷). */
export interface BalloonLoan<C extends string = string> extends LoanBasics<C>, RegularInstalments {
  readonly method: "balloon";
  /** What is left for the last instalment on top of the level payment; or the number of instalments the payment would repay the loan in. */
  readonly balloon: LoanAmount<NoInfer<C>> | { readonly over: number };
  readonly grace?: Grace;
}

/** One instalment of an irregular loan. */
export interface PlannedInstalment<C extends string = string> {
  /** Due date, after the one before. */
  readonly date: LocalDate;
  /** Principal due; zero for interest only. Left out in the last one, which repays what is left. */
  readonly principal?: LoanAmount<C>;
}

/** A loan repaid by a list (约定还本计划). */
export interface IrregularLoan<C extends string = string> extends LoanBasics<C> {
  readonly method: "irregular";
  /** Ascending by date; the amounts add up to the principal (and the fee financed with it). */
  readonly instalments: readonly PlannedInstalment<NoInfer<C>>[];
}

/** Everything a schedule is computed from. */
export type LoanTerms<C extends string = string> =
  LevelPaymentLoan<C> | LevelPrincipalLoan<C> | InterestOnlyLoan<C> | BalloonLoan<C> | IrregularLoan<C>;

/** What a row of a schedule is: an instalment, a repayment besides them, or one that settles the loan early. */
export type LoanRowKind = "instalment" | "prepayment" | "settlement";

/** A row of amounts as money. */
export interface LoanCashRow<C extends string = string> {
  /** Day it falls due. */
  readonly date: LocalDate;
  /** Everything paid: principal, interest and fee. */
  readonly payment: LoanAmount<C>;
  /** Principal repaid; below zero where interest is added to the balance. */
  readonly principal: LoanAmount<C>;
  /** Interest, rounded once. */
  readonly interest: LoanAmount<C>;
  readonly fee: LoanAmount<C>;
  /** Principal left after the row. */
  readonly balance: LoanAmount<C>;
}

/** A row of one loan. */
export interface LoanRow<C extends string = string> extends LoanCashRow<C> {
  /** Number of the instalment from 1; in a repayment besides them, of the last instalment before it. */
  readonly instalment: number;
  readonly kind: LoanRowKind;
  /** Rate a year in force the day before, a fraction. */
  readonly rate: DecimalString;
}

/** Sums over all rows. */
export interface LoanTotals<C extends string = string> {
  readonly payment: LoanAmount<C>;
  /** The principal drawn, with the fee financed if there is one. */
  readonly principal: LoanAmount<C>;
  readonly interest: LoanAmount<C>;
  /** Fees of rows; the fee of the start is not among them. */
  readonly fee: LoanAmount<C>;
}

/**
 * Cash of one or several loans as columns, one entry a row, ascending by date; amounts are whole minor units, at most
 * 2^52 - 1 in size, dates day numbers. Built for reading: the arrays are the schedule's own.
 */
export interface LoanColumns<C extends string = string, Row extends LoanCashRow<C> = LoanCashRow<C>> {
  readonly currency: C;
  readonly fractionDigits: number;
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
  /** Cash handed over at the start, in minor units: principal less a fee paid there. */
  readonly proceeds: number;
  /** Day number of the start. */
  readonly start: number;
  /** Sums over all rows. */
  totals(): LoanTotals<C>;
  /** One row in wire form; index from 0. */
  row(i: number): Row;
  /** All rows in wire form. */
  rows(): Row[];
}

/** One stretch of days of a row's interest during which neither balance nor rate changed. */
export interface InterestSegment<C extends string = string> {
  /** First day. */
  readonly from: LocalDate;
  /** First day no longer in it. */
  readonly to: LocalDate;
  readonly days: number;
  /** Balance that bore interest. */
  readonly balance: LoanAmount<C>;
  /** Rate a year, a fraction. */
  readonly rate: DecimalString;
}

/** Why a row's interest is what it is. */
export interface InterestExplanation<C extends string = string> {
  /** Ascending, without gaps; none for a repayment that carries no interest. */
  readonly segments: readonly InterestSegment<C>[];
  /** Share of a year that the whole of the row's period counts, as a fraction in lowest terms: `"1/12"`. */
  readonly yearShare: string;
  /** The interest before rounding, in minor units, as a fraction in lowest terms: `"3060050/5"`. */
  readonly exactMinorUnits: string;
  readonly rounding: RoundingMode;
  /** The interest of the row. */
  readonly interest: LoanAmount<C>;
}

/** A repayment schedule (还款计划表) with the conventions it was computed by. */
export interface AmortizationSchedule<C extends string = string> extends LoanColumns<C, LoanRow<C>> {
  readonly method: RepaymentMethod;
  /** How interest accrued. */
  readonly accrual: LoanInterest;
  readonly rounding: RoundingMode;
  /** Months from one instalment to the next, null for an irregular loan; the whole term for a bullet. */
  readonly monthsPerPeriod: number | null;
  /** Whether all rows are instalments, all periods whole and of one length: what a rate per period needs. */
  readonly regular: boolean;
  /** 0 instalment, 1 prepayment, 2 settlement. */
  readonly kinds: Uint8Array;
  /** The interest of a row traced back to days, balances and rates. */
  explain(i: number): InterestExplanation<C>;
}
