import { describe, expect, test } from "vitest";

import {
  exampleRetailCard,
  exampleStarRateCard,
  lintScorecard,
  type Condition,
  type LintFinding,
  type Scorecard,
  type TypeRule,
} from "../../src/customer-classification/index.ts";
import { cardOf, lines, withPolicies } from "./cards.ts";

const all = Object.values(lines);
const findings = (card: Scorecard, rule: LintFinding["rule"]): readonly LintFinding[] =>
  lintScorecard(card).findings.filter((finding) => finding.rule === rule);

describe("what is legal but doubtful", () => {
  test("the example cards have no warning", () => {
    for (const card of [exampleRetailCard, exampleStarRateCard]) {
      expect(lintScorecard(card).findings.filter(({ severity }) => severity === "warning")).toStrictEqual([]);
    }
    expect(findings(exampleRetailCard, "sensitive-feature")).toStrictEqual([
      { rule: "sensitive-feature", severity: "note", path: ["characteristics", 1], details: { feature: "occupation" } },
      { rule: "sensitive-feature", severity: "note", path: ["characteristics", 2], details: { feature: "household" } },
      {
        rule: "sensitive-feature",
        severity: "note",
        path: ["characteristics", 3],
        details: { feature: "socialStanding" },
      },
    ]);
  });
  test("points against the declared direction", () => {
    const card = cardOf([
      { ...lines.money, monotone: "up", bands: [{ below: "1", points: 3 }, { below: "2", points: 2 }, { points: 4 }] },
      { ...lines.integer, monotone: "down" },
      { ...lines.flag, monotone: "up", whenTrue: 0, whenFalse: 1 },
      { ...lines.rate, monotone: "down" },
      { ...lines.number, monotone: "up" },
    ]);
    expect(findings(card, "not-monotone")).toStrictEqual([
      {
        rule: "not-monotone",
        severity: "warning",
        path: ["characteristics", 0],
        details: { declared: "up", at: 1, points: 2, before: 3 },
      },
      {
        rule: "not-monotone",
        severity: "warning",
        path: ["characteristics", 1],
        details: { declared: "down", at: 1, points: 4, before: 0 },
      },
      {
        rule: "not-monotone",
        severity: "warning",
        path: ["characteristics", 2],
        details: { declared: "up", at: 1, points: 0, before: 1 },
      },
      {
        rule: "not-monotone",
        severity: "warning",
        path: ["characteristics", 3, "points"],
        details: { declared: "down" },
      },
    ]);
  });
  test("absent data that scores better than the worst data", () => {
    const card = cardOf([
      withPolicies(lines.integer, { points: 1 }, ["missing"]),
      withPolicies(lines.flag, "neutral", ["invalid"]),
    ]);
    expect(findings(card, "unusable-beats-worst")).toStrictEqual([
      {
        rule: "unusable-beats-worst",
        severity: "warning",
        path: ["characteristics", 0, "inputs", "missing"],
        details: { points: 1, worst: 0 },
      },
      {
        rule: "unusable-beats-worst",
        severity: "warning",
        path: ["characteristics", 1, "inputs", "invalid"],
        details: { points: 3, worst: 1 },
      },
    ]);
    const worst = cardOf([withPolicies(lines.integer, { points: 0 }, ["missing"])]);
    expect(findings(worst, "unusable-beats-worst")).toStrictEqual([]);
  });
  test("a reason code used twice", () => {
    const card = cardOf([
      { ...lines.money, reason: "A" },
      { ...lines.flag, reason: "B" },
      { ...lines.integer, reason: "A" },
    ]);
    expect(findings(card, "duplicate-reason")).toStrictEqual([
      {
        rule: "duplicate-reason",
        severity: "warning",
        path: ["characteristics", 2, "reason"],
        details: { reason: "A", characteristics: ["money", "integer"] },
      },
    ]);
  });
  test("a feature nobody looks at; a test, the flag and a test inside `any` are looks", () => {
    const any: Condition = {
      test: "any",
      of: [{ test: "category", feature: "category", oneOf: ["gold"], unusable: "fails" }],
    };
    const card = cardOf([lines.money], {
      customerFlag: "flag",
      core: [{ test: "amount", feature: "number", atLeast: "1", unusable: "fails" }],
      rules: [{ id: "r", type: "existing-potential", when: [any] }],
    });
    expect(findings(card, "unused-feature").map(({ path }) => path)).toStrictEqual([
      ["features", "aged"],
      ["features", "integer"],
    ]);
    expect(findings(cardOf(all), "unused-feature")).toStrictEqual([]);
  });
  test("a sensitive feature inside a rule is told with its place", () => {
    const any: Condition = { test: "any", of: [{ test: "flag", feature: "flag", is: true, unusable: "fails" }] };
    const plain = cardOf([lines.money], { rules: [{ id: "r", type: "existing-potential", when: [any] }] });
    const card = {
      ...plain,
      features: { ...plain.features, flag: { kind: "flag", group: "basic", sensitive: true } },
    } as const;
    expect(findings(card, "sensitive-feature")).toStrictEqual([
      {
        rule: "sensitive-feature",
        severity: "note",
        path: ["rules", 0, "when", 0, "of", 0],
        details: { feature: "flag" },
      },
    ]);
  });
});

describe("a rule that never gets its turn", () => {
  const rule = (id: string, type: TypeRule["type"], ...when: Condition[]): TypeRule => ({ id, type, when });
  const at = (atLeast: number, below?: number): Condition =>
    below === undefined ? { test: "total", atLeast } : { test: "total", atLeast, below };
  const shadowed = (earlier: TypeRule, later: TypeRule, customerFlag?: string): boolean =>
    findings(
      cardOf(all, { rules: [earlier, later], ...(customerFlag === undefined ? {} : { customerFlag }) }),
      "shadowed-rule",
    ).length > 0;
  const A = "existing-high-quality";
  const B = "existing-potential";
  const P = "prospective-high-quality";
  const gold = (oneOf: string[]): Condition => ({ test: "category", feature: "category", oneOf, unusable: "fails" });
  const amount = (atLeast: string, below?: string): Condition => ({
    test: "amount",
    feature: "money",
    atLeast,
    ...(below === undefined ? {} : { below }),
    unusable: "fails",
  });
  test.each<[string, TypeRule, TypeRule, boolean]>([
    ["higher cut after a lower one", rule("a", A, at(5)), rule("b", B, at(6)), true],
    ["lower cut after a higher one", rule("a", A, at(6)), rule("b", B, at(5)), false],
    ["more tests after fewer", rule("a", A, at(5)), rule("b", B, at(5), gold(["gold"])), true],
    ["fewer tests after more", rule("a", A, at(5), gold(["gold"])), rule("b", B, at(5)), false],
    ["inside a range", rule("a", A, at(2, 9)), rule("b", B, at(3, 9)), true],
    ["beyond a range", rule("a", A, at(2, 9)), rule("b", B, at(3, 10)), false],
    ["open beyond a range", rule("a", A, at(2, 9)), rule("b", B, at(3)), false],
    ["subset of categories", rule("a", A, gold(["gold", "none"])), rule("b", B, gold(["gold"])), true],
    ["superset of categories", rule("a", A, gold(["gold"])), rule("b", B, gold(["gold", "none"])), false],
    ["amounts, exactly compared", rule("a", A, amount("1000")), rule("b", B, amount("1000.00")), true],
    ["amounts below", rule("a", A, amount("999", "2000")), rule("b", B, amount("1000", "1999.99")), true],
    ["amounts beyond", rule("a", A, amount("999", "2000")), rule("b", B, amount("1000")), false],
    ["another subject", rule("a", A, at(5)), rule("b", B, { test: "axis", axis: "contribution", atLeast: 6 }), false],
  ])("%s", (_name, earlier, later, expected) => {
    expect(shadowed(earlier, later)).toBe(expected);
  });
  test("a rule for customers does not stand before prospects, but the other way round", () => {
    expect(shadowed(rule("a", A, at(5)), rule("b", P, at(6)), "flag")).toBe(false);
    expect(shadowed(rule("a", A, at(5)), rule("b", P, at(6)))).toBe(true);
    expect(shadowed(rule("a", P, at(5)), rule("b", A, at(6)), "flag")).toBe(true);
  });
  test("the finding names both; types without a rule are noted", () => {
    const card = cardOf(all, { rules: [rule("a", A, at(5)), rule("b", B, at(6))] });
    expect(findings(card, "shadowed-rule")).toStrictEqual([
      { rule: "shadowed-rule", severity: "warning", path: ["rules", 1], details: { rule: "b", type: B, by: "a" } },
    ]);
    expect(findings(card, "type-without-rule")).toStrictEqual([
      { rule: "type-without-rule", severity: "note", path: ["rules"], details: { type: P } },
    ]);
  });
});

describe("attainable points", () => {
  test("of the example card, added up by hand", () => {
    // strength 20 + 8 + 4 + 8, at least household 2; closeness 15 + 5; contribution 35 + 10 + 15; potential 10 + 10
    expect(lintScorecard(exampleRetailCard).attainable).toStrictEqual({
      total: { min: 2, max: 140 },
      axes: {
        strength: { min: 2, max: 40 },
        closeness: { min: 0, max: 20 },
        contribution: { min: 0, max: 60 },
        potential: { min: 0, max: 20 },
      },
    });
  });
  test("unusable inputs and people who are no customers count", () => {
    const lenient = withPolicies(lines.flag, { points: 50 }, ["missing"]);
    expect(lintScorecard(cardOf([lenient])).attainable.total).toStrictEqual({ min: 1, max: 50 });
    const customers = cardOf([{ ...lines.flag, appliesTo: "customers" }, lines.money], { customerFlag: "flag" });
    expect(lintScorecard(customers).attainable.axes.potential).toStrictEqual({ min: 0, max: 6 });
  });
});
