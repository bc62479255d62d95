import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  compareStatements,
  relationshipValue,
  type FigureChange,
  type IncomeLine,
  type StatementOptions,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");

const line = (
  id: string,
  period: string,
  product: string,
  amount: string,
  changes: Partial<IncomeLine> = {},
): IncomeLine => ({
  id,
  client: "C-1",
  product,
  item: "asset",
  period,
  amount: cny(amount),
  basis: "actual",
  ...changes,
});

const usd = (amount: string) => ({ amount: money(amount, "USD") });
const rate = (value: string, date: string) => ({ from: "USD", to: "CNY", rate: value, date, source: "test" });
const rates = [rate("7.0", "2025-12-31"), rate("7.5", "2026-12-31")];

const stated = (lines: readonly IncomeLine[], period: string, options: Partial<StatementOptions<"CNY">> = {}) =>
  relationshipValue(lines, {
    client: "C-1",
    group: { subsidiaries: ["S-1"], referred: ["R-1", "R-2"] },
    period,
    currency: "CNY",
    rates,
    ...options,
  }).statement;

const partsOf = ({ parts }: FigureChange) => parts.map(({ cause, amount }) => [cause, amount.amount]);

const before = [
  line("a", "2025", "loan", "100.00"),
  line("b", "2025", "leasing", "40.00"),
  line("c", "2025", "trade", "0", { item: "intermediary", ...usd("10.00") }),
  line("d", "2025", "fund", "20.00", { item: "intermediary" }),
  line("e", "2025", "loan", "9.00", { client: "S-1" }),
];
const after = [
  line("A", "2026", "loan", "130.00"),
  line("B", "2026", "factoring", "25.00"),
  line("C", "2026", "trade", "0", { item: "intermediary", ...usd("12.00") }),
  line("D", "2026", "fund", "15.00", { item: "intermediary" }),
  line("E", "2026", "payroll", "0", { item: "intermediary", ...usd("1.00") }),
];
const lines = { current: after, prior: before };

describe("with the lines of both periods", () => {
  const comparison = compareStatements(stated(after, "2026"), stated(before, "2025"), lines);

  test("an item is new, gone, grown and shrunk, and what the rate did is apart", () => {
    expect(comparison.items.asset).toStrictEqual({
      current: cny("155.00"),
      prior: cny("140.00"),
      change: cny("15.00"),
      growth: "0.1071", // 15 / 140
      parts: [
        { cause: "new", amount: cny("25.00"), lines: { current: ["B"], prior: [] } },
        { cause: "gone", amount: cny("-40.00"), lines: { current: [], prior: ["b"] } },
        { cause: "grown", amount: cny("30.00"), lines: { current: ["A"], prior: ["a"] } },
      ],
    });
    // trade: 12 USD × 7.0 = 84 against 70; × 7.5 = 90, of which 6 the rate. payroll: 1 USD is 7.00 and 0.50
    expect(partsOf(comparison.items.intermediary)).toStrictEqual([
      ["new", "7.00"],
      ["grown", "14.00"],
      ["shrunk", "-5.00"],
      ["exchange-rate", "6.50"],
    ]);
  });

  test("an item without data in one period has no change, and is a part of its own in head and total", () => {
    expect(comparison.items.subsidiary).toStrictEqual({
      current: null,
      prior: cny("9.00"),
      change: null,
      growth: null,
      parts: [],
    });
    expect(comparison.heads.related).toMatchObject({ current: null, prior: cny("9.00"), change: null });
    expect(comparison.heads.other).toMatchObject({ current: null, prior: null, change: null });
    expect(comparison.total.change).toStrictEqual(cny("28.50")); // 267.50 − 239
    expect(partsOf(comparison.total)).toStrictEqual([
      ["new", "32.00"],
      ["gone", "-40.00"],
      ["grown", "44.00"],
      ["shrunk", "-5.00"],
      ["exchange-rate", "6.50"],
      ["no-longer-known", "-9.00"],
    ]);
    expect(comparison.findings).toStrictEqual({ current: [], prior: [] });
  });

  test("both periods are echoed", () => {
    expect(comparison).toMatchObject({
      client: "C-1",
      currency: "CNY",
      current: { from: "2026-01-01", to: "2027-01-01" },
      prior: { from: "2025-01-01", to: "2026-01-01" },
    });
  });

  test("what was stated as none is 0 before, and new now", () => {
    const none = stated(before.slice(0, 2), "2025", { statedNone: ["intermediary"] });
    const { items } = compareStatements(stated(after, "2026"), none, { current: after, prior: before });
    expect(items.intermediary).toMatchObject({ prior: cny("0.00"), change: cny("112.50"), growth: null });
    expect(partsOf(items.intermediary)).toStrictEqual([["new", "112.50"]]); // no rate of before: new in full
  });

  test("lines that do not make up a statement are found, and what they leave open is unexplained", () => {
    const { items, findings } = compareStatements(stated(after, "2026"), stated(before, "2025"), {
      current: after.slice(1),
      prior: before,
    });
    expect(partsOf(items.asset)).toStrictEqual([
      ["new", "25.00"],
      ["gone", "-140.00"],
      ["unexplained", "130.00"],
    ]);
    expect(findings.current.map(({ code }) => code)).toStrictEqual(["line-not-found", "item-not-traced"]);
  });
});

describe("without lines", () => {
  const now = stated(after, "2026");

  test("the total has the effect of the rate from its conversions, and the rest is unexplained", () => {
    const prior = stated(before, "2025");
    const { total, items } = compareStatements(now, prior);
    expect(partsOf(total)).toStrictEqual([
      ["exchange-rate", "6.50"], // 13 USD × 0.5
      ["no-longer-known", "-9.00"],
      ["unexplained", "31.00"],
    ]);
    expect(partsOf(items.intermediary)).toStrictEqual([["unexplained", "22.50"]]);
  });

  test("of several rates before the average by flow counts; one outside them is not told", () => {
    const quarters = (first: string, last: string) =>
      stated(
        [
          line("p", "2025-Q1", "trade", "0", { item: "intermediary", ...usd(first) }),
          line("q", "2025-Q4", "trade", "0", { item: "intermediary", ...usd(last) }),
        ],
        "2025",
        { rates: [rate("6.0", "2025-01-01"), rate("8.0", "2025-12-31")], statedNone: ["asset"] },
      );
    // 30 × 6 + 10 × 8 = 260 for 40 USD, 6.5: 13 USD × (7.5 − 6.5)
    expect(partsOf(compareStatements(now, quarters("30.00", "10.00")).total)).toContainEqual([
      "exchange-rate",
      "13.00",
    ]);
    // 30 × 6 − 29 × 8 = −52 for 1 USD
    expect(partsOf(compareStatements(now, quarters("30.00", "-29.00")).total).map(([cause]) => cause)).toStrictEqual([
      "unexplained",
    ]);
    expect(partsOf(compareStatements(now, quarters("30.00", "-30.00")).total).map(([cause]) => cause)).toStrictEqual([
      "unexplained",
    ]);
    expect(partsOf(compareStatements(now, quarters("-30.00", "-10.00")).total)).toContainEqual([
      "exchange-rate",
      "13.00",
    ]);
  });

  test("with an item that became known the rate stays in the unexplained part", () => {
    const prior = stated(before.slice(0, 2), "2025");
    expect(partsOf(compareStatements(now, prior).total)).toStrictEqual([
      ["newly-known", "112.50"],
      ["unexplained", "15.00"],
    ]);
  });
});

test("a position that changed into a currency without a rate of before is unexplained", () => {
  const prior = [line("a", "2025", "loan", "100.00")];
  const current = [line("A", "2026", "loan", "0", usd("20.00"))];
  const { items } = compareStatements(stated(current, "2026"), stated(prior, "2025"), { current, prior });
  expect(items.asset.parts).toStrictEqual([
    { cause: "unexplained", amount: cny("50.00"), lines: { current: ["A"], prior: ["a"] } },
  ]);
});

test("referred clients are a sum whose change is unexplained, with or without lines", () => {
  const referred = (period: string, amount: string) =>
    ["R-1", "R-2"].map((client) => line(`${client}-${period}`, period, "loan", amount, { client }));
  const [prior, current] = [referred("2025", "10.00"), referred("2026", "13.00")];
  const { items } = compareStatements(stated(current, "2026"), stated(prior, "2025"), { current, prior });
  expect(partsOf(items.referred)).toStrictEqual([["unexplained", "6.00"]]);
  expect(JSON.stringify(items)).not.toContain("R-1");
});

test("statements that cannot stand side by side are refused with what differs", () => {
  const now = stated(after, "2026");
  const code = "relationship-value/statements-differ";
  const refused = (prior: Parameters<typeof compareStatements>[1]) =>
    refusalOf(() => compareStatements(now, prior as never));
  expect(refused(stated(before, "2025", { rounding: "half-up" }))).toStrictEqual({
    code,
    path: ["prior", "conventions", "rounding"],
    details: { a: "half-even", b: "half-up" },
  });
  expect(refused(relationshipValue([], { client: "C-1", period: "2025", currency: "HKD" }).statement)).toMatchObject({
    code,
    path: ["prior", "conventions", "currency"],
  });
  expect(refused(stated(before, "2025", { fewestReferred: 5 })).path).toStrictEqual([
    "prior",
    "conventions",
    "fewestReferred",
  ]);
  expect(refused(stated(before, "2025", { client: "C-2" }))).toMatchObject({ code, path: ["prior", "client"] });
  for (const period of ["2027", "2026", { from: "2025-06-01", to: "2026-01-02" }] as const) {
    expect(refused(stated([], period as string))).toMatchObject({ code, path: ["prior", "conventions", "period"] });
  }
  expect(refusalOf(() => compareStatements(now, stated(before, "2025"), { current: after } as never))).toMatchObject({
    code: "relationship-value/invalid-option",
    path: ["prior"],
  });
});
