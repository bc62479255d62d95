import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  classificationAt,
  classify,
  classifyMany,
  exampleRetailCard,
  exampleStarRateCard,
  explainToPersonConcerned,
  MOST_MAIN_REASONS,
  prepareScorecard,
  type Characteristic,
  type Classification,
  type FeatureValue,
  type PersonLine,
  type Scorecard,
} from "../../src/customer-classification/index.ts";
import * as english from "../../src/labels/en.ts";
import * as hans from "../../src/labels/zh-Hans.ts";
import * as hant from "../../src/labels/zh-Hant-HK.ts";
import { tell } from "../../src/telling/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { asOf, cardOf, cny, lines, sound, withPolicies } from "./cards.ts";

const asked = { requestedOn: "2026-04-09", mainReasons: true };
const LANGUAGES = [
  { ...hans.zhHans, ...hans.exampleCards },
  { ...hant.zhHantHK, ...hant.exampleCards },
  { ...english.en, ...english.exampleCards },
];

const toldOf = (card: Scorecard, result: Classification): readonly PersonLine[] => {
  const answer = explainToPersonConcerned(result, asked, card);
  return answer.status === "told" ? answer.lines : [];
};

/** Kind and feature of each reason, in their order. */
const reasonsOf = (card: Scorecard, record: Readonly<Record<string, FeatureValue>>): readonly unknown[] =>
  toldOf(card, classify(card, record, { asOf })).flatMap(({ line, labels }) =>
    line.startsWith("main-reason") ? [[line.slice(12), ...("feature" in labels ? [labels.feature.slice(8)] : [])]] : [],
  );

const edges = [0, 50_000, 199_999, 200_000, 600_000, 1_000_000, 2_000_000, 6_000_000, 40_000_000];
const amount = fc.option(
  fc.constantFrom(...edges).map((whole): FeatureValue => cny(`${String(whole)}.00`)),
  { freq: 12 },
);
const flag = fc.option(fc.boolean(), { freq: 12 });
const records = fc.record({
  isCustomer: flag,
  mainBankElsewhere: flag,
  annualIncome: amount,
  assets: amount,
  depositAvg: amount,
  intermediaryIncome: amount,
  productCount: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 12 }),
  salaryAccount: flag,
  incomeTrend: fc.constantFrom("rising", "steady", "falling", "unheard-of", null),
  incomeTrendOn: fc.constantFrom("2026-01-31", "2020-01-31", null),
  expectedProfit: amount,
});

/** What a characteristic can give at most for a usable value, read off the card by itself. */
const bestOf = (line: Characteristic): number => {
  switch (line.scale) {
    case "bands":
      return Math.max(...line.bands.map(({ points }) => points));
    case "categories":
      return Math.max(...line.groups.map(({ points }) => points));
    case "flag":
      return Math.max(line.whenTrue, line.whenFalse);
    case "linear":
      return line.max ?? Number.NaN;
  }
};

describe("the main reasons, where the person asks for them", () => {
  test("are at most four, in order of weight, and none weighs less than one that is left out", () => {
    let four = 0;
    fc.assert(
      fc.property(records, (record) => {
        const result = classify(exampleRetailCard, record, { asOf });
        const told = reasonsOf(exampleRetailCard, record) as readonly (readonly [string, string?])[];
        expect(told.length).toBeGreaterThanOrEqual(1);
        expect(told.length).toBeLessThanOrEqual(MOST_MAIN_REASONS);
        expect(new Set(told.map(([, feature]) => feature)).size).toBe(told.length);
        if (result.status !== "classified" && result.status !== "not-a-customer") return;
        const lost = new Map(
          result.parts.map(({ feature, state, points, pointsAtMost }, index) => {
            const line: Characteristic | undefined = exampleRetailCard.characteristics[index];
            const none = line === undefined || state === "not-applicable" || pointsAtMost !== undefined;
            return [feature, none ? 0 : bestOf(line) - points];
          }),
        );
        const some = [...lost].filter(([, points]) => points > 0);
        if (some.length === 0) {
          expect(told).toStrictEqual([["none"]]);
          return;
        }
        if (told.length === 4) four++;
        // heaviest first, ties in the order of the card
        const order = some.map(([feature, points], at) => ({ feature, points, at }));
        order.sort((a, b) => (b.points === a.points ? a.at - b.at : b.points - a.points));
        expect(told.map(([, feature]) => feature)).toStrictEqual(order.slice(0, 4).map(({ feature }) => feature));
      }),
      { numRuns: 500 },
    );
    expect(four).toBeGreaterThan(20);
  });
  test("say no point, figure, type, tier, level, axis, cut, rule or reason code, in any language", () => {
    const RANK = /^(?:clientType|tier|level|typeRule|block|blockEffect|classificationStatus|axis|ruleOutcome)\./;
    fc.assert(
      fc.property(records, (record) => {
        const told = toldOf(exampleRetailCard, classify(exampleRetailCard, record, { asOf }));
        for (const words of LANGUAGES) {
          const text = told.map((line) => tell(line, words)).join("\n");
          for (const [key, rank] of Object.entries(words)) if (RANK.test(key)) expect(text).not.toContain(rank);
          const dates = [asked.requestedOn, asOf].map((date) => words.dates.date(date));
          expect(dates.reduce((left, date) => left.replaceAll(date, ""), text)).not.toMatch(/\d/);
        }
        expect(JSON.stringify(told)).not.toMatch(
          /"(?:clientType|tier|level|typeRule|axis|band|reason|characteristic|block)\.|points|score/,
        );
        for (const { rule } of [{ rule: "existing-high-quality" }, { rule: "core" }, { rule: "prospect" }]) {
          expect(JSON.stringify(told)).not.toContain(rule);
        }
      }),
      { numRuns: 300 },
    );
  });
  test("are what they are for a worked example", () => {
    // lost: deposits 35 - 25 = 10, fees 35 - 0 = 35, income 28 - 14 = 14, assets 28 - 8 = 20, products 15 - 10 = 5, trend 10, profit 10
    expect(reasonsOf(exampleRetailCard, sound)).toStrictEqual([
      ["low", "intermediaryIncome"],
      ["low", "assets"],
      ["low", "annualIncome"],
      ["low", "depositAvg"],
    ]);
    // without the two heaviest, equal ones are in the order of the card: deposits, trend, profit
    const better = { ...sound, intermediaryIncome: cny("30000.00"), assets: cny("6000000.00"), annualIncome: null };
    expect(reasonsOf(exampleRetailCard, { ...better, expectedProfit: null })).toStrictEqual([
      ["low", "depositAvg"],
      ["other", "incomeTrend"],
      ["lacking", "expectedProfit"],
      ["low", "productCount"],
    ]);
  });
  test("come between the information and the right to have it looked at, and not unasked", () => {
    const result = classify(exampleRetailCard, sound, { asOf });
    const kinds = toldOf(exampleRetailCard, result).map(({ line }) => line);
    expect(kinds.slice(-5)).toStrictEqual([...Array<string>(4).fill("main-reason-low"), "right-to-review"]);
    for (const request of [{ requestedOn: "2026-04-09" }, { requestedOn: "2026-04-09", mainReasons: false }]) {
      const plain = explainToPersonConcerned(result, request, exampleRetailCard);
      expect(plain).toStrictEqual(explainToPersonConcerned(result, { requestedOn: "2026-04-09" }));
      expect(JSON.stringify(plain)).not.toContain("main-reason");
    }
  });
  test("a row of a batch, a prepared card and a result kept as JSON give the same", () => {
    const result = classify(exampleRetailCard, sound, { asOf });
    const expected = toldOf(exampleRetailCard, result);
    const batch = classifyMany(exampleRetailCard, [sound], { asOf });
    expect(toldOf(exampleRetailCard, classificationAt(batch, 0))).toStrictEqual(expected);
    const kept = JSON.parse(JSON.stringify(result)) as Classification;
    const answer = explainToPersonConcerned(kept, asked, prepareScorecard(exampleRetailCard));
    expect(answer).toStrictEqual({ status: "told", lines: expected });
  });
  test("nobody blocked is told of any, whatever else is known", () => {
    for (const { feature } of exampleRetailCard.blocks) {
      const result = classify(exampleRetailCard, { ...sound, [feature]: true }, { asOf });
      expect(explainToPersonConcerned(result, asked, exampleRetailCard)).toStrictEqual({ status: "left-to-staff" });
    }
  });
});

describe("which side of the best a value is on", () => {
  const bands = (...points: readonly number[]): Characteristic => ({
    ...lines.integer,
    bands: points.map((value, at) =>
      at === points.length - 1 ? { points: value } : { below: String(at + 1), points: value },
    ),
  });
  test.each<[string, Characteristic, Readonly<Record<string, FeatureValue>>, unknown]>([
    ["below the best band", bands(0, 5), { integer: 0 }, ["low", "integer"]],
    ["above it", bands(5, 0), { integer: 1 }, ["high", "integer"]],
    ["best in the middle, below", bands(0, 5, 1), { integer: 0 }, ["low", "integer"]],
    ["best in the middle, above", bands(0, 5, 1), { integer: 2 }, ["high", "integer"]],
    ["best on both sides", bands(5, 1, 5), { integer: 1 }, ["other", "integer"]],
    ["the best", bands(0, 5), { integer: 1 }, ["none"]],
    ["a rate with an end", lines.rate, { money: cny("10000.00") }, ["low", "money"]],
    [
      "a falling rate",
      { ...lines.rate, points: -10, min: -100, max: 0 },
      { money: cny("50000.00") },
      ["high", "money"],
    ],
    ["a flag", lines.flag, { flag: false }, ["other", "flag"]],
    ["a category", lines.category, { category: "none" }, ["other", "category"]],
    [
      "a value that is absent and scores",
      withPolicies(lines.flag, { points: 0 }, ["missing"]),
      {},
      ["lacking", "flag"],
    ],
    [
      "one of the wrong kind that scores",
      withPolicies(lines.flag, { points: 0 }, ["invalid"]),
      { flag: 7 },
      ["lacking", "flag"],
    ],
    // whoever says nothing scores more here, which nobody can do better than by a value
    ["absent, and better than any value", withPolicies(lines.flag, { points: 9 }, ["missing"]), {}, ["none"]],
  ])("%s", (_, line, record, expected) => {
    expect(reasonsOf(cardOf([line]), record)).toStrictEqual([expected]);
  });
  test("a rate that ends nowhere has no best to fall short of", () => {
    expect(reasonsOf(exampleStarRateCard, { mortgage: cny("1.00") })).toStrictEqual([["none"]]);
  });
  test("what counts for customers only is no reason for others", () => {
    const customers = { ...lines.integer, appliesTo: "customers" } as const;
    const card = cardOf([lines.category, customers], { customerFlag: "flag", rules: [] });
    const known = { category: "none", integer: 0 };
    expect(reasonsOf(card, { ...known, flag: false })).toStrictEqual([["other", "category"]]);
    expect(reasonsOf(card, { ...known, flag: true })).toStrictEqual([
      ["other", "category"],
      ["low", "integer"],
    ]);
  });
});

describe("characteristics with one reason code count together", () => {
  const small = { ...lines.integer, id: "small", reason: "A" };
  const big: Characteristic = { ...lines.flag, reason: "A" };
  const other: Characteristic = { ...lines.category, reason: "B" };
  test("with their losses added up, under the heavier one", () => {
    // 4 + 5 = 9 for A, 7 for B: by themselves B would come first
    const record = { integer: 0, flag: false, category: "none" };
    expect(reasonsOf(cardOf([small, big, other]), record)).toStrictEqual([
      ["other", "flag"],
      ["other", "category"],
    ]);
    expect(reasonsOf(cardOf([small, { ...big, reason: "C" }, other]), record)).toStrictEqual([
      ["other", "category"],
      ["other", "flag"],
      ["low", "integer"],
    ]);
  });
  test("a feature that two codes look at is named once", () => {
    const twice = { ...lines.integer, id: "again", reason: "Z" };
    expect(reasonsOf(cardOf([small, twice]), { integer: 0 })).toStrictEqual([["low", "integer"]]);
  });
});

describe("what is never named as a reason", () => {
  const of = (changes: Partial<Scorecard>): unknown =>
    reasonsOf(cardOf([lines.category, lines.flag], changes), { category: "none", flag: false });
  const features = (changes: object): Partial<Scorecard> => ({
    features: {
      ...cardOf([]).features,
      category: { kind: "category", group: "basic", sensitive: false, values: ["classic", "gold", "none"], ...changes },
    },
  });
  test.each<[string, Partial<Scorecard>]>([
    ["a sensitive feature", features({ sensitive: true })],
    ["one of a protected ground", features({ protectedGround: "family-status" })],
  ])("%s", (_, changes) => {
    expect(of({})).toStrictEqual([
      ["other", "category"],
      ["other", "flag"],
    ]);
    expect(of(changes)).toStrictEqual([["other", "flag"]]);
  });
  test("one whose name, categories or characteristic look like a ground or appearance, unless declared none", () => {
    const named = (id: string, changes: object = {}, line: object = {}): unknown => {
      const card = {
        ...cardOf([{ ...lines.flag, feature: id, ...line }]),
        features: { [id]: { kind: "flag", group: "basic", sensitive: false, ...changes } },
      } as Scorecard;
      return reasonsOf(card, { [id]: false });
    };
    expect(named("f12")).toStrictEqual([["other", "f12"]]);
    expect(named("married")).toStrictEqual([["none"]]);
    expect(named("容貌")).toStrictEqual([["none"]]);
    expect(named("f12", {}, { id: "gender" })).toStrictEqual([["none"]]);
    expect(named("single-premium-parents", { protectedGround: "none" })).toStrictEqual([
      ["other", "single-premium-parents"],
    ]);
  });
  test("what a block looks at, though it scores too", () => {
    const blocks = [{ id: "b", feature: "flag", effect: "no-class", unusable: "fails" }] as const;
    expect(of({ blocks })).toStrictEqual([["other", "category"]]);
  });
  test("what is left open: the answer is the same for all that it may be worth", () => {
    const open = { ...lines.flag, axis: "strength", inputs: { missing: "open", invalid: "reject" } } as const;
    expect(reasonsOf(cardOf([lines.category, open]), { category: "none" })).toStrictEqual([["other", "category"]]);
  });
});

describe("where the data do not suffice", () => {
  test("the reasons are what was lacking, four at most and no block among them", () => {
    expect(reasonsOf(exampleRetailCard, {})).toStrictEqual([
      ["lacking", "isCustomer"],
      ["lacking", "annualIncome"],
      ["lacking", "assets"],
      ["lacking", "depositAvg"],
    ]);
    // only a rule asks for it: it is no reason for a class, and lacking where none can be given
    const prospect = { isCustomer: false, annualIncome: cny("9000000.00"), assets: cny("9000000.00") };
    expect(reasonsOf(exampleRetailCard, { ...prospect, mainBankElsewhere: null })).toStrictEqual([
      ["lacking", "mainBankElsewhere"],
    ]);
    for (const mainBankElsewhere of [true, false]) {
      expect(reasonsOf(exampleRetailCard, { ...prospect, mainBankElsewhere })).toStrictEqual([["none"]]);
    }
    const card: Scorecard = {
      ...exampleRetailCard,
      blocks: [{ id: "fraud", feature: "fraudAlert", effect: "no-class", unusable: "reject" }],
    };
    expect(reasonsOf(card, sound)).toStrictEqual([["none"]]);
    expect(reasonsOf(card, { ...sound, depositAvg: null })).toStrictEqual([["lacking", "depositAvg"]]);
  });
});

describe("the card is the one of the result", () => {
  const result = classify(exampleRetailCard, sound, { asOf });
  test("without it there are no main reasons", () => {
    expect(refusalOf(() => explainToPersonConcerned(result, asked))).toMatchObject({
      code: "customer-classification/invalid-request",
      path: ["card"],
    });
  });
  test("another one, or a changed one, is refused", () => {
    const { hash } = prepareScorecard(exampleRetailCard).stamp;
    const changed: Scorecard = { ...exampleRetailCard, core: [exampleRetailCard.core[0]] };
    for (const request of [asked, { requestedOn: "2026-04-09" }]) {
      expect(refusalOf(() => explainToPersonConcerned(result, request, changed))).toMatchObject({
        code: "customer-classification/another-card",
        path: ["card"],
        details: {
          card: "example.retail-card",
          version: "1",
          hash: prepareScorecard(changed).stamp.hash,
          madeWith: "example.retail-card",
          madeWithVersion: "1",
          madeWithHash: hash,
        },
      });
    }
  });
  test("nothing is left of a result that names what the card has not", () => {
    const [first, ...rest] = result.status === "classified" ? result.parts : [];
    const wrong = { ...result, parts: [{ ...first, characteristic: "x" }, ...rest] };
    expect(refusalOf(() => explainToPersonConcerned(wrong as never, asked, exampleRetailCard))).toMatchObject({
      code: "customer-classification/invalid-result",
      path: ["result", "parts", 0, "characteristic"],
    });
  });
  test.each([[null], ["card"], [7]])("%j is not a card", (wrong) => {
    expect(refusalOf(() => explainToPersonConcerned(result, asked, wrong as never))).toMatchObject({
      code: "customer-classification/invalid-card",
      path: ["card"],
    });
  });
  test("and whether they are wanted is yes or no", () => {
    const request = { ...asked, mainReasons: "yes" };
    expect(refusalOf(() => explainToPersonConcerned(result, request as never, exampleRetailCard))).toMatchObject({
      code: "customer-classification/invalid-request",
      path: ["request", "mainReasons"],
    });
  });
});
