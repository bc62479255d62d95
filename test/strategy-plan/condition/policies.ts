import type {
  PlanFreshnessPolicy,
  PlanHealthPolicy,
  PlanTier,
  TierRequirement,
} from "../../../src/strategy-plan/index.ts";

const envelope = {
  version: "1",
  status: "house",
  effectiveFrom: "2025-01-01",
  effectiveTo: "2027-01-01",
  sources: ["test"],
} as const;

/** A tier of a bank that asks for these things. */
export const tierOf = (requirements: readonly TierRequirement[], weights: PlanTier["weights"] = {}): PlanTier => ({
  ...envelope,
  id: "test.tier",
  tier: "standard",
  weights,
  requirements,
});

export const freshnessOf = (days: number, fields: PlanFreshnessPolicy["fields"] = {}): PlanFreshnessPolicy => ({
  ...envelope,
  id: "test.freshness",
  sections: {
    "decision-makers": days,
    "business-analysis": days,
    "bank-positioning": days,
    "other-institutions": days,
    "service-status": days,
    "relationship-value": days,
    "next-year-plan": days,
    challenges: days,
  },
  fields,
});

export const healthOf = (changes: Partial<PlanHealthPolicy> = {}): PlanHealthPolicy => ({
  ...envelope,
  id: "test.health",
  keyInfluences: ["high"],
  contactWithinDays: 90,
  answerWithinDays: 30,
  backing: "weighted",
  minBacking: "0.5",
  ...changes,
});
