import { describe, expect, test } from "vitest";

import {
  classificationAt,
  classify,
  classifyMany,
  exampleRetailCard,
  explainClassification,
  prepareScorecard,
  scoreRecord,
  type ClassificationBlock,
  type FeatureValue,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import { asOf, cardOf, cny, lines, sound } from "./cards.ts";

const { stamp } = prepareScorecard(exampleRetailCard);
const blocked = (block: string, effect: string): object => ({ status: "blocked", block, effect, card: stamp, asOf });

describe("a block comes before points", () => {
  test.each([
    ["deceased", "deceased", "no-class"],
    ["staff", "staff", "no-class"],
    ["moneyLaunderingReview", "money-laundering-review", "no-class"],
    ["fraudAlert", "fraud", "ordinary-at-most"],
    ["overdue", "overdue", "ordinary-at-most"],
  ] as const)("%s, whatever the client would be", (feature, block, effect) => {
    for (const record of [sound, { ...sound, isCustomer: false }, {}, { assets: cny("20000000.00") }]) {
      expect(classify(exampleRetailCard, { ...record, [feature]: true }, { asOf })).toStrictEqual(
        blocked(block, effect),
      );
      const without = classify(exampleRetailCard, record, { asOf });
      for (const no of [false, null]) {
        expect(classify(exampleRetailCard, { ...record, [feature]: no }, { asOf })).toStrictEqual(without);
      }
    }
  });
  test("the first of the card that holds decides", () => {
    const record = { ...sound, overdue: true, fraudAlert: true, deceased: true };
    expect(classify(exampleRetailCard, record, { asOf })).toStrictEqual(blocked("deceased", "no-class"));
  });
  test("a value of the wrong kind is refused, as anywhere", () => {
    expect(() => classify(exampleRetailCard, { ...sound, overdue: 1 }, { asOf })).toThrow(
      expect.objectContaining({
        code: "customer-classification/invalid-value",
        path: ["record", "overdue"],
        details: { feature: "overdue", kind: "flag", reason: "wrong-kind", received: "1" },
      }),
    );
  });
  test("the score alone is not asked about blocks", () => {
    expect(scoreRecord(exampleRetailCard, { ...sound, overdue: true }, { asOf })).toStrictEqual(
      scoreRecord(exampleRetailCard, sound, { asOf }),
    );
  });
});

describe("a block that nobody knows about", () => {
  const blocks = (unusable: ClassificationBlock["unusable"]): Scorecard =>
    cardOf([lines.money], {
      features: {
        ...cardOf([]).features,
        other: { kind: "flag", group: "basic", sensitive: false },
      },
      blocks: [
        { id: "first", feature: "flag", effect: "no-class", unusable },
        { id: "second", feature: "other", effect: "ordinary-at-most", unusable: "fails" },
      ],
    });
  const of = (card: Scorecard, record: Record<string, FeatureValue>): unknown => {
    const [value] = classifyMany(card, [record], { asOf }).values;
    const single = classify(card, record, { asOf });
    expect(value?.status).toBe(single.status);
    return single;
  };
  test("does not hold where the card says so, and holds where it says that", () => {
    expect(of(blocks("fails"), { money: cny("1") })).toMatchObject({ status: "classified" });
    expect(of(blocks("holds"), { money: cny("1") })).toMatchObject({ status: "blocked", block: "first" });
  });
  test("is insufficient data only where the card says so, with all else that is lacking", () => {
    expect(of(blocks("reject"), { money: cny("1") })).toMatchObject({
      status: "insufficient-data",
      missing: [{ feature: "flag", state: "missing", block: "first" }],
    });
    expect(of(blocks("reject"), {})).toMatchObject({
      missing: [
        { feature: "flag", state: "missing", block: "first" },
        { feature: "money", state: "missing", characteristic: "money" },
      ],
    });
    expect(of(blocks("reject"), { money: cny("1"), flag: false })).toMatchObject({ status: "classified" });
  });
  test("does not matter when another one holds", () => {
    expect(of(blocks("reject"), { other: true })).toMatchObject({ status: "blocked", block: "second" });
    expect(of(blocks("reject"), { flag: true, other: true })).toMatchObject({ block: "first" });
  });
});

describe("in a batch", () => {
  const rows = [
    sound,
    { ...sound, overdue: true },
    { overdue: true },
    { ...sound, deceased: true, overdue: true },
    { ...sound, staff: true, productCount: "4" },
    { ...sound, productCount: null },
  ];
  const batch = classifyMany(exampleRetailCard, rows, { asOf });
  test("blocked rows are told, counted by block, and left out of the counts of inputs", () => {
    expect(batch.values.map((value) => value?.status ?? null)).toStrictEqual([
      "classified",
      "blocked",
      "blocked",
      "blocked",
      null,
      "insufficient-data",
    ]);
    expect(batch.values[1]).toStrictEqual({ status: "blocked", block: "overdue", effect: "ordinary-at-most" });
    expect(batch.values[1]).toBe(batch.values[2]);
    expect(batch.blocks).toStrictEqual([
      { block: "deceased", rows: 1 },
      { block: "staff", rows: 0 },
      { block: "money-laundering-review", rows: 0 },
      { block: "fraud", rows: 0 },
      { block: "overdue", rows: 2 },
    ]);
    const { counts } = batch.inputs.find(({ characteristic }) => characteristic === "products") ?? {};
    expect(counts).toMatchObject({ valid: 1, missing: 1 });
  });
  test("a row is what it is alone, and explained as that", () => {
    expect(classificationAt(batch, 3)).toStrictEqual(blocked("deceased", "no-class"));
    expect(explainClassification(batch, 1).lines).toStrictEqual([
      { line: "outcome", depth: 0, labels: { status: "classificationStatus.blocked" }, values: {} },
      {
        line: "block",
        depth: 1,
        labels: { block: "block.overdue", effect: "blockEffect.ordinary-at-most" },
        values: {},
      },
    ]);
  });
  test("a card without blocks has none", () => {
    expect(classifyMany(cardOf([lines.money]), [], { asOf }).blocks).toStrictEqual([]);
  });
});

describe("a card whose blocks contradict it is refused", () => {
  const block: ClassificationBlock = { id: "b", feature: "flag", effect: "no-class", unusable: "fails" };
  test.each<[string, string, Partial<Scorecard>]>([
    ["blocks.1.id", "duplicate", { blocks: [block, { ...block, feature: "flag" }] }],
    ["blocks.0.id", "empty", { blocks: [{ ...block, id: "" }] }],
    ["blocks.0.feature", "unknown-feature", { blocks: [{ ...block, feature: "nope" }] }],
    ["blocks.0.feature", "kind-does-not-fit", { blocks: [{ ...block, feature: "money" }] }],
    ["blocks", "too-many", { blocks: Array.from({ length: 201 }, (_, n) => ({ ...block, id: `b${String(n)}` })) }],
  ])("%s: %s", (path, reason, changes) => {
    expect(() => prepareScorecard(cardOf([lines.money], changes))).toThrow(
      expect.objectContaining({
        code: "customer-classification/invalid-card",
        path: path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
        details: expect.objectContaining({ reason }) as unknown,
      }),
    );
  });
  test("two hundred are not too many", () => {
    const blocks = Array.from({ length: 200 }, (_, n) => ({ ...block, id: `b${String(n)}` }));
    const card = cardOf([lines.money], { blocks });
    expect(classifyMany(card, [{ money: cny("1"), flag: true }], { asOf }).blocks[0]).toStrictEqual({
      block: "b0",
      rows: 1,
    });
  });
});
