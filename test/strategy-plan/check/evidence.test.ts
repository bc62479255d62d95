import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { checkPlan, planCompleteness, planIssueLevels, type StrategyPlan } from "../../../src/strategy-plan/index.ts";
import { anyPlan } from "../arbitrary.ts";
import { emptyPlan } from "../plans.ts";

const found = (plan: Partial<StrategyPlan>): unknown =>
  checkPlan({ ...emptyPlan, ...plan }).map(({ code, path, details }) => [
    code.replace("strategy-plan/", ""),
    path.join("."),
    details,
  ]);
const asOf = "2025-11-20";
const evidence = { asOf };

describe("confirmed to be empty", () => {
  test.each<[string, Partial<StrategyPlan>, unknown]>([
    ["and it is", { institutions: [], noneConfirmed: { institutions: evidence, challenges: evidence } }, []],
    [
      "with rows",
      {
        institutions: [
          { id: "b1", institutionName: "B" },
          { id: "b2", institutionName: "B" },
        ],
        challenges: [{ id: "c1" }],
        noneConfirmed: { institutions: evidence, challenges: evidence },
      },
      [
        [
          "none-contradicted",
          "noneConfirmed.institutions",
          { section: "other-institutions", confirmedOn: asOf, rows: 2 },
        ],
        ["none-contradicted", "noneConfirmed.challenges", { section: "challenges", confirmedOn: asOf, rows: 1 }],
      ],
    ],
    ["with rows of another section", { challenges: [{ id: "c1" }], noneConfirmed: { institutions: evidence } }, []],
    [
      "on a day still to come",
      { noneConfirmed: { challenges: { asOf: "2026-01-01" } } },
      [["dated-later", "noneConfirmed.challenges.asOf", { date: "2026-01-01", asOf: "2025-12-01" }]],
    ],
  ])("%s", (_, plan, expected) => {
    expect(found(plan)).toStrictEqual(expected);
  });
});

describe("evidence of a field", () => {
  test.each<[string, Partial<StrategyPlan>, unknown]>([
    [
      "that is answered",
      { businesses: [{ id: "b", businessNature: "x", evidence: { businessNature: evidence } }] },
      [],
    ],
    [
      "that is open",
      { businesses: [{ id: "b", evidence: { developmentStatus: evidence } }] },
      [["evidence-without-answer", "businesses.0.evidence.developmentStatus", { field: "developmentStatus" }]],
    ],
    [
      "that says unknown",
      { services: [{ id: "s", service: "x", needed: "unknown", evidence: { needed: evidence } }] },
      [["evidence-without-answer", "services.0.evidence.needed", { field: "needed" }]],
    ],
    [
      "of which an empty list is an answer",
      { people: [{ id: "p", contactName: "A", otherBusinessWithUs: [], evidence: { otherBusinessWithUs: evidence } }] },
      [],
    ],
    [
      "of a section without rows",
      { standing: { evidence: { ourImage: evidence } } },
      [["evidence-without-answer", "standing.evidence.ourImage", { field: "ourImage" }]],
    ],
    [
      "that is not asked for",
      { services: [{ id: "s", service: "x", needed: "no", evidence: { shareOfSpend: evidence } }] },
      [],
    ],
    [
      "that is open, on a day that does not exist",
      { value: { evidence: { directIncome: { asOf: "2025-02-30" } } } },
      [
        ["invalid-date", "value.evidence.directIncome.asOf", { received: "2025-02-30" }],
        ["evidence-without-answer", "value.evidence.directIncome", { field: "directIncome" }],
      ],
    ],
  ])("%s", (_, plan, expected) => {
    const issues = (found(plan) as [string, string, unknown][]).map(([code, ...rest]) => [
      code.replace("core/", ""),
      ...rest,
    ]);
    expect(issues).toStrictEqual(expected);
  });

  test("is not missing its answer where the answer could not be read, which is an issue of its own", () => {
    const codes = (plan: Partial<StrategyPlan>) => checkPlan({ ...emptyPlan, ...plan }).map(({ code }) => code);
    expect(
      codes({ businesses: [{ id: "b", businessNature: 7 as never, evidence: { businessNature: evidence } }] }),
    ).toStrictEqual(["strategy-plan/invalid-plan"]);
    expect(codes({ standing: { ourImage: 7 as never, evidence: { ourImage: evidence } } })).toStrictEqual([
      "strategy-plan/invalid-plan",
    ]);
    // another field of the section is
    expect(
      codes({ standing: { ourImage: 7 as never, evidence: { ourImage: evidence, ourStrengths: evidence } } }),
    ).toStrictEqual(["strategy-plan/invalid-plan", "strategy-plan/evidence-without-answer"]);
  });

  test("is without an answer exactly where completeness says that the field is open", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const open = planCompleteness(plan).open.filter(({ field, row, section }) =>
          JSON.stringify(plan).includes(`"${field}":{"asOf"`) ? hasEvidence(plan, section, row, field) : false,
        );
        const issues = checkPlan(plan).filter(({ code }) => code === "strategy-plan/evidence-without-answer");
        expect(issues.map(({ details }) => (details as { field: string }).field).sort()).toStrictEqual(
          open.map(({ field }) => field).sort(),
        );
      }),
    );
  });
});

function hasEvidence(plan: StrategyPlan, section: string, row: string | null, field: string): boolean {
  const lists: Record<string, unknown> = {
    "decision-makers": plan.people,
    "business-analysis": plan.businesses,
    "bank-positioning": plan.standing,
    "other-institutions": plan.institutions,
    "service-status": plan.services,
    "relationship-value": plan.value,
    "next-year-plan": plan.actions,
    challenges: plan.challenges,
  };
  const part = lists[section];
  const own = Array.isArray(part) ? (part as { id: string }[]).find(({ id }) => id === row) : part;
  return Object.hasOwn((own as { evidence?: object } | undefined)?.evidence ?? {}, field);
}

test("a tie of a person to themselves", () => {
  const tie = { id: "t1", from: "p1", to: "p1", kind: "influences", evidence } as const;
  const people = [
    { id: "p1", contactName: "A" },
    { id: "p2", contactName: "B" },
  ];
  expect(
    found({
      people,
      ties: [
        { ...tie, to: "p2" },
        { ...tie, id: "t2" },
      ],
    }),
  ).toStrictEqual([["tie-to-oneself", "ties.1.to", { tie: "t2", person: "p1" }]]);
});

test("how grave they are", () => {
  expect([
    planIssueLevels["strategy-plan/none-contradicted"],
    planIssueLevels["strategy-plan/evidence-without-answer"],
    planIssueLevels["strategy-plan/tie-to-oneself"],
  ]).toStrictEqual(["contradiction", "reminder", "contradiction"]);
});
