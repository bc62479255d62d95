/**
 * Schemas of `financial-planning`: the input of a plan as it comes from outside.
 *
 * Shape only; the plan itself checks the order of ages, the single currency and the ranges of rates.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { DecimalStringSchema, LocalDateSchema, policyShape } from "../core/schema.ts";
import { MoneySchema, RoundingModeSchema } from "../money/schema.ts";

import { RETIREES, type RetirementAgeBasis } from "./age-basis.ts";
import {
  RETIREMENT_ASSUMPTION_NAMES,
  type RetirementAssumptions,
  type RetirementAssumptionSet,
  type RetirementInput,
  type ReturnLimits,
  type RiskProfile,
} from "./types.ts";

const provenance = {
  source: z.string().min(1),
  date: LocalDateSchema,
  confidence: z.string().min(1).exactOptional(),
} as const;
const AgeSchema = z.int().min(0).max(150);
const RateAssumptionSchema = z.strictObject({ value: DecimalStringSchema, ...provenance }).readonly();

/** Inflation, returns and life expectancy, each with source and date. */
export const RetirementAssumptionsSchema = z
  .strictObject({
    inflation: RateAssumptionSchema,
    returnBeforeRetirement: RateAssumptionSchema,
    returnAfterRetirement: RateAssumptionSchema,
    lifeExpectancy: z.strictObject({ value: AgeSchema, ...provenance }).readonly(),
  })
  .readonly() satisfies z.ZodType<RetirementAssumptions>;

/** A dated set of assumptions with its policy envelope. */
export const RetirementAssumptionSetSchema = z
  .strictObject({ ...policyShape, assumptions: RetirementAssumptionsSchema })
  .readonly() satisfies z.ZodType<RetirementAssumptionSet>;

/** Whose age of retirement a plan counts with. */
export const RetirementAgeBasisSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("statutory"), person: z.enum(RETIREES), source: z.string().min(1) }).readonly(),
  z.strictObject({ kind: z.literal("chosen"), source: z.string().min(1) }).readonly(),
]) satisfies z.ZodType<RetirementAgeBasis>;

/** A client’s assessment of risk. */
export const RiskProfileSchema = z
  .strictObject({ grade: z.string().min(1), assessedOn: LocalDateSchema, validUntil: LocalDateSchema })
  .readonly() satisfies z.ZodType<RiskProfile>;

/** The highest returns that a bank lets plans count with, by grade of risk. */
export const ReturnLimitsSchema = z
  .strictObject({ ...policyShape, returnByGrade: z.record(z.string(), DecimalStringSchema).readonly() })
  .readonly() satisfies z.ZodType<ReturnLimits>;

/** Everything a retirement plan is computed from. */
export const RetirementInputSchema = z
  .strictObject({
    asOf: LocalDateSchema,
    person: z.union([
      z.strictObject({ birthDate: LocalDateSchema }).readonly(),
      z.strictObject({ age: AgeSchema }).readonly(),
    ]),
    retirementAge: AgeSchema,
    retirementAgeBasis: RetirementAgeBasisSchema.exactOptional(),
    spending: z.discriminatedUnion("basis", [
      z
        .strictObject({
          basis: z.literal("amount"),
          annual: MoneySchema,
          annualIncome: MoneySchema.exactOptional(),
        })
        .readonly(),
      z
        .strictObject({ basis: z.literal("replacement-ratio"), annualIncome: MoneySchema, ratio: DecimalStringSchema })
        .readonly(),
    ]),
    pots: z.array(z.strictObject({ id: z.string().min(1), balance: MoneySchema }).readonly()).readonly(),
    pensions: z
      .array(
        z
          .strictObject({
            id: z.string().min(1),
            annual: MoneySchema,
            fromAge: AgeSchema,
            untilAge: AgeSchema.exactOptional(),
            increase: DecimalStringSchema,
          })
          .readonly(),
      )
      .readonly(),
    monthlySaving: MoneySchema,
    assumptions: RetirementAssumptionsSchema,
    riskProfile: RiskProfileSchema.exactOptional(),
    returnLimits: ReturnLimitsSchema.exactOptional(),
    sensitivity: z
      .array(
        z
          .strictObject({
            assumption: z.enum(RETIREMENT_ASSUMPTION_NAMES),
            change: DecimalStringSchema,
          })
          .readonly(),
      )
      .readonly()
      .exactOptional(),
    rounding: RoundingModeSchema,
  })
  .readonly() satisfies z.ZodType<RetirementInput>;
