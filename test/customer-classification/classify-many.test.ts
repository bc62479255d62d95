import { describe, expect, test } from "vitest";

import {
  classificationAt,
  classify,
  classifyMany,
  exampleRetailCard,
  explainClassification,
  prepareScorecard,
  type FeatureColumns,
  type FeatureValue,
} from "../../src/customer-classification/index.ts";
import { minorUnitsColumn, moneyColumn } from "../../src/money/index.ts";
import { asOf, cardOf, cny, lines, sound, withPolicies } from "./cards.ts";

const card = cardOf([lines.money, lines.integer]);

describe("a batch", () => {
  test("a bad row never stops the others; each refused value is an issue", () => {
    const rows: unknown[] = [
      { money: cny("1.00"), integer: 3 },
      { money: 5, integer: 1.5 },
      null,
      { money: null, integer: 3 },
      "row",
      { money: { amount: "1.00", currency: "USD" }, integer: null },
    ];
    const batch = classifyMany(card, rows as Record<string, FeatureValue>[], { asOf });
    const { stamp } = prepareScorecard(card);
    expect(batch.card).toStrictEqual(stamp);
    expect(batch.asOf).toBe(asOf);
    expect(batch.values).toStrictEqual([
      { status: "classified", type: "existing-high-quality", tier: "core", score: 9 },
      null,
      null,
      {
        status: "insufficient-data",
        missing: [{ feature: "money", state: "missing", characteristic: "money" }],
      },
      null,
      null,
    ]);
    const value = "customer-classification/invalid-value";
    const record = "customer-classification/invalid-record";
    expect(batch.issues).toStrictEqual([
      {
        row: 1,
        code: value,
        path: ["money"],
        details: {
          feature: "money",
          kind: "money",
          reason: "wrong-kind",
          received: "5",
          type: "number",
          currency: "CNY",
        },
      },
      {
        row: 1,
        code: value,
        path: ["integer"],
        details: { feature: "integer", kind: "integer", reason: "not-an-integer", received: "1.5" },
      },
      { row: 2, code: record, path: [], details: { received: "null" } },
      { row: 4, code: record, path: [], details: { received: "string(3)" } },
      {
        row: 5,
        code: value,
        path: ["money"],
        details: { feature: "money", kind: "money", reason: "wrong-currency", received: "USD", currency: "CNY" },
      },
    ]);
  });
  test("no rows", () => {
    expect(classifyMany(card, [], { asOf })).toMatchObject({ values: [], issues: [] });
    expect(classifyMany(card, {}, { asOf })).toMatchObject({ values: [], issues: [] });
  });
  test("columns say the same as rows", () => {
    const rows = [
      sound,
      { ...sound, productCount: 1 },
      { ...sound, isCustomer: false },
      { ...sound, depositAvg: null },
    ];
    const columns = Object.fromEntries(
      Object.keys(sound).map((field) => [field, rows.map((row) => row[field as keyof typeof sound])]),
    );
    const byRows = classifyMany(exampleRetailCard, rows, { asOf });
    const byColumns = classifyMany(exampleRetailCard, columns, { asOf });
    expect(byColumns).toStrictEqual(byRows);
    expect(byRows.values.map((value) => value?.status)).toStrictEqual([
      "classified",
      "classified",
      "not-a-customer",
      "insufficient-data",
    ]);
  });
  test("typed columns: numbers and amounts in minor units", () => {
    const money = moneyColumn("CNY", ["0.00", "0.01", "999.99", "1000.00", "x", "99999999999999.99"]);
    const batch = classifyMany(card, { money, integer: Float64Array.of(1, 2, NaN, 2, 2, 2) }, { asOf });
    expect(batch.values.map((value) => (value?.status === "classified" ? value.score : null))).toStrictEqual([
      0,
      9,
      null,
      13,
      null,
      null,
    ]);
    expect(batch.issues.map(({ row, details }) => [row, details["feature"], details["reason"]])).toStrictEqual([
      [2, "integer", "not-finite"],
      [4, "money", "malformed-amount"],
      [5, "money", "amount-too-large"],
    ]);
    // made by hand: what is not a whole number of minor units is no amount, least of all one beyond every band
    const made = { ...moneyColumn("CNY", []), minor: Float64Array.of(100, 0.5, Infinity, -Infinity, 2 ** 53) };
    const byHand = classifyMany(card, { money: made, integer: [1, 1, 1, 1, 1] }, { asOf });
    expect(byHand.issues.map(({ row, details }) => [row, details["reason"]])).toStrictEqual(
      [1, 2, 3, 4].map((row) => [row, "malformed-amount"]),
    );
    const foreign = classifyMany(card, { money: minorUnitsColumn("USD", [100]), integer: [1] }, { asOf });
    expect(foreign.issues[0]?.details["reason"]).toBe("wrong-currency");
    const misplaced = classifyMany(card, { money: [cny("1")], integer: minorUnitsColumn("CNY", [100]) }, { asOf });
    expect(misplaced.issues[0]?.details).toMatchObject({ feature: "integer", reason: "wrong-kind" });
  });
  test("dates of observation come in columns too", () => {
    const aged = cardOf([lines.aged]);
    const columns = { aged: [12, 12, 12], agedOn: ["2026-03-31", "2020-01-01", null] };
    expect(classifyMany(aged, columns, { asOf }).values.map((value) => value?.status)).toStrictEqual([
      "classified",
      "insufficient-data",
      "insufficient-data",
    ]);
    const dated = classifyMany(aged, { aged: [12], agedOn: minorUnitsColumn("CNY", [1]) }, { asOf });
    expect(dated.issues[0]?.details["reason"]).toBe("invalid-observation-date");
  });
  test("columns of different lengths are refused", () => {
    expect(() => classifyMany(card, { money: [null], integer: [1, 2] }, { asOf })).toThrow(
      expect.objectContaining({
        code: "customer-classification/ragged-columns",
        path: ["columns", "integer"],
        details: { length: 2, expected: 1 },
      }),
    );
  });
  test.each<[string, unknown, readonly string[], string]>([
    ["nothing", null, ["columns"], "null"],
    ["a text", "rows", ["columns"], "string(4)"],
    ["a set of rows", new Set([{ integer: 1 }]), ["columns"], "Set"],
    ["no column", { money: [null], integer: null }, ["columns", "integer"], "null"],
    ["a text for a column", { integer: "12" }, ["columns", "integer"], "12"],
    ["an object for a column", { integer: { length: 2 } }, ["columns", "integer"], "object"],
    ["an amount for a column", { money: cny("1") }, ["columns", "money"], "object"],
  ])("%s instead of rows or columns is refused, never an empty answer", (_, wrong, path, received) => {
    expect(() => classifyMany(card, wrong as FeatureColumns, { asOf })).toThrow(
      expect.objectContaining({ code: "customer-classification/invalid-columns", path, details: { received } }),
    );
  });
  test("the state of the inputs is counted, rows with an issue left out", () => {
    const lenient = cardOf([withPolicies(lines.money, { points: 0 }, ["missing", "invalid"]), lines.integer]);
    const rows = [
      { money: null, integer: 1 },
      { money: cny("x"), integer: 1 },
      { money: cny("1"), integer: 1 },
      { money: null, integer: NaN },
    ];
    const none = { valid: 0, missing: 0, "unknown-category": 0, stale: 0, invalid: 0, "not-applicable": 0 };
    expect(classifyMany(lenient, rows, { asOf }).inputs).toStrictEqual([
      { characteristic: "money", feature: "money", counts: { ...none, valid: 1, missing: 1, invalid: 1 } },
      { characteristic: "integer", feature: "integer", counts: { ...none, valid: 3 } },
    ]);
  });
  test("a person who is no customer may lack something too", () => {
    const { values } = classifyMany(exampleRetailCard, [{ isCustomer: false }], { asOf });
    expect(values).toStrictEqual([
      {
        status: "insufficient-data",
        missing: ["annualIncome", "assets"].map((id) => ({ feature: id, state: "missing", characteristic: id })),
      },
    ]);
  });
  test("rows that say the same share one frozen summary", () => {
    const { values } = classifyMany(exampleRetailCard, [sound, sound], { asOf });
    expect(values[0]).toBe(values[1]);
    expect(Object.isFrozen(values[0])).toBe(true);
  });
});

describe("reasons on demand", () => {
  const batch = classifyMany(exampleRetailCard, [sound, { ...sound, isCustomer: 1 }], { asOf });
  test("are those of the single call", () => {
    const single = classify(exampleRetailCard, sound, { asOf });
    expect(classificationAt(batch, 0)).toStrictEqual(single);
    expect(explainClassification(batch, 0)).toStrictEqual(explainClassification(single));
  });
  test.each([
    [batch, 2, "customer-classification/unknown-row", ["row"], { row: 2, rows: 2 }],
    [batch, -1, "customer-classification/unknown-row", ["row"], { row: -1, rows: 2 }],
    [batch, 0.5, "customer-classification/unknown-row", ["row"], { row: 0.5, rows: 2 }],
    [{ ...batch }, 0, "customer-classification/unknown-row", ["batch"], { row: 0, rows: 2 }],
    [batch, 1, "customer-classification/row-has-issue", ["row"], { row: 1 }],
  ])("case %#: no such row, a copy, a row with an issue", (subject, row, code, path, details) => {
    expect(() => explainClassification(subject, row)).toThrow(expect.objectContaining({ code, path, details }));
  });
});
