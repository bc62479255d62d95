import { describe, expect, test } from "vitest";

import {
  examplePlanHealth,
  examplePlanTiers,
  examplePlanViews,
  incomeForecast,
  mergePortfolios,
  planFor,
  portfolioOfPlans,
  type PlanAction,
  type PlanPortfolio,
  type PortfolioOptions,
  type StrategyPlan,
} from "../../../src/strategy-plan/index.ts";
import { refusal } from "../../support/refusal.ts";
import { cny, emptyPlan, sample } from "../plans.ts";

const options: PortfolioOptions = {
  health: examplePlanHealth,
  tiers: [examplePlanTiers.minimal, examplePlanTiers.standard, examplePlanTiers.full],
  renewalsWithinDays: 60,
};
const asOf = "2026-05-01";
const of = (plans: readonly StrategyPlan[], changes: Partial<PortfolioOptions> = {}, day = asOf): PlanPortfolio =>
  portfolioOfPlans(plans, day, { ...options, ...changes }).portfolio;
const action = (id: string, amount: string, currency = "CNY"): PlanAction => ({
  id,
  plannedPitchTime: "2026-03",
  productOrService: { name: "n", product: "FX" },
  expectedIncome: { amount: { amount, currency }, period: "2026-03", probability: "0.5", head: "direct" },
});

test("the sample and a small plan, by hand", () => {
  const small: StrategyPlan = { ...emptyPlan, actions: [action("a2", "100.00"), action("a1", "10.00", "HKD")] };
  const portfolio = of([small, sample.plan]);
  expect(portfolio.plans).toStrictEqual({ given: 2, read: 2, views: 0 });
  // 539,000 + 100 × 0.5, 1,110,000 + 100; the dollars stay by themselves
  expect(portfolio.income.map(({ currency, total }) => [currency, total.expected.amount, total.best.amount])).toEqual([
    ["CNY", "539050.00", "1110100.00"],
    ["HKD", "5.00", "10.00"],
  ]);
  // products by id; those of the sample are 1,110,000.00 together
  expect(portfolio.income[0]?.products.map(({ product, best }) => [product, best.amount])).toStrictEqual([
    ["CASH-MGMT", "90000.00"],
    ["FX", "100.00"],
    ["FX-HEDGE", "160000.00"],
    ["LEASE", "60000.00"],
    ["LOAN-TERM", "380000.00"],
    ["LOAN-WC", "420000.00"],
  ]);
  expect(portfolio.income[0]?.heads.map(({ head }) => head)).toStrictEqual(["direct", "related"]);
  // March is over; of the sample, only a-fx was to be pitched by then
  expect(portfolio.overdue).toStrictEqual([
    { plan: "P-1", action: "a1" },
    { plan: "P-1", action: "a2" },
    { plan: "PLAN-SAMPLE-2026", action: "a-fx" },
  ]);
  expect(portfolio.health.policy).toStrictEqual({ id: "example.plan-health", version: "1" });
  expect(portfolio.health.checks.find(({ check }) => check === "decision-maker")).toStrictEqual({
    check: "decision-maker",
    met: 1,
    unmet: 0,
    unknown: 1,
  });
  expect(portfolio.health.unmet).toStrictEqual([
    { plan: "P-1", checks: ["actions-on-track"] },
    {
      plan: "PLAN-SAMPLE-2026",
      checks: ["sponsor", "key-people-contacted", "challenges-prepared", "actions-on-track"],
    },
  ]);
  // the sample meets all; of the small plan, of 6, 10 and 8 requirements, what it offers and what that brings may count
  expect(portfolio.tiers.map(({ tier, plans }) => [tier, plans.n, plans.of, plans.rate])).toStrictEqual([
    ["minimal", 1, 2, "0.5000"],
    ["standard", 1, 2, "0.5000"],
    ["full", 1, 2, "0.5000"],
  ]);
  expect(portfolio.tiers.map(({ requirements }) => requirements.of)).toStrictEqual([12, 20, 16]);
  expect(portfolio.managers).toStrictEqual([
    {
      manager: "E-1",
      plans: 1,
      income: [
        { currency: "CNY", expected: cny("50.00"), best: cny("100.00"), committed: cny("0.00") },
        {
          currency: "HKD",
          expected: { amount: "5.00", currency: "HKD" },
          best: { amount: "10.00", currency: "HKD" },
          committed: { amount: "0.00", currency: "HKD" },
        },
      ],
      overdue: 2,
    },
    {
      manager: "王样本",
      plans: 1,
      income: [{ currency: "CNY", expected: cny("539000.00"), best: cny("1110000.00"), committed: cny("0.00") }],
      overdue: 1,
    },
  ]);
});

test("renewals: the last day counts, and so does whatever is past", () => {
  const dates = (day: string, renewalsWithinDays: number): readonly string[] =>
    of([sample.plan], { renewalsWithinDays }, day).renewals.map(({ date, service }) => `${date} ${service}`);
  // 1 May and 60 days are 30 June
  expect(dates("2026-05-01", 60)).toStrictEqual(["2026-06-30 s-wc"]);
  expect(dates("2026-05-01", 59)).toStrictEqual([]);
  expect(dates("2026-06-30", 0)).toStrictEqual(["2026-06-30 s-wc"]);
  expect(dates("2027-01-01", 0)).toStrictEqual(["2026-06-30 s-wc", "2026-09-30 s-trade"]);
});

test("renewals stand by date, plan, institution and service", () => {
  const renewal = (service: string, renewalDate: string) => ({ service, terms: "t", renewalDate });
  const plan = (id: string): StrategyPlan => ({
    ...emptyPlan,
    id,
    institutions: [
      {
        id: "b2",
        institutionName: "B",
        institutionServicesAndTerms: [renewal("s2", "2026-05-02"), renewal("s1", "2026-05-02")],
      },
      { id: "b1", institutionName: "A", institutionServicesAndTerms: [renewal("s3", "2026-05-02")] },
      { id: "b3", institutionName: "C", institutionServicesAndTerms: [renewal("s1", "2026-04-02")] },
    ],
  });
  expect(of([plan("P-2"), plan("P-1")]).renewals.map((row) => `${row.plan} ${row.institution} ${row.service}`)).toEqual(
    ["P-1 b3 s1", "P-2 b3 s1", "P-1 b1 s3", "P-1 b2 s1", "P-1 b2 s2", "P-2 b1 s3", "P-2 b2 s1", "P-2 b2 s2"],
  );
});

test("views are counted, so that nobody takes their sums for whole", () => {
  const viewer = { role: "visitor", employee: "E-9" };
  const view = planFor(sample.plan, viewer, examplePlanViews);
  expect(view.withheld.length).toBeGreaterThan(0);
  const { plans, income } = of([view, emptyPlan]);
  expect(plans).toStrictEqual({ given: 2, read: 2, views: 1 });
  expect(income).toStrictEqual([]);
});

test("nothing given: every rate is null, and every check is there", () => {
  const { plans, tiers, health, income, managers } = of([]);
  expect(plans).toStrictEqual({ given: 0, read: 0, views: 0 });
  expect(tiers.map((row) => [row.plans.rate, row.requirements.rate])).toStrictEqual([
    [null, null],
    [null, null],
    [null, null],
  ]);
  expect(health.checks).toHaveLength(8);
  expect([income, managers]).toStrictEqual([[], []]);
});

test("a plan that cannot be read, cannot be computed, or comes twice is an issue with its place", () => {
  const { portfolio, issues } = portfolioOfPlans(
    [
      { ...emptyPlan, curency: "CNY" } as never,
      {
        ...emptyPlan,
        actions: [
          { ...action("a", "1.00"), expectedIncome: { amount: cny("1.00"), period: "2026", probability: "2" } },
        ],
      },
      // neither of the two before it was counted, so this is the first of its id
      emptyPlan,
      { ...emptyPlan, version: "2" },
      { ...emptyPlan, id: "P-2", actions: [{ id: "a", expectedIncome: { amount: cny("1.001"), period: "2026" } }] },
    ],
    asOf,
    options,
  );
  expect(portfolio.plans).toStrictEqual({ given: 5, read: 1, views: 0 });
  expect(issues).toMatchObject([
    { row: 0, code: "strategy-plan/invalid-plan", path: ["curency"], details: { didYouMean: "currency" } },
    { row: 1, code: "strategy-plan/share-out-of-range", path: ["actions", 0, "expectedIncome", "probability"] },
    { row: 3, code: "strategy-plan/repeated-plan", path: ["id"], details: { id: "P-1" } },
    { row: 4, code: "money/too-many-fraction-digits", path: ["actions", 0, "expectedIncome", "amount", "amount"] },
  ]);
});

test("a book of more plans than are added up at once", () => {
  const plans = Array.from({ length: 1025 }, (_, index) => ({
    ...emptyPlan,
    id: `P-${String(index)}`,
    actions: [action("a", "0.02")],
  }));
  const { income, overdue, plans: counts } = of(plans);
  expect([counts.read, overdue.length, income[0]?.total.expected.amount]).toStrictEqual([1025, 1025, "10.25"]);
});

test("what is no use is refused with its place", () => {
  const call = (plans: unknown, day: unknown, given: object) => () =>
    portfolioOfPlans(plans as never, day as never, given as never);
  const invalid = "strategy-plan/invalid-input";
  expect(call("P-1", asOf, options)).toThrow(refusal(invalid, "plans", expect.anything() as object));
  expect(call([], "2026-02-30", options)).toThrow(refusal("core/invalid-date", "asOf", expect.anything() as object));
  expect(call([], asOf, { ...options, tier: [] })).toThrow(
    refusal(invalid, ["options", "tier"], expect.objectContaining({ didYouMean: "tiers" }) as object),
  );
  expect(call([], asOf, { ...options, tiers: null })).toThrow(
    refusal(invalid, ["options", "tiers"], expect.anything() as object),
  );
  expect(call([], asOf, { ...options, renewalsWithinDays: -1 })).toThrow(
    refusal(invalid, ["options", "renewalsWithinDays"], expect.anything() as object),
  );
  const policy = "strategy-plan/invalid-policy";
  expect(call([], asOf, { ...options, health: { ...examplePlanHealth, backing: "part" } })).toThrow(
    refusal(policy, ["options", "health", "backing"], expect.anything() as object),
  );
  expect(call([], asOf, { ...options, tiers: [{ ...examplePlanTiers.full, tier: "huge" }] })).toThrow(
    refusal(policy, ["options", "tiers", 0, "tier"], expect.anything() as object),
  );
  expect(call([], "1999-12-31", options)).toThrow(expect.objectContaining({ code: "core/no-policy-in-force" }));
  const huge = action("a", "9999999999999999.99");
  expect(
    call(
      [
        { ...emptyPlan, actions: [huge] },
        { ...emptyPlan, id: "P-2", actions: [huge] },
      ],
      asOf,
      options,
    ),
  ).toThrow(expect.objectContaining({ code: "money/amount-too-large" }));
});

test.each([
  ["asOf", of([], {}, "2026-05-02")],
  ["renewalsWithinDays", of([], { renewalsWithinDays: 61 })],
  ["health", of([], { health: { ...examplePlanHealth, version: "2" } })],
  ["tiers", of([], { tiers: [examplePlanTiers.minimal] })],
  ["tiers", of([], { tiers: [...options.tiers].reverse() })],
] as const)("portfolios of another %s are not merged", (term, other) => {
  expect(() => mergePortfolios(of([sample.plan]), other)).toThrow(
    refusal("strategy-plan/portfolios-differ", ["b", term], { term }),
  );
});

describe("what comes back from a store and cannot be a portfolio", () => {
  const whole = of([sample.plan, emptyPlan]);
  const invalid = "strategy-plan/invalid-input";
  /** The portfolio as JSON, with the member at a place changed. */
  const changed = (place: readonly (string | number)[], value: unknown): PlanPortfolio => {
    const copy = JSON.parse(JSON.stringify(whole)) as PlanPortfolio;
    let holder = copy as unknown as Record<string | number, unknown>;
    for (const name of place.slice(0, -1)) holder = holder[name] as Record<string | number, unknown>;
    holder[place.at(-1) ?? ""] = value;
    return copy;
  };

  test.each<readonly [name: string, at: readonly (string | number)[], value: unknown]>([
    ["a negative count", ["plans", "views"], -1],
    ["a count that is not whole", ["withoutProbability"], 0.5],
    ["more read than given", ["plans", "read"], 3],
    ["more views than read", ["plans", "views"], 3],
    // two plans were read, and 1 met, 0 unmet, 1 unknown stood there
    ["a check of more plans than were read", ["health", "checks", 1, "unknown"], 2],
    ["a check of fewer plans than were read", ["health", "checks", 1, "unknown"], 0],
    ["more plans than there are that meet a tier", ["tiers", 0, "plans", "n"], 3],
    ["more requirements met than there are", ["tiers", 1, "requirements", "n"], 21],
    ["a rate that is not that of its counts", ["tiers", 0, "plans", "rate"], "0.9"],
    ["no rate of counts that have one", ["tiers", 0, "plans", "rate"], null],
    ["a month there is not", ["income", 0, "months", 0, "month"], "2026-13"],
    ["a day for a month", ["income", 0, "months", 0, "month"], "2026-01-01"],
    ["a quarter for a month", ["income", 0, "months", 0, "month"], "2026-Q1"],
    ["a list of a month", ["income", 0, "months", 0, "month"], ["2026-01"]],
    ["a manager with a negative number of plans", ["managers", 0, "plans"], -1],
  ])("%s", (_, at, value) => {
    const other = changed(at, value);
    expect(() => mergePortfolios(whole, other)).toThrow(refusal(invalid, ["b", ...at], expect.anything() as object));
    expect(() => mergePortfolios(other, of([]))).toThrow(refusal(invalid, ["a", ...at], expect.anything() as object));
  });

  test("a member nobody knows, and figures of another currency", () => {
    expect(() => mergePortfolios({ ...whole, overdu: [] } as never, whole)).toThrow(
      refusal(invalid, ["a", "overdu"], expect.objectContaining({ didYouMean: "overdue" }) as object),
    );
    expect(() => mergePortfolios(whole, changed(["income", 0, "currency"], "HKD"))).toThrow(
      expect.objectContaining({ code: "money/currency-mismatch", path: ["b", "income", 0, "currency"] }),
    );
  });
});

test("the income of one plan is its forecast", () => {
  expect(of([sample.plan]).income).toStrictEqual(incomeForecast(sample.plan).currencies);
});
