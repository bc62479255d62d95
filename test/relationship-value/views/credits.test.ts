import { describe, expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  creditViews,
  type CreditOptions,
  type IncomeCredit,
  type IncomeLine,
} from "../../../src/relationship-value/index.ts";

const cny = (amount: string) => money(amount, "CNY");

const line = (id: string, client: string, amount: string, changes: Partial<IncomeLine> = {}): IncomeLine => ({
  id,
  client,
  product: "p",
  item: "asset",
  period: "2026-03",
  amount: cny(amount),
  basis: "actual",
  ...changes,
});

const lines = [
  line("L1", "A", "100.01"),
  line("L2", "A", "10.00", { period: "2026-04", basis: "estimated" }),
  line("L3", "B", "7.00"),
  line("L4", "R-1", "5.00"),
  line("L5", "R-2", "6.00"),
];

const credited = (credits: readonly unknown[], options: Partial<CreditOptions<"CNY">> = {}) =>
  creditViews(lines, credits as readonly IncomeCredit[], { period: "2026", currency: "CNY", ...options });

describe("credits", () => {
  test("a view is the sum of its lines, each rounded once", () => {
    const { memo, views, shared } = credited([{ client: "A", recipient: "X", kind: "owner", weight: "0.5" }]);
    expect(memo).toBe(true);
    expect(views).toStrictEqual([
      {
        recipient: "X",
        kind: "owner",
        amount: cny("55.00"),
        byBasis: { actual: cny("50.00"), accrued: null, estimated: cny("5.00") },
        lineCount: 2,
        clientCount: 1,
        lines: [
          // 50.005, half to even
          {
            id: "L1",
            client: "A",
            item: "asset",
            basis: "actual",
            amount: cny("100.01"),
            weight: "0.5",
            credited: cny("50.00"),
          },
          {
            id: "L2",
            client: "A",
            item: "asset",
            basis: "estimated",
            amount: cny("10.00"),
            weight: "0.5",
            credited: cny("5.00"),
          },
        ],
        withheld: [],
      },
    ]);
    expect(shared).toStrictEqual([]);
    const up = credited([{ client: "A", recipient: "X", kind: "owner", weight: "0.5" }], { rounding: "half-up" });
    expect(up.views[0]?.amount).toStrictEqual(cny("55.01"));
    expect(up.conventions).toMatchObject({ rounding: "half-up", fewestReferred: 2 });
  });

  test("one line may be credited more than once over, and is shown as such", () => {
    const { views, shared } = credited([
      { client: "A", recipient: "Y", kind: "owner", weight: "1" },
      { client: "A", recipient: "X", kind: "joint-venture", weight: "0.75" },
      { client: "A", recipient: "X", kind: "owner", weight: "0" },
    ]);
    expect(views.map(({ recipient, kind, amount }) => [recipient, kind, amount?.amount])).toStrictEqual([
      ["X", "owner", "0.00"],
      ["X", "joint-venture", "82.51"],
      ["Y", "owner", "110.01"],
    ]);
    expect(shared).toStrictEqual([
      { id: "L1", credits: 3, weight: "1.75" },
      { id: "L2", credits: 3, weight: "1.75" },
    ]);
  });

  test("a credit holds for lines whose last day is in it", () => {
    const amountOf = (days: object) =>
      credited([{ client: "A", recipient: "X", kind: "owner", weight: "1", ...days }]).views[0]?.amount?.amount ?? null;
    expect(amountOf({ from: "2026-03-31" })).toBe("110.01");
    expect(amountOf({ from: "2026-04-01" })).toBe("10.00");
    expect(amountOf({ to: "2026-04-30" })).toBe("100.01");
    expect(amountOf({ to: "2026-05-01", from: null })).toBe("110.01");
    expect(amountOf({ to: "2026-03-31" })).toBeNull();
  });

  test("a credit of a line replaces that of its client, for the same recipient and kind while it is in force", () => {
    const { views } = credited([
      { client: "A", recipient: "X", kind: "owner", weight: "0.5" },
      { line: "L2", recipient: "X", kind: "owner", weight: "0.1" },
      { line: "L1", recipient: "X", kind: "owner", weight: "0.9", to: "2026-01-01" },
    ]);
    expect(views[0]?.lines?.map(({ id, weight }) => [id, weight])).toStrictEqual([
      ["L1", "0.5"],
      ["L2", "0.1"],
    ]);
  });

  test("a referrer sees a sum over enough clients, and no lines", () => {
    const referral = (client: string) => ({ client, recipient: "X", kind: "referral", weight: "1" });
    const { views } = credited([referral("R-1"), referral("R-2")]);
    expect(views[0]).toMatchObject({ amount: cny("11.00"), lineCount: 2, clientCount: 2, lines: null, withheld: [] });
    expect(credited([referral("R-1")]).views[0]).toMatchObject({ amount: null, lineCount: 0, withheld: ["actual"] });
    expect(credited([referral("R-1")], { fewestReferred: 1 }).views[0]?.amount).toStrictEqual(cny("5.00"));
    expect(credited([referral("A"), referral("B")]).views[0]).toMatchObject({
      amount: cny("107.01"),
      withheld: ["estimated"],
    });
  });

  test("no line is no data", () => {
    expect(credited([{ client: "Z", recipient: "X", kind: "owner", weight: "1" }]).views[0]).toMatchObject({
      amount: null,
      lineCount: 0,
      lines: [],
    });
  });

  test.each([
    ["no-target", { client: null }, ["client"]],
    ["two-targets", { line: "L1" }, ["line"]],
    ["to-itself", { recipient: "A" }, ["recipient"]],
    ["to-itself", { client: null, line: "L1", recipient: "A" }, ["recipient"]],
    ["ends-before-it-begins", { from: "2026-03-01", to: "2026-03-01" }, ["to"]],
    ["unknown-line", { client: null, line: "L9" }, ["line"]],
  ])("%s %j is an issue of the row, and the others are credited", (reason, changes, path) => {
    const good = { client: "B", recipient: "X", kind: "owner", weight: "1" };
    const { views, creditIssues } = credited([{ ...good, client: "A", ...changes }, good]);
    expect(creditIssues).toStrictEqual([
      { row: 0, code: "relationship-value/invalid-credit", path, details: { reason } },
    ]);
    expect(views.map(({ amount }) => amount?.amount)).toStrictEqual(["7.00"]);
  });

  test("the same credit twice is one, unless its days do not meet", () => {
    const one = { client: "B", recipient: "X", kind: "owner", weight: "1", to: "2026-03-01" };
    const { creditIssues } = credited([
      one,
      { ...one, to: null, from: "2026-02-28" },
      { ...one, to: null, from: "2026-03-01" },
    ]);
    expect(creditIssues.map(({ row, details }) => [row, details["reason"]])).toStrictEqual([[1, "given-twice"]]);
  });

  test("what cannot be read is an issue of its row; bad lines too", () => {
    const row = { client: "B", recipient: "X", kind: "owner", weight: "1" };
    const { creditIssues } = credited([
      null,
      { ...row, weight: "1.01" },
      { ...row, weight: 0.5 },
      { ...row, kind: "ownr" },
      { ...row, recipent: "X", recipient: undefined },
      { ...row, recipient: "" },
      { ...row, from: "2026-02-30" },
    ]);
    expect(creditIssues.map(({ row: at, code, path }) => [at, code, path.join(".")])).toStrictEqual([
      [0, "relationship-value/invalid-credit", ""],
      [1, "relationship-value/invalid-credit", "weight"],
      [2, "relationship-value/invalid-credit", "weight"],
      [3, "relationship-value/invalid-credit", "kind"],
      [4, "relationship-value/invalid-credit", "recipent"],
      [5, "relationship-value/empty-id", "recipient"],
      [6, "core/invalid-date", "from"],
    ]);
    expect(creditIssues[3]?.details).toMatchObject({ didYouMean: "owner" });
    const bad = creditViews(
      [line("L1", "A", "1", { amount: { amount: "x", currency: "CNY" } }), line("L2", "A", "1.00")],
      [{ ...row, client: "A" } as IncomeCredit],
      {
        period: "2026",
        currency: "CNY",
      },
    );
    expect(bad.issues.map(({ row: at, code }) => [at, code])).toStrictEqual([[0, "money/invalid-amount"]]);
    expect(bad.views[0]?.amount).toStrictEqual(cny("1.00"));
  });
});
