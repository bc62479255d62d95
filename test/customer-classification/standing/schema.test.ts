import { describe, expect, test } from "vitest";
import type * as z from "zod";

import {
  exampleAnniversaryStanding,
  exampleGraceStanding,
  exampleMembershipStanding,
  exampleStarStanding,
  exampleTierStanding,
  replayStanding,
  type StandingObservation,
  type StandingPolicy,
} from "../../../src/customer-classification/index.ts";
import {
  StandingObservationSchema,
  StandingPolicySchema,
  StandingSchema,
} from "../../../src/customer-classification/schema.ts";
import { policyOf } from "./policies.ts";

const observations: readonly StandingObservation[] = [
  { kind: "start", on: "2026-01-31", earned: "l2" },
  { kind: "floor-begun", on: "2026-02-01", floor: "card" },
  { kind: "event", on: "2026-02-02", cause: "market-change", earned: "l3", measure: "31.5" },
  { kind: "override", on: "2026-02-03", level: "l4", to: "2026-03-01", reason: "r", by: "a", approvedBy: ["b", "c"] },
  { kind: "objection", on: "2026-02-04", statement: "letter" },
  { kind: "human-review", on: "2026-02-05", by: "d", outcome: "upheld" },
  { kind: "override-ended", on: "2026-02-06", by: "a" },
  { kind: "floor-ended", on: "2026-02-07", floor: "card" },
  { kind: "review", on: "2026-02-28", earned: null },
];

describe("what was written comes back from JSON as it went", () => {
  test.each<StandingPolicy>([
    exampleStarStanding,
    exampleGraceStanding,
    exampleMembershipStanding,
    exampleAnniversaryStanding,
    exampleTierStanding,
    policyOf({ objectionHolds: true, rise: { afterReviews: 2 } }),
  ])("the policy $id, which can be used", (policy) => {
    expect(StandingPolicySchema.parse(JSON.parse(JSON.stringify(policy)))).toStrictEqual(policy);
    const [lowest] = policy.ladder;
    const start = { kind: "start", on: "2026-01-31", earned: lowest?.id ?? "" } as const;
    expect(replayStanding(policy, [start])?.steps.served).toBe(0);
  });
  test.each(observations)("an observation of the kind $kind", (observation) => {
    expect(StandingObservationSchema.parse(JSON.parse(JSON.stringify(observation)))).toStrictEqual(observation);
  });
  test("a standing, at every step", () => {
    for (const index of observations.keys()) {
      const standing = replayStanding(policyOf(), observations.slice(0, index + 1));
      expect(StandingSchema.parse(JSON.parse(JSON.stringify(standing)))).toStrictEqual(standing);
    }
  });
});

test.each([
  [StandingPolicySchema, { ...exampleStarStanding, grace: 2 }, ""],
  [StandingPolicySchema, { ...exampleStarStanding, review: { kind: "dates", dates: ["06-31"] } }, "review.dates.0"],
  [StandingPolicySchema, { ...exampleStarStanding, fall: { afterReviews: 0, steps: "to-held" } }, "fall.afterReviews"],
  [StandingObservationSchema, { kind: "review", on: "2026-02-30", earned: null }, "on"],
  [StandingObservationSchema, { kind: "override", on: "2026-02-03", level: "l4", reason: "r", by: "a" }, "to"],
  [StandingSchema, { ...replayStanding(policyOf(), observations.slice(0, 1)), served: "" }, "served"],
])("case %#: a wrong shape is refused", (schema: z.ZodType, value, path) => {
  expect(schema.safeParse(value).error?.issues[0]?.path.join(".")).toBe(path);
});
