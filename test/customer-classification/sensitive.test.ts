import { describe, expect, test } from "vitest";

import {
  classificationAt,
  classify,
  classifyMany,
  exampleRetailCard,
  explainClassification,
  type Condition,
  type FeatureDefinition,
  type FeatureValue,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import { asOf, cardOf, cny, lines, sound } from "./cards.ts";

const flag = (feature: string): Condition => ({ test: "flag", feature, is: true, unusable: "fails" });
const SENSITIVE: FeatureDefinition = { kind: "flag", group: "basic", sensitive: true };

/** A card on which nearly everything is sensitive: a scored line, tests of two rules and of core, and a block. */
const card: Scorecard = cardOf([lines.money, { ...lines.category, appliesTo: "customers" }], {
  features: {
    ...cardOf([]).features,
    category: { kind: "category", group: "basic", sensitive: true, values: ["classic", "gold", "none"] },
    first: SENSITIVE,
    second: { ...SENSITIVE, sensitive: false, protectedGround: "disability" },
    inner: SENSITIVE,
    ill: SENSITIVE,
    spouse: { ...SENSITIVE, sensitive: false, protectedGround: "none" },
  },
  customerFlag: "flag",
  rules: [
    { id: "a", type: "existing-potential", when: [flag("first")] },
    { id: "b", type: "existing-high-quality", when: [{ test: "any", of: [flag("second"), flag("spouse")] }] },
  ],
  core: [flag("inner")],
  blocks: [{ id: "ill", feature: "ill", effect: "no-class", unusable: "fails" }],
});
const known = { flag: true, money: cny("5.00"), category: "gold", first: false, second: false, spouse: false };

function sensitiveOf(changes: Readonly<Record<string, FeatureValue>>): unknown {
  const result = classify(card, { ...known, ...changes }, { asOf });
  const told = explainClassification(result).lines.filter(({ line }) => line === "sensitive");
  const named = "sensitive" in result ? result.sensitive : undefined;
  expect(told).toStrictEqual(
    named === undefined
      ? []
      : [{ line: "sensitive", depth: 0, labels: { features: named.map((id) => `feature.${id}`) }, values: {} }],
  );
  // one of a batch says the same
  const batch = classifyMany(card, [{ ...known, ...changes }], { asOf });
  expect(classificationAt(batch, 0)).toStrictEqual(result);
  expect(explainClassification(batch, 0).lines).toStrictEqual(explainClassification(result).lines);
  return named;
}

describe("an answer names the sensitive features it was made with", () => {
  test.each<[string, Readonly<Record<string, FeatureValue>>, unknown]>([
    ["all rules tried, and no type", {}, ["category", "first", "second"]],
    ["the first rule matched", { first: true }, ["category", "first"]],
    ["the core test was asked", { second: true }, ["category", "first", "second", "inner"]],
    [
      "a value that is not known, where the card takes it for an answer",
      { first: null },
      ["category", "first", "second"],
    ],
    ["what counts for customers only is not used for others", { flag: false }, ["first", "second"]],
    ["nothing of the points or the rules, for somebody blocked", { ill: true }, ["ill"]],
    ["nothing where there is no answer", { money: null }, undefined],
  ])("%s", (_, changes, expected) => {
    expect(sensitiveOf(changes)).toStrictEqual(expected);
  });
  test("the ready cards use none, and their answers have no such member", () => {
    const result = classify(exampleRetailCard, sound, { asOf });
    expect("sensitive" in result).toBe(false);
    expect(explainClassification(result).lines.some(({ line }) => line === "sensitive")).toBe(false);
  });
  test("an answer that was kept as JSON is explained alike, and one that was changed is refused", () => {
    const result = classify(card, known, { asOf });
    expect(explainClassification(JSON.parse(JSON.stringify(result)))).toStrictEqual(explainClassification(result));
    expect(() => explainClassification({ ...result, sensitive: [7] } as never)).toThrow(
      expect.objectContaining({ code: "customer-classification/invalid-result", path: ["result", "sensitive", 0] }),
    );
  });
});
