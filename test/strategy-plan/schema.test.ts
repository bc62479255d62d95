import { describe, expect, test } from "vitest";

import { checkClientFile } from "../../src/client/index.ts";
import { ClientFileSchema } from "../../src/client/schema.ts";
import { relationshipValue } from "../../src/relationship-value/index.ts";
import { StrategyPlanSchema } from "../../src/strategy-plan/schema.ts";
import { cny, emptyPlan, sample } from "./plans.ts";

describe("the sample of the documentation", () => {
  test("is a valid client file and a valid plan, and comes back unchanged", () => {
    expect(StrategyPlanSchema.parse(sample.plan)).toStrictEqual(sample.plan);
    expect(ClientFileSchema.parse(sample.client)).toStrictEqual(sample.client);
    expect(checkClientFile(sample.client)).toStrictEqual([]);
    expect(sample.plan.client).toBe(sample.client.id);
  });

  test("says that it is a sample", () => {
    expect([sample.plan.sample, sample.client.sample]).toStrictEqual([true, true]);
  });

  test("section 7 is what its income lines add up to", () => {
    // direct 1,860,000 + 640,000 + 929,000 + 165,000 + 270,000 + 33,000; related 210,000 + 38,400 + 96,000 + 45,600
    const { statement, issues } = relationshipValue(sample.incomeLines, {
      client: sample.client.id,
      group: sample.group,
      period: "2025",
      currency: "CNY",
    });
    expect(issues).toStrictEqual([]);
    expect(statement.heads).toStrictEqual({
      direct: cny("3897000.00"),
      related: cny("390000.00"),
      other: cny("120000.00"),
    });
    expect(sample.plan.value?.directIncome?.amount).toStrictEqual(statement.heads.direct);
    expect(sample.plan.value?.relatedClientIncome?.amount).toStrictEqual(statement.heads.related);
    expect(sample.plan.value?.otherIntangibleBenefit?.amount).toStrictEqual(statement.heads.other);
  });
});

test("of no service does the sample book more income than the client pays for it", () => {
  const products: Readonly<Record<string, readonly string[]>> = {
    "s-wc": ["LOAN-WC"],
    "s-term": ["LOAN-TERM"],
    "s-trade": ["SETTLEMENT", "TRADE"],
    "s-payroll": ["PAYROLL"],
  };
  const own = sample.incomeLines.filter(({ client, item }) => client === sample.client.id && item !== "liability");
  const paid = (sample.plan.services ?? []).filter(({ spendWithUs }) => Number(spendWithUs?.amount.amount ?? 0) > 0);
  expect(paid.map(({ id }) => id)).toStrictEqual(Object.keys(products));
  for (const { id, spendWithUs } of paid) {
    const booked = own
      .filter(({ product }) => products[id]?.includes(product))
      .map(({ amount }) => Number(amount.amount));
    expect(booked.length, id).toBeGreaterThan(0);
    const sum = booked.reduce((total, amount) => total + amount, 0);
    expect(sum, id).toBeLessThanOrEqual(Number(spendWithUs?.amount.amount));
  }
  // no fee is booked under a product that no service pays for
  const fees = own.filter(({ item }) => item === "intermediary").map(({ product }) => product);
  expect(fees.filter((product) => !Object.values(products).flat().includes(product))).toStrictEqual([]);
});

describe("the schema", () => {
  test("takes a plan full of holes", () => {
    expect(StrategyPlanSchema.parse(emptyPlan)).toStrictEqual(emptyPlan);
  });
  test.each<[string, object, (string | number)[]]>([
    ["an unknown member", { profit: 1 }, []],
    ["a person without an id", { people: [{ contactName: "A" }] }, ["people", 0, "id"]],
    [
      "a state of an action that is none",
      { actions: [{ id: "a", progress: { state: "open" } }] },
      ["actions", 0, "progress", "state"],
    ],
    [
      "a consent without a purpose",
      {
        people: [
          {
            id: "p",
            otherBusinessWithUs: [{ product: "x", bookingUnit: "y", consent: { givenOn: "2025-01-01" } }],
          },
        ],
      },
      ["people", 0, "otherBusinessWithUs", 0, "consent", "purpose"],
    ],
    ["a credit page without its day", { credit: { limits: [] } }, ["credit", "confirmedOn"]],
    ["an answer that is none", { services: [{ id: "s", service: "x", needed: "maybe" }] }, ["services", 0, "needed"]],
    ["a number for an amount", { value: { target: { amount: 1, currency: "CNY" } } }, ["value", "target", "amount"]],
    [
      "an officer without a source",
      {
        institutions: [{ id: "i", institutionName: "B", institutionOfficer: { name: "N", obtainedOn: "2025-01-01" } }],
      },
      ["institutions", 0, "institutionOfficer", "source"],
    ],
    ["an undefined member", { value: undefined }, ["value"]],
  ])("refuses %s", (_name, part, path) => {
    const result = StrategyPlanSchema.safeParse({ ...emptyPlan, ...part });
    expect(result.error?.issues[0]?.path).toStrictEqual(path);
  });
});
