import { describe, expect, test } from "vitest";

import {
  checkPlan,
  examplePlanHealth,
  examplePlanTiers,
  examplePlanViews,
  planCompleteness,
  planFor,
  planWallet,
  portfolioOfPlans,
  type PlanParts,
  type PlanViewPolicy,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { StrategyPlanSchema } from "../../../src/strategy-plan/schema.ts";
import { cny, emptyPlan } from "../plans.ts";

const evidence = { asOf: "2025-11-20", source: "visit" } as const;

/** E-1 leads the group, E-2 assists with C-2; each section has a row about C-1 and one about C-2. */
const plan: StrategyPlan = {
  ...emptyPlan,
  group: {
    group: "G-1",
    members: [
      { client: "C-1", bookingUnits: ["U-1"] },
      { client: "C-2", bookingUnits: ["U-2"] },
    ],
    managers: [
      { employee: "E-1", role: "lead" },
      { employee: "E-2", role: "assisting", members: ["C-2"] },
    ],
  },
  credit: { confirmedOn: "2025-11-30", limits: [] },
  people: [
    {
      id: "p1",
      member: "C-1",
      contactName: "A",
      contactMethod: [{ channel: "phone", value: "1" }],
      stakeholder: { support: "critical", evidence },
      evidence: { contactName: evidence, contactMethod: evidence },
    },
    { id: "p2", member: "C-2", contactName: "B", stakeholder: { support: "advocate", evidence } },
  ],
  ties: [{ id: "t1", from: "p1", to: "p2", kind: "influences", evidence }],
  services: [
    {
      id: "s1",
      member: "C-1",
      service: "Loans",
      spendWithUs: { amount: cny("100.00"), period: "2025", basis: "actual" },
    },
    { id: "s2", member: "C-2", service: "FX", suppliedElsewhere: { answer: "yes", institutions: ["i1", "i2"] } },
  ],
  institutions: [
    {
      id: "i1",
      member: "C-1",
      institutionName: "Bank 1",
      estimatedSpend: [{ service: "s1", amount: cny("300.00"), period: "2025" }],
    },
    {
      id: "i2",
      institutionName: "Bank 2",
      estimatedSpend: [{ service: "s1", amount: cny("100.00"), period: "2025" }],
      institutionServicesAndTerms: [{ service: "s2", terms: "1 %" }],
    },
  ],
  actions: [
    {
      id: "a1",
      member: "C-1",
      clientNeed: { text: "n", service: "s1" },
      productOrService: { name: "x", service: "s2" },
    },
  ],
  challenges: [{ id: "c1", member: "C-1", challengeContent: "x" }],
};

const policy = (withheld: PlanParts, ofOtherMembers: PlanParts = {}): PlanViewPolicy => ({
  ...examplePlanViews,
  roles: [{ role: "r", withheld, ofOtherMembers }],
});
const assistant = { employee: "E-2", role: "r" } as const;

describe("what a viewer sees", () => {
  test("rows of members of others are gone, with what refers to them", () => {
    const view = planFor(
      plan,
      assistant,
      policy({}, { sections: ["decision-makers", "other-institutions", "service-status"] }),
    );
    expect(view.people?.map(({ id }) => id)).toEqual(["p2"]);
    expect(view.ties).toBeUndefined();
    expect(view.services).toEqual([
      { id: "s2", member: "C-2", service: "FX", suppliedElsewhere: { answer: "yes", institutions: ["i2"] } },
    ]);
    // the spend on s1 goes with s1
    expect(view.institutions).toEqual([
      { id: "i2", institutionName: "Bank 2", institutionServicesAndTerms: [{ service: "s2", terms: "1 %" }] },
    ]);
    expect(view.actions?.[0]?.clientNeed).toEqual({ text: "n" });
    expect(view.actions?.[0]?.productOrService).toEqual({ name: "x", service: "s2" });
    expect(view.withheld).toEqual([
      { section: "decision-makers", what: "rows", count: 1 },
      { section: "decision-makers", what: "ties", count: 1 },
      { section: "other-institutions", what: "rows", count: 1 },
      { section: "other-institutions", what: "references", count: 1 },
      { section: "service-status", what: "rows", count: 1 },
      { section: "service-status", what: "references", count: 1 },
      { section: "next-year-plan", what: "references", count: 1 },
    ]);
    expect(StrategyPlanSchema.parse(view)).toEqual(view);
    expect(checkPlan(view)).toEqual([]);
  });

  test("a section of which every row is another's is absent, and does not say that there are none", () => {
    const view = planFor(plan, assistant, policy({}, { sections: ["challenges"] }));
    expect(view.challenges).toBeUndefined();
    expect(view.withheld).toEqual([{ section: "challenges", what: "rows", count: 1 }]);
    expect(
      planFor({ ...plan, challenges: [] }, assistant, policy({}, { sections: ["challenges"] })).challenges,
    ).toEqual([]);
  });

  test("fields and judgements in rows of others go with what they rest on", () => {
    const view = planFor(plan, assistant, policy({}, { fields: ["contactMethod"], extras: ["stakeholder"] }));
    expect(view.people).toEqual([
      { id: "p1", member: "C-1", contactName: "A", evidence: { contactName: evidence } },
      plan.people?.[1],
    ]);
    expect(view.withheld).toEqual([
      { section: "decision-makers", what: "fields", fields: ["contactMethod"], members: ["C-1"], count: 1 },
      { section: "decision-makers", what: "stakeholder", members: ["C-1"], count: 1 },
    ]);
  });

  test("whose members are whose: by the plan, by units, and as the caller says", () => {
    const seen = (viewer: object): readonly string[] =>
      planFor(
        plan,
        { employee: "E-9", role: "r", ...viewer },
        policy({}, { sections: ["decision-makers"] }),
      ).people?.map(({ id }) => id) ?? [];
    expect(seen({})).toEqual([]);
    expect(seen({ employee: "E-1" })).toEqual(["p1", "p2"]);
    expect(seen({ employee: "E-2" })).toEqual(["p2"]);
    expect(seen({ units: ["U-1"] })).toEqual(["p1"]);
    expect(seen({ members: ["C-2"] })).toEqual(["p2"]);
  });

  test("what is withheld from all is listed, whether it is there or not", () => {
    const parts: PlanParts = {
      sections: ["business-analysis"],
      fields: ["institutionOfficer"],
      extras: ["credit-page"],
    };
    expect(planFor(plan, assistant, policy(parts)).withheld).toEqual([
      { section: "client-profile", what: "credit-page", count: 1 },
      { section: "business-analysis", what: "section", count: 0 },
      { section: "other-institutions", what: "fields", fields: ["institutionOfficer"], count: 0 },
    ]);
  });

  test("an institution goes with its name, and what the client pays us with our share", () => {
    const view = planFor(plan, assistant, policy({ fields: ["institutionName", "shareOfSpend"] }));
    expect(view.institutions).toBeUndefined();
    expect(view.services?.[0]).toEqual({ id: "s1", member: "C-1", service: "Loans" });
  });

  test("a role the policy does not name sees the head alone", () => {
    const view = planFor(plan, { employee: "E-1", role: "new role" }, examplePlanViews);
    const { withheld, ...head } = view;
    expect(head).toEqual(emptyPlan);
    expect(withheld.map(({ what }) => what)).toEqual(Array.from({ length: 9 }, () => "section"));
  });

  test("no share is worked out from a part of the spends", () => {
    // 100 of 100 + 300 + 100
    expect(planWallet(plan).services[0]?.wallet?.share).toBe("0.2000");
    const view = planFor(plan, assistant, policy({}, { sections: ["other-institutions"] }));
    // without the 300 it would be 0.5
    expect(planWallet(view).services[0]).toMatchObject({ wallet: null, missing: ["spend-elsewhere"] });
  });

  test("who says that there are none goes with the section it is said of", () => {
    const confirmed: StrategyPlan = {
      ...emptyPlan,
      challenges: [],
      noneConfirmed: { institutions: evidence, challenges: evidence },
    };
    const view = planFor(confirmed, assistant, policy({ sections: ["challenges"] }));
    expect(view.noneConfirmed).toEqual({ institutions: evidence });
    expect(view.challenges).toBeUndefined();
  });

  test("a section without rows, and evidence, of which nothing is left are absent", () => {
    const bare: StrategyPlan = {
      ...emptyPlan,
      standing: { ourImage: { text: "x" }, evidence: { ourImage: evidence } },
      services: [{ id: "s1", service: "Loans" }],
      institutions: [
        {
          id: "i1",
          institutionName: "Bank 1",
          institutionServicesAndTerms: [{ service: "s1", terms: "1 %" }],
          evidence: { institutionServicesAndTerms: evidence },
        },
      ],
    };
    const view = planFor(bare, assistant, policy({ sections: ["service-status"], fields: ["ourImage"] }));
    expect(Object.keys(view)).not.toContain("standing");
    expect(view.institutions?.map((row) => Object.keys(row))).toEqual([["id", "institutionName"]]);
    expect(view.withheld).toEqual([
      { section: "bank-positioning", what: "fields", fields: ["ourImage"], count: 1 },
      { section: "other-institutions", what: "references", count: 1 },
      { section: "service-status", what: "section", count: 1 },
    ]);
    const kept = { ...bare, standing: { ...bare.standing, ourStrengths: [{ text: "y" }] } };
    expect(planFor(kept, assistant, policy({ fields: ["ourImage"] })).standing).toEqual({
      ourStrengths: [{ text: "y" }],
    });
  });

  test("a tier of which nothing can be asked has no share, and is not met", () => {
    const view = planFor(emptyPlan, { employee: "E-9", role: "visitor" }, examplePlanViews);
    const { n, of, rate, weighted } = planCompleteness(view, examplePlanTiers.minimal, "2026-01-01");
    expect([n, of, rate, weighted]).toEqual([0, 0, null, null]);
    const options = { health: examplePlanHealth, tiers: [examplePlanTiers.minimal], renewalsWithinDays: 30 };
    const { portfolio } = portfolioOfPlans([view], "2026-01-01", options);
    expect(portfolio.tiers[0]?.plans).toEqual({ n: 0, of: 1, rate: "0.0000" });
  });

  test("what is withheld is not said to be missing", () => {
    const parts: PlanParts = { fields: ["contactName", "positionAndAuthority"] };
    const nameless = { ...plan, people: [{ id: "p1" }] };
    expect(checkPlan(nameless).map(({ code }) => code)).toContain("strategy-plan/neither-named");
    expect(checkPlan(planFor(plan, assistant, policy(parts)))).toEqual([]);
  });

  test("the plan given is not changed", () => {
    const before = JSON.stringify(plan);
    planFor(plan, assistant, policy({ sections: ["challenges"] }, { sections: ["service-status"] }));
    expect(JSON.stringify(plan)).toBe(before);
  });
});

describe("what is not a policy or a viewer", () => {
  const change = (changes: object): PlanViewPolicy => ({ ...examplePlanViews, ...changes });
  test.each<[string, unknown, PlanViewPolicy, string, readonly (string | number)[]]>([
    [
      "a misspelt section",
      assistant,
      policy({ sections: ["challenge" as "challenges"] }),
      "strategy-plan/invalid-policy",
      ["policy", "roles", 0, "withheld", "sections", 0],
    ],
    [
      "a misspelt field",
      assistant,
      policy({ fields: ["contactname" as "contactName"] }),
      "strategy-plan/invalid-policy",
      ["policy", "roles", 0, "withheld", "fields", 0],
    ],
    [
      "a misspelt part",
      assistant,
      policy({ field: [] } as PlanParts),
      "strategy-plan/invalid-policy",
      ["policy", "roles", 0, "withheld", "field"],
    ],
    [
      "a section without rows, of members",
      assistant,
      policy({}, { sections: ["bank-positioning"] }),
      "strategy-plan/invalid-policy",
      ["policy", "roles", 0, "ofOtherMembers", "sections", 0],
    ],
    [
      "a field without rows, of members",
      assistant,
      policy({}, { fields: ["ourImage"] }),
      "strategy-plan/invalid-policy",
      ["policy", "roles", 0, "ofOtherMembers", "fields", 0],
    ],
    [
      "the credit page, of members",
      assistant,
      policy({}, { extras: ["credit-page"] }),
      "strategy-plan/invalid-policy",
      ["policy", "roles", 0, "ofOtherMembers", "extras", 0],
    ],
    [
      "a role twice",
      assistant,
      change({
        roles: [
          { role: "r", withheld: {} },
          { role: "r", withheld: {} },
        ],
      }),
      "strategy-plan/invalid-policy",
      ["policy", "roles", 1, "role"],
    ],
    [
      "days in force the wrong way round",
      assistant,
      change({ effectiveTo: "2019-01-01" }),
      "core/invalid-policy",
      ["policy", "effectiveTo"],
    ],
    [
      "a viewer without a role",
      { employee: "E-1" },
      examplePlanViews,
      "strategy-plan/invalid-input",
      ["viewer", "role"],
    ],
    [
      "a misspelt member of a viewer",
      { ...assistant, unit: "U-1" },
      examplePlanViews,
      "strategy-plan/invalid-input",
      ["viewer", "unit"],
    ],
    ["no viewer", null, examplePlanViews, "strategy-plan/invalid-input", ["viewer"]],
  ])("%s", (_, viewer, rules, code, path) => {
    expect(() => planFor(plan, viewer as never, rules)).toThrow(expect.objectContaining({ code, path }) as Error);
  });
});
