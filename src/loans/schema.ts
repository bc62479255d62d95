/**
 * Schemas of the terms of a loan, for data that comes from outside.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { LocalDateSchema } from "../core/schema.ts";
import { MoneySchema, RoundingModeSchema } from "../money/schema.ts";
import { REPRICING_DAYS, type FloatingRate } from "./repricing.ts";
import {
  AT_END_METHODS,
  GRACE_PAYS,
  LAST_INSTALMENTS,
  LOAN_INTERESTS,
  PREPAYMENT_KEEPS,
  UPFRONT_FEES,
  type BalloonLoan,
  type Grace,
  type InterestOnlyLoan,
  type IrregularLoan,
  type LevelPaymentLoan,
  type LevelPrincipalLoan,
  type LoanFees,
  type LoanTerms,
  type PlannedInstalment,
  type Prepayment,
  type RateStep,
  type RepaymentMethod,
} from "./terms.ts";

const count = z.int().min(1).max(12_000);

/** A share from 0 to 1 with at most 12 fraction digits; `"0.032"` is 3.2 %. */
const share = z.string().regex(/^(0(\.\d{1,12})?|1(\.0{1,12})?)$/);

/** A share of either sign, at most 0.1. */
const spread = z.string().regex(/^-?0(\.(0\d{0,11}|10{0,11}))?$/);

/** An annual rate from a date on. */
export const RateStepSchema = z
  .strictObject({ date: LocalDateSchema, rate: share })
  .readonly() satisfies z.ZodType<RateStep>;

/** A floating rate; `repricedRates` checks what its dates and rates mean together. */
export const FloatingRateSchema = z
  .strictObject({
    reference: z.array(RateStepSchema).min(1).readonly(),
    spread,
    start: LocalDateSchema,
    repricedOn: z.enum(REPRICING_DAYS),
    everyMonths: z.literal([1, 2, 3, 4, 6, 12]).exactOptional(),
  })
  .readonly() satisfies z.ZodType<FloatingRate>;

/** A repayment in addition to the instalments. */
export const PrepaymentSchema = z
  .strictObject({
    date: LocalDateSchema,
    amount: z.union([z.literal("all"), MoneySchema]),
    keeps: z.enum(PREPAYMENT_KEEPS).exactOptional(),
    fee: MoneySchema.exactOptional(),
  })
  .readonly() satisfies z.ZodType<Prepayment>;

/** Instalments at the start that repay no principal. */
export const GraceSchema = z
  .strictObject({ periods: count, pays: z.enum(GRACE_PAYS) })
  .readonly() satisfies z.ZodType<Grace>;

/** Fees of a loan. */
export const LoanFeesSchema = z
  .strictObject({
    upfront: MoneySchema.exactOptional(),
    upfrontIs: z.enum(UPFRONT_FEES).exactOptional(),
    perInstalment: MoneySchema.exactOptional(),
    flatRate: share.exactOptional(),
  })
  .readonly() satisfies z.ZodType<LoanFees>;

/** One instalment of an irregular loan. */
export const PlannedInstalmentSchema = z
  .strictObject({ date: LocalDateSchema, principal: MoneySchema.exactOptional() })
  .readonly() satisfies z.ZodType<PlannedInstalment>;

const basics = {
  principal: MoneySchema,
  start: LocalDateSchema,
  rate: z.union([share, z.array(RateStepSchema).min(1).readonly()]),
  interest: z.enum(LOAN_INTERESTS),
  rounding: RoundingModeSchema,
  prepayments: z.array(PrepaymentSchema).readonly().exactOptional(),
  fees: LoanFeesSchema.exactOptional(),
} as const;

/** Whether a flat rate is at most 0.1 where an instalment covers a month. */
function hasFlatRateOfMonth(terms: {
  readonly method: RepaymentMethod;
  readonly monthsPerPeriod?: number;
  readonly fees?: { readonly flatRate?: string };
}): boolean {
  if (terms.method === "bullet" || terms.monthsPerPeriod !== undefined) return true;
  return /^0(\.(0\d*|10*))?$/.test(terms.fees?.flatRate ?? "0");
}

const flatRateOfMonth = { path: ["fees", "flatRate"], message: "at most 0.1 for a month" };

const regular = {
  ...basics,
  periods: count,
  monthsPerPeriod: z.int().min(1).max(120).exactOptional(),
  firstDue: LocalDateSchema.exactOptional(),
  dueDay: z.int().min(1).max(31).exactOptional(),
} as const;

/** The terms of a loan with level payments. */
export const LevelPaymentLoanSchema = z
  .strictObject({
    method: z.literal("level-payment"),
    ...regular,
    payment: MoneySchema.exactOptional(),
    lastInstalment: z.enum(LAST_INSTALMENTS).exactOptional(),
    grace: GraceSchema.exactOptional(),
  })
  .refine(hasFlatRateOfMonth, flatRateOfMonth)
  .readonly() satisfies z.ZodType<LevelPaymentLoan>;

/** The terms of a loan with equal shares of principal. */
export const LevelPrincipalLoanSchema = z
  .strictObject({ method: z.literal("level-principal"), ...regular, grace: GraceSchema.exactOptional() })
  .refine(hasFlatRateOfMonth, flatRateOfMonth)
  .readonly() satisfies z.ZodType<LevelPrincipalLoan>;

/** The terms of a loan that repays its principal with the last instalment. */
export const InterestOnlyLoanSchema = z
  .strictObject({ method: z.enum(AT_END_METHODS), ...regular })
  .refine(hasFlatRateOfMonth, flatRateOfMonth)
  .readonly() satisfies z.ZodType<InterestOnlyLoan>;

/** The terms of a loan with level payments and a large last one. */
export const BalloonLoanSchema = z
  .strictObject({
    method: z.literal("balloon"),
    ...regular,
    balloon: z.union([MoneySchema, z.strictObject({ over: count }).readonly()]),
    grace: GraceSchema.exactOptional(),
  })
  .refine(hasFlatRateOfMonth, flatRateOfMonth)
  .readonly() satisfies z.ZodType<BalloonLoan>;

/** The terms of a loan repaid by a list. */
export const IrregularLoanSchema = z
  .strictObject({
    method: z.literal("irregular"),
    ...basics,
    instalments: z.array(PlannedInstalmentSchema).min(1).readonly(),
  })
  .readonly() satisfies z.ZodType<IrregularLoan>;

/** The terms of a loan, discriminated by `method`; `amortize` checks what they mean together. */
export const LoanTermsSchema = z.discriminatedUnion("method", [
  LevelPaymentLoanSchema,
  LevelPrincipalLoanSchema,
  InterestOnlyLoanSchema,
  BalloonLoanSchema,
  IrregularLoanSchema,
]) satisfies z.ZodType<LoanTerms>;
