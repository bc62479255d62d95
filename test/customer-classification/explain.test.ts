import { describe, expect, test } from "vitest";

import {
  classify,
  exampleRetailCard,
  explainClassification,
  prepareScorecard,
  type Classified,
} from "../../src/customer-classification/index.ts";
import { asOf, cardOf, cny, lines, sound, withPolicies } from "./cards.ts";

describe("an explanation", () => {
  test("of a customer: answer, rules, score by axis and characteristic", () => {
    const explanation = explainClassification(classify(exampleRetailCard, sound, { asOf }));
    expect(explanation.card).toStrictEqual(prepareScorecard(exampleRetailCard).stamp);
    expect(explanation.asOf).toBe(asOf);
    const { lines: told } = explanation;
    expect(told.map(({ line, depth }) => `${String(depth)} ${line}`)).toStrictEqual([
      "0 outcome",
      "0 tier",
      "1 rule",
      ...Array<string>(4).fill("2 test"),
      "1 rule",
      ...Array<string>(3).fill("2 test"),
      "0 score",
      "0 axis",
      ...Array<string>(2).fill("1 part"),
      "0 axis",
      ...Array<string>(2).fill("1 part"),
      "0 axis",
      ...Array<string>(2).fill("1 part"),
      "0 axis",
      ...Array<string>(2).fill("1 part"),
      "0 unchecked",
    ]);
    expect(told.at(-1)?.labels).toStrictEqual({ blocks: exampleRetailCard.blocks.map(({ id }) => `block.${id}`) });
    expect(told[0]).toStrictEqual({
      line: "outcome",
      depth: 0,
      labels: { status: "classificationStatus.classified", type: "clientType.existing-high-quality" },
      values: {},
    });
    expect(told[1]?.labels).toStrictEqual({ tier: "tier.general" });
    expect(told[4]).toStrictEqual({
      line: "test",
      depth: 2,
      labels: { test: "conditionTest.axis", outcome: "testOutcome.holds", axis: "axis.strength" },
      values: { atLeast: 20, points: 22 },
    });
    expect(told.find(({ line }) => line === "score")?.values).toStrictEqual({ points: 62 });
    expect(told.filter(({ line }) => line === "axis").map(({ values }) => values)).toStrictEqual([
      { points: 22, maxPoints: 56 },
      { points: 15, maxPoints: 20 },
      { points: 25, maxPoints: 70 },
      { points: 0, maxPoints: 20 },
    ]);
    expect(
      told.find((line) => line.line === "part" && line.labels.characteristic === "characteristic.deposits"),
    ).toStrictEqual({
      line: "part",
      depth: 1,
      labels: {
        characteristic: "characteristic.deposits",
        feature: "feature.depositAvg",
        axis: "axis.contribution",
        state: "partState.valid",
        reason: "reason.DEP",
      },
      values: { points: 25, maxPoints: 35, band: 3, from: "200000", below: "1000000" },
    });
  });
  test("never repeats a value of the customer", () => {
    const record = { ...sound, household: "couple", annualIncome: cny("312345.67"), depositAvg: cny("298765.43") };
    const text = JSON.stringify(explainClassification(classify(exampleRetailCard, record, { asOf })));
    expect(text).not.toMatch(/312345|298765|"couple"/);
  });
  test("of tests on features, alternatives, levels, labels of bands and invalid values", () => {
    const card = cardOf([withPolicies(lines.money, { points: 0 }, ["invalid"]), lines.category], {
      rules: [
        {
          id: "r",
          type: "existing-potential",
          when: [
            {
              test: "any",
              of: [
                { test: "category", feature: "category", oneOf: ["gold", "none"], unusable: "fails" },
                { test: "amount", feature: "integer", atLeast: "1", below: "5", unusable: "fails" },
              ],
            },
          ],
        },
      ],
      levels: [
        { id: "low", atLeast: 0 },
        { id: "high", atLeast: 7 },
      ],
    });
    const told = explainClassification(classify(card, { money: cny("x"), category: "gold" }, { asOf })).lines;
    expect(told).toStrictEqual([
      {
        line: "outcome",
        depth: 0,
        labels: { status: "classificationStatus.classified", type: "clientType.existing-potential" },
        values: {},
      },
      { line: "level", depth: 0, labels: { level: "level.high" }, values: {} },
      {
        line: "rule",
        depth: 1,
        labels: { rule: "typeRule.r", grants: "clientType.existing-potential", outcome: "ruleOutcome.matched" },
        values: {},
      },
      { line: "test", depth: 2, labels: { test: "conditionTest.any", outcome: "testOutcome.holds" }, values: {} },
      {
        line: "test",
        depth: 3,
        labels: {
          test: "conditionTest.category",
          outcome: "testOutcome.holds",
          feature: "feature.category",
          oneOf: ["category.category.gold", "category.category.none"],
          state: "partState.valid",
        },
        values: {},
      },
      {
        line: "test",
        depth: 3,
        labels: {
          test: "conditionTest.amount",
          outcome: "testOutcome.fails",
          feature: "feature.integer",
          state: "partState.missing",
        },
        values: { atLeast: "1", below: "5" },
      },
      { line: "score", depth: 0, labels: {}, values: { points: 7 } },
      { line: "axis", depth: 0, labels: { axis: "axis.strength" }, values: { points: 7, maxPoints: 7 } },
      {
        line: "part",
        depth: 1,
        labels: {
          characteristic: "characteristic.category",
          feature: "feature.category",
          axis: "axis.strength",
          state: "partState.valid",
          band: "band.card",
        },
        values: { points: 7, maxPoints: 7, band: 0 },
      },
      { line: "axis", depth: 0, labels: { axis: "axis.contribution" }, values: { points: 0, maxPoints: 9 } },
      {
        line: "part",
        depth: 1,
        labels: {
          characteristic: "characteristic.money",
          feature: "feature.money",
          axis: "axis.contribution",
          state: "partState.invalid",
          invalidReason: "invalidReason.malformed-amount",
        },
        values: { points: 0, maxPoints: 9 },
      },
    ]);
  });
  test("an empty list in a result that was kept says what none says", () => {
    const { unchecked, ...result } = classify(exampleRetailCard, sound, { asOf }) as Classified;
    expect(unchecked).toBeDefined();
    const { lines: told } = explainClassification({ ...result, unchecked: [], sensitive: [] });
    expect(told).toStrictEqual(explainClassification(result).lines);
  });
  test("of a stranger tells the rules that failed; of missing data what is missing", () => {
    const stranger = explainClassification(
      classify(exampleRetailCard, { ...sound, isCustomer: false }, { asOf }),
    ).lines;
    expect(stranger[0]?.labels).toStrictEqual({ status: "classificationStatus.not-a-customer" });
    expect(stranger.flatMap((line) => (line.line === "rule" ? [line.labels.outcome] : []))).toStrictEqual(
      Array(3).fill("ruleOutcome.failed"),
    );
    const lacking = explainClassification(
      classify(exampleRetailCard, { ...sound, mainBankElsewhere: null, depositAvg: cny("0") }, { asOf }),
    ).lines;
    expect(lacking).toStrictEqual([
      { line: "outcome", depth: 0, labels: { status: "classificationStatus.insufficient-data" }, values: {} },
      {
        line: "missing",
        depth: 1,
        labels: {
          feature: "feature.mainBankElsewhere",
          state: "partState.missing",
          rule: "typeRule.prospective-high-quality",
        },
        values: {},
      },
    ]);
  });
});
