/**
 * Schemas of complaints, box and book entries and handling policies, for data that comes from outside.
 *
 * @packageDocumentation
 */
import * as z from "zod";

import { InstantSchema, LocalDateSchema, policyShape, separationRuleSchema } from "../core/schema.ts";
import { MoneySchema } from "../money/schema.ts";
import {
  COMPLAINT_DECISIONS,
  COMPLAINT_REMEDIES,
  DECLINE_GROUNDS,
  FOLLOW_UP_OUTCOMES,
  REPLY_FORMS,
  REPLY_ITEMS,
  MESSAGE_FORMS,
} from "./entries/steps.ts";
import {
  COMPLAINT_ENTRY_TYPES,
  COMPLAINT_PARTIES,
  COMPLAINT_SIDE_ACTS,
  type ComplaintHistoryEntry,
} from "./entries/entry.ts";
import type { OpinionEntry } from "./opinion-entries.ts";
import { complaintSeparation } from "./policies/separation.ts";
import { REGULATOR_CODE_SOURCES, type RegulatorCodeMapping } from "./regulator-codes.ts";
import {
  COMPLAINANT_CAPACITIES,
  COMPLAINT_CHANNELS,
  COMPLAINT_ORIGINS,
  OPINION_SOURCES,
  type ComplaintIntake,
} from "./intake.ts";
import { COMPLAINT_STATES, type ComplaintCase } from "./types.ts";
import { isSameAuthority, type ComplaintHandlingPolicy } from "./handling-policy.ts";

const id = z.string().min(1);
const channel = z.enum(COMPLAINT_CHANNELS);
const replyItem = z.enum(REPLY_ITEMS);
const remedy = z.enum(COMPLAINT_REMEDIES);
const capacity = z.enum(COMPLAINANT_CAPACITIES);
const proof = z.strictObject({ reference: id, on: LocalDateSchema }).readonly();

const intakeShape = {
  id,
  receivedAt: InstantSchema,
  writtenOn: LocalDateSchema.exactOptional(),
  entry: id.exactOptional(),
  channel,
  origin: z.enum(COMPLAINT_ORIGINS),
  originReference: id.exactOptional(),
  client: id.nullable(),
  complainant: z.strictObject({ capacity, person: id, proof: proof.exactOptional() }).readonly().exactOptional(),
  prospect: z.boolean().exactOptional(),
  contactable: z.boolean(),
  category: id,
  product: id.exactOptional(),
  businessChannel: id.exactOptional(),
  solutionSought: id.exactOptional(),
  outlet: id,
  acceptedBy: id,
  personsComplainedOf: z.array(id).readonly(),
  representatives: z.array(id).readonly().exactOptional(),
  links: z.array(id).readonly().exactOptional(),
} as const;

/** A complaint as it is accepted. */
export const ComplaintIntakeSchema = z.strictObject(intakeShape).readonly() satisfies z.ZodType<ComplaintIntake>;

/** Words of which some can be seen. */
const text = z.string().regex(/\S/);
/** An id of a person, without blanks around it. */
const person = z.string().regex(/^\S(?:.*\S)?$/);
const base = { at: InstantSchema, by: person } as const;
const message = { receivedAt: InstantSchema, form: z.enum(MESSAGE_FORMS), reference: id } as const;
const redress = z.strictObject({ amount: MoneySchema, authority: id, approvedBy: id }).readonly();

/** One entry of a history; `checkComplaint` checks whether its place in the history is allowed. */
export const ComplaintHistoryEntrySchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("receive"), ...base, personsComplainedOf: z.array(id).readonly() }).readonly(),
  z
    .strictObject({
      type: z.literal("register"),
      ...base,
      handler: id,
      cause: z.string(),
      keyPoints: z.array(z.string()).readonly(),
      solution: id.exactOptional(),
      proof: proof.exactOptional(),
    })
    .readonly(),
  z.strictObject({ type: z.literal("handle-on-the-spot"), ...base }).readonly(),
  z.strictObject({ type: z.literal("investigate"), ...base, handler: id.exactOptional() }).readonly(),
  z.strictObject({ type: z.literal("transfer"), ...base, to: id, unit: id.exactOptional() }).readonly(),
  z
    .strictObject({
      type: z.literal("extend"),
      ...base,
      reason: text,
      approvedBy: id,
      approvedByRole: id,
      clientToldAt: InstantSchema.exactOptional(),
      extension: id.exactOptional(),
      clock: id.exactOptional(),
      to: z.int().min(1).exactOptional(),
    })
    .readonly(),
  z
    .strictObject({
      type: z.literal("decide"),
      ...base,
      decision: z.enum(COMPLAINT_DECISIONS),
      reasons: text,
      rootCause: id.nullable(),
      causeOwner: id.exactOptional(),
      redress: redress.exactOptional(),
    })
    .readonly(),
  z
    .strictObject({
      type: z.literal("reply"),
      ...base,
      form: z.enum(REPLY_FORMS),
      items: z.array(replyItem).readonly(),
      remedies: z.array(remedy).readonly(),
    })
    .readonly(),
  z
    .strictObject({
      type: z.literal("follow-up"),
      ...base,
      outcome: z.enum(FOLLOW_UP_OUTCOMES),
    })
    .readonly(),
  z.strictObject({ type: z.literal("close"), ...base }).readonly(),
  z
    .strictObject({
      type: z.literal("withdraw"),
      ...base,
      request: z.strictObject(message).readonly(),
      proof: proof.exactOptional(),
    })
    .readonly(),
  z.strictObject({ type: z.literal("merge"), ...base, into: id }).readonly(),
  z
    .strictObject({
      type: z.literal("decline"),
      ...base,
      ground: z.enum(DECLINE_GROUNDS),
      reasons: text,
      form: z.enum(REPLY_FORMS),
    })
    .readonly(),
  z.strictObject({ type: z.literal("re-open"), ...base, reason: z.string() }).readonly(),
  z.strictObject({ type: z.literal("escalate"), ...base, to: id, reason: z.string() }).readonly(),
  z.strictObject({ type: z.literal("tell-expectation"), ...base, replyBy: LocalDateSchema }).readonly(),
  z
    .strictObject({
      type: z.literal("begin-appraisal"),
      ...base,
      body: id,
      commission: id,
      clientToldAt: InstantSchema.exactOptional(),
    })
    .readonly(),
  z.strictObject({ type: z.literal("end-appraisal"), ...base }).readonly(),
  z
    .strictObject({
      type: z.literal("bring-new-facts"),
      ...base,
      facts: z.strictObject({ what: id, ...message }).readonly(),
    })
    .readonly(),
  z
    .strictObject({ type: z.literal("client-accepts"), ...base, acceptance: z.strictObject(message).readonly() })
    .readonly(),
  z.strictObject({ type: z.literal("take-in"), ...base, complaint: id }).readonly(),
  z.strictObject({ type: z.literal("name-person"), ...base, person }).readonly(),
  z.strictObject({ type: z.literal("inform-cause-owner"), ...base, to: id }).readonly(),
  z.strictObject({ type: z.literal("suggest-improvement"), ...base, idea: z.string().min(1) }).readonly(),
  z.strictObject({ type: z.literal("offer-sale"), ...base, product: id }).readonly(),
]) satisfies z.ZodType<ComplaintHistoryEntry>;

/** A complaint with its history; `checkComplaint` checks its content. */
export const ComplaintCaseSchema = z
  .strictObject({
    ...intakeShape,
    state: z.enum(COMPLAINT_STATES),
    handler: id.nullable(),
    history: z.array(ComplaintHistoryEntrySchema).min(1).readonly(),
  })
  .readonly() satisfies z.ZodType<ComplaintCase>;

/** What was found in an opinion box or book. */
export const OpinionEntrySchema = z
  .strictObject({
    id,
    source: z.enum(OPINION_SOURCES),
    outlet: id,
    foundAt: InstantSchema,
    foundBy: id,
    writtenOn: LocalDateSchema.nullable(),
    outcome: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("complaint"), complaint: id, ...base }).readonly(),
        z.strictObject({ kind: z.literal("dismissed"), reason: id, ...base }).readonly(),
      ])
      .nullable(),
  })
  .readonly() satisfies z.ZodType<OpinionEntry>;

const acts = [...COMPLAINT_ENTRY_TYPES, ...COMPLAINT_SIDE_ACTS] as const;
const taken = new Set<string>(complaintSeparation.map((rule) => rule.id));

/** How a bank handles complaints. */
export const ComplaintHandlingPolicySchema = z
  .strictObject({
    ...policyShape,
    sellingAllowed: z.boolean(),
    expectationRequired: z.boolean(),
    representatives: z
      .strictObject({ max: z.int().min(1), channels: z.array(channel).readonly() })
      .readonly()
      .nullable(),
    replyItems: z.array(replyItem).readonly(),
    remedies: z.array(remedy).readonly(),
    proofRequired: z.array(capacity).readonly(),
    declineGrounds: z.array(z.enum(DECLINE_GROUNDS)).readonly(),
    redressAuthorities: z
      .array(z.strictObject({ role: id, upTo: MoneySchema.nullable() }).readonly())
      .refine((rows) => !rows.some((row, index) => rows.slice(0, index).some((other) => isSameAuthority(other, row))), {
        error: "two limits of one role in one currency",
      })
      .readonly(),
    separation: z
      .array(separationRuleSchema([...acts, ...COMPLAINT_PARTIES], acts))
      .refine((rules) => new Set(rules.map((rule) => rule.id)).size === rules.length, { error: "an id used twice" })
      .refine((rules) => !rules.some((rule) => taken.has(rule.id)), { error: "an id that every policy has" })
      .readonly()
      .exactOptional(),
    readings: z.array(id).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<ComplaintHandlingPolicy>;

const codes = z.strictObject({ by: z.enum(REGULATOR_CODE_SOURCES), codes: z.record(id, id).readonly() }).readonly();

/** Codes of a regulator beside the bank's own. */
export const RegulatorCodeMappingSchema = z
  .strictObject({
    ...policyShape,
    scheme: id,
    channel: codes,
    business: codes,
    reason: codes,
    readings: z.array(id).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<RegulatorCodeMapping>;
