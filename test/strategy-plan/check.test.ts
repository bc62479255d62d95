import { describe, expect, test } from "vitest";

import { checkPlan, type PlanService, type StrategyPlan } from "../../src/strategy-plan/index.ts";
import { cny, emptyPlan, sample } from "./plans.ts";

const service = (changes: Partial<PlanService>): Partial<StrategyPlan> => ({
  services: [{ id: "s", service: "x", ...changes }],
});

describe("contradictions", () => {
  test("the sample plan and an empty plan have none", () => {
    expect(checkPlan(sample.plan)).toStrictEqual([]);
    expect(checkPlan(emptyPlan)).toStrictEqual([]);
  });

  test.each<[string, Partial<StrategyPlan>, object[]]>([
    [
      "ids repeat over sections, or are empty",
      { people: [{ id: "x", contactName: "A" }], actions: [{ id: "x" }], challenges: [{ id: "" }] },
      [
        { code: "strategy-plan/duplicate-id", path: ["actions", 0, "id"], details: { id: "x" } },
        { code: "strategy-plan/empty-id", path: ["challenges", 0, "id"], details: {} },
      ],
    ],
    [
      "references to rows that are not there",
      {
        institutions: [
          {
            id: "i",
            institutionName: "B",
            institutionServicesAndTerms: [{ service: "gone", terms: "t" }],
          },
        ],
        services: [{ id: "s", service: "x", suppliedElsewhere: { answer: "yes", institutions: ["i", "j"] } }],
        actions: [{ id: "a", clientNeed: { text: "n", business: "b" }, productOrService: { name: "p", service: "q" } }],
      },
      [
        {
          code: "strategy-plan/unknown-reference",
          path: ["institutions", 0, "institutionServicesAndTerms", 0, "service"],
          details: { id: "gone", expectedIn: "services" },
        },
        {
          code: "strategy-plan/unknown-reference",
          path: ["services", 0, "suppliedElsewhere", "institutions", 1],
          details: { id: "j", expectedIn: "institutions" },
        },
        {
          code: "strategy-plan/unknown-reference",
          path: ["actions", 0, "clientNeed", "business"],
          details: { id: "b", expectedIn: "businesses" },
        },
        {
          code: "strategy-plan/unknown-reference",
          path: ["actions", 0, "productOrService", "service"],
          details: { id: "q", expectedIn: "services" },
        },
      ],
    ],
    [
      "turnover shares above the whole, profit shares free",
      {
        businesses: [
          { id: "b1", shareOfTurnoverAndProfit: { turnoverShare: "0.7", profitShare: "1.4" } },
          { id: "b2", shareOfTurnoverAndProfit: { turnoverShare: "0.301", profitShare: "-0.4" } },
        ],
      },
      [{ code: "strategy-plan/turnover-above-whole", path: ["businesses"], details: { sum: "1.001", max: "1" } }],
    ],
    [
      "turnover shares of exactly the whole",
      {
        businesses: [
          { id: "b1", shareOfTurnoverAndProfit: { turnoverShare: "0.7" } },
          { id: "b2", shareOfTurnoverAndProfit: { turnoverShare: "0.300" } },
        ],
      },
      [],
    ],
    [
      "adopted without need",
      service({ needed: "no", adopted: { answer: "yes" } }),
      [{ code: "strategy-plan/adopted-without-need", path: ["services", 0, "adopted"], details: { service: "s" } }],
    ],
    [
      "adopted once, not needed any more",
      service({
        needed: "no",
        adopted: { answer: "yes", since: "2020-01-01" },
        discontinued: { answer: "yes", date: "2024-01-01", reason: "r" },
      }),
      [],
    ],
    ["adopted while the need is unknown", service({ needed: "unknown", adopted: { answer: "yes" } }), []],
    [
      "discontinued and never adopted, without date or reason",
      service({ adopted: { answer: "no" }, discontinued: { answer: "yes" } }),
      [
        {
          code: "strategy-plan/discontinued-without-adoption",
          path: ["services", 0, "discontinued"],
          details: { service: "s" },
        },
        {
          code: "strategy-plan/discontinued-unexplained",
          path: ["services", 0, "discontinued"],
          details: { service: "s", missing: ["date", "reason"] },
        },
      ],
    ],
    [
      "discontinued before it was adopted",
      service({
        adopted: { answer: "yes", since: "2024-01-02" },
        discontinued: { answer: "yes", date: "2024-01-01", reason: "r" },
      }),
      [
        {
          code: "strategy-plan/discontinued-before-adoption",
          path: ["services", 0, "discontinued", "date"],
          details: { since: "2024-01-02", date: "2024-01-01" },
        },
      ],
    ],
    [
      "a share without adoption",
      service({ adopted: { answer: "no" }, shareOfSpend: { share: "0.1", period: "2025", basis: "estimated" } }),
      [
        {
          code: "strategy-plan/share-without-adoption",
          path: ["services", 0, "shareOfSpend"],
          details: { service: "s", share: "0.1" },
        },
      ],
    ],
    [
      "a share for the year after it was discontinued",
      service({
        adopted: { answer: "yes" },
        discontinued: { answer: "yes", date: "2024-12-31", reason: "r" },
        shareOfSpend: { share: "0.1", period: "2025", basis: "estimated" },
      }),
      [
        {
          code: "strategy-plan/share-after-discontinuation",
          path: ["services", 0, "shareOfSpend"],
          details: { service: "s", date: "2024-12-31", period: "2025" },
        },
      ],
    ],
    [
      "a share for the year in which it was discontinued",
      service({
        adopted: { answer: "yes" },
        discontinued: { answer: "yes", date: "2025-01-01", reason: "r" },
        shareOfSpend: { share: "0.1", period: "2025", basis: "estimated" },
      }),
      [],
    ],
    [
      "a share above the whole",
      service({ adopted: { answer: "yes" }, shareOfSpend: { share: "1.2", period: "2025", basis: "actual" } }),
      [
        {
          code: "strategy-plan/share-out-of-range",
          path: ["services", 0, "shareOfSpend", "share"],
          details: { share: "1.2", min: "0", max: "1" },
        },
      ],
    ],
    [
      "a stated share that the spends contradict",
      {
        institutions: [
          {
            id: "i",
            institutionName: "B",
            estimatedSpend: [{ service: "s", amount: cny("60.00"), period: "2025" }],
          },
        ],
        ...service({
          adopted: { answer: "yes" },
          spendWithUs: { amount: cny("40.00"), period: "2025", basis: "actual" },
          shareOfSpend: { share: "0.42", period: "2025", basis: "estimated" },
        }),
      },
      [
        {
          code: "strategy-plan/share-differs-from-spend",
          path: ["services", 0, "shareOfSpend", "share"],
          details: { service: "s", stated: "0.42", computed: "0.4000" },
        },
      ],
    ],
    [
      "supplied by no other bank, yet one is paid for it",
      {
        institutions: [
          { id: "i", institutionName: "B", estimatedSpend: [{ service: "s", amount: cny("1.00"), period: "2025" }] },
        ],
        ...service({ suppliedElsewhere: { answer: "no" } }),
      },
      [
        {
          code: "strategy-plan/supplier-contradicted",
          path: ["services", 0, "suppliedElsewhere"],
          details: { service: "s", institutions: ["i"] },
        },
      ],
    ],
    [
      "pitches outside the plan year, by day and by month",
      {
        actions: [
          { id: "a1", plannedPitchTime: "2025-12-31" },
          { id: "a2", plannedPitchTime: "2027-01" },
          { id: "a3", plannedPitchTime: "2026-12-31" },
          { id: "a4", plannedPitchTime: "2026-Q4" },
          { id: "a5", plannedPitchTime: "next spring" },
        ],
      },
      [
        {
          code: "strategy-plan/pitch-outside-plan-year",
          path: ["actions", 0, "plannedPitchTime"],
          details: { planned: "2025-12-31", period: "2026" },
        },
        {
          code: "strategy-plan/pitch-outside-plan-year",
          path: ["actions", 1, "plannedPitchTime"],
          details: { planned: "2027-01", period: "2026" },
        },
        {
          code: "core/invalid-date",
          path: ["actions", 4, "plannedPitchTime"],
          details: { received: "string(11)" },
        },
      ],
    ],
    [
      "amounts in another currency, amounts that are none",
      {
        value: {
          directIncome: { amount: { amount: "1.00", currency: "HKD" }, period: "2025", basis: "actual" },
          target: cny("1,000.00"),
        },
      },
      [
        {
          code: "strategy-plan/currency-differs",
          path: ["value", "directIncome", "amount"],
          details: { currency: "HKD", expected: "CNY" },
        },
        { code: "money/invalid-amount", path: ["value", "target", "amount"], details: { received: "1,000.00" } },
      ],
    ],
    [
      "a probability above 1 and a due day that does not exist",
      {
        actions: [{ id: "a", expectedIncome: { amount: cny("1.00"), period: "2026", probability: "1.5" } }],
        challenges: [{ id: "c", preventionAndTimetable: [{ action: "x", due: "2026-02-30", state: "open" }] }],
      },
      [
        {
          code: "strategy-plan/share-out-of-range",
          path: ["actions", 0, "expectedIncome", "probability"],
          details: { share: "1.5", min: "0", max: "1" },
        },
        {
          code: "core/invalid-date",
          path: ["challenges", 0, "preventionAndTimetable", 0, "due"],
          details: { received: "2026-02-30" },
        },
      ],
    ],
  ])("%s", (_name, part, expected) => {
    expect(checkPlan({ ...emptyPlan, ...part })).toMatchObject(expected);
    expect(checkPlan({ ...emptyPlan, ...part })).toHaveLength(expected.length);
  });

  test.each([
    ["0.4", "40.00", "60.00"],
    ["0.333", "100.00", "200.00"],
    ["0.33", "100.00", "200.00"],
    ["0.3", "100.00", "200.00"],
  ])("a share stated as %s agrees to the digits it states", (share, ours, theirs) => {
    const plan: StrategyPlan = {
      ...emptyPlan,
      institutions: [
        { id: "i", institutionName: "B", estimatedSpend: [{ service: "s", amount: cny(theirs), period: "2025" }] },
      ],
      ...service({
        adopted: { answer: "yes" },
        spendWithUs: { amount: cny(ours), period: "2025", basis: "actual" },
        shareOfSpend: { share, period: "2025", basis: "estimated" },
      }),
    };
    expect(checkPlan(plan)).toStrictEqual([]);
  });
});

test("a plan in a currency that does not exist is told so, and the rest is checked all the same", () => {
  const plan: StrategyPlan = {
    ...emptyPlan,
    currency: "ZZZ",
    services: [
      {
        id: "s",
        service: "x",
        needed: "no",
        adopted: { answer: "yes" },
        spendWithUs: { amount: cny("1.00"), period: "2025", basis: "actual" },
      },
    ],
  };
  expect(checkPlan(plan)).toStrictEqual([
    { code: "money/unknown-currency", path: ["currency"], details: { received: "ZZZ" } },
    { code: "strategy-plan/adopted-without-need", path: ["services", 0, "adopted"], details: { service: "s" } },
  ]);
});

test.each<[string, Partial<StrategyPlan>, readonly (string | number)[]]>([
  [
    "value",
    { value: { directIncome: { amount: cny("1.00"), period: "2025-13", basis: "actual" } } },
    ["value", "directIncome", "period"],
  ],
  [
    "benefit",
    { value: { otherIntangibleBenefit: { amount: cny("1.00"), period: "2025-13", method: "m" } } },
    ["value", "otherIntangibleBenefit", "period"],
  ],
  [
    "action",
    { actions: [{ id: "a", expectedIncome: { amount: cny("1.00"), period: "2025-13" } }] },
    ["actions", 0, "expectedIncome", "period"],
  ],
  [
    "share",
    service({ shareOfSpend: { share: "0.5", period: "2025-13", basis: "actual" } }),
    ["services", 0, "shareOfSpend", "period"],
  ],
  [
    "spend with us",
    service({ spendWithUs: { amount: cny("1.00"), period: "2025-13", basis: "actual" } }),
    ["services", 0, "spendWithUs", "period"],
  ],
  [
    "spend elsewhere",
    {
      ...service({}),
      institutions: [
        { id: "i", institutionName: "B", estimatedSpend: [{ service: "s", amount: cny("1.00"), period: "2025-13" }] },
      ],
    },
    ["institutions", 0, "estimatedSpend", 0, "period"],
  ],
])("a period that does not exist is reported: %s", (_name, part, path) => {
  expect(checkPlan({ ...emptyPlan, ...part })).toStrictEqual([
    { code: "core/invalid-date", path, details: { received: "2025-13" } },
  ]);
});

describe("plans from JSON that lack what the type requires", () => {
  const lacking = (plan: object): unknown => checkPlan(plan as StrategyPlan).map(({ code, path }) => [code, path]);

  test("a required member that is missing is reported where it belongs", () => {
    expect(lacking({})).toStrictEqual([
      ["core/invalid-date", ["preparedOn"]],
      ["core/invalid-date", ["period"]],
      ["money/unknown-currency", ["currency"]],
    ]);
    const institutions = [{ id: "i", institutionServicesAndTerms: [{}], estimatedSpend: [{ period: "2026" }] }];
    const businesses = [{ id: "b", shareOfTurnoverAndProfit: {} }];
    expect(lacking({ ...emptyPlan, businesses, institutions, standing: { ourImage: { evidence: {} } } })).toStrictEqual(
      [
        ["core/invalid-decimal", ["businesses", 0, "shareOfTurnoverAndProfit", "turnoverShare"]],
        ["core/invalid-date", ["standing", "ourImage", "evidence", "date"]],
        ["strategy-plan/unknown-reference", ["institutions", 0, "institutionServicesAndTerms", 0, "service"]],
        ["strategy-plan/unknown-reference", ["institutions", 0, "estimatedSpend", 0, "service"]],
      ],
    );
  });

  test.each([
    [{ businesses: null }],
    [{ institutions: null }],
    [{ services: null, actions: null, challenges: null }],
    [{ standing: null, value: null }],
    [{ standing: { ourStrengths: "good", ourWeaknesses: 5 } }],
    [{ institutions: [{ id: "i", institutionServicesAndTerms: null, estimatedSpend: null }] }],
  ])("of a part that is absent, or is something else, there is nothing to say: %j", (part) => {
    expect(lacking({ ...emptyPlan, ...part })).toStrictEqual([]);
  });
});
