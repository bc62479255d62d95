import type { DayNumber } from "../core/index.ts";
import type { RoundingMode } from "../money/index.ts";
import type { Instalments } from "./instalments.ts";
import type { LoanRates } from "./rates.ts";
import type { LoanInterest, RepaymentMethod } from "./terms.ts";

/** A repayment in addition to the instalments, as numbers. */
export interface ResolvedPrepayment {
  readonly day: DayNumber;
  /** Minor units; Infinity for all. */
  readonly amount: number;
  /** The payment stays and the loan ends sooner. */
  readonly shortens: boolean;
  readonly fee: number;
  /** Position in the caller's list. */
  readonly index: number;
}

/**
 * How the principal of an instalment is set, unless it is in grace or the last: a level payment less interest, an equal
 * share, a list, or none until the end.
 */
export const PRINCIPAL_RULES = {
  "level-payment": "level-payment",
  "level-principal": "equal-share",
  "interest-only": "at-end",
  balloon: "level-payment",
  bullet: "at-end",
  irregular: "list",
} as const satisfies Readonly<Record<RepaymentMethod, string>>;

/** One of the {@link PRINCIPAL_RULES}. */
export type PrincipalRule = (typeof PRINCIPAL_RULES)[RepaymentMethod];

/**
 * Terms of a loan, checked and converted to whole numbers: interest of period `k` on balance `B` at rate `s` is
 * `B × factors[s] × weights[k] ÷ divisor` minor units.
 */
export interface ResolvedLoan<C extends string> extends LoanRates, Instalments {
  readonly currency: C;
  /** Fraction digits of the currency. */
  readonly digits: number;
  readonly method: RepaymentMethod;
  readonly principalRule: PrincipalRule;
  readonly accrual: LoanInterest;
  readonly rounding: RoundingMode;
  /** Principal to repay, a financed fee included, in minor units. */
  readonly principal: number;
  /** Cash handed over at the start. */
  readonly proceeds: number;
  /** Units that make up a year: 360 or 365. */
  readonly yearUnits: number;
  /** In order of date. */
  readonly prepayments: readonly ResolvedPrepayment[];
  /** Fee of every instalment. */
  readonly fee: number;
}

/** Share of the year of period `k`, in units of the loan's year. */
export function weightOf(loan: Pick<Instalments, "weights" | "firstWeight" | "usualWeight">, k: number): number {
  if (loan.weights !== null) return loan.weights[k] ?? 0;
  return k === 1 ? loan.firstWeight : loan.usualWeight;
}
