import type { Policy } from "../../core/index.ts";
import {
  listOf,
  oneOf,
  optional,
  policyMembers,
  readText,
  refuse,
  shapeOf,
  wholeNumber,
  type Members,
} from "../../core/inner.ts";
import { planFields, type PlanField, type PlanFieldSection } from "../fields.ts";
import { fieldSections } from "./answers.ts";
import { INVALID_POLICY, policyReading, someDays, type PlanPolicyStamp } from "./policy.ts";

/** How much a plan has to say, least first. */
export const PLAN_TIER_NAMES = ["minimal", "standard", "full"] as const;

/** How much a plan has to say: enough to call on the client with, what most clients need, or everything. */
export type PlanTierName = (typeof PLAN_TIER_NAMES)[number];

/**
 * What a tier asks for: at least a number of rows of a section answer these fields. A section without rows counts as one row.
 *
 * Asking for rows that answer, and not for every field of every row, is what keeps a plan from losing by naming somebody.
 */
export interface TierRequirement {
  readonly id: string;
  readonly section: PlanFieldSection;
  /** Fields of the section; a row has to answer all of them. */
  readonly fields: readonly PlanField[];
  /** From 1 up; 1 in a section without rows. */
  readonly atLeast: number;
  /** Greatest age of the answers in days, inclusive; an answer without a day does not count then. */
  readonly maxAgeDays?: number;
}

/** What a plan of a tier has to say. Which questions, how many and how they weigh is the bank's to decide. */
export interface PlanTier extends Policy {
  readonly tier: PlanTierName;
  /** Weight of each section in `weighted`, a whole number from 1; default 1. */
  readonly weights?: Readonly<Partial<Record<PlanFieldSection, number>>>;
  /** In the order in which they are asked for. */
  readonly requirements: readonly TierRequirement[];
}

/** Greatest weight of a section, and greatest number of rows that may be asked for. */
const MAX_WEIGHT = 1000;

/** A requirement with its section and fields looked up. */
export interface ResolvedRequirement extends TierRequirement {
  /** Place of its section among those with fields. */
  readonly place: number;
  /** Bit by bit, in the order of the section's fields, which are asked for. */
  readonly asked: number;
}

/** A tier that was read. */
export interface ResolvedTier {
  readonly tier: PlanTierName;
  readonly stamp: PlanPolicyStamp;
  /** By place of the section. */
  readonly weights: readonly number[];
  readonly requirements: readonly ResolvedRequirement[];
}

/** Reads a tier, on a day it is in force. */
export const readTier = /* @__PURE__ */ policyReading<PlanTier, ResolvedTier>(
  () => {
    const weight = optional(wholeNumber(1, MAX_WEIGHT));
    type Weights = NonNullable<PlanTier["weights"]>;
    return shapeOf<PlanTier>({
      ...policyMembers,
      tier: oneOf(PLAN_TIER_NAMES),
      // a member per section
      weights: optional(
        shapeOf<Weights>(
          Object.fromEntries(fieldSections.map(({ id }) => [id, weight])) as unknown as Members<Weights>,
        ),
      ),
      requirements: listOf(
        shapeOf<TierRequirement>({
          id: readText,
          section: oneOf(fieldSections.map(({ id }) => id)),
          fields: listOf(oneOf(planFields.map(({ key }) => key)), 1),
          atLeast: wholeNumber(1, MAX_WEIGHT),
          maxAgeDays: someDays,
        }),
        1,
      ),
    });
  },
  ({ id, version, tier, weights = {}, requirements }, path) => {
    const seen = new Set<string>();
    return {
      tier,
      stamp: Object.freeze({ id, version }),
      weights: fieldSections.map((section) => weights[section.id] ?? 1),
      requirements: requirements.map((requirement, index): ResolvedRequirement => {
        const at = [...path, "requirements", index];
        if (seen.has(requirement.id)) refuse(INVALID_POLICY, [...at, "id"], "named twice", { reason: "named-twice" });
        seen.add(requirement.id);
        const place = fieldSections.findIndex((section) => section.id === requirement.section);
        const { fields = [], rows = false } = fieldSections[place] ?? {};
        const known = fields.map(({ key }) => key);
        let asked = 0;
        for (const [position, field] of requirement.fields.entries()) {
          const bit = known.indexOf(field);
          const where = [...at, "fields", position];
          if (bit < 0) refuse(INVALID_POLICY, where, "not a field of the section", { received: field, allowed: known });
          if ((asked & (1 << bit)) !== 0) refuse(INVALID_POLICY, where, "named twice", { reason: "named-twice" });
          asked |= 1 << bit;
        }
        if (!rows && requirement.atLeast > 1) {
          refuse(INVALID_POLICY, [...at, "atLeast"], "more than the section has", {
            received: String(requirement.atLeast),
            max: 1,
          });
        }
        return { ...requirement, place, asked };
      }),
    };
  },
);
