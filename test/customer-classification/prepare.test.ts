import { describe, expect, test } from "vitest";

import {
  classify,
  exampleRetailCard,
  exampleStarRateCard,
  explainClassification,
  prepareScorecard,
  type Characteristic,
  type Condition,
  type InvalidCardReason,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import { cardOf, cny, lines } from "./cards.ts";

const base = cardOf([lines.money]);
const one = (line: Characteristic): Scorecard => cardOf([line]);
const money = (changes: object): Scorecard => one({ ...lines.money, ...changes });
const rate = (changes: object): Scorecard => one({ ...lines.rate, ...changes });
const feature = (changes: object): Scorecard => ({
  ...base,
  features: { ...base.features, extra: { kind: "integer", group: "basic", sensitive: false, ...changes } } as never,
});
const rule = (...when: Condition[]): Scorecard => ({ ...base, rules: [{ id: "r", type: "existing-potential", when }] });
const many = (n: number): { below?: string; points: number }[] =>
  Array.from({ length: n }, (_, i) => (i === n - 1 ? { points: 0 } : { below: String(i), points: 0 }));
const total: Condition = { test: "total", atLeast: 0 };

describe("a card that contradicts itself is refused, with the place", () => {
  test.each<[path: string, reason: InvalidCardReason, card: Scorecard]>([
    ["currency", "currency-missing", { ...base, currency: undefined } as never],
    ["currency", "unknown-currency", { ...base, currency: "XXX" }],
    [
      "features.constructor",
      "reserved-name",
      { ...base, features: { ...base.features, constructor: base.features["flag"] } as never },
    ],
    ["features.extra.observedAtField", "reserved-name", feature({ observedAtField: "toString" })],
    ["features.extra.observedAtField", "duplicate", feature({ observedAtField: "money" })],
    ["features.extra.observedAtField", "duplicate", feature({ observedAtField: "extra" })],
    ["features.extra.maxAgeDays", "not-a-whole-number", feature({ maxAgeDays: -1 })],
    ["features.extra.maxAgeDays", "not-a-whole-number", feature({ maxAgeDays: 1.5 })],
    ["features.extra.values", "empty", feature({ kind: "category", values: [] })],
    ["features.extra.values.1", "duplicate", feature({ kind: "category", values: ["a", "a"] })],
    ["customerFlag", "unknown-feature", { ...base, customerFlag: "nope" }],
    ["customerFlag", "kind-does-not-fit", { ...base, customerFlag: "money" }],
    ["elsewhereFlag", "unknown-feature", { ...base, elsewhereFlag: "nope" }],
    ["elsewhereFlag", "kind-does-not-fit", { ...base, elsewhereFlag: "money" }],
    ["elsewhereFlag", "duplicate", { ...base, customerFlag: "flag", elsewhereFlag: "flag" }],
    ["characteristics", "empty", cardOf([])],
    [
      "characteristics",
      "too-many",
      cardOf(Array.from({ length: 251 }, (_, i) => ({ ...lines.money, id: `m${String(i)}` }))),
    ],
    [
      "levels",
      "too-many",
      cardOf([lines.rate], { levels: Array.from({ length: 251 }, (_, i) => ({ id: `l${String(i)}`, atLeast: i })) }),
    ],
    ["characteristics.1.id", "duplicate", cardOf([lines.money, lines.money])],
    ["characteristics.0.feature", "unknown-feature", money({ feature: "nope" })],
    ["characteristics.0.feature", "unknown-feature", money({ feature: "valueOf" })],
    ["characteristics.0.scale", "kind-does-not-fit", one({ ...lines.money, feature: "flag" })],
    ["characteristics.0.scale", "kind-does-not-fit", one({ ...lines.flag, feature: "money" })],
    ["characteristics.0.scale", "kind-does-not-fit", one({ ...lines.rate, feature: "number" })],
    [
      "characteristics.0.scale",
      "kind-does-not-fit",
      one({ ...lines.category, feature: "flag", inputs: lines.flag.inputs }),
    ],
    ["characteristics.0.bands", "empty", money({ bands: [] })],
    ["characteristics.0.bands", "too-many", money({ bands: many(201) })],
    ["characteristics.0.bands.0.points", "not-whole-points", money({ bands: [{ points: 0.5 }] })],
    ["characteristics.0.bands.0.points", "not-whole-points", money({ bands: [{ points: 1_000_000_001 }] })],
    ["characteristics.0.bands.0.below", "last-band-closed", money({ bands: [{ below: "1", points: 0 }] })],
    ["characteristics.0.bands.0", "band-without-edge", money({ bands: [{ points: 0 }, { points: 1 }] })],
    [
      "characteristics.0.bands.1.below",
      "edges-not-ascending",
      money({ bands: [{ below: "1", points: 0 }, { below: "1.00", points: 1 }, { points: 2 }] }),
    ],
    [
      "characteristics.0.bands.1.below",
      "edges-not-ascending",
      money({ bands: [{ below: "10", points: 0 }, { below: "9", points: 1 }, { points: 2 }] }),
    ],
    [
      "characteristics.0.bands.0.below",
      "malformed-edge",
      money({ bands: [{ below: "1e3", points: 0 }, { points: 1 }] }),
    ],
    [
      "characteristics.0.bands.0.below",
      "malformed-edge",
      money({ bands: [{ below: "0.001", points: 0 }, { points: 1 }] }),
    ],
    [
      "characteristics.0.bands.0.below",
      "malformed-edge",
      one({ ...lines.integer, bands: [{ below: "1.5", points: 0 }, { points: 1 }] }),
    ],
    [
      "characteristics.0.bands.0.below",
      "too-large",
      money({ bands: [{ below: "90071992547409.92", points: 0 }, { points: 1 }] }),
    ],
    ["characteristics.0.per", "not-positive", rate({ per: "0" })],
    ["characteristics.0.per", "too-large", rate({ per: "90000000000000", points: 2 })],
    ["characteristics.0.max", "empty-range", rate({ min: 5, max: 5 })],
    ["characteristics.0.points", "not-whole-points", rate({ points: 1.35 })],
    ["characteristics.0.min", "not-whole-points", rate({ min: -0.5 })],
    [
      "characteristics.0.groups.0.values.0",
      "unknown-category",
      one({ ...lines.category, groups: [{ values: ["jade"], points: 0 }] }),
    ],
    [
      "characteristics.0.groups.1.values.0",
      "duplicate",
      one({
        ...lines.category,
        groups: [
          { values: ["gold"], points: 0 },
          { values: ["gold"], points: 0 },
        ],
      }),
    ],
    [
      "characteristics.0.groups",
      "category-without-points",
      one({ ...lines.category, groups: [{ values: ["gold"], points: 0 }] }),
    ],
    ["characteristics.0.whenTrue", "not-whole-points", one({ ...lines.flag, whenTrue: 0.1 })],
    ["characteristics.0.neutral", "neutral-missing", money({ inputs: { missing: "neutral", invalid: "reject" } })],
    ["characteristics.0.inputs.missing", "policy-missing", money({ inputs: { invalid: "reject" } })],
    ["characteristics.0.inputs.unknown", "policy-missing", one({ ...lines.category, inputs: lines.money.inputs })],
    ["characteristics.0.inputs.stale", "policy-missing", one({ ...lines.aged, inputs: lines.money.inputs })],
    [
      "characteristics.0.inputs.stale",
      "policy-without-use",
      money({ inputs: { ...lines.money.inputs, stale: "reject" } }),
    ],
    [
      "characteristics.0.inputs.unknown",
      "policy-without-use",
      money({ inputs: { ...lines.money.inputs, unknown: "reject" } }),
    ],
    [
      "characteristics.0.inputs.missing.points",
      "not-whole-points",
      money({ inputs: { missing: { points: 0.5 }, invalid: "reject" } }),
    ],
    ["rules.0.when", "empty", rule()],
    ["core", "empty", { ...base, core: [] }],
    ["rules.1.id", "duplicate", { ...base, rules: [...rule(total).rules, ...rule(total).rules] }],
    ["rules.0.id", "duplicate", { ...base, rules: [{ id: "ordinary", type: "existing-potential", when: [total] }] }],
    ["rules.0.when.0", "empty-range", rule({ test: "total" })],
    ["rules.0.when.0", "empty-range", rule({ test: "total", atLeast: 3, below: 3 })],
    ["rules.0.when.0.atLeast", "not-whole-points", rule({ test: "total", atLeast: 0.5 })],
    ["rules.0.when.0", "unreachable", rule({ test: "total", atLeast: 10 })],
    ["rules.0.when.0", "unreachable", rule({ test: "total", below: -3 })],
    ["rules.0.when.0", "unreachable", rule({ test: "axis", axis: "contribution", atLeast: 10 })],
    ["rules.0.when.0", "unreachable", rule({ test: "characteristic", characteristic: "money", atLeast: 10 })],
    ["core.0", "unreachable", { ...base, core: [{ test: "total", atLeast: 10 }] }],
    ["rules.0.when.0.axis", "axis-without-characteristic", rule({ test: "axis", axis: "strength", atLeast: 0 })],
    [
      "rules.0.when.0.characteristic",
      "unknown-characteristic",
      rule({ test: "characteristic", characteristic: "x", atLeast: 0 }),
    ],
    ["rules.0.when.0", "customer-flag-missing", rule({ test: "customer", is: true })],
    ["rules.0.when", "unreachable", { ...rule({ test: "customer", is: false }), customerFlag: "flag" }],
    ["rules.0.when.0.feature", "unknown-feature", rule({ test: "flag", feature: "x", is: true, unusable: "fails" })],
    ["rules.0.when.0.test", "kind-does-not-fit", rule({ test: "flag", feature: "money", is: true, unusable: "fails" })],
    [
      "rules.0.when.0.test",
      "kind-does-not-fit",
      rule({ test: "category", feature: "flag", oneOf: ["x"], unusable: "fails" }),
    ],
    [
      "rules.0.when.0.test",
      "kind-does-not-fit",
      rule({ test: "amount", feature: "flag", atLeast: "1", unusable: "fails" }),
    ],
    ["rules.0.when.0.oneOf", "empty", rule({ test: "category", feature: "category", oneOf: [], unusable: "fails" })],
    [
      "rules.0.when.0.oneOf.0",
      "unknown-category",
      rule({ test: "category", feature: "category", oneOf: ["jade"], unusable: "fails" }),
    ],
    ["rules.0.when.0", "empty-range", rule({ test: "amount", feature: "money", unusable: "fails" })],
    [
      "rules.0.when.0",
      "empty-range",
      rule({ test: "amount", feature: "money", atLeast: "2", below: "1", unusable: "fails" }),
    ],
    [
      "rules.0.when.0.below",
      "malformed-edge",
      rule({ test: "amount", feature: "money", below: "x", unusable: "fails" }),
    ],
    ["rules.0.when.0.of", "empty", rule({ test: "any", of: [] })],
    ["rules.0.when.0.of.1", "unreachable", rule({ test: "any", of: [total, { test: "total", atLeast: 99 }] })],
    [
      "levels.1.atLeast",
      "edges-not-ascending",
      {
        ...base,
        levels: [
          { id: "a", atLeast: 1 },
          { id: "b", atLeast: 1 },
        ],
      },
    ],
    [
      "levels.1.id",
      "duplicate",
      {
        ...base,
        levels: [
          { id: "a", atLeast: 1 },
          { id: "a", atLeast: 2 },
        ],
      },
    ],
    ["levels.0.atLeast", "unreachable", { ...base, levels: [{ id: "a", atLeast: 10 }] }],
    ["levels.0.atLeast", "not-whole-points", { ...base, levels: [{ id: "a", atLeast: 0.5 }] }],
  ])("%s: %s", (path, reason, card) => {
    expect(() => prepareScorecard(card)).toThrow(
      expect.objectContaining({
        code: "customer-classification/invalid-card",
        path: path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
        details: expect.objectContaining({ reason }) as unknown,
      }),
    );
  });
  test("a broken envelope is the policy's error", () => {
    expect(() => prepareScorecard({ ...base, sources: [] })).toThrow(
      expect.objectContaining({ code: "core/invalid-policy" }),
    );
    expect(() => prepareScorecard({ ...base, effectiveTo: "2020-01-01" })).toThrow(
      expect.objectContaining({ code: "core/invalid-policy" }),
    );
  });
  test("attainable points stand in the details of an unreachable test", () => {
    expect(() => prepareScorecard(rule({ test: "total", atLeast: 10 }))).toThrow(
      expect.objectContaining({ details: { reason: "unreachable", min: -3, max: 9 } }),
    );
  });
  test("edges of points just within reach are accepted", () => {
    expect(prepareScorecard(rule({ test: "total", atLeast: 9 })).stamp.id).toBe("test.card");
    expect(prepareScorecard(rule({ test: "total", below: -2 })).stamp.id).toBe("test.card");
    expect(prepareScorecard(money({ bands: many(200) })).stamp.id).toBe("test.card");
  });
});

describe("the example cards", () => {
  test.each([exampleRetailCard, exampleStarRateCard])("$id is sound and marked as an example", (card) => {
    expect(prepareScorecard(card).stamp.version).toBe("1");
    expect(card.status).toBe("example");
    expect(card.id).toMatch(/^example\./);
  });
});

test("a result that shows the card's tests cannot change the card", () => {
  const handle = prepareScorecard(exampleRetailCard);
  const rich = {
    isCustomer: false,
    mainBankElsewhere: true,
    annualIncome: cny("900000.00"),
    assets: cny("0.00"),
  };
  const explain = () => explainClassification(classify(handle, rich, { asOf: "2026-03-31" })).lines;
  const before = explain();
  const result = classify(handle, rich, { asOf: "2026-03-31" });
  const conditions =
    "rules" in result ? result.rules.flatMap((rule) => rule.tests.map((trace) => trace.condition)) : [];
  expect(conditions.length).toBeGreaterThan(0);
  for (const condition of conditions) {
    expect(() => {
      (condition as { atLeast?: unknown }).atLeast = -1;
    }).toThrow(TypeError);
  }
  expect(explain()).toStrictEqual(before);
});
