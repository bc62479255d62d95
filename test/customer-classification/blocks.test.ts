import { describe, expect, test } from "vitest";

import {
  classificationAt,
  classify,
  classifyMany,
  exampleRetailCard,
  explainClassification,
  prepareScorecard,
  scoreRecord,
  type Classification,
  type ClassificationBlock,
  type FeatureValue,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import { asOf, cardOf, cny, lines, sound, withPolicies } from "./cards.ts";

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
      expect(classify(exampleRetailCard, { ...record, [feature]: null }, { asOf })).toStrictEqual(without);
      // that it was looked at is all the difference
      const looked = "unchecked" in without ? { unchecked: without.unchecked.filter((id) => id !== block) } : {};
      expect(classify(exampleRetailCard, { ...record, [feature]: false }, { asOf })).toStrictEqual({
        ...without,
        ...looked,
      });
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
        details: { feature: "overdue", kind: "flag", reason: "wrong-kind", received: "1", type: "number" },
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
  test("is named where it was taken for not holding, one by one and in an explanation", () => {
    const words = (record: Record<string, FeatureValue>): unknown => {
      const result = classify(blocks("fails"), { money: cny("1"), ...record }, { asOf });
      const line = explainClassification(result).lines.find((one) => one.line === "unchecked");
      return [result.status === "classified" ? result.unchecked : result.status, line?.labels.blocks];
    };
    expect(words({})).toStrictEqual([
      ["first", "second"],
      ["block.first", "block.second"],
    ]);
    expect(words({ flag: false })).toStrictEqual([["second"], ["block.second"]]);
    expect(words({ flag: false, other: false })).toStrictEqual([undefined, undefined]);
  });
  test("is not taken for absent when it is known and old", () => {
    const features = {
      ...cardOf([]).features,
      flag: { kind: "flag", group: "basic", sensitive: false, maxAgeDays: 30 } as const,
      other: { kind: "flag", group: "basic", sensitive: false } as const,
    };
    const old = { asOf, observedAt: { flag: "2026-01-01" } };
    const missing = [{ feature: "flag", state: "stale", block: "first" }];
    for (const flag of [true, false]) {
      const record = { money: cny("1"), flag };
      const card = { ...blocks("fails"), features };
      expect(classify(card, record, old)).toMatchObject({ status: "insufficient-data", missing });
      expect(classify({ ...blocks("holds"), features }, record, old)).toMatchObject({ block: "first" });
      // an absent one is not old
      expect(classify(card, { money: cny("1") }, old)).toMatchObject({ status: "classified" });
    }
  });
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
    { ...sound, productCount: "4" },
    { ...sound, deceased: 1 },
    { ...sound, Deceased: true },
  ];
  const batch = classifyMany(exampleRetailCard, rows, { asOf });
  test("blocked rows are told, counted by block, and left out of the counts of inputs", () => {
    expect(batch.values.map((value) => value?.status ?? null)).toStrictEqual([
      "classified",
      "blocked",
      "blocked",
      "blocked",
      "blocked",
      "insufficient-data",
      null,
      null,
      null,
    ]);
    expect(batch.values[1]).toStrictEqual({ status: "blocked", block: "overdue", effect: "ordinary-at-most" });
    expect(batch.values[1]).toBe(batch.values[2]);
    const counts = (valid: number, missing: number, invalid = 0): object => ({ valid, missing, stale: 0, invalid });
    expect(batch.blocks).toStrictEqual([
      { block: "deceased", feature: "deceased", rows: 1, counts: counts(1, 6, 1) },
      { block: "staff", feature: "staff", rows: 1, counts: counts(1, 7) },
      { block: "money-laundering-review", feature: "moneyLaunderingReview", rows: 0, counts: counts(0, 8) },
      { block: "fraud", feature: "fraudAlert", rows: 0, counts: counts(0, 8) },
      { block: "overdue", feature: "overdue", rows: 2, counts: counts(3, 5) },
    ]);
    const products = batch.inputs.find(({ characteristic }) => characteristic === "products")?.counts;
    expect(products).toMatchObject({ valid: 1, missing: 1 });
  });
  test("a list that no row was checked against is a finding, and one that is empty is none", () => {
    const unseen = (block: string, feature: string, rows: number): object => ({
      code: "customer-classification/block-unseen",
      path: [feature],
      details: { block, feature, rows },
    });
    expect(batch.findings).toStrictEqual([
      unseen("money-laundering-review", "moneyLaunderingReview", 8),
      unseen("fraud", "fraudAlert", 8),
    ]);
    const of = (flags: object): readonly object[] =>
      classifyMany(exampleRetailCard, [{ ...sound, ...flags }, sound], { asOf }).findings;
    expect(of({}).length).toBe(exampleRetailCard.blocks.length);
    expect(of({ deceased: null, staff: 1 })).toContainEqual(unseen("deceased", "deceased", 2));
    expect(of({ deceased: null, staff: 1 })).toContainEqual(unseen("staff", "staff", 2));
    const all = { deceased: false, staff: false, moneyLaunderingReview: false, fraudAlert: false, overdue: false };
    expect(of(all)).toStrictEqual([]);
    expect(classifyMany(exampleRetailCard, [], { asOf }).findings).toStrictEqual([]);
    const columns = { isCustomer: [true, false], deceased: [null, null] };
    const { findings } = classifyMany(exampleRetailCard, columns, { asOf });
    expect(findings.filter(({ code }) => code.endsWith("/block-unseen")).length).toBe(5);
  });
  test("a feature that no row has is a finding, whatever its columns are called", () => {
    const card = cardOf([withPolicies(lines.integer, { points: 0 }, ["missing"]), lines.flag]);
    const of = (rows: readonly object[]): readonly object[] => classifyMany(card, rows, { asOf }).findings;
    const flag = true;
    expect(
      of([
        { flag, count: 3 },
        { flag, count: 4 },
      ]),
    ).toStrictEqual([
      {
        code: "customer-classification/feature-unseen",
        path: ["integer"],
        details: { feature: "integer", rows: 2 },
      },
    ]);
    expect(of([{ flag }, { flag, integer: 3 }])).toStrictEqual([]);
    expect(of([])).toStrictEqual([]);
    // a row that is refused is an issue already
    expect(of([{ flag, integer: 1.5 }])).toStrictEqual([]);
  });
  test("a block that holds is not lost to a value that is refused: the issue is beside it", () => {
    const issue = (path: string, details: object): object => ({
      code: "customer-classification/invalid-value",
      path: [path],
      details: { feature: path, reason: "wrong-kind", ...details },
    });
    const staff = issue("staff", { kind: "flag", received: "1", type: "number" });
    const record = { ...sound, deceased: true, staff: 1 };
    const dead = { status: "blocked", block: "deceased", effect: "no-class", issues: [staff], card: stamp, asOf };
    expect(classify(exampleRetailCard, record, { asOf })).toStrictEqual(dead);
    const many = classifyMany(exampleRetailCard, [record, { isCustomer: "?", overdue: true, fraudAlert: 0 }], { asOf });
    expect(many.values).toStrictEqual([
      { status: "blocked", block: "deceased", effect: "no-class" },
      { status: "blocked", block: "overdue", effect: "ordinary-at-most" },
    ]);
    expect(many.issues).toStrictEqual([
      { row: 0, ...staff },
      { row: 1, ...issue("isCustomer", { kind: "flag", received: "string(1)" }) },
      { row: 1, ...issue("fraudAlert", { kind: "flag", received: "0", type: "number" }) },
    ]);
    expect(classificationAt(many, 0)).toStrictEqual(dead);
    const lines = explainClassification(many, 0).lines;
    expect(explainClassification(classify(exampleRetailCard, record, { asOf })).lines).toStrictEqual(lines);
    const kept = JSON.parse(JSON.stringify(dead)) as Classification;
    expect(explainClassification(kept).lines).toStrictEqual(lines);
  });
  test("a flag of the wrong kind is no block, even where one that nobody knows would be", () => {
    const card: Scorecard = {
      ...exampleRetailCard,
      blocks: exampleRetailCard.blocks.map((block) => ({ ...block, unusable: "holds" })),
    };
    const known = { staff: false, moneyLaunderingReview: false, fraudAlert: false, overdue: false };
    expect(() => classify(card, { ...sound, ...known, deceased: 1 }, { asOf })).toThrow("record.deceased: wrong-kind");
    const rows = [{ ...sound, ...known, deceased: 1 }, null as unknown as object];
    expect(classifyMany(card, rows, { asOf }).values).toStrictEqual([null, null]);
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

describe("a name that says what the flag of a block says is refused", () => {
  test.each([
    ["isDeceased", "deceased"],
    ["is_deceased", "deceased"],
    ["IS_DECEASED", "deceased"],
    ["deceased_flag", "deceased"],
    ["Deceased", "deceased"],
    ["fraud", "fraudAlert"],
    ["fraud_alert", "fraudAlert"],
    ["has-fraud", "fraudAlert"],
    ["moneyLaundering", "moneyLaunderingReview"],
    ["overDue", "overdue"],
    ["isOverdue", "overdue"],
    ["staffFlag", "staff"],
    ["staffMember", "staff"],
    ["deceasedOn", "deceased"],
    ["overdue_loan", "overdue"],
  ])("%s for %s, unless that is there too", (name, flag) => {
    const record = { ...sound, [name]: true };
    expect(() => classify(exampleRetailCard, record, { asOf })).toThrow(
      expect.objectContaining({
        code: "customer-classification/invalid-record",
        path: ["record", name],
        details: expect.objectContaining({ didYouMean: flag }) as unknown,
      }),
    );
    const batch = classifyMany(exampleRetailCard, [sound, record], { asOf });
    expect(batch.issues).toMatchObject([{ row: 1, path: [name], details: { didYouMean: flag } }]);
    expect(() => classifyMany(exampleRetailCard, { [name]: [true] }, { asOf })).toThrow(
      expect.objectContaining({ path: ["columns", name] }),
    );
    expect(classify(exampleRetailCard, { ...record, [flag]: false }, { asOf }).status).toBe("classified");
  });
  test.each([
    "overdueDays",
    "staffId",
    "overdueLoanBalance",
    "money",
    "alert",
    "review",
    "is",
    "flag",
    "isActive",
    "_fraud",
  ])("%s says something else", (name) => {
    expect(classify(exampleRetailCard, { ...sound, [name]: true }, { asOf }).status).toBe("classified");
  });
});

describe("a card whose blocks contradict it is refused", () => {
  const block: ClassificationBlock = { id: "b", feature: "flag", effect: "no-class", unusable: "fails" };
  test.each<[string, string, Partial<Scorecard>]>([
    ["blocks.1.id", "duplicate", { blocks: [block, { ...block, feature: "flag" }] }],
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
  test.each(["", "  "])("an id that is blank (%o) could not be named in a finding", (id) => {
    expect(() => prepareScorecard(cardOf([lines.money], { blocks: [{ ...block, id }] }))).toThrow(
      expect.objectContaining({ code: "customer-classification/invalid-card", path: ["blocks", 0, "id"] }),
    );
  });
  test("two hundred are not too many", () => {
    const blocks = Array.from({ length: 200 }, (_, n) => ({ ...block, id: `b${String(n)}` }));
    const card = cardOf([lines.money], { blocks });
    expect(classifyMany(card, [{ money: cny("1"), flag: true }], { asOf }).blocks[0]).toMatchObject({
      block: "b0",
      rows: 1,
    });
  });
});
