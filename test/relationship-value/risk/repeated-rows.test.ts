import { expect, test } from "vitest";

import {
  exampleMainlandLevies,
  expectedLoss,
  levyCharges,
  netInterestIncome,
  relationshipReturn,
  riskCapital,
  transferAddOns,
  type AddOnRow,
  type InterestPosition,
} from "../../../src/relationship-value/index.ts";
import { cny, deposit, exposure, loan, options, relationship } from "./relationship.ts";

const time = { period: "2025", currency: "CNY", dayCount: "ACT/365F" } as const;
const repeated = (row: number, id: string) => ({
  row,
  code: "relationship-value/repeated-row",
  path: ["id"],
  details: { id },
});
/** The rows twice, after one that cannot be read: the first that can be read counts. */
const twice = <T extends object>(rows: readonly T[], bad: object): T[] => [
  ...rows.slice(0, 1).map((row) => ({ ...row, ...bad })),
  ...rows,
  ...rows,
];

test("an exposure given twice has its loss and its capital once", () => {
  const rows = twice([exposure], { pd: "2" });
  const capital = riskCapital(rows, { currency: "CNY", capital: { basis: "regulatory", ratio: "0.105" } });
  const loss = expectedLoss(rows, { ...time, lossTime: "full" });
  expect(capital.total.amount).toBe("1050000.00");
  expect(capital.riskWeightedAssets?.amount).toBe("10000000.00");
  expect(loss.total.amount).toBe("36000.00");
  for (const { values, issues } of [capital, loss]) {
    expect(values[2]).toBeNull();
    expect(issues.slice(1)).toStrictEqual([repeated(2, "LOAN")]);
  }
});

test("a position given twice has its interest, reserves and premium once; both sides of an account are two", () => {
  const rows = twice<InterestPosition<"CNY">>([deposit, { ...deposit, side: "asset" }], {
    rate: "x",
    transferRate: "x",
  });
  const { totals, issues } = netInterestIncome(rows, time);
  expect([totals.interestPaid.amount, totals.interestReceived.amount]).toStrictEqual(["44000.00", "44000.00"]);
  expect(issues.slice(1)).toStrictEqual([repeated(3, "DEP"), repeated(4, "DEP")]);
  const bases = { interestReceived: cny("0"), fees: cny("0"), positions: rows };
  const charges = levyCharges(bases, { ...time, policy: exampleMainlandLevies });
  expect(charges.total.amount).toBe("1864.00"); // 1,064 and 800
  expect(charges.issues.slice(1)).toStrictEqual([repeated(3, "DEP"), repeated(4, "DEP")]);
});

test("an add-on given twice is charged once; another add-on of one base is another row", () => {
  const addOn = { id: "LOAN", addOn: "liquidity-premium", base: cny("10000000"), rate: "0.001" } as const;
  const other = { ...addOn, addOn: "liquidity-buffer" } as const;
  const { total, issues } = transferAddOns(twice<AddOnRow<"CNY">>([addOn, other], { rate: "x" }), time);
  expect(total.amount).toBe("20000.00");
  expect(issues.slice(1)).toStrictEqual([repeated(3, "LOAN"), repeated(4, "LOAN")]);
});

test("a relationship with every row twice has the return of one with every row once", () => {
  const { positions, addOns, exposures } = relationship;
  const doubled = {
    ...relationship,
    positions: [...positions, loan],
    addOns: [...addOns, ...addOns.slice(0, 1)],
    exposures: [...exposures, ...exposures],
  };
  const { result, issues } = relationshipReturn(doubled, options);
  expect(result).toStrictEqual(relationshipReturn(relationship, options).result);
  expect(issues.map(({ list, row }) => [list, row])).toStrictEqual([
    ["positions", 2],
    ["addOns", 3],
    ["exposures", 1],
  ]);
});

test("a hundred thousand add-ons take their time once", () => {
  const rows = Array.from({ length: 100_000 }, (_, row) => ({
    id: String(row),
    addOn: "liquidity-premium" as const,
    base: cny("365"),
    rate: "0.01",
  }));
  expect(transferAddOns(rows, time).total.amount).toBe("365000.00");
});
