import type { PlanRollForwardPolicy } from "../versions/roll-forward-policy.ts";

/**
 * What goes on into the next year, as an example of form: what is still to be done or answered, and what is still open;
 * what was won, lost, dropped or done stays in the plan of its year.
 *
 * @example
 * examplePlanRollForward.actions.pitched // => "carry"
 */
export const examplePlanRollForward: PlanRollForwardPolicy = /* @__PURE__ */ Object.freeze({
  id: "example.plan-roll-forward",
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: ["this library’s own example; replace before use: every choice"],
  actions: { planned: "carry", pitched: "carry", won: "leave", lost: "leave", dropped: "leave" },
  closedChallenges: "leave",
  closedSteps: "leave",
  dealingsWithoutConsent: "leave",
} as const);
