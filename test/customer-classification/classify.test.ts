import { describe, expect, test } from "vitest";

import {
  classify,
  exampleRetailCard,
  prepareScorecard,
  type Classification,
  type Condition,
  type FeatureValue,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import { asOf, cardOf, cny, lines, sound } from "./cards.ts";

const outcome = (result: Classification): string =>
  result.status === "classified"
    ? result.tier === undefined
      ? result.type
      : `${result.type}/${result.tier}`
    : result.status;

const retail = (changes: Record<string, FeatureValue>): string =>
  outcome(classify(exampleRetailCard, { ...sound, ...changes }, { asOf }));

/** 商业银行个人客户经理工作流程, slides 11 and 12; the cuts are the example card's. */
describe("the four types by definition", () => {
  const weak = { annualIncome: cny("99999.99"), assets: cny("599999.99") }; // strength 0 + 8
  const assets = cny("20000000.00"); // strength 28 by itself
  const promising = { incomeTrend: "rising", expectedProfit: cny("1000.00") }; // potential 10 + 5
  test.each<[slide: string, changes: Record<string, FeatureValue>, type: string]>([
    ["11.1 实力强、关系密切、贡献度高", {}, "existing-high-quality/general"],
    ["11.1 贡献度不高: not all three", { depositAvg: cny("199999.99") }, "ordinary"],
    ["11.1 关系不密切: not all three", { productCount: 1 }, "ordinary"],
    ["11.1 实力不强: not all three", weak, "ordinary"],
    ["11.2 尚不完全符合优质标准, 较多业务, 发展潜质, 预期利润", { ...weak, ...promising }, "existing-potential"],
    ["11.2 the other test missed: 贡献度", { depositAvg: cny("0.00"), ...promising }, "existing-potential"],
    ["11.2 high-quality comes first", promising, "existing-high-quality/general"],
    ["11.2 业务关系不多", { ...weak, ...promising, productCount: 1, salaryAccount: false }, "ordinary"],
    ["11.2 无发展潜质", { ...weak, ...promising, incomeTrend: "falling" }, "ordinary"],
    ["11.2 无预期利润", { ...weak, ...promising, expectedProfit: cny("999.99") }, "ordinary"],
    [
      "11.3 实力强, 主要业务在其他银行: a customer",
      { depositAvg: cny("0.00"), mainBankElsewhere: true },
      "prospective-high-quality",
    ],
    [
      "11.3 实力强, 主要业务在其他银行: no customer",
      { isCustomer: false, mainBankElsewhere: true },
      "prospective-high-quality",
    ],
    ["11.3 实力不强", { ...weak, isCustomer: false, mainBankElsewhere: true }, "not-a-customer"],
    ["11.3 主要业务不在其他银行", { isCustomer: false, mainBankElsewhere: false }, "not-a-customer"],
    ["11.4 不符合优质标准、尚未发现潜质", { ...weak, depositAvg: cny("0.00") }, "ordinary"],
    // strength is income or assets: either alone is enough, for both tiers
    [
      "11.1 实力强 by assets: income 200,000",
      { annualIncome: cny("200000.00"), assets },
      "existing-high-quality/general",
    ],
    [
      "11.1 实力强 by assets: retired with 3,000,000 and no income",
      { annualIncome: cny("0.00"), assets: cny("3000000.00") },
      "existing-high-quality/general",
    ],
    [
      "11.1 实力强 by income alone",
      { annualIncome: cny("600000.00"), assets: cny("0.00") },
      "existing-high-quality/general",
    ],
    [
      "11.1 20,000,000 on deposit, promising",
      { ...promising, assets, depositAvg: assets },
      "existing-high-quality/core",
    ],
    // core: strength 14 + 14 = 28, closeness 10 + 5 = 15, contribution 25 + 15 = 40, or 35 + 0 by deposits alone
    [
      "12 核心: strength 28, closeness 15, contribution 40",
      { assets: cny("600000.00"), intermediaryIncome: cny("2000.00") },
      "existing-high-quality/core",
    ],
    [
      "12 核心: exactly 28, 15 and 35",
      { assets: cny("600000.00"), depositAvg: cny("1000000.00") },
      "existing-high-quality/core",
    ],
    [
      "12 普通: strength 22 of 28",
      { assets: cny("599999.99"), depositAvg: cny("1000000.00") },
      "existing-high-quality/general",
    ],
    [
      "12 普通: closeness 10 of 15",
      { assets: cny("600000.00"), depositAvg: cny("1000000.00"), salaryAccount: false },
      "existing-high-quality/general",
    ],
    [
      "12 普通: contribution 25 + 5 = 30 of 35",
      { assets: cny("600000.00"), intermediaryIncome: cny("1999.99") },
      "existing-high-quality/general",
    ],
  ])("%s", (_slide, changes, type) => {
    expect(retail(changes)).toBe(type);
  });
  test("a person who is no customer never becomes an existing type", () => {
    const everything = {
      assets: cny("900000.00"),
      productCount: 9,
      incomeTrend: "rising",
      expectedProfit: cny("9000.00"),
    };
    expect(retail({ ...everything, isCustomer: false })).toBe("not-a-customer");
  });
});

describe("what is lacking", () => {
  test("rejected inputs in the card's order, the flag first", () => {
    const result = classify(exampleRetailCard, { household: "couple" }, { asOf });
    expect(result).toStrictEqual({
      status: "insufficient-data",
      missing: [
        { feature: "isCustomer", state: "missing" },
        { feature: "annualIncome", state: "missing", characteristic: "annualIncome" },
        { feature: "assets", state: "missing", characteristic: "assets" },
        { feature: "depositAvg", state: "missing", characteristic: "deposits" },
        { feature: "productCount", state: "missing", characteristic: "products" },
      ],
      reads: [
        "isCustomer",
        ...exampleRetailCard.characteristics.map(({ feature }) => feature),
        "mainBankElsewhere",
      ].map((feature) => ({ feature, state: "missing" })),
      card: prepareScorecard(exampleRetailCard).stamp,
      asOf,
    });
  });
  test("an unknown main bank matters only when everything beside it holds", () => {
    expect(retail({ mainBankElsewhere: null })).toBe("existing-high-quality/general");
    expect(retail({ mainBankElsewhere: null, annualIncome: cny("0"), depositAvg: cny("0") })).toBe("ordinary");
    const result = classify(exampleRetailCard, { ...sound, mainBankElsewhere: null, depositAvg: cny("0") }, { asOf });
    expect(result).toMatchObject({
      status: "insufficient-data",
      missing: [{ feature: "mainBankElsewhere", state: "missing", rule: "prospective-high-quality" }],
    });
  });
  test("a value of the wrong kind is refused even where no rule would get to it", () => {
    expect(() => retail({ mainBankElsewhere: "yes" })).toThrow(
      expect.objectContaining({
        code: "customer-classification/invalid-value",
        path: ["record", "mainBankElsewhere"],
        details: { feature: "mainBankElsewhere", kind: "flag", reason: "wrong-kind", received: "string(3)" },
      }),
    );
    expect(() => retail({ isCustomer: 1 })).toThrow(
      expect.objectContaining({
        path: ["record", "isCustomer"],
        details: expect.objectContaining({ received: "1" }) as unknown,
      }),
    );
  });
});

describe("tests of rules", () => {
  const full = { money: cny("500.00"), number: 1, integer: 3, category: "gold", flag: true, aged: 5, agedOn: asOf };
  const verdict = (when: readonly Condition[], changes: Record<string, FeatureValue> = {}): string => {
    const card: Scorecard = cardOf([lines.number], {
      rules: [{ id: "probe", type: "existing-potential", when }],
    });
    return outcome(classify(card, { ...full, ...changes }, { asOf }));
  };
  const HIT = "existing-potential";
  test.each<[Condition, Record<string, FeatureValue>, string]>([
    [{ test: "flag", feature: "flag", is: true, unusable: "fails" }, {}, HIT],
    [{ test: "flag", feature: "flag", is: false, unusable: "fails" }, {}, "ordinary"],
    [{ test: "flag", feature: "flag", is: false, unusable: "holds" }, { flag: null }, HIT],
    [{ test: "flag", feature: "flag", is: true, unusable: "fails" }, { flag: null }, "ordinary"],
    [{ test: "flag", feature: "flag", is: true, unusable: "reject" }, { flag: null }, "insufficient-data"],
    [{ test: "category", feature: "category", oneOf: ["gold", "none"], unusable: "fails" }, {}, HIT],
    [{ test: "category", feature: "category", oneOf: ["classic"], unusable: "fails" }, {}, "ordinary"],
    [{ test: "category", feature: "category", oneOf: ["classic"], unusable: "holds" }, { category: "jade" }, HIT],
    [
      { test: "category", feature: "category", oneOf: ["classic"], unusable: "reject" },
      { category: "jade" },
      "insufficient-data",
    ],
    [{ test: "amount", feature: "money", atLeast: "500", unusable: "fails" }, {}, HIT],
    [{ test: "amount", feature: "money", atLeast: "500.01", unusable: "fails" }, {}, "ordinary"],
    [{ test: "amount", feature: "money", below: "500", unusable: "fails" }, {}, "ordinary"],
    [{ test: "amount", feature: "money", below: "500.01", unusable: "fails" }, {}, HIT],
    [{ test: "amount", feature: "integer", atLeast: "3", below: "4", unusable: "fails" }, {}, HIT],
    [
      { test: "amount", feature: "aged", atLeast: "0", unusable: "reject" },
      { agedOn: "2020-01-01" },
      "insufficient-data",
    ],
    [{ test: "total", atLeast: 2 }, {}, HIT],
    [{ test: "total", below: 2 }, {}, "ordinary"],
    [{ test: "axis", axis: "closeness", atLeast: 2 }, { number: 0 }, "ordinary"],
    [{ test: "characteristic", characteristic: "number", atLeast: 2 }, {}, HIT],
    [
      {
        test: "any",
        of: [
          { test: "flag", feature: "flag", is: true, unusable: "reject" },
          { test: "amount", feature: "integer", atLeast: "3", unusable: "fails" },
        ],
      },
      { flag: null },
      HIT,
    ],
    [
      {
        test: "any",
        of: [
          { test: "flag", feature: "flag", is: true, unusable: "reject" },
          { test: "amount", feature: "integer", atLeast: "4", unusable: "fails" },
        ],
      },
      { flag: null },
      "insufficient-data",
    ],
  ])("%j with %j is %s", (condition, changes, expected) => {
    expect(verdict([condition], changes)).toBe(expected);
  });
  test("a test that fails settles the rule, whatever is unknown beside it", () => {
    const unknown: Condition = { test: "flag", feature: "flag", is: true, unusable: "reject" };
    expect(verdict([unknown, { test: "total", below: 2 }], { flag: null })).toBe("ordinary");
    expect(verdict([unknown, { test: "total", atLeast: 2 }], { flag: null })).toBe("insufficient-data");
  });
  test("an undecided core test leaves the tier unknown", () => {
    const card = cardOf([lines.number], { core: [{ test: "flag", feature: "flag", is: true, unusable: "reject" }] });
    expect(classify(card, { number: 1 }, { asOf })).toMatchObject({
      status: "insufficient-data",
      missing: [{ feature: "flag", state: "missing", rule: "core" }],
    });
    expect(outcome(classify(card, { number: 1, flag: false }, { asOf }))).toBe("existing-high-quality/general");
  });
  test("a rule for prospects only", () => {
    const card = cardOf([lines.number], {
      customerFlag: "flag",
      rules: [{ id: "p", type: "prospective-high-quality", when: [{ test: "customer", is: false }] }],
    });
    expect(outcome(classify(card, { number: 1, flag: false }, { asOf }))).toBe("prospective-high-quality");
    expect(outcome(classify(card, { number: 1, flag: true }, { asOf }))).toBe("ordinary");
  });
});

describe("reasons", () => {
  test("rules tried, each test with the points it saw", () => {
    const result = classify(exampleRetailCard, { ...sound, depositAvg: cny("0"), mainBankElsewhere: true }, { asOf });
    expect(result.status === "classified" && result.rules).toStrictEqual([
      {
        rule: "existing-high-quality",
        grants: "existing-high-quality",
        outcome: "failed",
        tests: [
          { condition: { test: "customer", is: true }, outcome: "holds" },
          { condition: { test: "axis", axis: "strength", atLeast: 20 }, outcome: "holds", points: 22 },
          { condition: { test: "axis", axis: "closeness", atLeast: 10 }, outcome: "holds", points: 15 },
          { condition: { test: "axis", axis: "contribution", atLeast: 25 }, outcome: "fails", points: 0 },
        ],
      },
      {
        rule: "existing-potential",
        grants: "existing-potential",
        outcome: "failed",
        tests: [
          { condition: { test: "customer", is: true }, outcome: "holds" },
          { condition: { test: "axis", axis: "closeness", atLeast: 10 }, outcome: "holds", points: 15 },
          { condition: { test: "axis", axis: "potential", atLeast: 14 }, outcome: "fails", points: 0 },
          {
            condition: { test: "characteristic", characteristic: "expectedProfit", atLeast: 5 },
            outcome: "fails",
            points: 0,
          },
        ],
      },
      {
        rule: "prospective-high-quality",
        grants: "prospective-high-quality",
        outcome: "matched",
        tests: [
          { condition: { test: "axis", axis: "strength", atLeast: 20 }, outcome: "holds", points: 22 },
          {
            condition: { test: "flag", feature: "mainBankElsewhere", is: true, unusable: "reject" },
            outcome: "holds",
            state: "valid",
          },
        ],
      },
    ]);
  });
  test("ordinary and core are told as rules of their own", () => {
    const rules = (changes: Record<string, FeatureValue>): unknown => {
      const result = classify(exampleRetailCard, { ...sound, ...changes }, { asOf });
      return (
        result.status === "classified" && result.rules.map(({ rule, grants, outcome: o }) => `${rule} ${grants} ${o}`)
      );
    };
    expect(rules({ productCount: 0 })).toStrictEqual([
      "existing-high-quality existing-high-quality failed",
      "existing-potential existing-potential failed",
      "prospective-high-quality prospective-high-quality failed",
      "ordinary ordinary matched",
    ]);
    expect(rules({})).toStrictEqual(["existing-high-quality existing-high-quality matched", "core core failed"]);
  });
  test("the card is named by id, version and hash; the hash follows the content alone", () => {
    const { stamp } = prepareScorecard(exampleRetailCard);
    expect(stamp).toMatchObject({ id: "example.retail-card", version: "1" });
    expect(stamp.hash).toMatch(/^[0-9a-f]{64}$/);
    const reordered = Object.fromEntries(Object.entries(exampleRetailCard).reverse()) as unknown as Scorecard;
    expect(prepareScorecard(reordered).stamp.hash).toBe(stamp.hash);
    expect(prepareScorecard({ ...exampleRetailCard, version: "2" }).stamp.hash).not.toBe(stamp.hash);
  });
  test("a handle is a snapshot, and gives the same answer", () => {
    const card = JSON.parse(JSON.stringify(exampleRetailCard)) as { core: { atLeast: number }[] } & Scorecard;
    const handle = prepareScorecard(card);
    const before = classify(handle, sound, { asOf });
    const [core] = card.core;
    if (core !== undefined) core.atLeast = 0;
    expect(classify(handle, sound, { asOf })).toStrictEqual(before);
    expect(before).toStrictEqual(classify(exampleRetailCard, sound, { asOf }));
  });
  test("same card, same input, same bytes; no input is changed", () => {
    const record = Object.freeze({ ...sound });
    const bytes = (): string => JSON.stringify(classify(exampleRetailCard, record, { asOf }));
    expect(bytes()).toBe(bytes());
  });
});
