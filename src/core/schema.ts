/**
 * Schemas of the values every room shares, for data that comes from outside: dates, moments, decimals, policies.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { tryDecimal, type DecimalString } from "./decimal-string.ts";
import { tryInstant } from "./instant.ts";
import { tryDayNumber, type Instant, type LocalDate } from "./local-date.ts";
import type { Measure } from "./measure.ts";
import { OPEN_ITEM_SLOTS, OPEN_ITEM_STATES, type OpenItem } from "./open-items.ts";
import { POLICY_STATUSES, type Policy } from "./policy.ts";
import { SEPARATION_RELATIONS, SEPARATION_SCOPES } from "./casework/separation.ts";

/** A civil date that exists, `YYYY-MM-DD`. */
export const LocalDateSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
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

/** A text that is not blank. */
const text = z.string().regex(/\S/);

/** The members of the policy envelope, to spread into a policy's own `z.strictObject`. */
export const policyShape = {
  id: text,
  version: text,
  status: z.enum(POLICY_STATUSES),
  effectiveFrom: LocalDateSchema,
  effectiveTo: LocalDateSchema.exactOptional(),
  sources: z.array(text).min(1).readonly(),
} as const;

/** A policy envelope with nothing else in it. */
export const PolicySchema = z.strictObject(policyShape).readonly() satisfies z.ZodType<Policy>;

/**
 * The schema of a separation rule whose actions and parties are known.
 *
 * @param first - actions and parties that may stand first
 * @param second - actions that may stand second
 * @returns a strict schema
 */
export const separationRuleSchema = <First extends string, Second extends string>(
  first: readonly First[],
  second: readonly Second[],
) =>
  z
    .strictObject({
      id: text,
      between: z.tuple([z.enum(first), z.enum(second)]).readonly(),
      scope: z.enum(SEPARATION_SCOPES),
      relation: z.enum(SEPARATION_RELATIONS),
      source: text,
    })
    .readonly();

/** Something somebody owes; whether its id and kind, and its dates and state, agree is for `openItemBoard`. */
export const OpenItemSchema = z
  .strictObject({
    id: z.string().regex(/^[^/]+\/[\s\S]+\/[^/]+$/),
    kind: text,
    owner: text,
    client: text.exactOptional(),
    title: text,
    origin: text,
    since: LocalDateSchema,
    due: LocalDateSchema.nullable(),
    notBefore: LocalDateSchema.exactOptional(),
    minutes: z.int().min(0).exactOptional(),
    slot: z.enum(OPEN_ITEM_SLOTS).exactOptional(),
    mandatory: z.boolean(),
    state: z.enum(OPEN_ITEM_STATES),
    closedOn: LocalDateSchema.exactOptional(),
  })
  .readonly() satisfies z.ZodType<OpenItem>;

/** A figure that leads back to its records. */
export const MeasureSchema = z
  .strictObject({
    subject: text,
    orgUnit: text.exactOptional(),
    measure: text,
    in: text,
    period: text,
    value: DecimalStringSchema.nullable(),
    n: z.int().min(0),
    of: z.int().min(0).exactOptional(),
    records: z.array(text).readonly(),
  })
  .readonly() satisfies z.ZodType<Measure>;
