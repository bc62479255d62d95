/**
 * Schemas of income lines, groups, credits, spend, transfer-price curves, levies, exposures, activities, lifetime values,
 * volumes, plan effects, dossiers, who is in charge of clients, and book data, for data from outside.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { PeriodSchema } from "../calendar/schema.ts";
import { DecimalStringSchema, LocalDateSchema, policyShape } from "../core/schema.ts";
import { CurrencySchema, ExchangeRateSchema, MoneySchema, RoundingModeSchema } from "../money/schema.ts";
import type { ValueBookData } from "./book/data.ts";
import { CURVE_EXTRAPOLATIONS, CURVE_INTERPOLATIONS, type TransferPriceCurve } from "./interest/transfer-curve.ts";
import { RATE_DAYS, type IncomeClearance, type IncomeLine, type ValueGroup } from "./types.ts";
import type { RiskExposure } from "./risk/exposure.ts";
import { TAXED_INCOMES, VAT_PRICES, type LevyPolicy } from "./risk/levies.ts";
import type { ActivityCost, ActivityCount } from "./risk/service-cost.ts";
import { CREDIT_KINDS, type IncomeCredit } from "./views/credit.ts";
import { FIRST_PAYMENTS, type LifetimeInput } from "./lifetime/lifetime-value.ts";
import type { PeriodicRate } from "./lifetime/rates.ts";
import { RATE_PERIODS } from "./lifetime/reasons.ts";
import { MOST_PAYMENTS, type Retention } from "./lifetime/retention.ts";
import type { PlanEffect } from "./outlook/effects.ts";
import { PLAN_EFFECT_KINDS } from "./outlook/reasons.ts";
import { VOLUME_KINDS, type VolumeAccount } from "./volumes/account.ts";
import type { DepositDeviationPolicy } from "./volumes/deviation.ts";
import type { ItemTotal } from "./volumes/reconcile.ts";
import type { TeamAssignment } from "./shares/assignments.ts";
import type { ClientGroup } from "./shares/groups.ts";
import { SPEND_BASES, type Spend, type WalletInput } from "./wallet-share.ts";
import { BookedItemSchema, IdSchema, IncomeBasisSchema, ValueItemSchema } from "./statement/schema.ts";

export { BookedItemSchema, IncomeBasisSchema, ValueItemSchema } from "./statement/schema.ts";
export {
  BusinessAdviceSchema,
  StatedNeedSchema,
  ValueDossierSchema,
  ValueFactSchema,
  ValueJudgementSchema,
} from "./reports/schema.ts";

/** That advertising or sponsorship is not the price of credit. */
export const IncomeClearanceSchema = z
  .strictObject({
    voluntary: z.boolean(),
    unrelatedToCredit: z.boolean(),
    approvedBy: z.string().regex(/\S/).nullable().exactOptional(),
    approvedOn: LocalDateSchema.nullable().exactOptional(),
  })
  .readonly() satisfies z.ZodType<IncomeClearance>;

/** An income line of one client. */
export const IncomeLineSchema = z
  .strictObject({
    id: IdSchema,
    client: IdSchema,
    product: z.string(),
    item: BookedItemSchema,
    period: PeriodSchema,
    amount: MoneySchema,
    basis: IncomeBasisSchema,
    source: z.string().exactOptional(),
    clearance: IncomeClearanceSchema.exactOptional(),
  })
  .readonly() satisfies z.ZodType<IncomeLine>;

/** The related clients of a client. */
export const ValueGroupSchema = z
  .strictObject({
    subsidiaries: z.array(IdSchema).readonly().exactOptional(),
    affiliates: z.array(IdSchema).readonly().exactOptional(),
    referred: z.array(IdSchema).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<ValueGroup>;

/** Credit for income that is booked to another client; that it names a client or a line is checked where it is used. */
export const IncomeCreditSchema = z
  .strictObject({
    client: IdSchema.nullable().exactOptional(),
    line: IdSchema.nullable().exactOptional(),
    recipient: IdSchema,
    kind: z.enum(CREDIT_KINDS),
    weight: z.string().regex(/^(?:0(?:\.\d+)?|1(?:\.0+)?)$/),
    from: LocalDateSchema.nullable().exactOptional(),
    to: LocalDateSchema.nullable().exactOptional(),
  })
  .readonly() satisfies z.ZodType<IncomeCredit>;

/** What a client pays one institution for a service. */
export const SpendSchema = z
  .strictObject({
    institution: z.string().exactOptional(),
    amount: MoneySchema,
    basis: z.enum(SPEND_BASES),
  })
  .readonly() satisfies z.ZodType<Spend>;

/** The wallet of one client, service and period. */
export const WalletInputSchema = z
  .strictObject({
    ours: SpendSchema,
    others: z.union([z.array(SpendSchema).readonly(), z.literal("none")]),
    digits: z.int().min(0).max(12).exactOptional(),
  })
  .readonly() satisfies z.ZodType<WalletInput>;

const TenorSchema = z.int().min(0);

const RatePeriodSchema = z.enum(RATE_PERIODS);

/** A rate with its period. */
export const PeriodicRateSchema = z
  .strictObject({ value: DecimalStringSchema, per: RatePeriodSchema })
  .readonly() satisfies z.ZodType<PeriodicRate>;

/** Retention in one of its three forms; that rates are shares is checked where they are used. */
export const RetentionSchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("constant"), rate: DecimalStringSchema, per: RatePeriodSchema }).readonly(),
  z
    .strictObject({
      by: z.literal("shifted-beta-geometric"),
      alpha: DecimalStringSchema,
      beta: DecimalStringSchema,
      per: RatePeriodSchema,
      renewals: z.int().min(0).max(MOST_PAYMENTS).exactOptional(),
    })
    .readonly(),
  z
    .strictObject({
      by: z.literal("table"),
      rates: z.array(DecimalStringSchema).min(1).readonly(),
      per: RatePeriodSchema,
    })
    .readonly(),
]) satisfies z.ZodType<Retention>;

/** What a lifetime value is computed from; that all is per one period is checked by `customerLifetimeValue`. */
export const LifetimeInputSchema = z
  .strictObject({
    margin: z.strictObject({ amount: MoneySchema, per: RatePeriodSchema }).readonly(),
    retention: RetentionSchema,
    discount: PeriodicRateSchema,
    growth: PeriodicRateSchema.exactOptional(),
    firstPayment: z.enum(FIRST_PAYMENTS),
    horizon: z.union([z.int().min(1).max(MOST_PAYMENTS), z.literal("infinite")]),
    digits: z.int().min(0).max(12).exactOptional(),
    rounding: RoundingModeSchema.exactOptional(),
  })
  .readonly() satisfies z.ZodType<LifetimeInput>;

/** A limit of the deviation of deposits. */
export const DepositDeviationPolicySchema = z
  .strictObject({ ...policyShape, limit: DecimalStringSchema })
  .readonly() satisfies z.ZodType<DepositDeviationPolicy>;

const OpeningSchema = z
  .strictObject({
    opening: MoneySchema,
    movements: z.array(z.strictObject({ date: LocalDateSchema, amount: MoneySchema }).readonly()).readonly(),
  })
  .readonly();

const BalancesSchema = z
  .strictObject({
    balances: z.array(z.strictObject({ date: LocalDateSchema, balance: MoneySchema }).readonly()).readonly(),
  })
  .readonly();

/** An account with its balances. */
export const VolumeAccountSchema = z
  .strictObject({
    id: IdSchema,
    client: IdSchema,
    product: IdSchema,
    kind: z.enum(VOLUME_KINDS),
    history: z.union([OpeningSchema, BalancesSchema]),
  })
  .readonly() satisfies z.ZodType<VolumeAccount>;

/** What one side of a reconciliation has for an item. */
export const ItemTotalSchema = z
  .strictObject({ item: IdSchema, amount: MoneySchema })
  .readonly() satisfies z.ZodType<ItemTotal>;

/** An effect of a plan. */
export const PlanEffectSchema = z
  .strictObject({
    id: IdSchema,
    kind: z.enum(PLAN_EFFECT_KINDS),
    item: ValueItemSchema,
    amount: MoneySchema,
    probability: DecimalStringSchema.nullable().exactOptional(),
    source: z.string().regex(/\S/).exactOptional(),
  })
  .readonly() satisfies z.ZodType<PlanEffect>;

/** A transfer-price curve; that its points rise is checked where it is used. */
export const TransferPriceCurveSchema = z
  .strictObject({
    ...policyShape,
    currency: CurrencySchema,
    points: z
      .array(z.strictObject({ tenorDays: TenorSchema, rate: DecimalStringSchema }).readonly())
      .min(1)
      .readonly(),
    interpolation: z.enum(CURVE_INTERPOLATIONS),
    extrapolation: z.enum(CURVE_EXTRAPOLATIONS),
    digits: z.int().min(0).max(20),
    assignedTenors: z.record(z.string(), TenorSchema).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<TransferPriceCurve>;

/** Taxes and levies of a bank. */
export const LevyPolicySchema = z
  .strictObject({
    ...policyShape,
    valueAddedTax: z
      .strictObject({
        rate: DecimalStringSchema,
        on: z.array(z.enum(TAXED_INCOMES)).readonly(),
        price: z.enum(VAT_PRICES),
        surcharges: DecimalStringSchema,
      })
      .readonly()
      .nullable(),
    reserve: z.strictObject({ ratio: DecimalStringSchema, rate: DecimalStringSchema }).readonly().nullable(),
    depositInsurance: z.strictObject({ rate: DecimalStringSchema }).readonly().nullable(),
  })
  .readonly() satisfies z.ZodType<LevyPolicy>;

/** An exposure with its risk; what its capital needs depends on the rule. */
export const RiskExposureSchema = z
  .strictObject({
    id: IdSchema,
    exposure: MoneySchema,
    pd: DecimalStringSchema,
    lgd: DecimalStringSchema,
    riskWeight: DecimalStringSchema.nullable().exactOptional(),
    economicCapital: MoneySchema.nullable().exactOptional(),
    worstCaseLoss: MoneySchema.nullable().exactOptional(),
  })
  .readonly() satisfies z.ZodType<RiskExposure>;

/** What an activity costs the bank. */
export const ActivityCostSchema = z
  .strictObject({
    activity: IdSchema,
    cost: MoneySchema,
    units: DecimalStringSchema,
    used: DecimalStringSchema.exactOptional(),
  })
  .readonly() satisfies z.ZodType<ActivityCost>;

/** How often a client used an activity. */
export const ActivityCountSchema = z
  .strictObject({ activity: IdSchema, count: DecimalStringSchema })
  .readonly() satisfies z.ZodType<ActivityCount>;

/** A rolled-up book as plain data; that its cells fit together is checked by `valueBookFromData`. */
export const ValueBookDataSchema = z
  .strictObject({
    conventions: z
      .strictObject({
        period: z.strictObject({ from: LocalDateSchema, to: LocalDateSchema }).readonly(),
        currency: CurrencySchema,
        rounding: RoundingModeSchema,
        rateDay: z.enum(RATE_DAYS),
      })
      .readonly(),
    conversions: z
      .array(
        z
          .strictObject({
            rate: ExchangeRateSchema,
            lineCount: z.int().min(1),
            original: DecimalStringSchema,
            converted: MoneySchema,
            roundingDifference: DecimalStringSchema,
          })
          .readonly(),
      )
      .readonly(),
    given: z.int().min(0),
    refused: z.int().min(0),
    clients: z.array(IdSchema).readonly(),
    cells: z
      .strictObject({
        client: z.array(z.int().min(0)).readonly(),
        slot: z.array(z.int().min(0).max(23)).readonly(),
        amount: z.array(DecimalStringSchema).readonly(),
        lineCount: z.array(z.int().min(1)).readonly(),
      })
      .readonly(),
  })
  .readonly() satisfies z.ZodType<ValueBookData>;

/** A group of clients. */
export const ClientGroupSchema = z
  .strictObject({ group: IdSchema, members: z.array(IdSchema).readonly() })
  .readonly() satisfies z.ZodType<ClientGroup>;

/** Who is in charge of a client; that shares add up to one on each day is checked where they are used. */
export const TeamAssignmentSchema = z
  .strictObject({
    client: IdSchema,
    manager: IdSchema,
    unit: IdSchema.nullable().exactOptional(),
    share: DecimalStringSchema.refine((share) => Number(share) > 0 && Number(share) <= 1)
      .nullable()
      .exactOptional(),
    from: LocalDateSchema.nullable().exactOptional(),
    to: LocalDateSchema.nullable().exactOptional(),
  })
  .readonly() satisfies z.ZodType<TeamAssignment>;
