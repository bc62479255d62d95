import { describe, expect, test } from "vitest";

import {
  checkPlan,
  planCompleteness,
  planIssueLevels,
  planWallet,
  type PlanService,
  type StrategyPlan,
} from "../../src/strategy-plan/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { cny, emptyPlan, sample } from "./plans.ts";

const firstDays: Readonly<Record<string, string>> = {
  "2026-05-01": "2026-05-01",
  "2026-05": "2026-05-01",
  "2026-Q3": "2026-07-01",
};

const service = (changes: Partial<PlanService>): Partial<StrategyPlan> => ({
  services: [{ id: "s", service: "x", ...changes }],
});

describe("contradictions", () => {
  test("the sample plan and an empty plan have none", () => {
    expect(checkPlan(sample.plan)).toStrictEqual([]);
    expect(checkPlan(emptyPlan)).toStrictEqual([]);
  });

  test.each<[string, StrategyPlan["period"]]>([
    ["the calendar year", "2026"],
    ["its days", { from: "2026-01-01", to: "2027-01-01" }],
    ["a year from April", { from: "2026-04-01", to: "2027-04-01" }],
    ["a year with a leap day", { from: "2027-03-01", to: "2028-03-01" }],
    ["a year from a leap day", { from: "2028-02-29", to: "2029-03-01" }],
    ["a year to a leap day", { from: "2027-02-28", to: "2028-02-28" }],
  ])("%s is a plan year", (_, period) => {
    expect(checkPlan({ ...emptyPlan, period })).toStrictEqual([]);
  });

  test.each<[string, StrategyPlan["period"], string]>([
    ["one day", "2026-05-01", "2027-05-01"],
    ["one day as a range", { from: "2026-05-01", to: "2026-05-02" }, "2027-05-01"],
    ["a month", "2026-05", "2027-05-01"],
    ["a quarter", "2026-Q3", "2027-07-01"],
    ["the first half of a year", { from: "2026-01-01", to: "2026-07-01" }, "2027-01-01"],
    ["a day short", { from: "2026-04-01", to: "2027-03-31" }, "2027-04-01"],
    ["a day short of the calendar year", { from: "2026-01-01", to: "2026-12-31" }, "2027-01-01"],
    ["a day long", { from: "2026-04-01", to: "2027-04-02" }, "2027-04-01"],
    ["two years", { from: "2026-01-01", to: "2028-01-01" }, "2027-01-01"],
    ["a year and the rest of another", { from: "2026-07-01", to: "2028-01-01" }, "2027-07-01"],
    ["a day short from a leap day", { from: "2028-02-29", to: "2029-02-28" }, "2029-03-01"],
  ])("%s is no plan year", (_, period, to) => {
    const from = typeof period === "string" ? firstDays[period] : period.from;
    expect(checkPlan({ ...emptyPlan, period })).toStrictEqual([
      { code: "strategy-plan/period-not-a-year", path: ["period"], details: { period, expected: { from, to } } },
    ]);
  });

  test("a plan begun in mid-year to the end of the year is a reminder, and the last year there is has no other", () => {
    for (const period of [{ from: "2026-07-01", to: "2027-01-01" }, "2026-Q4", "2026-12"]) {
      expect(checkPlan({ ...emptyPlan, period })).toStrictEqual([
        { code: "strategy-plan/period-part-of-year", path: ["period"], details: { period } },
      ]);
    }
    expect(planIssueLevels["strategy-plan/period-part-of-year"]).toBe("reminder");
    const period = { from: "9999-05-01", to: "9999-05-02" };
    expect(checkPlan({ ...emptyPlan, period })).toStrictEqual([
      { code: "strategy-plan/period-not-a-year", path: ["period"], details: { period } },
    ]);
  });

  test.each<[string, Partial<StrategyPlan>, readonly (string | number)[]]>([
    ["version", { version: "" }, ["version"]],
    ["preparedBy", { preparedBy: " \t" }, ["preparedBy"]],
    ["approvedBy", { approvedBy: "\u200b" }, ["approvedBy"]],
    ["service", { services: [{ id: "s", service: "\u3000" }] }, ["services", 0, "service"]],
    ["rating", { credit: { confirmedOn: "2025-11-30", limits: [], rating: " " } }, ["credit", "rating"]],
    [
      "product",
      {
        credit: {
          confirmedOn: "2025-11-30",
          limits: [{ product: "", limit: cny("2.00"), used: cny("1.00"), expiresOn: "2026-06-30" }],
        },
      },
      ["credit", "limits", 0, "product"],
    ],
  ])("%s may not be blank", (part, plan, path) => {
    expect(checkPlan({ ...emptyPlan, ...plan })).toStrictEqual([
      { code: "strategy-plan/blank-text", path, details: { part } },
    ]);
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
      "ids that are blank",
      { id: " ", client: "\t", challenges: [{ id: " " }] },
      [
        { code: "strategy-plan/empty-id", path: ["id"], details: {} },
        { code: "strategy-plan/empty-id", path: ["client"], details: {} },
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

test("a plan without a currency says so once, and not of every amount that it is in another", () => {
  const plan = { ...emptyPlan, currency: undefined, value: { target: cny("1.00") } } as unknown;
  expect(checkPlan(plan as StrategyPlan).map(({ code, path }) => [code, path])).toStrictEqual([
    ["money/unknown-currency", ["currency"]],
  ]);
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
    service({ adopted: { answer: "yes" }, shareOfSpend: { share: "0.5", period: "2025-13", basis: "actual" } }),
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

describe("plans from JSON that cannot be read", () => {
  const given = (plan: unknown): unknown => checkPlan(plan as StrategyPlan).map(({ code, path }) => [code, path]);
  const invalid = "strategy-plan/invalid-plan";

  test("a required member that is missing is reported where it belongs", () => {
    expect(given({})).toStrictEqual([
      [invalid, ["id"]],
      [invalid, ["version"]],
      [invalid, ["client"]],
      ["core/invalid-date", ["period"]],
      ["money/unknown-currency", ["currency"]],
      [invalid, ["preparedBy"]],
      ["core/invalid-date", ["preparedOn"]],
    ]);
    const institutions = [{ id: "i", institutionServicesAndTerms: [{}], estimatedSpend: [{ period: "2026" }] }];
    const businesses = [{ id: "b", shareOfTurnoverAndProfit: {} }];
    expect(given({ ...emptyPlan, businesses, institutions, standing: { ourImage: { evidence: {} } } })).toStrictEqual([
      [invalid, ["standing", "ourImage", "text"]],
      [invalid, ["standing", "ourImage", "evidence", "saidBy"]],
      ["core/invalid-date", ["standing", "ourImage", "evidence", "date"]],
      [invalid, ["institutions", 0, "institutionName"]],
      ["strategy-plan/unknown-reference", ["institutions", 0, "institutionServicesAndTerms", 0, "service"]],
      [invalid, ["institutions", 0, "institutionServicesAndTerms", 0, "terms"]],
      ["strategy-plan/unknown-reference", ["institutions", 0, "estimatedSpend", 0, "service"]],
      [invalid, ["institutions", 0, "estimatedSpend", 0, "amount"]],
      ["strategy-plan/neither-named", ["businesses", 0, "shareOfTurnoverAndProfit"]],
    ]);
  });

  test.each<[string, object, (string | number)[]]>([
    ["null is not absent", { businesses: null }, ["businesses"]],
    ["nor is it for a section without rows", { value: null }, ["value"]],
    ["nor in a row", { actions: [{ id: "a", pitchMethod: null }] }, ["actions", 0, "pitchMethod"]],
    ["null is not a row", { actions: [null] }, ["actions", 0]],
    ["a hole is not a row", { challenges: Array.from({ length: 1 }) }, ["challenges", 0]],
    ["a text is not a list", { standing: { ourStrengths: "good" } }, ["standing", "ourStrengths"]],
    ["a list is not a section", { standing: [] }, ["standing"]],
    ["an object is not a list", { people: {} }, ["people"]],
    ["a date is not a text", { people: [{ id: "p", contactName: new Date(0) }] }, ["people", 0, "contactName"]],
    ["a number is not a flag", { sample: 1 }, ["sample"]],
    [
      "a misspelt member of a row",
      { services: [{ id: "s", service: "x", adoptd: { answer: "yes" } }] },
      ["services", 0, "adoptd"],
    ],
    [
      "a member nobody knows, deep down",
      { value: { target: { ...cny("1.00"), rounding: "up" } } },
      ["value", "target", "rounding"],
    ],
    ["a misspelt word", { services: [{ id: "s", service: "x", needed: "yess" }] }, ["services", 0, "needed"]],
    [
      "a name of the language as a word",
      { people: [{ id: "p", contactName: "A", contactMethod: [{ channel: "constructor", value: "1" }] }] },
      ["people", 0, "contactMethod", 0, "channel"],
    ],
    [
      "a word of another kind",
      { challenges: [{ id: "c", preventionAndTimetable: [{ action: "x", state: "yes" }] }] },
      ["challenges", 0, "preventionAndTimetable", 0, "state"],
    ],
  ])("%s", (_name, part, path) => {
    expect(given({ ...emptyPlan, ...part })).toStrictEqual([[invalid, path]]);
  });

  test("a misspelt member says which one was meant", () => {
    expect(checkPlan({ ...emptyPlan, instituions: [] } as StrategyPlan)).toMatchObject([
      { code: invalid, path: ["instituions"], details: { didYouMean: "institutions" } },
    ]);
  });

  test.each([[null], [undefined], [7], ["plan"], [[]], [() => emptyPlan], [new Map()]])("%s is not a plan", (plan) => {
    expect(given(plan)).toStrictEqual([[invalid, []]]);
  });

  test("a member that throws when it is read, and a list that does", () => {
    const thrower = (on: object): object =>
      Object.defineProperty(on, "0", {
        enumerable: true,
        get: () => {
          throw new RangeError("not now");
        },
      });
    expect(given({ ...emptyPlan, actions: thrower([]) })).toStrictEqual([[invalid, ["actions"]]]);
    const people = [
      Object.defineProperty({ id: "p" }, "contactName", {
        enumerable: true,
        get: () => {
          throw new RangeError("not now");
        },
      }),
    ];
    expect(given({ ...emptyPlan, people })).toStrictEqual([[invalid, ["people", 0, "contactName"]]]);
  });

  test("the rest of the plan is checked all the same, and only once", () => {
    const plan = {
      ...emptyPlan,
      period: 2026,
      services: [
        null,
        { id: 7, service: "x", needed: "no", adopted: { answer: "yes" } },
        { id: 7, service: "x" },
        { id: "s", service: "x", needed: "no", adopted: { answer: "yes" }, discontinued: { answer: "yes", date: 1 } },
      ],
      actions: [{ id: "s", plannedPitchTime: "2027" }],
    };
    expect(given(plan)).toStrictEqual([
      ["core/invalid-date", ["period"]],
      [invalid, ["services", 0]],
      [invalid, ["services", 1, "id"]],
      [invalid, ["services", 2, "id"]],
      ["core/invalid-date", ["services", 3, "discontinued", "date"]],
      ["strategy-plan/duplicate-id", ["actions", 0, "id"]],
      ["strategy-plan/adopted-without-need", ["services", 3, "adopted"]],
    ]);
  });
});

describe("nothing is computed from a plan that cannot be read", () => {
  test.each<[string, unknown, string, (string | number)[]]>([
    ["no plan", undefined, "strategy-plan/invalid-plan", ["plan"]],
    ["nothing in it", {}, "strategy-plan/invalid-plan", ["plan", "id"]],
    ["a row of null", { ...emptyPlan, services: [null] }, "strategy-plan/invalid-plan", ["plan", "services", 0]],
    ["people of null", { ...emptyPlan, people: null }, "strategy-plan/invalid-plan", ["plan", "people"]],
    [
      "a misspelt word",
      { ...emptyPlan, services: [{ id: "s", service: "x", needed: "No" }] },
      "strategy-plan/invalid-plan",
      ["plan", "services", 0, "needed"],
    ],
    [
      "a basis that is not one",
      {
        ...emptyPlan,
        services: [{ id: "s", service: "x", spendWithUs: { amount: cny("1.00"), period: "2025", basis: "estimate" } }],
      },
      "strategy-plan/invalid-plan",
      ["plan", "services", 0, "spendWithUs", "basis"],
    ],
    [
      "a number for a date",
      { ...emptyPlan, services: [{ id: "s", service: "x", adopted: { answer: "yes", since: 2020 } }] },
      "core/invalid-date",
      ["plan", "services", 0, "adopted", "since"],
    ],
  ])("%s", (_name, plan, code, path) => {
    for (const compute of [planCompleteness, planWallet]) {
      expect(refusalOf(() => compute(plan as StrategyPlan))).toMatchObject({ code, path });
    }
  });
});

describe.each(["", " "])("another institution whose id is %j", (id) => {
  const spend = { amount: cny("300.00"), period: "2025" };
  const plan: StrategyPlan = {
    ...emptyPlan,
    institutions: [
      { id: "i", institutionName: "B" },
      { id, institutionName: "C", estimatedSpend: [{ service: "s", ...spend }] },
    ],
    services: [
      {
        id: "s",
        service: "x",
        adopted: { answer: "yes" },
        spendWithUs: { ...spend, basis: "actual" },
        shareOfSpend: { share: "0.9", period: "2025", basis: "actual" },
      },
    ],
  };

  test("is an issue that hides no other", () => {
    expect(checkPlan(plan)).toStrictEqual([
      { code: "strategy-plan/empty-id", path: ["institutions", 1, "id"], details: {} },
      {
        code: "strategy-plan/share-differs-from-spend",
        path: ["services", 0, "shareOfSpend", "share"],
        details: { service: "s", stated: "0.9", computed: "0.5000" },
      },
    ]);
  });

  test("is refused at its place where the spend is attributed", () => {
    expect(refusalOf(() => planWallet(plan))).toStrictEqual({
      code: "strategy-plan/empty-id",
      path: ["plan", "institutions", 1, "id"],
      details: {},
    });
  });
});

describe("the amount of a financial need", () => {
  const need = (amount: string, currency = "CNY"): StrategyPlan => ({
    ...emptyPlan,
    businesses: [
      { id: "b", financialNeeds: [{ need: "none" }, { need: "a line of credit", amount: { amount, currency } }] },
    ],
  });
  const target = (amount: string, currency = "CNY"): StrategyPlan => ({
    ...emptyPlan,
    value: { target: { amount, currency } },
  });
  const place = ["businesses", 0, "financialNeeds", 1, "amount"];

  test("may be there", () => {
    expect(checkPlan(need("5000000.00"))).toStrictEqual([]);
  });

  test.each([
    ["5x", "CNY", "money/invalid-amount", ["amount"]],
    [" ", "CNY", "money/invalid-amount", ["amount"]],
    ["5.999", "CNY", "money/too-many-fraction-digits", ["amount"]],
    ["5", "XYZ", "money/unknown-currency", ["currency"]],
    ["5", "cny", "money/unknown-currency", ["currency"]],
    ["5", "USD", "strategy-plan/currency-differs", []],
  ])("%j %s is an issue at its place, as of every amount", (amount, currency, code, member) => {
    const [issue, ...more] = checkPlan(need(amount, currency));
    expect([issue?.code, issue?.path, more]).toStrictEqual([code, [...place, ...member], []]);
    const [other] = checkPlan(target(amount, currency));
    expect(issue).toStrictEqual({ ...other, path: [...place, ...(other?.path.slice(2) ?? [])] });
  });
});
