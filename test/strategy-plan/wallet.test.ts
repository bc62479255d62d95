import { describe, expect, test } from "vitest";

import {
  checkPlan,
  planWallet,
  type PlanInstitution,
  type PlanService,
  type StrategyPlan,
} from "../../src/strategy-plan/index.ts";
import { cny, emptyPlan, sample } from "./plans.ts";

const institution = (id: string, amount: string, period = "2025"): PlanInstitution => ({
  id,
  institutionName: `bank ${id}`,
  estimatedSpend: [{ service: "s", amount: cny(amount), period }],
});
const plan = (service: Partial<PlanService>, institutions: readonly PlanInstitution[] = []): StrategyPlan => ({
  ...emptyPlan,
  institutions,
  services: [{ id: "s", service: "Loans", ...service }],
});
const withUs = (amount: string, period = "2025"): Pick<PlanService, "spendWithUs"> => ({
  spendWithUs: { amount: cny(amount), period, basis: "actual" },
});

describe("the share of one service", () => {
  test("is spend with us over the whole spend: 1 / (1 + 2 + 4)", () => {
    const [service] = planWallet(
      plan(withUs("100.00"), [institution("a", "200.00"), institution("b", "400.00")]),
    ).services;
    expect(service).toMatchObject({
      service: "s",
      name: "Loans",
      period: "2025",
      withUs: cny("100.00"),
      elsewhere: cny("600.00"),
      missing: [],
      wallet: { share: "0.1429", wallet: cny("700.00"), estimated: true },
    });
  });

  test.each<[string, StrategyPlan, string | null, string[]]>([
    ["alone with us", plan({ ...withUs("5.00"), suppliedElsewhere: { answer: "no" } }), "1.0000", []],
    ["nobody knows about other banks", plan(withUs("5.00")), null, ["spend-elsewhere"]],
    [
      "a supplier without an estimate",
      plan({ ...withUs("5.00"), suppliedElsewhere: { answer: "yes", institutions: ["a", "b"] } }, [
        institution("a", "1.00"),
        { id: "b", institutionName: "B" },
      ]),
      null,
      ["spend-elsewhere"],
    ],
    ["never taken from us", plan({ adopted: { answer: "no" } }, [institution("a", "7.00")]), "0.0000", []],
    [
      "taken from us, spend not known",
      plan({ adopted: { answer: "yes" } }, [institution("a", "7.00")]),
      null,
      ["spend-with-us"],
    ],
    ["nothing known", plan({}), null, ["spend-with-us", "spend-elsewhere"]],
    ["nothing spent anywhere", plan({ ...withUs("0.00"), suppliedElsewhere: { answer: "no" } }), null, []],
  ])("%s", (_name, of, share, missing) => {
    const [service] = planWallet(of).services;
    expect(service?.wallet?.share ?? null).toBe(share);
    expect(service?.missing).toStrictEqual(missing);
  });

  test("the same year written as a range is the same period", () => {
    const range: PlanInstitution = {
      id: "a",
      institutionName: "A",
      estimatedSpend: [{ service: "s", amount: cny("300.00"), period: { from: "2025-01-01", to: "2026-01-01" } }],
    };
    expect(planWallet(plan(withUs("100.00"), [range])).services[0]?.wallet?.share).toBe("0.2500");
  });

  test.each<[string, StrategyPlan, object]>([
    [
      "another period",
      plan(withUs("1.00"), [institution("a", "1.00", "2024")]),
      {
        code: "strategy-plan/period-differs",
        path: ["institutions", 0, "estimatedSpend", 0],
        details: { period: "2024", expected: "2025" },
      },
    ],
    [
      "another currency",
      { ...plan(withUs("1.00"), [institution("a", "1.00")]), currency: "HKD" },
      {
        code: "strategy-plan/currency-differs",
        path: ["services", 0, "spendWithUs"],
        details: { currency: "CNY", expected: "HKD" },
      },
    ],
    [
      "a negative spend",
      plan(withUs("-1.00"), [institution("a", "1.00")]),
      { code: "strategy-plan/negative-spend", path: ["services", 0, "spendWithUs"], details: { service: "s" } },
    ],
    [
      "no amount at all",
      plan(withUs("1e3"), [institution("a", "1.00")]),
      { code: "money/invalid-amount", path: ["services", 0, "spendWithUs", "amount"] },
    ],
  ])("%s is an issue and leaves the share open", (_name, of, issue) => {
    const result = planWallet(of);
    expect(result.issues[0]).toMatchObject(issue);
    expect(result.services[0]?.wallet).toBeNull();
    expect(result.total).toBeNull();
  });
});

test("the total of the sample, added up by hand", () => {
  // with us 3,150,000 + 980,000 + 460,000 + 0 + 36,000 + 0; elsewhere 2,100,000 + 1,470,000 + 690,000 + 240,000 + 180,000;
  // 4,626,000 / 9,306,000 = 0.497099…; the hedging service is left out, nobody knows what bank b-b takes for it
  const { total, totalGap, institutions, services, issues } = planWallet(sample.plan);
  expect(totalGap).toBeNull();
  expect(total).toStrictEqual({
    period: "2025",
    withUs: cny("4626000.00"),
    elsewhere: cny("4680000.00"),
    whole: cny("9306000.00"),
    share: "0.4971",
    estimated: true,
    known: 6,
    n: 7,
  });
  expect(institutions.map(({ institution: id, amount }) => [id, amount.amount])).toStrictEqual([
    ["b-a", "3570000.00"],
    ["b-b", "930000.00"],
    ["b-l", "180000.00"],
  ]);
  expect(services.map(({ service }) => service)).not.toContain("s-bond");
  expect(issues).toStrictEqual([]);
});

describe("spends of several periods have no total", () => {
  const on = (id: string, period: string, more: Partial<PlanService> = {}): PlanService => ({
    id,
    service: id,
    suppliedElsewhere: { answer: "no" },
    spendWithUs: { amount: cny("1000000.00"), period, basis: "actual" },
    ...more,
  });
  const of = (...services: readonly PlanService[]) => planWallet({ ...emptyPlan, services });

  test("a month of loans and a year of trade finance: an issue at the row, shares that stay, no sums", () => {
    const both: StrategyPlan = {
      ...emptyPlan,
      institutions: [
        {
          id: "b",
          institutionName: "B",
          estimatedSpend: [
            { service: "loans", amount: cny("9000000.00"), period: "2025-12" },
            { service: "trade", amount: cny("1000000.00"), period: "2025" },
          ],
        },
      ],
      services: [
        on("loans", "2025-12", { suppliedElsewhere: { answer: "yes" } }),
        on("trade", "2025", { suppliedElsewhere: { answer: "yes" } }),
      ],
    };
    const { total, totalGap, institutions, services, issues } = planWallet(both);
    expect([total, totalGap, institutions]).toStrictEqual([null, "periods-differ", []]);
    expect(services.map(({ wallet }) => wallet?.share)).toStrictEqual(["0.1000", "0.5000"]);
    const issue = {
      code: "strategy-plan/period-differs",
      path: ["services", 1],
      details: { period: "2025", expected: "2025-12" },
    };
    expect(issues).toStrictEqual([issue]);
    expect(checkPlan(both)).toStrictEqual([issue]);
  });

  test("the row is that of section 6, also behind a service that nobody needs", () => {
    const { issues } = of({ id: "x", service: "x", needed: "no" }, on("a", "2025"), on("b", "2024"), on("c", "2024"));
    expect(issues.map(({ path }) => path)).toStrictEqual([
      ["services", 2],
      ["services", 3],
    ]);
  });

  test("the same year as a range, and a service with no spend at all, do not keep the others from adding up", () => {
    const range = { from: "2025-01-01", to: "2026-01-01" };
    const never = { id: "n", service: "n", adopted: { answer: "no" }, suppliedElsewhere: { answer: "no" } } as const;
    const year = on("b", "2025", { spendWithUs: { amount: cny("1.00"), period: range, basis: "actual" } });
    expect(of(never, on("a", "2025"), year)).toMatchObject({ totalGap: null, total: { known: 3, period: "2025" } });
    expect(of(never)).toMatchObject({ totalGap: null, total: { known: 1, period: null, share: null } });
  });

  test("a service that is not known on both sides is in no total, whatever its period", () => {
    const open = on("b", "2024", { suppliedElsewhere: { answer: "unknown" } });
    expect(of(on("a", "2025"), open)).toMatchObject({ totalGap: null, issues: [], total: { known: 1, n: 2 } });
    expect(of(open)).toMatchObject({ total: null, totalGap: "nothing-known" });
    expect(of()).toMatchObject({ total: null, totalGap: "nothing-known" });
  });
});
