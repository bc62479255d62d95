/**
 * Schemas of deadline policies and case events, for data that comes from outside.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { InstantSchema, policyShape } from "../core/schema.ts";
import type { DeskCase } from "./desk/types.ts";
import type { SlaEvent } from "./events.ts";
import {
  SLA_BASES,
  SLA_ENDING_EVENTS,
  SLA_ENDS_OF,
  SLA_MEASURES,
  SLA_MERGE_RULES,
  SLA_REOPEN_RULES,
  SLA_ROLLS,
  SLA_SINCE,
  SLA_UNITS,
} from "./policy-types.ts";
import type {
  SlaClock,
  SlaEscalationStep,
  SlaExtensionRule,
  SlaPolicy,
  SlaStage,
  SlaThreshold,
} from "./policy-types.ts";

import { SLA_RECEIPTS, type SlaScope } from "./scope.ts";

const id = z.string().min(1);
const amount = z.int().min(1);
const unit = z.enum(SLA_UNITS);

/** An extension of a limit; the check of the policy requires exactly one of `to` and `add`, and a cap for `add`. */
export const SlaExtensionRuleSchema = z
  .strictObject({
    id,
    to: amount.exactOptional(),
    add: amount.exactOptional(),
    unit: unit.exactOptional(),
    cap: amount.exactOptional(),
    role: id.exactOptional(),
    notifyCustomer: z.boolean(),
    beforeExpiryOnly: z.boolean(),
    times: amount,
    after: id.exactOptional(),
  })
  .readonly() satisfies z.ZodType<SlaExtensionRule>;

const measure = z.enum(SLA_MEASURES);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const usedShare = z.strictObject({ at: z.literal("used-share"), share: z.string() }).readonly();
const beforeDue = z.strictObject({ at: z.literal("before-due"), amount, unit: measure }).readonly();

/** A point on the way to the due moment; the range of a share is checked with the policy. */
export const SlaThresholdSchema = z.discriminatedUnion("at", [usedShare, beforeDue]) satisfies z.ZodType<SlaThreshold>;

/** One step of an escalation ladder. */
export const SlaEscalationStepSchema = z
  .strictObject({
    id,
    when: z.discriminatedUnion("at", [
      usedShare,
      beforeDue,
      z.strictObject({ at: z.literal("breach") }).readonly(),
      z.strictObject({ at: z.literal("after-due"), amount, unit: measure }).readonly(),
    ]),
    notify: z.array(id).readonly().exactOptional(),
    urgent: z.boolean().exactOptional(),
  })
  .readonly() satisfies z.ZodType<SlaEscalationStep>;

/** One limit of a clock. */
export const SlaStageSchema = z
  .strictObject({
    id,
    from: id,
    amount,
    unit,
    startDayCounts: z.boolean(),
    cutOff: time.exactOptional(),
    endOf: z.enum(SLA_ENDS_OF),
    roll: z.enum(SLA_ROLLS),
    satisfiedBy: z.array(z.enum(SLA_ENDING_EVENTS)).min(1).readonly(),
    earlyEnd: z
      .strictObject({
        by: z.enum(SLA_ENDING_EVENTS),
        amount,
        unit,
        endOf: z.enum(SLA_ENDS_OF).exactOptional(),
      })
      .readonly()
      .exactOptional(),
    preferOnTheSpot: z.boolean().exactOptional(),
    extensions: z.array(SlaExtensionRuleSchema).readonly().exactOptional(),
    pauses: z
      .array(z.strictObject({ reason: id, notifyCustomer: z.boolean() }).readonly())
      .readonly()
      .exactOptional(),
    restartedBy: z.array(z.literal("new-facts")).readonly().exactOptional(),
    reopen: z.enum(SLA_REOPEN_RULES).exactOptional(),
    merge: z.enum(SLA_MERGE_RULES).exactOptional(),
    atRisk: SlaThresholdSchema.exactOptional(),
    escalations: z.array(SlaEscalationStepSchema).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<SlaStage>;

/** One clock of a policy. */
export const SlaClockSchema = z
  .strictObject({
    id,
    basis: z.enum(SLA_BASES),
    stages: z.array(SlaStageSchema).min(1).readonly(),
    authority: z
      .strictObject({ instrument: id, article: id.exactOptional(), confidence: id, disclaimer: id })
      .readonly()
      .exactOptional(),
  })
  .readonly() satisfies z.ZodType<SlaClock>;

const words = z.array(id).min(1).readonly();

/** What a policy is for. */
export const SlaScopeSchema = z
  .strictObject({
    matters: words.exactOptional(),
    places: words.exactOptional(),
    origins: words.exactOptional(),
    institutions: words.exactOptional(),
    products: words.exactOptional(),
    exceptProducts: words.exactOptional(),
    receipt: z.enum(SLA_RECEIPTS).exactOptional(),
  })
  .readonly() satisfies z.ZodType<SlaScope>;

/** A deadline policy; `prepareSlaPolicy` checks its meaning. */
export const SlaPolicySchema = z
  .strictObject({
    ...policyShape,
    appliesTo: SlaScopeSchema.exactOptional(),
    since: z.enum(SLA_SINCE).exactOptional(),
    zone: id,
    calendar: id,
    hours: id.exactOptional(),
    clocks: z.array(SlaClockSchema).min(1).readonly(),
    quietHours: z
      .strictObject({ from: time, to: time, daysOff: z.boolean().exactOptional() })
      .readonly()
      .exactOptional(),
    readings: z.array(id).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<SlaPolicy>;

const base = { at: InstantSchema, id: id.exactOptional() };

/** One thing that happened to a case. */
export const SlaEventSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("received"), ...base }).readonly(),
  z.strictObject({ type: z.literal("acknowledged"), ...base }).readonly(),
  z
    .strictObject({ type: z.literal("paused"), ...base, reason: id, notifiedAt: InstantSchema.exactOptional() })
    .readonly(),
  z.strictObject({ type: z.literal("resumed"), ...base, reason: id.exactOptional() }).readonly(),
  z
    .strictObject({
      type: z.literal("extended"),
      ...base,
      clock: id.exactOptional(),
      stage: id.exactOptional(),
      extension: id.exactOptional(),
      to: amount.exactOptional(),
      approvedByRole: id.exactOptional(),
      approvedBy: id.exactOptional(),
      notifiedAt: InstantSchema.exactOptional(),
      reason: id.exactOptional(),
    })
    .readonly(),
  z.strictObject({ type: z.literal("new-facts"), ...base }).readonly(),
  z.strictObject({ type: z.literal("resolved"), ...base }).readonly(),
  z.strictObject({ type: z.literal("replied"), ...base, onTheSpot: z.boolean().exactOptional() }).readonly(),
  z.strictObject({ type: z.literal("accepted"), ...base }).readonly(),
  z.strictObject({ type: z.literal("withdrawn"), ...base }).readonly(),
  z.strictObject({ type: z.literal("re-opened"), ...base }).readonly(),
  z.strictObject({ type: z.literal("merged"), ...base, into: id }).readonly(),
  z.strictObject({ type: z.literal("reassigned"), ...base, to: id.exactOptional() }).readonly(),
]) satisfies z.ZodType<SlaEvent>;

/** A case of a desk, as a row of a case table with its events. */
export const DeskCaseSchema = z
  .strictObject({
    id,
    policy: id,
    events: z.array(SlaEventSchema).readonly(),
    owner: id.nullable(),
    category: id.nullable(),
  })
  .readonly() satisfies z.ZodType<DeskCase>;
