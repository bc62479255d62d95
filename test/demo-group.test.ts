import { readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { effectiveInterest, relatedClients, type OwnershipGraph } from "../src/client/index.ts";
import { money } from "../src/money/index.ts";
import {
  exampleMainlandLevies,
  groupValues,
  groupView,
  interestMemo,
  relationshipReturn,
  relationshipValue,
  repriceFor,
  valueBook,
  valueImpact,
  type IncomeLine,
  type PlanEffect,
  type Relationship,
} from "../src/relationship-value/index.ts";

/** What docs/examples/group-by-hand.md recomputes. */
interface Sample {
  readonly asOf: string;
  readonly head: string;
  readonly ownership: OwnershipGraph;
  readonly referred: readonly string[];
  readonly rates: readonly { from: string; to: string; rate: string; date: string; source: string }[];
  readonly lines: readonly (readonly [
    string,
    string,
    string,
    IncomeLine["item"],
    string,
    string,
    IncomeLine["basis"],
  ])[];
  readonly risk: {
    readonly positions: readonly { averageBalance: string }[];
    readonly addOns: readonly { base: string }[];
    readonly fees: string;
    readonly activities: Relationship<"CNY">["activities"];
    readonly costs: readonly { activity: string; cost: string; units: string }[];
    readonly exposures: readonly { exposure: string }[];
  };
  readonly plan: readonly (Omit<PlanEffect, "amount"> & { readonly amount: string })[];
}

const sample = JSON.parse(
  readFileSync(new URL("../docs/examples/data/sample-group.json", import.meta.url), "utf8"),
) as Sample;
const cny = (amount: string) => money(amount, "CNY");
const period = "2025";
const lines = sample.lines.map(([id, client, product, item, amount, currency, basis]): IncomeLine => ({
  id,
  client,
  product,
  item,
  period,
  amount: { amount, currency },
  basis,
}));
const clients = [...new Set(lines.map(({ client }) => client))];
const related = relatedClients(sample.ownership, sample.head, sample.asOf, { clients });
const view = groupView(related, sample.referred);
const options = { period, currency: "CNY", rates: sample.rates } as const;
const { statement, issues } = relationshipValue(lines, { ...options, client: sample.head, group: view.group });

describe("the sample group recomputed by hand", () => {
  test("who owns G-2 in the end", () => {
    const owners = effectiveInterest(sample.ownership, sample.asOf).ownersOf("G-2", { ultimateOnly: true });
    // 79/115 and 36/115
    expect(owners.map(({ owner, interest }) => [owner, interest])).toStrictEqual([
      ["P-1", "0.686956521739"],
      ["P-2", "0.313043478261"],
    ]);
  });

  test("the value of G-1, and the book", () => {
    expect(issues).toStrictEqual([]);
    const { heads, total, items } = statement;
    expect([heads.direct, heads.related, heads.other, total].map(({ amount }) => amount)).toStrictEqual([
      "660000.00",
      "1608500.46",
      "15000.00",
      "2283500.46",
    ]);
    expect(items.referred.amount).toStrictEqual(cny("36000.00"));
    const { book } = valueBook(lines, options);
    const values = groupValues(book, [{ group: "G", members: ["G-1", "G-2", "G-3", "G-4"] }]);
    expect(
      [book, values.groups, values.ungrouped, values.countedAgain].map(({ figures }) => figures.total.amount),
    ).toStrictEqual(["2633500.46", "2247500.46", "386000.00", "0.00"]);
  });

  test("what G-1 owns of it", () => {
    const joint = relationshipValue(lines, { ...options, client: "G-5" }).statement;
    const owned = Object.fromEntries(
      related.shares.flatMap(({ client, interest }) => (interest === null ? [] : [[client, interest]])),
    );
    expect(
      interestMemo(statement, owned, [joint]).shares.map(({ client, share }) => [client, share?.amount]),
    ).toStrictEqual([
      ["G-2", "1016000.00"],
      ["G-3", "182000.37"],
      ["G-4", "22500.00"],
      ["G-5", "140000.00"],
    ]);
  });

  test("what is left of G-2, its price, and the plan of G-1", () => {
    const { risk } = sample;
    const relationship = {
      positions: risk.positions.map((row) => ({ ...row, averageBalance: cny(row.averageBalance) })),
      addOns: risk.addOns.map((row) => ({ ...row, base: cny(row.base) })),
      fees: cny(risk.fees),
      activities: risk.activities,
      exposures: risk.exposures.map((row) => ({ ...row, exposure: cny(row.exposure) })),
    } as unknown as Relationship<"CNY">;
    const terms = {
      period,
      currency: "CNY",
      dayCount: "ACT/365F",
      lossTime: "full",
      levies: exampleMainlandLevies,
      costs: risk.costs.map((row) => ({ ...row, cost: cny(row.cost) })),
      capital: { basis: "regulatory", ratio: "0.105" },
      returnOnCapital: { treatment: "excluded" },
      funding: { treatment: "gross" },
      tax: { treatment: "after-tax", rate: "0.25", losses: "credited" },
      hurdle: "0.11",
    } as const;
    const { result } = relationshipReturn(relationship, terms);
    expect(
      [result.income, result.riskAdjustedIncome, result.economicValueAdded].map(({ amount }) => amount),
    ).toStrictEqual(["1225000.00", "666645.85", "146895.85"]);
    expect(result.raroc).toBe("0.1411");
    expect(repriceFor(relationship, terms, { position: "G2-LOAN", target: "0.11" })).toMatchObject({
      ok: true,
      rate: "0.0404",
    });
    const effects = sample.plan.map((row) => ({ ...row, amount: cny(row.amount) }));
    const { direct } = valueImpact(statement, effects, { targets: { direct: cny("750000") } }).heads;
    expect(
      [direct.ifWeLose, direct.ifWeWin, direct.expected, direct.gap?.ifWeWin].map((figure) => figure?.amount),
    ).toStrictEqual(["540000.00", "730000.00", "665000.00", "20000.00"]);
  });
});
