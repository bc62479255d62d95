import { expect, test } from "vitest";

import { money } from "../../../src/money/index.ts";
import {
  relationshipValue,
  traceFigure,
  VALUE_FIGURES,
  type IncomeLine,
  type Statement,
} from "../../../src/relationship-value/index.ts";
import { refusalOf } from "../../support/refusal.ts";

const cny = (amount: string) => money(amount, "CNY");

const line = (id: string, client: string, amount: string, changes: Partial<IncomeLine> = {}): IncomeLine => ({
  id,
  client,
  product: "p",
  item: "asset",
  period: "2026-Q1",
  amount: cny(amount),
  basis: "actual",
  ...changes,
});

const rates = [
  { from: "USD", to: "CNY", rate: "7.0", date: "2026-01-01", source: "test" },
  { from: "USD", to: "CNY", rate: "7.2", date: "2026-06-30", source: "test" },
];
const lines = [
  line("L1", "C-1", "300.00", { source: "ledger" }),
  line("L2", "C-1", "0", { item: "intermediary", amount: money("10.01", "USD") }),
  line("L3", "C-1", "0", {
    item: "intermediary",
    period: "2026-07",
    amount: money("10.01", "USD"),
    basis: "estimated",
  }),
  line("L4", "S-1", "5.00", { item: "liability" }),
  line("L5", "R-1", "1.00"),
  line("L6", "R-2", "2.00"),
  line("L7", "X-1", "9.00"),
];
const { statement } = relationshipValue(lines, {
  client: "C-1",
  group: { subsidiaries: ["S-1"], referred: ["R-1", "R-2"] },
  period: "2026",
  currency: "CNY",
  rates,
});

test("the total is its lines as booked and as they count, and the sum of referred clients", () => {
  const trace = traceFigure(statement, "total", lines);
  expect(
    trace.lines.map(({ id, item, booked, original, rate, amount }) => [
      id,
      item,
      booked,
      original.amount,
      rate?.rate,
      amount.amount,
    ]),
  ).toStrictEqual([
    ["L1", "asset", "asset", "300.00", undefined, "300.00"],
    ["L2", "intermediary", "intermediary", "10.01", "7.0", "70.07"],
    ["L3", "intermediary", "intermediary", "10.01", "7.2", "72.07"], // 72.072
    ["L4", "subsidiary", "liability", "5.00", undefined, "5.00"],
  ]);
  expect(trace.referred).toStrictEqual({ amount: cny("3.00"), lineCount: 2 });
  expect(trace).toMatchObject({ amount: cny("450.14"), difference: cny("0.00"), holds: true, findings: [] });
  expect(trace.lines[0]).toMatchObject({
    client: "C-1",
    product: "p",
    period: "2026-Q1",
    basis: "actual",
    source: "ledger",
  });
  expect(JSON.stringify(trace)).not.toMatch(/R-1|L5|L6/);
});

test("a head and an item have their own lines; a figure without data has none", () => {
  expect(traceFigure(statement, "direct", lines).lines.map(({ id }) => id)).toStrictEqual(["L1", "L2", "L3"]);
  expect(traceFigure(statement, "related", lines)).toMatchObject({ amount: cny("8.00"), holds: true });
  expect(traceFigure(statement, "subsidiary", lines)).toMatchObject({
    amount: cny("5.00"),
    referred: null,
    holds: true,
  });
  expect(traceFigure(statement, "referred", lines)).toMatchObject({ lines: [], holds: true });
  expect(traceFigure(statement, "advertising", lines)).toMatchObject({ amount: null, lines: [], holds: true });
  for (const figure of VALUE_FIGURES) expect(traceFigure(statement, figure, lines).holds).toBe(true);
});

test("a line that is gone, was changed or cannot be read is found, and so is the difference it makes", () => {
  const hostile = {
    get id(): string {
      throw new Error("no");
    },
  } as IncomeLine;
  const changed = [hostile, null as never, ...lines.filter(({ id }) => id !== "L1"), line("L2", "C-1", "1.00")];
  const trace = traceFigure(statement, "direct", changed);
  expect(trace.findings).toStrictEqual([
    { code: "line-not-found", path: ["trace", "asset", 0], details: { line: "L1", item: "asset" } },
    {
      code: "item-not-traced",
      path: ["items", "asset", "byBasis", "actual"],
      details: { item: "asset", basis: "actual", stated: cny("300.00"), traced: cny("0.00") },
    },
  ]);
  expect(trace).toMatchObject({ holds: false, difference: cny("300.00") });

  const moved = lines.map((of) => (of.id === "L4" ? { ...of, client: "X-1" } : of));
  expect(traceFigure(statement, "subsidiary", moved).findings[0]).toStrictEqual({
    code: "line-not-counted",
    path: ["trace", "subsidiary", 0],
    details: { line: "L4", item: "subsidiary", row: 3 },
  });
  const rebooked = lines.map((of) => (of.id === "L1" ? { ...of, item: "liability" as const } : of));
  expect(traceFigure(statement, "asset", rebooked).findings[0]?.code).toBe("line-not-counted");
  const unreadable = lines.map((of) => (of.id === "L1" ? { ...of, amount: money("1", "EUR") } : of));
  expect(traceFigure(statement, "asset", unreadable).findings[0]?.code).toBe("line-not-counted");
});

test("an estimate that became actual leaves the sum and is found all the same", () => {
  const firm = lines.map((of) => (of.id === "L3" ? { ...of, basis: "actual" as const } : of));
  const trace = traceFigure(statement, "intermediary", firm);
  expect(trace.difference).toStrictEqual(cny("0.00"));
  expect(trace.holds).toBe(false);
  expect(trace.findings.map(({ code, path }) => [code, path.at(-1)])).toStrictEqual([
    ["item-not-traced", "actual"],
    ["item-not-traced", "estimated"],
  ]);
});

test("a kept statement whose heads or total do not add up says so", () => {
  const kept = JSON.parse(JSON.stringify(statement)) as Statement<"CNY">;
  expect(traceFigure({ ...kept, total: cny("451.00") }, "total", lines).findings).toStrictEqual([
    { code: "figure-not-added", path: ["total"], details: { stated: cny("451.00"), traced: cny("450.14") } },
  ]);
  const heads = { ...kept.heads, direct: cny("0.00") };
  expect(traceFigure({ ...kept, heads }, "direct", lines).findings[0]).toMatchObject({
    code: "figure-not-added",
    path: ["heads", "direct"],
    details: { head: "direct" },
  });
});

test("what is not a statement or a figure of one is refused at its place", () => {
  expect(refusalOf(() => traceFigure({ ...statement, heads: undefined as never }, "total", lines))).toMatchObject({
    code: "relationship-value/invalid-option",
    path: ["statement", "heads"],
  });
  expect(
    refusalOf(() => traceFigure({ ...statement, total: money("1", "USD") as never }, "total", lines)),
  ).toMatchObject({
    code: "money/currency-mismatch",
    path: ["statement", "total", "currency"],
  });
  expect(refusalOf(() => traceFigure(statement, "asse" as never, lines))).toMatchObject({
    path: ["figure"],
    details: { didYouMean: "asset" },
  });
});
