/**
 * Schemas of duty policies, and of the rows of people, records and excuses, for data that comes from outside.
 *
 * They check the shape; meaning (dates used twice, people whose rows overlap, who approved) is checked by the functions
 * that use the data. Rows of people and records may have members of their own, which are dropped. Policies and excuses
 * have no other members than these: a misspelt `policies` would excuse from everything.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { InstantSchema, LocalDateSchema, policyShape } from "../core/schema.ts";
import {
  BEYOND_PERIOD,
  DUTY_OFFSET_UNITS,
  DUTY_PERIOD_DAYS,
  DUTY_PERIODS,
  DUTY_TIMES,
  REST_DAY_MOVES,
  type DutyExcuse,
  type DutyHolder,
  type DutyPolicy,
  type DutyRecord,
} from "./types.ts";

const Text = z.string().regex(/\S/);
/** A text without `@`, which separates the parts of a duty's id. */
const Name = Text.regex(/^[^@]*$/);
const days = z.int().min(1).max(366);

const offset = z
  .strictObject({
    n: z.union([days, z.int().min(-366).max(-1)]),
    in: z.enum(DUTY_OFFSET_UNITS),
  })
  .readonly()
  .exactOptional();

const MonthDay = z
  .string()
  .regex(/^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d))$/);

const Weekday = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
]);

const cadence = z.discriminatedUnion("every", [
  z.strictObject({ every: z.literal("working-day") }).readonly(),
  z.strictObject({ every: z.literal("week"), on: Weekday, offset }).readonly(),
  z
    .strictObject({
      every: z.enum(DUTY_PERIODS),
      on: z.enum(DUTY_PERIOD_DAYS),
      offset,
    })
    .readonly(),
  z.strictObject({ every: z.literal("date"), on: z.array(MonthDay).min(1).readonly(), offset }).readonly(),
]);

const restDay = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("falls-away") }).readonly(),
  z.strictObject({ rule: z.literal("stays") }).readonly(),
  z
    .strictObject({
      rule: z.enum(REST_DAY_MOVES),
      beyondPeriod: z.enum(BEYOND_PERIOD),
    })
    .readonly(),
]);

const grace = z.discriminatedUnion("in", [
  z.strictObject({ n: z.int().min(1).max(1_000_000), in: z.literal("minute") }).readonly(),
  z.strictObject({ n: days, in: z.enum(DUTY_OFFSET_UNITS) }).readonly(),
]);

/** A duty policy; `prepareDutyPolicy` checks its meaning too. */
export const DutyPolicySchema = z
  .strictObject({
    ...policyShape,
    id: Name,
    role: Text,
    satisfiedBy: z.array(Name).min(1).readonly(),
    cadence,
    restDay,
    time: z.union([
      z.enum(DUTY_TIMES),
      z.strictObject({ at: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/) }).readonly(),
    ]),
    grace: grace.exactOptional(),
    readings: z.array(Text).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<DutyPolicy>;

/** Somebody in a role at a place. */
export const DutyHolderSchema = z
  .object({
    person: Text,
    role: Text,
    orgUnit: Text.exactOptional(),
    calendar: Text,
    zone: z.string().regex(/^[A-Za-z][A-Za-z0-9_+\-/]*$/),
    hours: Text.exactOptional(),
    from: LocalDateSchema.exactOptional(),
    to: LocalDateSchema.exactOptional(),
  })
  .readonly() satisfies z.ZodType<DutyHolder>;

/** Something that was done. */
export const DutyRecordSchema = z
  .object({ id: Text, person: Text, kind: Text, at: InstantSchema, for: LocalDateSchema })
  .readonly() satisfies z.ZodType<DutyRecord>;

/** Leave or another approved reason. */
export const DutyExcuseSchema = z
  .strictObject({
    person: Text,
    from: LocalDateSchema,
    to: LocalDateSchema,
    reason: Text,
    approvedBy: Text,
    policies: z.array(Text).min(1).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<DutyExcuse>;
