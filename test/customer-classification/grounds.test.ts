import { describe, expect, test } from "vitest";

import {
  classify,
  exampleRetailCard,
  lintScorecard,
  PROTECTED_GROUNDS,
  PROTECTING_LAWS,
  PROTECTING_LAWS_BY_GROUND,
  prepareScorecard,
  type FeatureDefinition,
  type LintFinding,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import { asOf, cardOf, lines, sound } from "./cards.ts";
import { ready } from "./grid.ts";

const CN = "cn-personal-information-protection-law";

const findings = (card: Scorecard): readonly LintFinding[] =>
  lintScorecard(card).findings.filter(({ rule }) => rule.includes("ground") || rule === "sensitive-feature");

/** A card with one more flag, which scores points. */
function scoring(id: string, feature: Partial<FeatureDefinition>, changes: Partial<Scorecard> = {}): Scorecard {
  const plain = cardOf([{ ...lines.flag, id: "extra", feature: id }]);
  const definition = { kind: "flag", group: "basic", sensitive: true, ...feature } as FeatureDefinition;
  return { ...plain, features: { [id]: definition }, ...changes };
}

describe("points for a protected ground", () => {
  test.each(PROTECTED_GROUNDS)("%s: the lint refuses the card and names the law", (ground) => {
    const card = scoring("f12", { protectedGround: ground });
    const laws = PROTECTING_LAWS_BY_GROUND[ground];
    expect(laws).toContain(CN);
    expect(laws.length).toBe(2);
    expect(findings(card)).toStrictEqual([
      {
        rule: "protected-ground",
        severity: "error",
        path: ["characteristics", 0],
        details: { feature: "f12", ground, laws },
      },
    ]);
    expect(lintScorecard(card).passed).toBe(false);
    // what the law of a place allows is not known here: the card is well formed
    expect(prepareScorecard(card).stamp.id).toBe("test.card");
  });
  test("every law stands behind a ground", () => {
    expect(new Set(Object.values(PROTECTING_LAWS_BY_GROUND).flat())).toStrictEqual(new Set(PROTECTING_LAWS));
    expect(PROTECTING_LAWS_BY_GROUND["marital-status"][0]).toBe("hk-sex-discrimination-ordinance");
    expect(PROTECTING_LAWS_BY_GROUND["family-status"][0]).toBe("hk-family-status-discrimination-ordinance");
  });
  test("tests of rules, of core and inside `any`, the customer flag and blocks are uses too", () => {
    const is = { test: "flag", feature: "flag", is: true, unusable: "fails" } as const;
    const card = cardOf([lines.money], {
      features: {
        ...cardOf([]).features,
        flag: { kind: "flag", group: "basic", sensitive: false, protectedGround: "disability" },
      },
      customerFlag: "flag",
      rules: [{ id: "r", type: "existing-potential", when: [{ test: "any", of: [is] }] }],
      core: [is],
      blocks: [{ id: "b", feature: "flag", effect: "no-class", unusable: "fails" }],
    });
    expect(findings(card).map(({ path }) => path)).toStrictEqual([
      ["rules", 0, "when", 0, "of", 0],
      ["core", 0],
      ["customerFlag"],
      ["blocks", 0],
    ]);
  });
  test("with a written ground it is a note that says who approved it, and the ground is part of the card", () => {
    const written = { feature: "f12", text: "Reg. 4/2026 s. 3", approvedBy: "Compliance", approvedOn: "2026-02-01" };
    const bare = scoring("f12", { protectedGround: "disability" });
    const card = { ...bare, effectiveFrom: "2026-02-01", justifications: [written] };
    expect(findings(card)).toStrictEqual([
      {
        rule: "justified-ground",
        severity: "note",
        path: ["characteristics", 0],
        details: { feature: "f12", ground: "disability", approvedBy: "Compliance", approvedOn: "2026-02-01" },
      },
    ]);
    expect(lintScorecard(card).passed).toBe(true);
    const same = { ...bare, effectiveFrom: "2026-02-01" };
    expect(prepareScorecard(card).stamp.hash).not.toBe(prepareScorecard(same).stamp.hash);
    const other = scoring("f12", { protectedGround: "race" }, { justifications: [] });
    expect(lintScorecard(other).passed).toBe(false);
  });
  test.each([
    ["x", { reason: "unknown-feature", feature: "x" }],
    ["", { reason: "empty" }],
  ])("a written ground for feature %j is refused", (feature, details) => {
    const justifications = [{ feature, text: "t", approvedBy: "a", approvedOn: asOf }];
    expect(() => prepareScorecard(scoring("f12", {}, { justifications }))).toThrow(
      expect.objectContaining({ path: ["justifications", 0, "feature"], details }),
    );
  });
  test("a ground approved only after the card came into force is an error, on the day it is not", () => {
    const approved = (approvedOn: string): Scorecard => ({
      ...scoring("f12", { protectedGround: "sex" }),
      effectiveFrom: "2026-02-01",
      justifications: [{ feature: "f12", text: "t", approvedBy: "Compliance", approvedOn }],
    });
    expect(lintScorecard(approved("2026-02-01")).passed).toBe(true);
    expect(lintScorecard(approved("2026-02-02")).passed).toBe(false);
    expect(findings(approved("2099-01-01"))).toStrictEqual([
      {
        rule: "ground-approved-late",
        severity: "error",
        path: ["characteristics", 0],
        details: {
          feature: "f12",
          ground: "sex",
          approvedBy: "Compliance",
          approvedOn: "2099-01-01",
          effectiveFrom: "2026-02-01",
        },
      },
    ]);
  });
  test.each(["text", "approvedBy"])("its %s is not blank", (member) => {
    const blank = { feature: "f12", text: "t", approvedBy: "a", approvedOn: asOf, [member]: "  " };
    expect(() => prepareScorecard(scoring("f12", {}, { justifications: [blank] }))).toThrow(
      expect.objectContaining({ path: ["justifications", 0, member] }),
    );
  });
  test("one feature is justified once", () => {
    const one = { feature: "f12", text: "t", approvedBy: "a", approvedOn: asOf };
    expect(() => prepareScorecard(scoring("f12", {}, { justifications: [one, one] }))).toThrow(
      expect.objectContaining({ path: ["justifications", 1, "feature"] }),
    );
  });
});

describe("a feature that looks like a protected ground and does not say what it is", () => {
  test.each([
    ["sex", "sex"],
    ["customerGender", "sex"],
    ["性别", "sex"],
    ["marital_status", "marital-status"],
    ["isMarried", "marital-status"],
    ["婚姻状况", "marital-status"],
    ["pregnant", "pregnancy"],
    ["懷孕", "pregnancy"],
    ["household", "family-status"],
    ["familyStatus", "family-status"],
    ["number-of-children", "family-status"],
    ["子女", "family-status"],
    ["家庭状况", "family-status"],
    ["hasDisability", "disability"],
    ["殘疾", "disability"],
    ["ethnicity", "race"],
    ["民族", "race"],
    ["MARITALSTATUS", "marital-status"],
    ["maritalstatus", "marital-status"],
    ["civilStatus", "marital-status"],
    ["wife", "marital-status"],
    ["husbandIncome", "marital-status"],
    ["spouse_name", "marital-status"],
    ["widower", "marital-status"],
    ["singlePerson", "marital-status"],
    ["singleperson", "marital-status"],
    ["单身", "marital-status"],
    ["GENDER1", "sex"],
    ["sexcode", "sex"],
    ["sex_code", "sex"],
    ["称谓", "sex"],
    ["isMother", "family-status"],
    ["parent", "family-status"],
    ["childcount", "family-status"],
    ["numchildren", "family-status"],
    ["hasBaby", "family-status"],
    ["已育", "family-status"],
    ["产假", "pregnancy"],
    ["breastfeeding", "breastfeeding"],
    ["哺乳期", "breastfeeding"],
    ["族别", "race"],
    ["nationality", "race"],
    ["wheelchair", "disability"],
  ] as const)("%s is refused as %s until it is declared", (id, ground) => {
    const finding = {
      rule: "undeclared-ground",
      severity: "error",
      path: ["characteristics", 0],
      details: { feature: id, ground, laws: PROTECTING_LAWS_BY_GROUND[ground] },
    };
    expect(findings(scoring(id, {}))).toStrictEqual([finding]);
    expect(findings(scoring(id, { protectedGround: "none" }))).toStrictEqual([
      {
        rule: "ground-declared-none",
        severity: "note",
        path: ["characteristics", 0],
        details: { feature: id, ground },
      },
    ]);
    expect(findings(scoring(id, { protectedGround: ground })).map(({ rule }) => rule)).toStrictEqual([
      "protected-ground",
    ]);
  });
  test.each([
    [["married", "single"], "marital-status"],
    [["male", "female"], "sex"],
    [["男", "女"], "sex"],
    [["已婚", "未婚"], "marital-status"],
    [["with-children", "without"], "family-status"],
    [["Mr", "Mrs", "Miss", "Ms"], "sex"],
    [["先生", "女士"], "sex"],
    [["单身", "夫妻"], "marital-status"],
    [["single", "widow"], "marital-status"],
  ] as const)("its categories tell: %j", (values, ground) => {
    const card = scoring(
      "f12",
      {},
      {
        features: { f12: { kind: "category", group: "basic", sensitive: false, values } },
        characteristics: [{ ...lines.category, feature: "f12", groups: [{ values, points: 1 }] }],
      },
    );
    expect(findings(card).map(({ details }) => details)).toStrictEqual([
      { feature: "f12", ground, laws: PROTECTING_LAWS_BY_GROUND[ground] },
    ]);
  });
  test("so does the id of what scores it", () => {
    const card = scoring("f12", {}, { characteristics: [{ ...lines.flag, id: "marital-status", feature: "f12" }] });
    expect(findings(card)).toMatchObject([{ rule: "undeclared-ground", details: { feature: "f12" } }]);
  });
  test.each([
    "essex",
    "embrace",
    "unchildish",
    "terrace",
    "salaryAccount",
    "incomeTrend",
    "single-premium",
    "productTitle",
    "misses",
    "transparent",
  ])("%s looks like none", (id) => {
    expect(findings(scoring(id, { sensitive: false }))).toStrictEqual([]);
  });
});

describe("a feature that tells how a person looks", () => {
  const appearance = (card: Scorecard): readonly LintFinding[] =>
    lintScorecard(card).findings.filter(({ rule }) => rule.startsWith("appearance"));
  test.each([
    "appearance",
    "physicalAppearance",
    "looks",
    "height",
    "heightCm",
    "customer_height",
    "weight",
    "bodyWeightKg",
    "isHandsome",
    "attractiveness",
    "beautyScore",
    "skinTone",
    "hair_colour",
    "clothing",
    "容貌",
    "客户外貌",
    "颜值评分",
    "身高",
    "體重",
    "长相",
    "衣着打扮",
  ])("%s is refused, whatever the ground, until it is declared none", (id) => {
    const of = (severity: "error" | "note"): object => ({
      rule: severity === "error" ? "appearance-feature" : "appearance-declared-none",
      severity,
      path: ["characteristics", 0],
      details: { feature: id },
    });
    expect(appearance(scoring(id, {}))).toStrictEqual([of("error")]);
    expect(lintScorecard(scoring(id, {})).passed).toBe(false);
    // no written ground makes it right
    const justifications = [{ feature: id, text: "t", approvedBy: "a", approvedOn: "2019-01-01" }];
    const justified = scoring(id, { protectedGround: "sex" }, { justifications });
    expect(appearance(justified)).toStrictEqual([of("error")]);
    expect(appearance(scoring(id, { protectedGround: "none" }))).toStrictEqual([of("note")]);
  });
  test("nor may a card describe it, or have it in reserve", () => {
    const plain = cardOf([lines.money]);
    for (const descriptive of [true, false]) {
      const features = {
        ...plain.features,
        身高: { kind: "integer", group: "basic", sensitive: true, descriptive },
      } as const;
      expect(appearance({ ...plain, features })).toMatchObject([{ severity: "error", path: ["features", "身高"] }]);
    }
  });
  test("its categories and the id of what scores it tell", () => {
    const values = ["漂亮", "一般"];
    const card = scoring(
      "f12",
      {},
      {
        features: { f12: { kind: "category", group: "basic", sensitive: false, values } },
        characteristics: [{ ...lines.category, feature: "f12", groups: [{ values, points: 1 }] }],
      },
    );
    expect(appearance(card)).toMatchObject([{ details: { feature: "f12" } }]);
    expect(
      appearance(scoring("f12", {}, { characteristics: [{ ...lines.flag, id: "looks", feature: "f12" }] })),
    ).toHaveLength(1);
  });
  test.each([
    "portfolioWeight",
    "riskWeight",
    "weightedAverage",
    "heightenedRisk",
    "lookThroughAssets",
    "outlook",
    "faceValue",
    "figures",
    "skinnyBundle",
    "weightLimit",
    "dressing",
    "constructionBuild",
  ])("%s looks like none", (id) => {
    expect(appearance(scoring(id, {}))).toStrictEqual([]);
  });
  test("no ready card has one", () => {
    for (const card of ready) expect(appearance(card)).toStrictEqual([]);
  });
});

describe("a feature that only describes the person", () => {
  const { household } = exampleRetailCard.features;
  test("is declared on the ready card, with its ground, and no finding of the lint", () => {
    expect(household).toMatchObject({ descriptive: true, protectedGround: "family-status", sensitive: true });
    expect(lintScorecard(exampleRetailCard).findings).toStrictEqual([]);
  });
  test("its value is not even read", () => {
    const result = classify(exampleRetailCard, sound, { asOf });
    for (const value of ["family", "single", "castle", "", 7, NaN, null]) {
      expect(classify(exampleRetailCard, { ...sound, household: value }, { asOf })).toStrictEqual(result);
    }
  });
  test.each<[string, Partial<Scorecard>]>([
    [
      "characteristics.0.feature",
      { characteristics: [{ ...exampleRetailCard.characteristics[6], id: "h", feature: "household" }] },
    ],
    [
      "rules.0.when.0.feature",
      {
        rules: [
          {
            id: "r",
            type: "existing-potential",
            when: [{ test: "category", feature: "household", oneOf: ["couple"], unusable: "fails" }],
          },
        ],
      },
    ],
    ["core.0.feature", { core: [{ test: "category", feature: "household", oneOf: ["couple"], unusable: "fails" }] }],
    ["customerFlag", { customerFlag: "household" }],
    ["blocks.0.feature", { blocks: [{ id: "b", feature: "household", effect: "no-class", unusable: "fails" }] }],
  ])("nothing may look at it: %s", (path, changes) => {
    expect(() => prepareScorecard({ ...exampleRetailCard, ...changes })).toThrow(
      expect.objectContaining({
        path: path.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step)),
        details: { reason: "descriptive-feature", feature: "household" },
      }),
    );
  });
});
