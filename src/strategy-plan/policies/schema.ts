import * as z from "zod";

import { DecimalStringSchema, policyShape } from "../../core/schema.ts";
import { fieldSections } from "../condition/answers.ts";
import { BACKING_INCOMES } from "../condition/reasons.ts";
import type { PlanFreshnessPolicy } from "../condition/freshness.ts";
import type { PlanHealthPolicy } from "../condition/health-policy.ts";
import { PLAN_TIER_NAMES, type PlanTier } from "../condition/tier.ts";
import { planFields, type PlanField, type PlanFieldSection } from "../fields.ts";
import { PLAN_EXTRAS, type PlanParts, type PlanViewPolicy } from "../group/view-policy.ts";
import { PLAN_SECTIONS } from "../section.ts";
import { INFLUENCES } from "../stakeholder.ts";
import { ROLL_FORWARD_CHOICES, type PlanRollForwardPolicy } from "../versions/roll-forward-policy.ts";

const text = z.string().regex(/\S/);
/** A hundred years at most, as the functions read it. */
const days = z.int().min(0).max(36_525);
const field = z.enum(planFields.map(({ key }): PlanField => key));
const section = z.enum(fieldSections.map(({ id }): PlanFieldSection => id));
const choice = z.enum(ROLL_FORWARD_CHOICES);

/** What a plan of a tier has to say; whether each field is one of its section is for `planCompleteness`. */
export const PlanTierSchema = z
  .strictObject({
    ...policyShape,
    tier: z.enum(PLAN_TIER_NAMES),
    weights: z.partialRecord(section, z.int().min(1).max(1000)).readonly().exactOptional(),
    requirements: z
      .array(
        z
          .strictObject({
            id: text,
            section,
            fields: z.array(field).min(1).readonly(),
            atLeast: z.int().min(1).max(1000),
            maxAgeDays: days.exactOptional(),
          })
          .readonly(),
      )
      .min(1)
      .readonly(),
  })
  .readonly() satisfies z.ZodType<PlanTier>;

/** How old the answers of a plan may be. */
export const PlanFreshnessPolicySchema = z
  .strictObject({
    ...policyShape,
    sections: z
      .strictObject({
        "decision-makers": days,
        "business-analysis": days,
        "bank-positioning": days,
        "other-institutions": days,
        "service-status": days,
        "relationship-value": days,
        "next-year-plan": days,
        challenges: days,
      })
      .readonly(),
    fields: z.partialRecord(field, days).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<PlanFreshnessPolicy>;

/** When a plan is in good health. */
export const PlanHealthPolicySchema = z
  .strictObject({
    ...policyShape,
    keyInfluences: z.array(z.enum(INFLUENCES)).readonly(),
    contactWithinDays: days,
    answerWithinDays: days,
    backing: z.enum(BACKING_INCOMES),
    minBacking: DecimalStringSchema.refine((part) => !part.startsWith("-"), { error: "less than 0" }),
  })
  .readonly() satisfies z.ZodType<PlanHealthPolicy>;

/** What of a plan goes on into the next year. */
export const PlanRollForwardPolicySchema = z
  .strictObject({
    ...policyShape,
    actions: z
      .strictObject({ planned: choice, pitched: choice, won: choice, lost: choice, dropped: choice })
      .readonly(),
    closedChallenges: choice,
    closedSteps: choice,
    dealingsWithoutConsent: choice,
  })
  .readonly() satisfies z.ZodType<PlanRollForwardPolicy>;

const parts = z
  .strictObject({
    sections: z.array(z.enum(PLAN_SECTIONS)).readonly().exactOptional(),
    fields: z.array(field).readonly().exactOptional(),
    extras: z.array(z.enum(PLAN_EXTRAS)).readonly().exactOptional(),
  })
  .readonly() satisfies z.ZodType<PlanParts>;

/** What each role may not see of a plan; whether the parts of other members have rows is for `planFor`. */
export const PlanViewPolicySchema = z
  .strictObject({
    ...policyShape,
    roles: z
      .array(z.strictObject({ role: text, withheld: parts, ofOtherMembers: parts.exactOptional() }).readonly())
      .refine((roles) => new Set(roles.map(({ role }) => role)).size === roles.length, { error: "a role named twice" })
      .readonly(),
  })
  .readonly() satisfies z.ZodType<PlanViewPolicy>;
