import type { PlanHealthReason } from "./reasons.ts";

/** What is looked at to tell the health of a plan, in order. */
export const PLAN_HEALTH_CHECKS = [
  "sponsor",
  "decision-maker",
  "champion",
  "key-people-covered",
  "key-people-contacted",
  "challenges-prepared",
  "actions-on-track",
  "target-backed",
] as const;

/** One thing that is looked at. */
export type PlanHealthCheck = (typeof PLAN_HEALTH_CHECKS)[number];

/** How a plan may stand to a check. */
export const PLAN_HEALTH_STATUSES = ["met", "unmet", "unknown"] as const;

/** How a plan stands to a check; `unknown` where the plan does not say enough, which is not `unmet`. */
export type PlanHealthStatus = (typeof PLAN_HEALTH_STATUSES)[number];

/** How a plan stands to one check, and why. */
export interface PlanHealthFinding {
  readonly check: PlanHealthCheck;
  readonly status: PlanHealthStatus;
  /** Never empty; of a check that is not met, everything that stands in the way, in the order of the plan. */
  readonly reasons: readonly PlanHealthReason[];
}

/** What stands in the way of a check. */
export interface Obstacle {
  readonly status: Exclude<PlanHealthStatus, "met">;
  readonly reason: PlanHealthReason;
}

/** Something that is wrong. */
export const unmet = (reason: PlanHealthReason): Obstacle => ({ status: "unmet", reason });
/** Something that the plan does not say. */
export const unknown = (reason: PlanHealthReason): Obstacle => ({ status: "unknown", reason });

/** Met when nothing stands in the way; unmet as soon as one thing does that is known. */
export function findingOf(
  check: PlanHealthCheck,
  obstacles: readonly Obstacle[],
  met: PlanHealthReason,
): PlanHealthFinding {
  if (obstacles.length === 0) return { check, status: "met", reasons: [met] };
  return {
    check,
    status: obstacles.some(({ status }) => status === "unmet") ? "unmet" : "unknown",
    reasons: obstacles.map(({ reason }) => reason),
  };
}
