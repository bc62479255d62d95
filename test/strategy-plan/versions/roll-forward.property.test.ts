import fc from "fast-check";
import { expect, test } from "vitest";

import { examplePlanRollForward } from "../../../src/strategy-plan/policies/example-plan-roll-forward.ts";
import { diffPlans } from "../../../src/strategy-plan/versions/diff.ts";
import { rollForward } from "../../../src/strategy-plan/versions/roll-forward.ts";
import {
  ROLL_FORWARD_CHOICES,
  type PlanRollForwardPolicy,
} from "../../../src/strategy-plan/versions/roll-forward-policy.ts";
import { anyPlan } from "../arbitrary.ts";

const choice = fc.constantFrom(...ROLL_FORWARD_CHOICES);
const policies: fc.Arbitrary<PlanRollForwardPolicy> = fc
  .record({
    actions: fc.record({ planned: choice, pitched: choice, won: choice, lost: choice, dropped: choice }),
    closedChallenges: choice,
    closedSteps: choice,
    dealingsWithoutConsent: choice,
  })
  .map((choices) => ({ ...examplePlanRollForward, ...choices }));
const next = { id: "P-2", version: "1", preparedBy: "E-2", preparedOn: "2026-12-01" };

test("the difference to the old plan is what the entries say, and nothing else", () => {
  fc.assert(
    fc.property(anyPlan, policies, (plan, policy) => {
      const { plan: rolled, entries } = rollForward({ ...plan, approvedBy: "E-9" }, "2027", policy, next);
      const documented = entries.flatMap(({ path, details }) =>
        "members" in details ? details.members.map((member) => [...path, member].join("/")) : [path.join("/")],
      );
      const differs = diffPlans({ ...plan, approvedBy: "E-9" }, rolled).changes.map(({ path }) => path.join("/"));
      expect([...new Set(differs)].sort()).toStrictEqual([...new Set(documented)].sort());
    }),
  );
});

test("a second plan rolled forward from the same one is the same, and the old one is not changed", () => {
  fc.assert(
    fc.property(anyPlan, policies, (plan, policy) => {
      const before = JSON.stringify(plan);
      expect(rollForward(plan, "2027", policy)).toStrictEqual(rollForward(plan, "2027", policy));
      expect(JSON.stringify(plan)).toBe(before);
    }),
  );
});
