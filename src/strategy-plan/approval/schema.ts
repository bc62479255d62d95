import * as z from "zod";

import { InstantSchema, LocalDateSchema, policyShape, separationRuleSchema } from "../../core/schema.ts";
import { MoneySchema } from "../../money/schema.ts";
import { planApprovalSeparation } from "../policies/approval-separation.ts";
import { CO_SIGN_OCCASIONS, type PlanApprovalPolicy } from "./policy.ts";
import {
  PLAN_APPROVAL_ENTRY_TYPES,
  PLAN_APPROVAL_PARTIES,
  PLAN_APPROVAL_STATES,
  PLAN_ASKS,
  type PlanApproval,
  type PlanApprovalStep,
  type WritePlanEntry,
} from "./types.ts";

const text = z.string().regex(/\S/);
/** An id of a person, without blanks around it. */
const person = z.string().regex(/^\S(?:.*\S)?$/);
const base = { at: InstantSchema, by: person } as const;
const onContent = { ...base, hash: text } as const;
const byRole = { ...onContent, role: text } as const;

/** Somebody begins a version of a plan. */
const write = z
  .strictObject({ type: z.literal("write"), ...base, preparedBy: person, amends: text.exactOptional() })
  .readonly() satisfies z.ZodType<WritePlanEntry>;

const steps = [
  z
    .strictObject({
      type: z.literal("submit"),
      ...base,
      version: text,
      hash: text,
      preparedBy: person,
      amount: MoneySchema.nullable(),
      asks: z.array(z.enum(PLAN_ASKS)).readonly(),
    })
    .readonly(),
  z.strictObject({ type: z.literal("co-sign"), ...byRole }).readonly(),
  z.strictObject({ type: z.literal("approve"), ...byRole }).readonly(),
  z.strictObject({ type: z.literal("reject"), ...byRole, reason: text }).readonly(),
  z.strictObject({ type: z.literal("recall"), ...onContent, reason: text.exactOptional() }).readonly(),
  z.strictObject({ type: z.literal("revise"), ...onContent, reason: text.exactOptional() }).readonly(),
  z.strictObject({ type: z.literal("put-in-force"), ...byRole, effectiveFrom: LocalDateSchema }).readonly(),
  z.strictObject({ type: z.literal("supersede"), ...onContent, successor: text, from: LocalDateSchema }).readonly(),
  z
    .strictObject({
      type: z.literal("close"),
      ...base,
      hash: text.exactOptional(),
      reason: text,
      from: LocalDateSchema,
    })
    .readonly(),
] as const;

/** One step of an approval; whether it may be taken is for `advancePlanApproval`. */
export const PlanApprovalStepSchema = z.discriminatedUnion("type", steps) satisfies z.ZodType<PlanApprovalStep>;

/** The approval of one version of a plan with its history; `checkPlanApproval` checks its content. */
export const PlanApprovalSchema = z
  .strictObject({
    id: text,
    plan: text,
    state: z.enum(PLAN_APPROVAL_STATES),
    history: z
      .array(z.discriminatedUnion("type", [write, ...steps]))
      .min(1)
      .readonly(),
    links: z.array(text).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<PlanApproval>;

const acts = PLAN_APPROVAL_ENTRY_TYPES;
const taken = new Set<string>(planApprovalSeparation.map(({ id }) => id));
const isEachOnce = (keys: readonly string[]): boolean => new Set(keys).size === keys.length;

/** Who approves plans, who signs besides, and who is kept apart. */
export const PlanApprovalPolicySchema = z
  .strictObject({
    ...policyShape,
    zone: text,
    approvers: z
      .array(z.strictObject({ role: text, upTo: MoneySchema.nullable() }).readonly())
      .min(1)
      .refine((rows) => isEachOnce(rows.map(({ role, upTo }) => JSON.stringify([role, upTo?.currency]))), {
        error: "two limits of one role in one currency",
      })
      .readonly(),
    putInForceBy: z
      .array(text)
      .min(1)
      .refine((roles) => isEachOnce(roles), { error: "a role named twice" })
      .readonly(),
    coSigners: z
      .array(z.strictObject({ role: text, when: z.enum(CO_SIGN_OCCASIONS) }).readonly())
      .refine((rows) => isEachOnce(rows.map(({ role, when }) => JSON.stringify([role, when]))), {
        error: "a role twice for the same",
      })
      .readonly(),
    separation: z
      .array(separationRuleSchema([...acts, ...PLAN_APPROVAL_PARTIES], acts))
      .refine((rules) => isEachOnce(rules.map(({ id }) => id)), { error: "an id used twice" })
      .refine((rules) => !rules.some(({ id }) => taken.has(id)), { error: "an id that every policy has" })
      .readonly()
      .exactOptional(),
  })
  .readonly() satisfies z.ZodType<PlanApprovalPolicy>;
