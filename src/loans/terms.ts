import type { DecimalString, LocalDate } from "../core/index.ts";
import type { Money, RoundingMode } from "../money/index.ts";

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
export type RepaymentMethod = (typeof REPAYMENT_METHODS)[number];

/** Every {@link RepaymentMethod}. */
export const REPAYMENT_METHODS = [
  "level-payment",
  "level-principal",
  "interest-only",
  "balloon",
  "bullet",
  "irregular",
] as const;

/** The methods that repay all the principal in one payment at the end. */
export const AT_END_METHODS = ["interest-only", "bullet"] as const satisfies readonly RepaymentMethod[];

/** One of the {@link AT_END_METHODS}. */
export type AtEndMethod = (typeof AT_END_METHODS)[number];

/**
 * How interest accrues (计息方式), always balance × annual rate × share of a year, rounded once per row.
 *
 * - `monthly`: whole months count one twelfth of a year each, odd days one 360th each (月利率 = 年利率÷12,
 *   日利率 = 年利率÷360)
 * - `ACT/360`, `ACT/365F`: actual days over 360 or 365, in leap years too (按日计息)
 */
export type LoanInterest = (typeof LOAN_INTERESTS)[number];

/** Every {@link LoanInterest}. */
export const LOAN_INTERESTS = ["monthly", "ACT/360", "ACT/365F"] as const;

/** An annual rate from a date on, that day's interest included. */
export interface RateStep {
  /** First day at this rate. */
  readonly date: LocalDate;
  /** Rate per year as a share from 0 to 1, at most 12 fraction digits: `"0.0349"` is 3.49 %. */
  readonly rate: DecimalString;
}

/**
 * What a prepayment changes (提前还款方式): `term` keeps the number of instalments and lowers the payment (期限不变、
 * 减少月供); `payment` keeps the payment and shortens the loan (月供不变、缩短期限).
 */
export type PrepaymentKeeps = (typeof PREPAYMENT_KEEPS)[number];

/** Every {@link PrepaymentKeeps}. */
export const PREPAYMENT_KEEPS = ["term", "payment"] as const;

/** A repayment in addition to the instalments (提前还款). */
export interface Prepayment<C extends string = string> {
  /** After the start, before the last instalment; on a due date it follows the instalment of that day. */
  readonly date: LocalDate;
  /** Principal repaid; `"all"`, or exactly the balance, settles the loan with the interest accrued to that day. */
  readonly amount: Money<C> | "all";
  /**
   * Default `term`. `payment` needs one to keep: from the first due date after grace on, or before it with the `payment`
   * of a level-payment loan. Of a loan that repays its principal at the end there is none, and it is refused; of one
   * repaid by a list, either word is, because what is prepaid is taken from the last amounts of the list. A repayment of
   * `"all"` ends the loan, so that the word changes nothing.
   */
  readonly keeps?: PrepaymentKeeps;
  /** Charge for prepaying (违约金), in the row's fee. */
  readonly fee?: Money<C>;
}

/** What is paid during a loan's grace period: its interest, or nothing, which adds the interest to the balance. */
export type GracePays = (typeof GRACE_PAYS)[number];

/** Every {@link GracePays}. */
export const GRACE_PAYS = ["interest", "nothing"] as const;

/** Instalments at the start that repay no principal (宽限期). */
export interface Grace {
  /** Number of instalments, from 1 to one less than the loan has. */
  readonly periods: number;
  /** Interest only, or nothing: then the interest becomes part of the balance (利息资本化). */
  readonly pays: GracePays;
}

/**
 * How the upfront fee is settled: `paid` out of the proceeds or beside them, or `financed`: added to the loan, so that
 * it bears interest and is repaid with the principal.
 */
export type UpfrontFee = (typeof UPFRONT_FEES)[number];

/** Every {@link UpfrontFee}. */
export const UPFRONT_FEES = ["paid", "financed"] as const;

/**
 * What the last instalment may be where the payment is given: like the others except for a rest that is less than one of
 * them, or what is left, however much that is.
 */
export type LastInstalment = (typeof LAST_INSTALMENTS)[number];

/** Every {@link LastInstalment}. */
export const LAST_INSTALMENTS = ["like-the-others", "what-is-left"] as const;

/** Fees of a loan (费用), whatever they are called; they count in the true annual rate. */
export interface LoanFees<C extends string = string> {
  /** Once, at the start; less than the principal drawn. */
  readonly upfront?: Money<C>;
  /** Only with `upfront`. Default `paid`. */
  readonly upfrontIs?: UpfrontFee;
  /** The same amount with every instalment. */
  readonly perInstalment?: Money<C>;
  /**
   * A share of the principal drawn with every instalment, whatever is left of the loan (分期手续费率): `"0.006"` is
   * 0.6 %. From 0 to 0.1 for each month that an instalment covers (of a list, the longest span between dates), at most 1. Rounded once, to the minor unit.
   *
   * It is a rate of one instalment. One meant per year and at most 0.1 is within these limits and cannot be noticed:
   * `"0.072"` for 7.2 % a year would be charged every month, where `"0.006"` is meant. `trueAnnualRate` shows what the
   * loan then costs.
   */
  readonly flatRate?: DecimalString;
}

/** What every loan has. Amounts are from 0 up, in one currency, and at most 2^52 - 1 of its minor units. */
export interface LoanBasics<C extends string = string> {
  /** Amount drawn at the start, above zero; its currency is the loan's. */
  readonly principal: Money<C>;
  /** Day the principal is drawn; the first day that bears interest. */
  readonly start: LocalDate;
  /**
   * One annual rate, a share from 0 to 1 with at most 12 fraction digits: `"0.032"` is 3.2 %. Or the rates by date,
   * ascending, the first in force at the start.
   */
  readonly rate: DecimalString | readonly RateStep[];
  /** How interest accrues. */
  readonly interest: LoanInterest;
  /** Of interest, of level payments and of equal shares, each once from its exact value to the currency's minor unit. */
  readonly rounding: RoundingMode;
  /** Repayments in addition to the instalments. */
  readonly prepayments?: readonly Prepayment<NoInfer<C>>[];
  /** Default: no fees. */
  readonly fees?: LoanFees<NoInfer<C>>;
}

/** When instalments fall due. */
export interface RegularInstalments {
  /** Number of instalments, 1 to 12,000. For a bullet, the number of periods to its maturity. */
  readonly periods: number;
  /** Months from one due date to the next, 1 to 120. Default 1. */
  readonly monthsPerPeriod?: number;
  /** First due date, when the first period is longer or shorter than the others. Default: one period after the start. */
  readonly firstDue?: LocalDate;
  /** Day of the month instalments fall due, 1 to 31. Default: the day of `firstDue`, or of the start. */
  readonly dueDay?: number;
}

/** A loan with level payments (等额本息). */
export interface LevelPaymentLoan<C extends string = string> extends LoanBasics<C>, RegularInstalments {
  readonly method: "level-payment";
  /**
   * Payment until a change of rate, or a prepayment that keeps the term, sets a new one: what repays the loan over the
   * instalments left; from the first instalment if the change comes before it. Default: the amount that repays the loan
   * exactly, rounded.
   *
   * One that leaves a last instalment of twice itself or more is refused, because the loan would need another instalment;
   * a smaller rest is one of the `findings` of the schedule. A payment one minor unit short is a rounding, whatever it leaves.
   * One set with a twelfth of the rate while interest is counted by days leaves such a rest every time: that is a convention.
   */
  readonly payment?: Money<NoInfer<C>>;
  /** Only with `payment`. Default `like-the-others`; `what-is-left` asks for a last instalment of any size. */
  readonly lastInstalment?: LastInstalment;
  readonly grace?: Grace;
}

/** A loan with equal shares of principal (等额本金). */
export interface LevelPrincipalLoan<C extends string = string> extends LoanBasics<C>, RegularInstalments {
  readonly method: "level-principal";
  readonly grace?: Grace;
}

/** A loan that repays its principal with the last instalment (到期还本). */
export interface InterestOnlyLoan<C extends string = string> extends LoanBasics<C>, RegularInstalments {
  readonly method: AtEndMethod;
}

/** A loan with level payments and a large last one (气球贷). */
export interface BalloonLoan<C extends string = string> extends LoanBasics<C>, RegularInstalments {
  readonly method: "balloon";
  /** What is left for the last instalment on top of the level payment; or the number of instalments the payment would repay the loan in. */
  readonly balloon: Money<NoInfer<C>> | { readonly over: number };
  readonly grace?: Grace;
}

/** One instalment of an irregular loan. */
export interface PlannedInstalment<C extends string = string> {
  /** Due date, after the one before. */
  readonly date: LocalDate;
  /** Principal due; zero for interest only. May be omitted in the last one, which repays what is left. */
  readonly principal?: Money<C>;
}

/** A loan repaid by a list (约定还本计划). */
export interface IrregularLoan<C extends string = string> extends LoanBasics<C> {
  readonly method: "irregular";
  /** 1 to 12,000, ascending by date; the amounts add up to the principal (and the fee financed with it). */
  readonly instalments: readonly PlannedInstalment<NoInfer<C>>[];
}

/** Everything a schedule is computed from. */
export type LoanTerms<C extends string = string> =
  LevelPaymentLoan<C> | LevelPrincipalLoan<C> | InterestOnlyLoan<C> | BalloonLoan<C> | IrregularLoan<C>;

/** What can be wrong with the meaning of terms, or of a floating rate, whose shape is right. */
export const INVALID_LOAN_TERMS_REASONS = [
  /** A percentage given as such, or a share with too many decimal places. */
  "not-a-share",
  /** Neither a rate nor a list of rates. */
  "not-a-rate",
  /** Rates that begin after the loan does. */
  "no-rate-at-start",
  /** A rate that is above 1 together with the spread. */
  "above-one",
  /** Months between repricings that do not divide a year. */
  "not-part-of-year",
  /** A date that is not after the one before it in the list. */
  "not-after-previous",
  "not-after-start",
  /** A first due date on another day than the due day. */
  "not-on-due-day",
  /** A prepayment on or before the start, or on or after the last due date. */
  "not-within-term",
  /** A prepayment after the loan has been repaid by others. */
  "already-repaid",
  /** A prepayment that keeps the payment before the first one that repays principal has set it. */
  "no-payment-to-keep",
  /** A prepayment that keeps what its method of repayment does not have. */
  "nothing-to-keep",
  /** A word about the last instalment after payments that nobody gave. */
  "no-payment-given",
  /** A word about an upfront fee that nobody gave. */
  "no-upfront-fee",
  /** A last due date after the year 9999. */
  "too-long",
  "number-of-instalments",
  /** An instalment other than the last without its principal. */
  "principal-missing",
  /** Instalments that repay more or less than the principal. */
  "does-not-add-up",
  "above-principal",
  "not-below-principal",
  "below-zero",
  "not-above-zero",
] as const;

/** What is wrong with the meaning of terms, or of a floating rate, whose shape is right. */
export type InvalidLoanTermsReason = (typeof INVALID_LOAN_TERMS_REASONS)[number];
