import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  ANSWER_AGES,
  examplePlanFreshness,
  planCompleteness,
  planFreshness,
  type PlanFreshness,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { anyPlan } from "../arbitrary.ts";
import { emptyPlan, sample } from "../plans.ts";
import { freshnessOf } from "./policies.ts";

const DAY = "2026-01-31";
const of = (plan: Partial<StrategyPlan>, days = 30, fields = {}): PlanFreshness =>
  planFreshness({ ...emptyPlan, ...plan }, DAY, freshnessOf(days, fields));

test("a plan written out by hand", () => {
  const result = of(
    {
      people: [
        {
          id: "p1",
          contactName: "A",
          positionAndAuthority: { position: "CFO", authority: "decides" },
          otherBusinessWithUs: [],
          evidence: {
            contactName: { asOf: "2026-01-01" },
            positionAndAuthority: { asOf: "2025-12-01" },
            otherBusinessWithUs: { asOf: "2026-02-01" },
            // evidence of a field that is open counts nothing
            contactMethod: { asOf: "2020-01-01" },
          },
        },
        { id: "p2", contactName: "B", evidence: { contactName: { asOf: "2025-12-31" } } },
      ],
      businesses: [{ id: "b1", businessNature: "x", evidence: { businessNature: { asOf: "2025-06-30" } } }],
      services: [
        { id: "s1", service: "x", needed: "no", shareOfSpend: { share: "0", period: "2025", basis: "actual" } },
      ],
    },
    30,
    { positionAndAuthority: 60 },
  );
  // 2.A of p1 is 30 days old, of p2 31; 2.B may be 60 and is 61; 2.D was known on the next day only; 3.A is 215 days old
  // (30 June to 31 January: 0 + 31 + 31 + 30 + 31 + 30 + 31 + 31); 6.F is not asked for, so 6.A alone counts
  expect(result.sections.slice(0, 2)).toStrictEqual([
    { section: "decision-makers", answered: 4, fresh: 1, stale: 2, undated: 0, later: 1, oldest: "2025-12-01" },
    { section: "business-analysis", answered: 1, fresh: 0, stale: 1, undated: 0, later: 0, oldest: "2025-06-30" },
  ]);
  expect(result.sections.find(({ section }) => section === "service-status")).toStrictEqual({
    section: "service-status",
    answered: 1,
    fresh: 0,
    stale: 0,
    undated: 1,
    later: 0,
    oldest: null,
  });
  expect(result.total).toStrictEqual({ answered: 6, fresh: 1, stale: 3, undated: 1, later: 1 });
  const place = { section: "decision-makers" } as const;
  expect(result.stale).toStrictEqual([
    // 185 days too old, then two of 1 day in the order of the plan
    {
      section: "business-analysis",
      field: "businessNature",
      code: "3.A",
      row: "b1",
      asOf: "2025-06-30",
      ageDays: 215,
      maxAgeDays: 30,
    },
    {
      ...place,
      field: "positionAndAuthority",
      code: "2.B",
      row: "p1",
      asOf: "2025-12-01",
      ageDays: 61,
      maxAgeDays: 60,
    },
    { ...place, field: "contactName", code: "2.A", row: "p2", asOf: "2025-12-31", ageDays: 31, maxAgeDays: 30 },
  ]);
  expect(result.undated).toStrictEqual([{ section: "service-status", field: "needed", code: "6.A", row: "s1" }]);
  expect(result.later).toStrictEqual([{ ...place, field: "otherBusinessWithUs", code: "2.D", row: "p1" }]);
  expect([result.asOf, result.policy]).toStrictEqual([DAY, { id: "test.freshness", version: "1" }]);
});

describe("the day of an answer", () => {
  const said = (date: string) => ({ text: "x", evidence: { saidBy: "A", date } });
  test.each<[string, Partial<StrategyPlan>, string | null]>([
    ["that of the statement in it", { standing: { ourImage: said("2025-11-18") } }, "2025-11-18"],
    [
      "the later one of the statement and its evidence",
      { standing: { ourImage: said("2025-11-18"), evidence: { ourImage: { asOf: "2025-12-24" } } } },
      "2025-12-24",
    ],
    [
      "the statement, where the evidence is older",
      { standing: { ourImage: said("2025-11-18"), evidence: { ourImage: { asOf: "2024-12-24" } } } },
      "2025-11-18",
    ],
    [
      "the statement, where the evidence is still to come",
      { standing: { ourImage: said("2025-11-18"), evidence: { ourImage: { asOf: "2026-12-24" } } } },
      "2025-11-18",
    ],
    [
      "the oldest statement of a list",
      { standing: { ourStrengths: [said("2025-11-18"), said("2025-03-01"), said("2025-12-01")] } },
      "2025-03-01",
    ],
    [
      "none, where a statement of the list has none",
      { standing: { ourStrengths: [said("2025-11-18"), { text: "y" }] } },
      null,
    ],
    [
      "that of the evidence, of an empty list",
      { standing: { ourWeaknesses: [], evidence: { ourWeaknesses: { asOf: "2025-10-01" } } } },
      "2025-10-01",
    ],
    ["none, of an empty list alone", { standing: { ourWeaknesses: [] } }, null],
    ["none of a day that does not exist", { standing: { ourImage: said("2025-02-30") } }, null],
    [
      "the day the data of an officer was obtained",
      {
        institutions: [
          { id: "b", institutionName: " ", institutionOfficer: { name: "N", source: "s", obtainedOn: "2025-06-05" } },
        ],
      },
      "2025-06-05",
    ],
    [
      "not the day of an offer or an adoption",
      {
        services: [
          {
            id: "s",
            service: "x",
            recommended: { answer: "yes", date: "2025-06-05" },
            adopted: { answer: "yes", since: "2025-06-06" },
            discontinued: { answer: "yes", date: "2025-06-07" },
          },
        ],
      },
      null,
    ],
  ])("%s", (_, plan, expected) => {
    const { sections, undated } = of(plan, 36_525);
    const oldest = sections.flatMap(({ oldest: day }) => day ?? []);
    expect(oldest[0] ?? null).toBe(expected);
    expect(undated.length > 0).toBe(expected === null);
  });
});

test("the sample, by hand", () => {
  const { total, stale } = planFreshness(sample.plan, "2026-07-01", examplePlanFreshness);
  // fresh: 8 of section 3 (2025-11-20), 9 of 5 (2025-11-18), 3 of 7, two of each of the 5 actions
  // undated: 8.B to 8.E of four actions and two of them of the last, 9.C three times: 4 × 4 + 2 + 3
  // stale: 17 of 2, both shares of 3, 4 of 4, one officer and 4 of the lessor of 5, 46 of 6, 9.A and 9.B three times
  expect(total).toStrictEqual({ answered: 131, fresh: 30, stale: 80, undated: 21, later: 0 });
  // the lessor of 2024-06-30, the need for bonds of 2025-03-12, whoever was met on 2025-06-05, a way to reach of 2025-09-10
  expect(stale.slice(0, 9).map(({ code, row, ageDays, maxAgeDays }) => [code, row, ageDays, maxAgeDays])).toStrictEqual(
    [
      ["5.A", "b-l", 731, 365],
      ["5.C", "b-l", 731, 365],
      ["5.D", "b-l", 731, 365],
      ["5.E", "b-l", 731, 365],
      ["6.A", "s-bond", 476, 180],
      ["6.B", "s-bond", 476, 180],
      ["2.A", "p-procure", 391, 180],
      ["2.B", "p-procure", 391, 180],
      ["2.C", "p-treasury", 294, 90],
    ],
  );
});

test("the answers are those of completeness, their ages add up, and the lists have them all", () => {
  const anyDay = fc.constantFrom("2025-03-31", "2025-12-01", "2026-01-05", "2026-07-01");
  fc.assert(
    fc.property(anyPlan, anyDay, fc.constantFrom(0, 100, 400), (plan, day, days) => {
      const before = JSON.stringify(plan);
      const { total, sections, stale, undated, later } = planFreshness(plan, day, freshnessOf(days));
      expect(JSON.stringify(plan)).toBe(before);
      expect(sections.map(({ section, answered }) => [section, answered])).toStrictEqual(
        planCompleteness(plan).sections.map(({ section, n }) => [section, n]),
      );
      for (const counts of [total, ...sections]) {
        expect(ANSWER_AGES.reduce((sum, age) => sum + counts[age], 0)).toBe(counts.answered);
      }
      for (const age of ["answered", ...ANSWER_AGES] as const) {
        expect(sections.reduce((sum, section) => sum + section[age], 0)).toBe(total[age]);
      }
      expect([stale.length, undated.length, later.length]).toStrictEqual([total.stale, total.undated, total.later]);
      const overruns = stale.map(({ ageDays, maxAgeDays }) => ageDays - maxAgeDays);
      expect(overruns).toStrictEqual([...overruns].sort((a, b) => b - a));
      for (const overrun of overruns) expect(overrun).toBeGreaterThan(0);
    }),
  );
});

test("what is older is never fresher: a later day makes no answer fresh that was stale", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const at = (day: string): PlanFreshness => planFreshness(plan, day, freshnessOf(100));
      const [early, late] = [at("2026-07-01"), at("2026-09-01")];
      expect(late.total.fresh).toBeLessThanOrEqual(early.total.fresh);
      expect(late.total.undated).toBe(early.total.undated);
    }),
  );
});

test.each<[string, unknown, string, object]>([
  ["something else", null, "policy", {}],
  [
    "a section that is missing",
    { ...freshnessOf(30), sections: { challenges: 1 } },
    "policy.sections.decision-makers",
    {},
  ],
  [
    "a misspelt section",
    { ...freshnessOf(30), sections: { ...freshnessOf(30).sections, chalenges: 1 } },
    "policy.sections.chalenges",
    { didYouMean: "challenges" },
  ],
  ["a misspelt field", freshnessOf(30, { ourImge: 3 } as never), "policy.fields.ourImge", { didYouMean: "ourImage" }],
  ["a part of a day", freshnessOf(0.5), "policy.sections.decision-makers", { min: 0, max: 36_525 }],
  ["a text for a number", freshnessOf(30, { ourImage: "30" as never }), "policy.fields.ourImage", { type: "string" }],
])("refused: %s", (_, policy, path, details) => {
  const refusal = refusalOf(() => planFreshness(emptyPlan, DAY, policy as never));
  expect([refusal.code, refusal.path.join(".")]).toStrictEqual(["strategy-plan/invalid-policy", path]);
  expect(refusal.details).toMatchObject(details);
});

test("refused: a day on which the policy is not in force, and one that does not exist", () => {
  expect(refusalOf(() => planFreshness(emptyPlan, "2027-01-01", freshnessOf(1))).code).toBe("core/no-policy-in-force");
  expect(refusalOf(() => planFreshness(emptyPlan, "31.01.2026", freshnessOf(1))).code).toBe("core/invalid-date");
  expect(refusalOf(() => planFreshness({ ...emptyPlan, standing: [] as never }, DAY, freshnessOf(1))).code).toBe(
    "strategy-plan/invalid-plan",
  );
});
