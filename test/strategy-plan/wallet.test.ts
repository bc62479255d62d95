import { describe, expect, test } from "vitest";

import {
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
  const { total, institutions, services, issues } = planWallet(sample.plan);
  expect(total).toStrictEqual({
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
