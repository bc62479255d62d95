/**
 * Schemas of income lines, groups, spend, transfer-price curves, book data, and of who is in charge of clients, for data
 * from outside.
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
import { bookedItems, incomeBases, valueItems, type BookedItem, type IncomeBasis, type ValueItem } from "./items.ts";
import type { TeamAssignment } from "./shares/assignments.ts";
import type { ClientGroup } from "./shares/groups.ts";
import { SPEND_BASES, type Spend, type WalletInput } from "./wallet-share.ts";

/** Without blanks around it. */
const IdSchema = z.string().regex(/^\S(?:[\s\S]*\S)?$/);

/** One of the eight items a line can be booked to. */
export const BookedItemSchema = z.enum(bookedItems) satisfies z.ZodType<BookedItem>;

/** One of the eleven items of the statement. */
export const ValueItemSchema = z.enum(valueItems) satisfies z.ZodType<ValueItem>;

/** How certain an income is. */
export const IncomeBasisSchema = z.enum(incomeBases) satisfies z.ZodType<IncomeBasis>;

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
