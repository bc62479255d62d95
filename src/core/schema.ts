/**
 * Schemas of the values every room shares, for data that comes from outside: dates, moments, decimals, policies.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { tryDecimal, type DecimalString } from "./decimal-string.ts";
import { tryInstant } from "./instant.ts";
import { tryDayNumber, type Instant, type LocalDate } from "./local-date.ts";
import type { Policy } from "./policy.ts";

/** A civil date that exists, `YYYY-MM-DD`. */
export const LocalDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((date) => tryDayNumber(date) !== null, { error: "not a date that exists" }) satisfies z.ZodType<LocalDate>;

/** A moment with seconds and `Z` or an offset. */
export const InstantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/)
  .refine((instant) => tryInstant(instant) !== null, { error: "not a moment" }) satisfies z.ZodType<Instant>;

/** A plain decimal string; JSON numbers are refused. */
export const DecimalStringSchema = z
  .string()
  .max(80)
  .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/)
  .refine((text) => tryDecimal(text) !== null) satisfies z.ZodType<DecimalString>;

/** The members of the policy envelope, to spread into a policy's own `z.strictObject`. */
export const policyShape = {
  id: z.string().regex(/\S/),
  version: z.string().regex(/\S/),
  status: z.enum(["source", "regulation", "example", "house"]),
  effectiveFrom: LocalDateSchema,
  effectiveTo: LocalDateSchema.exactOptional(),
  sources: z.array(z.string().regex(/\S/)).min(1).readonly(),
} as const;

/** A policy envelope with nothing else in it. */
export const PolicySchema = z.strictObject(policyShape).readonly() satisfies z.ZodType<Policy>;
