import { describe, expect, test } from "vitest";

import {
  classify,
  exampleRetailCard,
  exampleStarRateCard,
  lintScorecard,
  type Characteristic,
  type Condition,
  type LintDetails,
  type LintFinding,
  type Scorecard,
  type TypeRule,
} from "../../src/customer-classification/index.ts";
import { asOf, cardOf, cny, lines, withPolicies } from "./cards.ts";
import { ready } from "./grid.ts";

const all = Object.values(lines);
const findings = (card: Scorecard, rule: LintFinding["rule"]): readonly LintFinding[] =>
  lintScorecard(card).findings.filter((finding) => finding.rule === rule);

describe("what is legal but doubtful", () => {
  test("the example cards have none of it", () => {
    for (const card of [exampleRetailCard, exampleStarRateCard]) {
      expect(lintScorecard(card).findings.filter(({ rule }) => rule !== "type-without-rule")).toStrictEqual([]);
      expect(lintScorecard(card).passed).toBe(true);
    }
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

describe("a core tier that is reached past the general one", () => {
  const banded = (id: string, points: readonly number[]): Characteristic => ({
    ...lines.integer,
    id,
    axis: "strength",
    bands: points.map((value, index) =>
      index === points.length - 1 ? { points: value } : { below: String(index + 1), points: value },
    ),
  });
  const strength = (atLeast: number): Condition => ({ test: "axis", axis: "strength", atLeast });
  const card = (core: readonly Condition[], when: readonly Condition[] = [strength(10)]): Scorecard =>
    cardOf([banded("a", [0, 4, 12]), banded("b", [0, 5]), lines.rate], {
      rules: [{ id: "hq", type: "existing-high-quality", when }],
      core,
    });
  test("a total asks nothing of the axis that decides, as the card of old did", () => {
    expect(findings(card([{ test: "total", atLeast: 100 }]), "core-past-general")).toStrictEqual([
      {
        rule: "core-past-general",
        severity: "warning",
        path: ["core"],
        details: { rule: "hq", cut: 10, step: 8, wanted: 18, axis: "strength" },
      },
    ]);
  });
  test("the core test asks for the cut and the largest step of one value", () => {
    const cards = cardOf([banded("a", [0, 8, 16]), banded("b", [0, 5])]);
    const of = (atLeast: number): unknown =>
      findings(
        {
          ...cards,
          rules: [{ id: "hq", type: "existing-high-quality", when: [strength(10)] }],
          core: [strength(atLeast)],
        },
        "core-past-general",
      ).length;
    expect([of(17), of(18)]).toStrictEqual([1, 0]);
  });
  test("totals and characteristics are asked alike; one yuan of a rate is a small step", () => {
    const total = (atLeast: number): Condition => ({ test: "total", atLeast });
    const a = (atLeast: number): Condition => ({ test: "characteristic", characteristic: "rate", atLeast });
    expect(findings(card([total(10)], [total(9)]), "core-past-general")[0]?.details).toStrictEqual({
      rule: "hq",
      cut: 9,
      step: 8,
      wanted: 17,
    });
    expect(findings(card([total(17)], [total(9)]), "core-past-general")).toStrictEqual([]);
    expect(findings(card([a(500)], [a(500)]), "core-past-general")[0]?.details).toStrictEqual({
      rule: "hq",
      cut: 500,
      step: 1,
      wanted: 501,
      characteristic: "rate",
    });
    expect(findings(card([a(501)], [a(500)]), "core-past-general")).toStrictEqual([]);
  });
  test("a cut that everybody passes, another type and a test that is no cut are left alone", () => {
    expect(findings(card([strength(1)], [strength(0)]), "core-past-general")).toStrictEqual([]);
    expect(findings(card([strength(1)], [{ test: "axis", axis: "strength", below: 5 }]), "core-past-general")).toEqual(
      [],
    );
    const other = card([strength(1)]);
    const rules = other.rules.map((rule) => ({ ...rule, type: "existing-potential" as const }));
    expect(findings({ ...other, rules }, "core-past-general")).toStrictEqual([]);
  });
  test("a category may change to any other, and a flag to its other side", () => {
    const step = (line: Characteristic): unknown =>
      findings(
        cardOf([line], {
          rules: [{ id: "hq", type: "existing-high-quality", when: [{ test: "total", atLeast: 3 }] }],
          core: [{ test: "total", atLeast: 3 }],
        }),
        "core-past-general",
      )[0]?.details;
    expect(step(lines.category)).toMatchObject({ step: 7, wanted: 10 });
    expect(step(lines.flag)).toMatchObject({ step: 5, wanted: 8 });
  });
});

describe("prospects by guess", () => {
  const rule = (when: readonly Condition[], changes: Partial<Scorecard> = { elsewhereFlag: "flag" }): Scorecard => ({
    ...cardOf(all, { rules: [{ id: "p", type: "prospective-high-quality", when }] }),
    features: { ...cardOf(all).features, consent: { kind: "flag", group: "need", sensitive: false } },
    ...changes,
  });
  const flag = (unusable: "reject" | "fails" | "holds", feature = "flag", is = true): Condition => ({
    test: "flag",
    feature,
    is,
    unusable,
  });
  const strong: Condition = { test: "total", atLeast: 5 };
  test.each<[string, Scorecard, LintDetails["prospect-inferred"][]]>([
    ["points alone", rule([strong]), [{ rule: "p", feature: "flag" }]],
    ["the fact, which may be missing", rule([flag("fails")]), [{ rule: "p", feature: "flag" }]],
    ["the fact, which holds when missing", rule([flag("holds")]), [{ rule: "p", feature: "flag" }]],
    ["the fact that it is not elsewhere", rule([flag("reject", "flag", false)]), [{ rule: "p", feature: "flag" }]],
    ["the fact or points", rule([{ test: "any", of: [flag("reject"), strong] }]), [{ rule: "p", feature: "flag" }]],
    ["another fact", rule([strong, flag("reject", "consent")]), [{ rule: "p", feature: "flag" }]],
    [
      "the fact or another",
      rule([{ test: "any", of: [flag("reject"), flag("reject", "consent")] }]),
      [{ rule: "p", feature: "flag" }],
    ],
    ["a fact on a card that declares none", rule([strong, flag("reject")], {}), [{ rule: "p" }]],
    ["the fact", rule([strong, flag("reject")]), []],
    ["the fact in every alternative", rule([{ test: "any", of: [flag("reject"), flag("reject")] }]), []],
  ])("%s", (_, card, expected) => {
    expect(findings(card, "prospect-inferred")).toStrictEqual(
      expected.map((details) => ({ rule: "prospect-inferred", severity: "warning", path: ["rules", 0], details })),
    );
  });
  test("the ready card says which flag it is, and asks for it", () => {
    const { elsewhereFlag, ...silent } = exampleRetailCard;
    expect(elsewhereFlag).toBe("mainBankElsewhere");
    expect(findings(exampleRetailCard, "prospect-inferred")).toStrictEqual([]);
    expect(findings(silent, "prospect-inferred").length).toBe(1);
  });
});

test("a test that an unknown value meets is an advantage of leaving it out", () => {
  const unknown = (unusable: "holds" | "fails"): Condition => ({ test: "flag", feature: "flag", is: false, unusable });
  const card = (unusable: "holds" | "fails"): Scorecard =>
    cardOf(all, {
      rules: [{ id: "a", type: "existing-high-quality", when: [{ test: "any", of: [unknown(unusable)] }] }],
      core: [{ test: "total", atLeast: 0 }, unknown(unusable)],
    });
  const found = (rule: string, path: LintFinding["path"]): object => ({
    rule: "unknown-passes",
    severity: "warning",
    path,
    details: { rule, feature: "flag" },
  });
  expect(findings(card("holds"), "unknown-passes")).toStrictEqual([
    found("a", ["rules", 0, "when", 0, "of", 0]),
    found("core", ["core", 1]),
  ]);
  expect(findings(card("fails"), "unknown-passes")).toStrictEqual([]);
});

describe("a value left open in one place and decided on in another", () => {
  const open: Characteristic = { ...lines.flag, inputs: { missing: "open", invalid: "reject" } };
  const flag = (unusable: "holds" | "fails" | "reject"): Condition => ({
    test: "flag",
    feature: "flag",
    is: true,
    unusable,
  });
  const found = (path: LintFinding["path"], details: LintDetails["open-but-decided"]): object => ({
    rule: "open-but-decided",
    severity: "warning",
    path,
    details,
  });
  test("tests of rules, of alternatives and of core that fail when the value is not known", () => {
    const card = (unusable: "holds" | "fails" | "reject"): Scorecard =>
      cardOf([open, lines.money], {
        rules: [
          { id: "a", type: "existing-high-quality", when: [flag(unusable)] },
          {
            id: "b",
            type: "existing-potential",
            when: [{ test: "any", of: [{ test: "total", atLeast: 1 }, flag(unusable)] }],
          },
        ],
        core: [{ test: "total", atLeast: 0 }, flag(unusable)],
      });
    expect(findings(card("fails"), "open-but-decided")).toStrictEqual([
      found(["rules", 0, "when", 0], { feature: "flag", typeRule: "a" }),
      found(["rules", 1, "when", 0, "of", 1], { feature: "flag", typeRule: "b" }),
      found(["core", 1], { feature: "flag", typeRule: "core" }),
    ]);
    // one that holds is told as such, and one that rejects decides nothing
    expect(findings(card("holds"), "open-but-decided")).toStrictEqual([]);
    expect(findings(card("holds"), "unknown-passes")).toHaveLength(3);
    expect(findings(card("reject"), "open-but-decided")).toStrictEqual([]);
  });
  test("it is the fault it says: two answers, of which the value would have made one", () => {
    const card = cardOf([open, { ...lines.money, axis: "potential" }], {
      rules: [{ id: "a", type: "existing-high-quality", when: [flag("fails")] }],
    });
    const of = (value: boolean | null): string => {
      const result = classify(card, { flag: value, money: cny("5.00") }, { asOf });
      return result.status === "classified" ? result.type : result.status;
    };
    expect([of(true), of(false), of(null)]).toStrictEqual(["existing-high-quality", "ordinary", "ordinary"]);
  });
  test("a block that is taken for holding or not, where a missing flag is left open", () => {
    const card = (unusable: "holds" | "fails" | "reject"): Scorecard =>
      cardOf([open], { blocks: [{ id: "x", feature: "flag", effect: "no-class", unusable }] });
    const block = found(["blocks", 0], { feature: "flag", block: "x" });
    expect(findings(card("fails"), "open-but-decided")).toStrictEqual([block]);
    expect(findings(card("holds"), "open-but-decided")).toStrictEqual([block]);
    expect(findings(card("reject"), "open-but-decided")).toStrictEqual([]);
  });
  test("a second characteristic with points of its own, state by state", () => {
    const aged = {
      ...lines.aged,
      id: "again",
      inputs: { missing: "reject", invalid: "reject", stale: { points: 0 } },
    } as const;
    const card = (stale: "open" | "reject"): Scorecard =>
      cardOf([{ ...lines.aged, inputs: { missing: "open", invalid: "reject", stale } }, aged]);
    expect(findings(card("open"), "open-but-decided")).toStrictEqual([
      found(["characteristics", 1, "inputs", "stale"], { feature: "aged", characteristic: "again" }),
    ]);
    expect(findings(card("reject"), "open-but-decided")).toStrictEqual([]);
  });
  test("the customer flag is never decided on without its value, and no ready card has the fault", () => {
    const flagged = cardOf([open, lines.money], { customerFlag: "flag" });
    expect(findings(flagged, "open-but-decided")).toStrictEqual([]);
    expect(classify(flagged, { money: cny("5.00") }, { asOf }).status).toBe("insufficient-data");
    // a rule that asks for the flag of a main bank elsewhere is a rule like any other
    const elsewhere = cardOf([open], {
      elsewhereFlag: "flag",
      rules: [{ id: "p", type: "prospective-high-quality", when: [flag("fails")] }],
    });
    expect(findings(elsewhere, "open-but-decided")).toStrictEqual([
      found(["rules", 0, "when", 0], { feature: "flag", typeRule: "p" }),
    ]);
    for (const card of ready) expect(findings(card, "open-but-decided")).toStrictEqual([]);
  });
});

test("a cut inside alternatives is a cut", () => {
  const [first, ...others] = exampleRetailCard.rules;
  const of = (strengthCut: Condition): Scorecard => ({
    ...exampleRetailCard,
    rules: [{ ...first, when: [strengthCut] }, ...others],
    core: [{ test: "axis", axis: "strength", atLeast: 20 }],
  });
  const cut: Condition = { test: "axis", axis: "strength", atLeast: 20 };
  const direct = findings(of(cut), "core-past-general");
  expect(direct.length).toBe(1);
  expect(findings(of({ test: "any", of: [cut] }), "core-past-general")).toStrictEqual(direct);
});

describe("attainable points", () => {
  test("of the example card, added up by hand", () => {
    // strength 28 + 28; closeness 15 + 5; contribution 35 + 35; potential 10 + 10
    expect(lintScorecard(exampleRetailCard).attainable).toStrictEqual({
      total: { min: 0, max: 166 },
      axes: {
        strength: { min: 0, max: 56 },
        closeness: { min: 0, max: 20 },
        contribution: { min: 0, max: 70 },
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
