import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  classificationAt,
  classify,
  classifyMany,
  exampleRetailCard,
  explainClassification,
  prepareScorecard,
  scoreRecord,
  type Characteristic,
  type FeatureValue,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import { asOf, cardOf, cny, lines, sound, withPolicies } from "./cards.ts";
import { classesOf, EXHAUSTIVE, factsOf, gridOf, ready } from "./grid.ts";

const opened = (card: Scorecard): readonly Characteristic[] =>
  card.characteristics.filter(({ inputs }) => inputs.missing === "open");

describe("strength is income or assets", () => {
  const of = (changes: Readonly<Record<string, FeatureValue>>): unknown => {
    const result = classify(exampleRetailCard, { ...sound, ...changes }, { asOf });
    return result.status === "classified"
      ? [result.tier ?? result.type, result.score, result.scoreAtMost]
      : [result.status, ...("missing" in result ? result.missing.map(({ feature, rule }) => [feature, rule]) : [])];
  };
  const close = { productCount: 6, depositAvg: cny("1000000.00") };
  test("assets in the highest band decide alone, and so does income", () => {
    expect(of({ ...close, annualIncome: null, assets: cny("6000000.00") })).toStrictEqual(["core", 83, 111]);
    expect(of({ ...close, annualIncome: cny("1000000.00"), assets: null })).toStrictEqual(["core", 83, 111]);
  });
  test("one band lower they decide the type, and the tier where it does not hang on strength", () => {
    const assets = { annualIncome: null, assets: cny("5999999.99") };
    expect(of(assets)).toStrictEqual(["general", 60, 88]);
    expect(of({ ...close, ...assets })).toStrictEqual(["insufficient-data", ["annualIncome", "core"]]);
  });
  test("too little of one does not make somebody ordinary while the other is not known", () => {
    expect(of({ annualIncome: null })).toStrictEqual(["insufficient-data", ["annualIncome", "existing-high-quality"]]);
    expect(of({ assets: null })).toStrictEqual(["insufficient-data", ["assets", "existing-high-quality"]]);
    // without business with the bank no income would make a priority customer
    expect(of({ assets: null, depositAvg: cny("0.00") })).toStrictEqual(["ordinary", 29, 57]);
  });
  test("nothing of either is not enough, even where no strength would help", () => {
    const neither = { annualIncome: null, assets: null };
    const lacking = ["insufficient-data", ["annualIncome", undefined], ["assets", undefined]];
    expect(of(neither)).toStrictEqual(lacking);
    expect(of({ ...neither, depositAvg: cny("0.00") })).toStrictEqual(lacking);
    expect(of({ ...neither, isCustomer: false })).toStrictEqual(lacking);
  });
  test("an amount of the wrong kind is refused as before", () => {
    expect(() => of({ annualIncome: 300000 })).toThrow(
      expect.objectContaining({ code: "customer-classification/invalid-value" }),
    );
  });
});

describe("an answer given though a value is not known is the answer for every value", () => {
  const withOpen = ready.filter((card) => opened(card).length > 0);
  test("the retail card leaves two open", () => {
    expect(withOpen.flatMap((card) => opened(card).map(({ id }) => id))).toStrictEqual(["annualIncome", "assets"]);
  });
  test.each(withOpen.flatMap((card) => opened(card).map((line) => ({ card, line }))))(
    "$card.id without $line.id, in every combination",
    EXHAUSTIVE,
    ({ card, line }) => {
      const { rows, columns, axes } = gridOf(card, factsOf(card, [true, false]));
      const known = classesOf(card, columns);
      const open = classesOf(card, { ...columns, [line.feature]: Array.from({ length: rows }, () => null) });
      const { size, stride } = axes.find((axis) => axis.line.id === line.id) ?? { size: 0, stride: 1 };
      const wrong = open.filter((one, row) => {
        const first = row - (Math.floor(row / stride) % size) * stride;
        const all = new Set(Array.from({ length: size }, (_, value) => known[first + value * stride] ?? "none"));
        // and where all values agree there is an answer
        return one !== (all.size === 1 ? [...all][0] : "insufficient-data");
      });
      expect(new Set(wrong)).toStrictEqual(new Set());
      expect(new Set(open).size).toBeGreaterThan(4);
    },
  );
  test("without both there is none, in every combination", EXHAUSTIVE, () => {
    const { rows, columns } = gridOf(exampleRetailCard, factsOf(exampleRetailCard));
    const nothing = Array.from({ length: rows }, () => null);
    const classes = classesOf(exampleRetailCard, { ...columns, annualIncome: nothing, assets: nothing });
    expect(new Set(classes)).toStrictEqual(new Set(["insufficient-data"]));
  });
});

describe("a value left open", () => {
  const category: Characteristic = {
    ...lines.category,
    axis: "closeness",
    inputs: { ...lines.category.inputs, missing: "open", unknown: "open" },
  };
  const aged: Characteristic = { ...lines.aged, axis: "closeness", inputs: { ...lines.aged.inputs, stale: "open" } };
  const levels = [
    { id: "low", atLeast: 0 },
    { id: "high", atLeast: 10 },
  ];
  test("may be missing, of an unknown category or stale", () => {
    const card = cardOf([lines.integer, category, aged]);
    const known = { integer: 2, category: "gold", aged: 1, agedOn: asOf };
    const result = classify(card, { ...known, category: "unheard-of", agedOn: "2020-01-01" }, { asOf });
    expect(result).toMatchObject({ tier: "core", score: 4 + 0 + 1, scoreAtMost: 4 + 7 + 2 });
    expect(result.status === "classified" && result.parts.slice(1)).toMatchObject([
      { state: "unknown-category", points: 0, pointsAtMost: 7 },
      { state: "stale", points: 1, pointsAtMost: 2 },
    ]);
  });
  test("gives no score, which would not be the same for every value", () => {
    const card = cardOf([lines.integer, category]);
    const missing = [{ feature: "category", state: "missing", characteristic: "category" }];
    expect(scoreRecord(card, { integer: 2 }, { asOf })).toMatchObject({ status: "insufficient-data", missing });
  });
  test("gives no level where it could be another", () => {
    const card = cardOf([lines.integer, category], { levels });
    const record = { integer: 2, category: null };
    const missing = [{ feature: "category", state: "missing", characteristic: "category" }];
    expect(classify(card, record, { asOf })).toMatchObject({ status: "insufficient-data", missing });
    expect(classifyMany(card, [record], { asOf }).values).toStrictEqual([{ status: "insufficient-data", missing }]);
    expect(classify(card, { ...record, integer: 1 }, { asOf })).toMatchObject({ level: "low", scoreAtMost: 7 });
  });
  test("leaves a test on the total, the axis or the characteristic undecided where it matters", () => {
    const of = (when: Scorecard["rules"][number]["when"]): unknown =>
      classify(
        cardOf([lines.integer, category], { rules: [{ id: "r", type: "existing-potential", when }] }),
        { integer: 2, category: null },
        { asOf },
      ).status;
    const any: Scorecard["core"][number] = { test: "any", of: [{ test: "total", atLeast: 11 }] };
    for (const condition of [
      any,
      { test: "total", atLeast: 5 },
      { test: "total", below: 11 },
      { test: "axis", axis: "closeness", atLeast: 11 },
      { test: "characteristic", characteristic: "category", atLeast: 7 },
      { test: "characteristic", characteristic: "category", below: 7 },
    ] as const) {
      expect(of([condition])).toBe("insufficient-data");
      // a failing test settles the rule
      expect(of([condition, { test: "characteristic", characteristic: "integer", below: 4 }])).toBe("classified");
    }
    for (const condition of [
      { test: "total", atLeast: 4 },
      { test: "total", below: 12 },
      { test: "characteristic", characteristic: "integer", atLeast: 4 },
    ] as const) {
      expect(of([condition])).toBe("classified");
    }
  });
  test("does not count for somebody to whom its characteristic does not apply", () => {
    const card = cardOf([lines.integer, { ...category, appliesTo: "customers" }], { customerFlag: "flag" });
    const result = classify(card, { integer: 2, flag: false }, { asOf });
    expect(result.status).toBe("not-a-customer");
  });
  test("is no word for an invalid one", () => {
    const card = cardOf([lines.integer, withPolicies(category, "open" as never, ["invalid"])]);
    expect(() => prepareScorecard(card)).toThrow(
      expect.objectContaining({ path: ["characteristics", 1, "inputs", "invalid"] }),
    );
  });
  test("is told as a range, one by one and from a batch", () => {
    const record = { ...sound, annualIncome: null, assets: cny("3000000.00") };
    const alone = explainClassification(classify(exampleRetailCard, record, { asOf }));
    const batch = classifyMany(exampleRetailCard, [record], { asOf });
    expect(explainClassification(batch, 0)).toStrictEqual(alone);
    expect(classificationAt(batch, 0)).toStrictEqual(classify(exampleRetailCard, record, { asOf }));
    const ranges = alone.lines.filter(({ values }) => "pointsAtMost" in values);
    expect(ranges.map(({ line, values }) => [line, values])).toStrictEqual([
      ["test", { atLeast: 20, points: 20, pointsAtMost: 48 }],
      ["test", { atLeast: 28, points: 20, pointsAtMost: 48 }],
      ["score", { points: 60, pointsAtMost: 88 }],
      ["axis", { points: 20, pointsAtMost: 48, maxPoints: 56 }],
      ["part", { points: 0, pointsAtMost: 28, maxPoints: 28 }],
    ]);
    // what comes back from where it was kept is read
    expect(
      explainClassification(JSON.parse(JSON.stringify(classify(exampleRetailCard, record, { asOf })))),
    ).toStrictEqual(alone);
  });
  test("never makes a difference to a card that leaves nothing open", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.option(fc.constantFrom("gold", "none")), (integer, value) => {
        const rejecting = cardOf([lines.integer, lines.category]);
        const result = classify(rejecting, { integer, category: value }, { asOf });
        expect(result.status).toBe(value === null ? "insufficient-data" : "classified");
        expect(result).not.toHaveProperty("scoreAtMost");
      }),
    );
  });
});
