import type { Policy } from "../../core/index.ts";
import { oneOf, policyMembers, shapeOf } from "../../core/inner.ts";
import { policyReading } from "../condition/policy.ts";
import { ACTION_STATES, type ActionState } from "../progress.ts";

/** What may become of a row when a plan is rolled forward. */
export const ROLL_FORWARD_CHOICES = ["carry", "leave"] as const;

/** Whether a row goes into the new plan, or stays behind in the old one. */
export type RollForwardChoice = (typeof ROLL_FORWARD_CHOICES)[number];

/** What of a plan goes on into the next year. */
export interface PlanRollForwardPolicy extends Policy {
  /** Actions, by the state they are in. */
  readonly actions: Readonly<Record<ActionState, RollForwardChoice>>;
  /** Challenges of which no step is open any more, and steps that are done or dropped. */
  readonly closedChallenges: RollForwardChoice;
  readonly closedSteps: RollForwardChoice;
  /** Personal dealings (2.D) whose consent does not hold on the first day of the new year. */
  readonly dealingsWithoutConsent: RollForwardChoice;
}

/** A policy in force on the first day of the new year. */
export const rollForwardPolicy = /* @__PURE__ */ policyReading<PlanRollForwardPolicy, PlanRollForwardPolicy>(
  () => {
    const choice = oneOf(ROLL_FORWARD_CHOICES);
    const byState = Object.fromEntries(ACTION_STATES.map((state) => [state, choice]));
    return shapeOf<PlanRollForwardPolicy>({
      ...policyMembers,
      actions: shapeOf(byState as Record<ActionState, typeof choice>),
      closedChallenges: choice,
      closedSteps: choice,
      dealingsWithoutConsent: choice,
    });
  },
  (policy) => policy,
);
