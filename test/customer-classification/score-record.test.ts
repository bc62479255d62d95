import { describe, expect, test } from "vitest";

import {
  exampleRetailCard,
  exampleStarRateCard,
  scoreRecord,
  type FeatureValue,
  type InputPolicy,
  type Scored,
} from "../../src/customer-classification/index.ts";
import { asOf, cardOf, cny, lines, sound, withPolicies } from "./cards.ts";

const scored = (
  card: Parameters<typeof scoreRecord>[0],
  record: Record<string, FeatureValue>,
  context = { asOf },
): Scored => {
  const result = scoreRecord(card, record, context);
  if (result.status !== "scored") throw new Error(result.status);
  return result;
};

describe("bands hold their lower edge and not their upper one", () => {
  test.each([
    // characteristic, field, value just below the edge, its points, value on the edge, its points: typed from the card's table
    ["annualIncome", "annualIncome", cny("99999.99"), 0, cny("100000.00"), 8],
    ["annualIncome", "annualIncome", cny("299999.99"), 8, cny("300000"), 14],
    ["annualIncome", "annualIncome", cny("599999.99"), 14, cny("600000.0"), 20],
    ["annualIncome", "annualIncome", cny("999999.99"), 20, cny("1000000"), 28],
    ["assets", "assets", cny("199999.99"), 0, cny("200000.00"), 8],
    ["assets", "assets", cny("599999.99"), 8, cny("600000.00"), 14],
    ["assets", "assets", cny("1999999.99"), 14, cny("2000000.00"), 20],
    ["assets", "assets", cny("5999999.99"), 20, cny("6000000.00"), 28],
    ["deposits", "depositAvg", cny("9999.99"), 0, cny("10000.00"), 5],
    ["deposits", "depositAvg", cny("49999.99"), 5, cny("50000.00"), 15],
    ["deposits", "depositAvg", cny("199999.99"), 15, cny("200000.00"), 25],
    ["deposits", "depositAvg", cny("999999.99"), 25, cny("1000000.00"), 35],
    ["intermediary", "intermediaryIncome", cny("199.99"), 0, cny("200.00"), 5],
    ["intermediary", "intermediaryIncome", cny("1999.99"), 5, cny("2000.00"), 15],
    ["intermediary", "intermediaryIncome", cny("9999.99"), 15, cny("10000.00"), 25],
    ["intermediary", "intermediaryIncome", cny("29999.99"), 25, cny("30000.00"), 35],
    ["products", "productCount", 1, 0, 2, 5],
    ["products", "productCount", 3, 5, 4, 10],
    ["products", "productCount", 5, 10, 6, 15],
    ["expectedProfit", "expectedProfit", cny("999.99"), 0, cny("1000.00"), 5],
    ["expectedProfit", "expectedProfit", cny("4999.99"), 5, cny("5000.00"), 10],
  ] as const)("%s", (characteristic, field, under, underPoints, on, onPoints) => {
    const pointsOf = (value: FeatureValue): number | undefined =>
      scored(exampleRetailCard, { ...sound, [field]: value }).parts.find((p) => p.characteristic === characteristic)
        ?.points;
    expect(pointsOf(under)).toBe(underPoints);
    expect(pointsOf(on)).toBe(onPoints);
  });
  test("amounts below nothing fall into the first band, however large into the last", () => {
    const card = cardOf([lines.money]);
    const parts = (amount: string): unknown => scored(card, { money: cny(amount) }).parts[0];
    const base = { characteristic: "money", feature: "money", axis: "contribution", state: "valid", maxPoints: 9 };
    expect(parts("-0.02")).toStrictEqual({ ...base, band: 0, below: "-0.01", points: -3 });
    expect(parts("-0.01")).toStrictEqual({ ...base, band: 1, label: "nil", from: "-0.01", below: "0.01", points: 0 });
    expect(parts("0.01")).toStrictEqual({ ...base, band: 2, from: "0.01", below: "1000", points: 5 });
    expect(parts("90071992547409.91")).toStrictEqual({ ...base, band: 3, from: "1000", points: 9 });
  });
  test("the edge of a number is the double nearest to it", () => {
    const card = cardOf([lines.number]);
    expect(scored(card, { number: 0.3 }).score).toBe(2);
    expect(scored(card, { number: 0.29999999999999993 }).score).toBe(1);
    expect(scored(card, { number: -1e300 }).score).toBe(1);
  });
});

describe("whole records, added up by hand", () => {
  test("a sound customer", () => {
    const result = scored(exampleRetailCard, sound);
    // income 14, assets 8 | 4 products 10, salary 5 | deposits 25, no fee 0 | falling 0, profit 0
    expect(result.axes).toStrictEqual({ strength: 14 + 8, closeness: 10 + 5, contribution: 25 + 0, potential: 0 + 0 });
    expect(result.score).toBe(22 + 15 + 25);
  });
  test("the most there is", () => {
    const best = {
      ...sound,
      annualIncome: cny("1000000.00"),
      assets: cny("6000000.00"),
      depositAvg: cny("1000000.00"),
      intermediaryIncome: cny("30000.00"),
      productCount: 6,
      incomeTrend: "rising",
      expectedProfit: cny("5000.00"),
    };
    const result = scored(exampleRetailCard, best);
    // income 28, assets 28 | 6 products 15, salary 5 | deposits 35, fees 35 | rising 10, profit 10
    expect(result.axes).toStrictEqual({ strength: 56, closeness: 20, contribution: 70, potential: 20 });
    expect(result.score).toBe(166);
  });
  test("a person who is no customer is asked for strength alone", () => {
    const { annualIncome, assets } = sound;
    const result = scored(exampleRetailCard, { isCustomer: false, annualIncome, assets });
    expect(result.axes).toStrictEqual({ strength: 14 + 8, closeness: 0, contribution: 0, potential: 0 });
    expect(result.parts.filter((part) => part.state === "not-applicable")).toHaveLength(6);
  });
});

describe("points in proportion", () => {
  test.each([
    // 135 for each 10,000.00, rounded down; limits 0 and 1,000
    ["0.00", 0],
    ["74.07", 0], // 74.07 × 135 / 10,000 = 0.99994…
    ["74.08", 1], // 1.00008
    ["9999.99", 134], // 134.99986…
    ["10000.00", 135],
    ["74074.07", 999], // 999.99994…
    ["74074.08", 1000], // 1,000.00008
    ["80000.00", 1000],
    ["-1.00", 0],
    ["90071992547409.91", 1000],
  ])("%s earns %i", (amount, points) => {
    expect(scored(cardOf([lines.rate]), { money: cny(amount) }).score).toBe(points);
  });
  test("negative values round down too, where the card lets them count", () => {
    const card = cardOf([{ ...lines.rate, min: -1000 }]);
    expect(scored(card, { money: cny("-10000.00") }).score).toBe(-135);
    expect(scored(card, { money: cny("-0.01") }).score).toBe(-1);
    const falling = cardOf([{ ...lines.rate, points: -2, min: -1000 }]);
    expect(scored(falling, { money: cny("15000.00") }).score).toBe(-3);
    expect(scored(falling, { money: cny("15000.01") }).score).toBe(-4);
  });
  test("whole numbers", () => {
    const card = cardOf([{ ...lines.rate, feature: "integer", per: "3", points: 2 }]);
    expect([0, 1, 2, 3, 4].map((integer) => scored(card, { integer }).score)).toStrictEqual([0, 0, 1, 2, 2]);
  });
  test("the star card: the asset that its ladder implies for each star", () => {
    // 100 points for each 10,000 of medium- and long-term assets: 5,000, 50,000, 200,000, 1,000,000, 8,000,000 yuan
    const level = (amount: string): string | undefined =>
      scored(exampleStarRateCard, { mediumLongTermAssets: cny(amount) }).level;
    expect(["5000", "50000", "200000", "1000000", "8000000"].map(level)).toStrictEqual([
      "star-3",
      "star-4",
      "star-5",
      "star-6",
      "star-7",
    ]);
    expect(["99.99", "100.00", "4999.99", "49999.99", "199999.99", "999999.99", "7999999.99"].map(level)).toStrictEqual(
      [undefined, "quasi-star", "quasi-star", "star-3", "star-4", "star-5", "star-6"],
    );
  });
  test("the star card, a mixed record", () => {
    const record = {
      shortTermAssets: cny("80000.00"), // 8 × 135 = 1,080
      mortgage: cny("650000.00"), // 65 × 100 = 6,500
      cardSpending: cny("12345.67"), // 1.234567 × 400 = 493.8268, down to 493
      investmentWealthTransactions: cny("0.00"),
    };
    expect(scored(exampleStarRateCard, record).score).toBe(1080 + 6500 + 493);
  });
});

/** Every way an input can be unusable: line, value, state and reason. */
const UNUSABLE = [
  [lines.money, undefined, "missing", undefined],
  [lines.money, null, "missing", undefined],
  [lines.money, 100, "invalid", "wrong-kind"],
  [lines.money, "100.00", "invalid", "wrong-kind"],
  [lines.money, true, "invalid", "wrong-kind"],
  [lines.money, "", "invalid", "wrong-kind"],
  [lines.money, { amount: 100, currency: "CNY" }, "invalid", "wrong-kind"],
  [lines.money, { amount: "100.00" }, "invalid", "wrong-kind"],
  [lines.money, [], "invalid", "wrong-kind"],
  [lines.money, { amount: "100.00", currency: "HKD" }, "invalid", "wrong-currency"],
  [lines.money, { amount: "100.00", currency: "cny" }, "invalid", "wrong-currency"],
  [lines.money, cny("1e3"), "invalid", "malformed-amount"],
  [lines.money, cny("1,234.56"), "invalid", "malformed-amount"],
  [lines.money, cny(" 12"), "invalid", "malformed-amount"],
  [lines.money, cny("12."), "invalid", "malformed-amount"],
  [lines.money, cny(".5"), "invalid", "malformed-amount"],
  [lines.money, cny("007"), "invalid", "malformed-amount"],
  [lines.money, cny("-"), "invalid", "malformed-amount"],
  [lines.money, cny(""), "invalid", "malformed-amount"],
  [lines.money, cny("+1"), "invalid", "malformed-amount"],
  [lines.money, cny("1.2.3"), "invalid", "malformed-amount"],
  [lines.money, cny("1.005"), "invalid", "malformed-amount"],
  [lines.money, cny("90071992547409.92"), "invalid", "amount-too-large"],
  [lines.money, cny("-999999999999999999"), "invalid", "amount-too-large"],
  [lines.number, undefined, "missing", undefined],
  [lines.number, NaN, "invalid", "not-finite"],
  [lines.number, Infinity, "invalid", "not-finite"],
  [lines.number, -Infinity, "invalid", "not-finite"],
  [lines.number, "100", "invalid", "wrong-kind"],
  [lines.number, "", "invalid", "wrong-kind"],
  [lines.number, true, "invalid", "wrong-kind"],
  [lines.number, cny("1.00"), "invalid", "wrong-kind"],
  [lines.integer, null, "missing", undefined],
  [lines.integer, 1.5, "invalid", "not-an-integer"],
  [lines.integer, 2 ** 53, "invalid", "not-an-integer"],
  [lines.integer, NaN, "invalid", "not-finite"],
  [lines.category, null, "missing", undefined],
  [lines.category, "", "invalid", "empty"],
  [lines.category, 1, "invalid", "wrong-kind"],
  [lines.category, true, "invalid", "wrong-kind"],
  [lines.category, "platinum", "unknown-category", undefined],
  [lines.category, "Gold", "unknown-category", undefined],
  [lines.flag, undefined, "missing", undefined],
  [lines.flag, 0, "invalid", "wrong-kind"],
  [lines.flag, 1, "invalid", "wrong-kind"],
  [lines.flag, "true", "invalid", "wrong-kind"],
] as const;

describe("an unusable input scores what the card says, never by accident", () => {
  const states = { missing: "missing", "unknown-category": "unknown", invalid: "invalid" } as const;
  const rows = UNUSABLE.map(([line, value, state, reason]) => ({ line, value: value as FeatureValue, state, reason }));
  test.each(rows)("$line.id $value is $state $reason", ({ line, value, state, reason }) => {
    const record = { [line.feature]: value };
    const partWith = (policy: InputPolicy): unknown => {
      const [part] = scored(cardOf([withPolicies(line, policy, [states[state]])]), record).parts;
      return { state: part?.state, reason: part?.invalidReason, points: part?.points, band: part?.band };
    };
    expect(partWith({ points: 42 })).toStrictEqual({ state, reason, points: 42, band: undefined });
    expect(partWith("neutral")).toStrictEqual({ state, reason, points: 3, band: undefined });
    const rejecting = cardOf([line]);
    if (state === "invalid") {
      expect(() => scoreRecord(rejecting, record, { asOf })).toThrow(
        expect.objectContaining({
          code: "customer-classification/invalid-value",
          path: ["record", line.feature],
          details: expect.objectContaining({ feature: line.feature, reason }) as unknown,
        }),
      );
    } else {
      expect(scoreRecord(rejecting, record, { asOf })).toMatchObject({
        status: "insufficient-data",
        missing: [{ feature: line.feature, characteristic: line.id, state }],
      });
    }
  });
  test("the error names kind, currency and the value without its text", () => {
    const error = (value: unknown): unknown => {
      try {
        return scoreRecord(
          cardOf([lines.money, lines.category]),
          { money: value as FeatureValue, category: "none" },
          { asOf },
        );
      } catch (e) {
        return (e as { details: unknown }).details;
      }
    };
    expect(error("12.5")).toStrictEqual({
      feature: "money",
      kind: "money",
      reason: "wrong-kind",
      received: "12.5",
      type: "string",
      currency: "CNY",
    });
    expect(error("Zhang San")).toMatchObject({ received: "string(9)" });
  });
});

describe("age of a value", () => {
  const card = cardOf([lines.aged]);
  const points = cardOf([
    withPolicies(withPolicies(lines.aged, { points: 50 }, ["stale"]), { points: 60 }, ["invalid"]),
  ]);
  test.each([
    // 30 days before 2026-03-31 is 2026-03-01
    ["2026-03-31", 2],
    ["2026-03-01", 2],
    ["2026-02-28", 50],
    ["1999-01-01", 50],
    ["2026-04-01", 60],
    ["2026-02-30", 60],
    ["", 60],
    [20260301, 60],
    [null, 50],
    [undefined, 50],
  ])("observed on %s scores %i", (agedOn, expected) => {
    expect(scored(points, { aged: 10, agedOn }).score).toBe(expected);
  });
  test("reasons and states are told apart", () => {
    const part = (agedOn: FeatureValue): unknown => scored(points, { aged: 10, agedOn }).parts[0];
    expect(part("2026-04-01")).toMatchObject({ state: "invalid", invalidReason: "observed-after-as-of" });
    expect(part("2026-02-30")).toMatchObject({ state: "invalid", invalidReason: "invalid-observation-date" });
    expect(part("2026-02-28")).toMatchObject({ state: "stale" });
    expect(scoreRecord(card, { aged: 10, agedOn: "2026-02-28" }, { asOf })).toMatchObject({
      missing: [{ feature: "aged", characteristic: "aged", state: "stale" }],
    });
  });
  test.each<[FeatureValue, object]>([
    ["2026-04-01", { reason: "observed-after-as-of", received: "2026-04-01", asOf }],
    ["2026-02-30", { reason: "invalid-observation-date", received: "2026-02-30", asOf }],
    [20260301, { reason: "invalid-observation-date", received: "20260301", type: "number", asOf }],
  ])("a refusal for %s names the field of the date and what it holds", (agedOn, details) => {
    expect(() => scoreRecord(card, { aged: 10, agedOn }, { asOf })).toThrow(
      expect.objectContaining({
        code: "customer-classification/invalid-observation",
        path: ["record", "agedOn"],
        details: expect.objectContaining({ feature: "aged", field: "agedOn", ...details }) as unknown,
      }),
    );
  });
  test("the date of the call stands in, the record's own wins", () => {
    const context = { asOf, observedAt: { aged: "2026-03-15" } };
    expect(scored(card, { aged: 10 }, context).score).toBe(2);
    expect(scored(points, { aged: 10, agedOn: "2026-02-01" }, context).score).toBe(50);
  });
  test("a date of the call is looked at for features without an age limit too", () => {
    const money = cardOf([withPolicies(lines.money, { points: 60 }, ["invalid"])]);
    const at = (date: string): number =>
      scored(money, { money: cny("1") }, { asOf, observedAt: { money: date } } as never).score;
    expect([at("1990-01-01"), at("2026-03-31")]).toStrictEqual([5, 5]);
    // and a day that the whole call cannot have been observed on is the fault of the call
    expect(() => at("2026-04-01")).toThrow(
      expect.objectContaining({
        code: "customer-classification/invalid-context",
        path: ["observedAt", "money"],
        details: { observedAt: "2026-04-01", asOf },
      }),
    );
  });
  test("a missing value stays missing, an invalid one invalid, an old unknown category is stale", () => {
    expect(scoreRecord(card, { aged: null, agedOn: "1999-01-01" }, { asOf })).toMatchObject({
      missing: [{ state: "missing" }],
    });
    expect(scored(points, { aged: NaN, agedOn: "1999-01-01" }).parts[0]).toMatchObject({ invalidReason: "not-finite" });
    const result = scored(exampleRetailCard, { ...sound, incomeTrend: "soaring", incomeTrendOn: "2020-01-01" });
    expect(result.parts.find((part) => part.characteristic === "incomeTrend")?.state).toBe("stale");
  });
});

describe("the call", () => {
  test.each([
    [{ asOf: "2026-02-30" }, "core/invalid-date", ["asOf"]],
    [{ asOf, observedAt: { money: "yesterday" } }, "core/invalid-date", ["observedAt", "money"]],
    [
      { asOf, observedAt: { moneyy: "2026-01-01" } },
      "customer-classification/unknown-feature",
      ["observedAt", "moneyy"],
    ],
    [{ asOf: "2019-12-31" }, "core/no-policy-in-force", ["date"]],
  ])("%o is refused", (context, code, path) => {
    expect(() => scoreRecord(cardOf([lines.money]), { money: cny("1") }, context)).toThrow(
      expect.objectContaining({ code, path }),
    );
  });
  test("effectiveTo is exclusive", () => {
    const card = cardOf([lines.money], { effectiveTo: "2026-01-01" });
    expect(scored(card, { money: cny("1") }, { asOf: "2025-12-31" }).asOf).toBe("2025-12-31");
    expect(() => scoreRecord(card, { money: cny("1") }, { asOf: "2026-01-01" })).toThrow(
      expect.objectContaining({ code: "core/no-policy-in-force" }),
    );
  });
  test.each([null, undefined, 5, "x", [[]]])("record %o is refused", (record) => {
    expect(() => scoreRecord(cardOf([lines.money]), record as never, { asOf })).toThrow(
      expect.objectContaining({ code: "customer-classification/invalid-record", path: ["record"] }),
    );
  });
  test("a rule's features do not disturb the score", () => {
    const card = cardOf([lines.money], {
      rules: [
        {
          id: "f",
          type: "existing-potential",
          when: [{ test: "flag", feature: "flag", is: true, unusable: "reject" }],
        },
      ],
    });
    expect(scored(card, { money: cny("1"), flag: "no flag" }).score).toBe(5);
  });
});
