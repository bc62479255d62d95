import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { migrationMatrix } from "../../../src/customer-classification/index.ts";
import { en } from "../../../src/labels/en.ts";
import { zhHans } from "../../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../../src/labels/zh-Hant-HK.ts";
import {
  compareStatements,
  relationshipValue,
  valueBook,
  valueMigration,
  whaleCurve,
  type IncomeLine,
} from "../../../src/relationship-value/index.ts";
import { lineWordsOf } from "../../../src/rendering/figure/make/line-words.ts";
import { compactTicks, niceTicks } from "../../../src/rendering/figure/make/ticks.ts";
import {
  migrationFigure,
  projectionFigure,
  toHtml,
  valueBridgeFigure,
  whaleCurveFigure,
  type FigureBlock,
  type FigureKind,
} from "../../../src/rendering/index.ts";

const line = (
  id: string,
  item: "asset" | "advertising",
  period: string,
  amount: string,
  client = "C-1",
): IncomeLine => ({
  id,
  client,
  product: "p",
  item,
  period,
  amount: { amount, currency: "CNY" },
  basis: "actual",
});
const statement = (lines: readonly IncomeLine[], period: string) =>
  relationshipValue(lines, { client: "C-1", period, currency: "CNY" }).statement;

/** The figure of a block, which is of a kind and can be written. */
function figureOf<K extends FigureKind>(block: FigureBlock | null, kind: K) {
  if (block?.figure.kind !== kind) throw new Error(`not of kind ${kind}`);
  expect(toHtml({ title: "Figures", blocks: [block] }, { lang: "en" })).toContain("<svg");
  return block.figure as Extract<FigureBlock["figure"], { kind: K }>;
}
const refused = (code: string, ...path: readonly unknown[]) => expect.objectContaining({ code, path }) as Error;

describe("a bridge of value", () => {
  const prior = statement([line("1", "asset", "2025", "1000.10")], "2025");
  const current = statement([line("2", "asset", "2026", "800.05"), line("3", "advertising", "2026", "50")], "2026");
  const comparison = compareStatements(current, prior);

  test("goes from the value before, head by head, to the value after", () => {
    const { steps, headers, legend } = figureOf(valueBridgeFigure(comparison, { labels: zhHans }), "bridge");
    expect(steps.map(({ label, text, value }) => [label, text, value])).toEqual([
      ["2025年", "1,000.10", 1000.1],
      ["直接收益", "−200.05", -200.05],
      ["相关客户收益", "0.00", 0],
      ["其他收益：上期未列示", "+50.00", 50],
      ["2026年", "850.05", 850.05],
    ]);
    expect(headers).toEqual(["项目", "金额（人民币元）"]);
    expect(legend.map(({ tone }) => tone)).toEqual(["solid", "other", "warning"]);
  });

  test("or cause by cause", () => {
    const { steps } = figureOf(valueBridgeFigure(comparison, { labels: en, by: "causes" }), "bridge");
    expect(steps.slice(1, -1).map(({ label, text }) => [label, text])).toEqual([
      ["Not stated for the prior period", "+50.00"],
      ["Unexplained", "−200.05"],
    ]);
  });

  test("is not there without data on a side, and parts that do not add up are refused", () => {
    const total = { ...comparison.total, prior: null };
    expect(valueBridgeFigure({ ...comparison, total }, { labels: en })).toBeNull();
    const heads = {
      ...comparison.heads,
      other: { ...comparison.heads.other, current: { amount: "51.00", currency: "CNY" } },
    };
    expect(() => valueBridgeFigure({ ...comparison, heads }, { labels: en })).toThrow(
      refused("rendering/invalid-report", "comparison", "heads"),
    );
    const empty = { from: "2025-01-01", to: "2025-01-01" };
    expect(() => valueBridgeFigure({ ...comparison, prior: empty }, { labels: en })).toThrow(
      refused("rendering/invalid-report", "comparison", "prior"),
    );
    expect(() => valueBridgeFigure(comparison, { labels: en, by: "items" as never })).toThrow(
      refused("rendering/invalid-option", "options", "by"),
    );
  });
});

describe("a whale curve", () => {
  const lines = [
    line("1", "asset", "2026", "90000", "A"),
    line("2", "asset", "2026", "50000", "B"),
    line("3", "asset", "2026", "-40000", "C"),
  ];
  const curve = whaleCurve(valueBook(lines, { period: "2026", currency: "CNY" }).book, { steps: 1 });

  test("has its points and its peak, which is marked", () => {
    const figure = figureOf(whaleCurveFigure(curve, { labels: zhHans }), "lines");
    expect(figure.places.map(({ at }) => at)).toEqual([0, 2, 3]);
    expect(figure.series[0]?.texts).toEqual(["0.00", "140,000.00", "100,000.00"]);
    expect(figure.marks).toEqual([{ at: 2, label: "峰值：人民币140,000.00元" }]);
    expect(figure.y.ticks.map(({ label }) => label)).toEqual(["0", "5万", "10万", "15万"]);
    expect(figure.x.ticks.map(({ label }) => label)).toEqual(["0", "1", "2", "3"]);
  });

  test("is refused where it goes back", () => {
    expect(() => whaleCurveFigure({ ...curve, points: [...curve.points].reverse() }, { labels: en })).toThrow(
      refused("rendering/invalid-report", "curve", "points", 1),
    );
  });

  test.each([
    [3, "99999.99"],
    [3, "100000.01"],
    [1, "99999.99"],
  ])("is refused where its peak is not the greatest: %d clients, %s", (clients, amount) => {
    const peak = { clients, amount: { amount, currency: "CNY" } };
    expect(() => whaleCurveFigure({ ...curve, peak }, { labels: en })).toThrow(
      refused("rendering/invalid-report", "curve", "points", 1, "amount"),
    );
  });
});

test("a migration is drawn from the top of the ladder, with who joined and who left", () => {
  const before = ["core", "core", "general", "general", "gone"].map((name, at) => ({
    client: String(at),
    class: name,
  }));
  const after = [
    ...["core", "general", "core", "insufficient-data"].map((name, at) => ({ client: String(at), class: name })),
    { client: "9", class: "general" },
  ];
  const migration = migrationMatrix(before, after, {
    ladder: ["general", "core"],
    left: [{ client: "4", reason: "moved" }],
  });
  const days = { before: "2025-12-31", after: "2026-12-31" };
  const figure = figureOf(
    migrationFigure(migration, { labels: zhHantHK, days, classNames: { gone: "已結清" } }),
    "flow",
  );
  expect(figure.from.labels).toEqual(["核心優質客戶", "一般優質客戶", "已結清", "資料不足", "新增客戶"]);
  expect(figure.from.totals).toEqual(["2", "2", "1", "0", "1"]);
  expect(figure.to.labels.at(-1)).toBe("流失客戶");
  expect(figure.flows.map(({ from, to, tone, text }) => [from, to, tone, text])).toEqual([
    [0, 0, "other", "1"],
    [0, 1, "warning", "1"],
    [1, 0, "solid", "1"],
    [1, 3, "estimated", "1"],
    [2, 4, "open", "1"],
    [4, 1, "open", "1"],
  ]);
  const cells = migration.cells.map((cell) => ({ ...cell, from: "other" }));
  expect(() => migrationFigure({ ...migration, cells }, { labels: en, days })).toThrow(
    refused("rendering/invalid-report", "migration", "cells", 0, "from"),
  );
  const nobody = [{ from: null, to: null, count: 1 }];
  expect(() => migrationFigure({ ...migration, cells: nobody }, { labels: en, days })).toThrow(
    refused("rendering/invalid-report", "migration", "cells", 0),
  );
  const turned = { before: days.after, after: days.before };
  expect(() => migrationFigure(migration, { labels: en, days: turned })).toThrow(
    refused("rendering/invalid-option", "options", "days", "after"),
  );
});

test("a class of the bank's own is not called by a word of another figure, and a class named twice is one", () => {
  const classes = ["total", "left", "refused", "total"];
  const cells = [
    { from: "total", to: "left", count: 1200 },
    { from: "refused", to: "left", count: 1 },
  ];
  const days = { before: "2026-12-31", after: "2026-12-31" };
  const migration = { ladder: ["left", "total", "total"], classes, cells };
  const figure = figureOf(migrationFigure(migration, { labels: en, days }), "flow");
  expect(figure.from.labels).toEqual(["total", "left", "Record not readable"]);
  expect(figure.from.totals).toEqual(["1,200", "0", "1"]);
  expect(figure.flows.map(({ from, to }) => [from, to])).toEqual([
    [0, 1],
    [2, 1],
  ]);
});

test("parts of a book of value are drawn as classes", () => {
  const clients = ["A", "B", "C", "D"];
  const bookOf = (period: string, amounts: readonly string[]) =>
    valueBook(
      amounts.map((amount, at) => line(String(at), "asset", period, amount, clients[at])),
      { period, currency: "CNY" },
    ).book;
  const before = bookOf("2025", ["90", "80", "30"]);
  const { matrix } = valueMigration(before, bookOf("2026", ["20", "80", "30", "70"]), { parts: 2 });
  const migration = {
    ladder: ["2", "1"],
    classes: ["1", "2"],
    cells: (matrix ?? []).map(({ from, to, clientCount: count }) => ({
      from: from === null ? null : String(from),
      to: to === null ? null : String(to),
      count,
    })),
  };
  const figure = figureOf(
    migrationFigure(migration, {
      labels: en,
      days: { before: "2025-12-31", after: "2026-12-31" },
      classNames: { 1: "Upper half", 2: "Lower half" },
    }),
    "flow",
  );
  expect(figure.from.labels).toEqual(["Upper half", "Lower half", "New clients"]);
  expect(figure.flows.map(({ from, to, tone, value }) => [from, to, tone, value])).toEqual([
    [0, 0, "other", 1],
    [0, 1, "warning", 1],
    [1, 1, "other", 1],
    [2, 0, "open", 1],
  ]);
});

describe("a projection", () => {
  const cny = (amount: string) => ({ amount, currency: "CNY" });
  const options = {
    labels: en,
    title: "Savings",
    description: "Savings by year",
    placeHeader: "Year",
    amountHeader: "Savings",
    currency: "CNY",
  };

  test("has days at their distances, a band and gaps", () => {
    const rows = [
      { on: "2026-01-01", amount: cny("1500000.00") },
      { on: "2026-01-31", amount: null },
      { on: "2026-02-10", amount: cny("-500000.00"), low: cny("-900000.00"), high: cny("100000.00") },
    ];
    const figure = figureOf(projectionFigure(rows, options), "lines");
    const [a = NaN, b = NaN, c = NaN] = figure.places.map(({ at }) => at);
    expect([b - a, c - b]).toEqual([30, 10]);
    expect(figure.series[0]).toMatchObject({
      tone: "estimated",
      values: [1.5e6, null, -5e5],
      texts: ["1,500,000.00", "No data", "−500,000.00"],
    });
    expect(figure.bands[0]?.values).toEqual([null, null, [-9e5, 1e5]]);
    expect(figure.bands[0]?.texts[2]).toBe("−900,000.00 – 100,000.00");
    expect(figure.y.ticks.map(({ label }) => label)).toEqual(["−1m", "−0.5m", "0", "0.5m", "1m", "1.5m"]);
  });

  test.each([
    [[{ amount: null }], ["rows", 0, "label"]],
    [
      [
        { on: "2026-01-01", amount: null },
        { label: "x", amount: null },
      ],
      ["rows", 1, "on"],
    ],
    [
      [
        { on: "2026-01-02", amount: null },
        { on: "2026-01-02", amount: null },
      ],
      ["rows", 1, "on"],
    ],
    [[{ label: "x", amount: null, low: cny("1") }], ["rows", 0, "high"]],
    [[{ label: "x", amount: null, low: cny("2"), high: cny("1") }], ["rows", 0, "high"]],
  ])("refuses %j", (rows, path) => {
    expect(() => projectionFigure(rows, options)).toThrow(refused("rendering/invalid-report", ...path));
  });
});

describe("ticks", () => {
  test("are 1, 2 or 5 times a power of ten apart", () => {
    expect(niceTicks(0, 9)).toEqual(["0", "2", "4", "6", "8", "10"]);
    expect(niceTicks(-3, 12)).toEqual(["-5", "0", "5", "10", "15"]);
    expect(niceTicks(0, 0.3)).toEqual(["0.0", "0.1", "0.2", "0.3"]);
    expect(niceTicks(0, 2, 0)).toEqual(["0", "1", "2"]);
    expect(niceTicks(0, 0)).toEqual(["0"]);
  });

  test("reach over what they measure, in at most eight places", () => {
    const amount = fc.oneof(fc.integer(), fc.maxSafeInteger()).map((cents) => cents / 100);
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [least, greatest] = [Math.min(a, b, 0), Math.max(a, b, 0)];
        const ticks = niceTicks(least, greatest).map(Number);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks[0]).toBeLessThanOrEqual(least);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(greatest);
      }),
    );
  });

  test("are written in the large numbers of a language", () => {
    const written = (labels: typeof en, ...values: readonly string[]) =>
      compactTicks(values, lineWordsOf(labels)).map(({ label }) => label);
    expect(written(en, "0", "2500", "5000")).toEqual(["0", "2.5k", "5k"]);
    expect(written(zhHans, "0", "50000000", "150000000")).toEqual(["0", "0.5亿", "1.5亿"]);
    expect(written(zhHantHK, "-20000", "500")).toEqual(["−2萬", "0.05萬"]);
    expect(written(en, "0", "500")).toEqual(["0", "500"]);
  });
});
