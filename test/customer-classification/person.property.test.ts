import fc from "fast-check";
import { describe, expect, test } from "vitest";

import {
  classify,
  exampleRetailCard,
  exampleStarRateCard,
  explainToPersonConcerned,
  type Classification,
  type FeatureValue,
  type PersonLine,
} from "../../src/customer-classification/index.ts";
import { en } from "../../src/labels/en.ts";
import { zhHans } from "../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../src/labels/zh-Hant-HK.ts";
import * as english from "../../src/labels/en.ts";
import * as hans from "../../src/labels/zh-Hans.ts";
import * as hant from "../../src/labels/zh-Hant-HK.ts";
import { tell } from "../../src/telling/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { asOf, cny, sound } from "./cards.ts";

const request = { requestedOn: "2026-04-09" };
const LANGUAGES = [
  { ...zhHans, ...hans.exampleCards },
  { ...zhHantHK, ...hant.exampleCards },
  { ...en, ...english.exampleCards },
];

/** Labels that say a rank, a way to one, or that there is a block. */
const RANK = /^(?:clientType|tier|level|typeRule|block|blockEffect|classificationStatus|axis|ruleOutcome)\./;

const linesOf = (result: Classification): readonly PersonLine[] => {
  const answer = explainToPersonConcerned(result, request);
  return answer.status === "told" ? answer.lines : [];
};

const edges = [0, 50_000, 199_999, 200_000, 600_000, 1_000_000, 2_000_000, 6_000_000, 40_000_000];
const amount = fc.option(
  fc.constantFrom(...edges).map((whole): FeatureValue => cny(`${String(whole)}.00`)),
  { freq: 8 },
);
const flag = fc.option(fc.boolean(), { freq: 8 });
const retail = fc.record({
  isCustomer: flag,
  mainBankElsewhere: flag,
  annualIncome: amount,
  assets: amount,
  depositAvg: amount,
  intermediaryIncome: amount,
  productCount: fc.option(fc.integer({ min: 0, max: 9 }), { freq: 8 }),
  salaryAccount: flag,
  incomeTrend: fc.constantFrom("rising", "steady", "falling", "unheard-of", null),
  incomeTrendOn: fc.constantFrom("2026-01-31", "2020-01-31", null),
  expectedProfit: amount,
});
const star = fc.record({
  shortTermAssets: amount,
  mediumLongTermAssets: amount,
  mortgage: amount,
  cardInterestBearingOverdraft: amount,
  cardSpending: amount,
});
const results = fc.oneof(
  retail.map((record) => classify(exampleRetailCard, record, { asOf })),
  star.map((record) => classify(exampleStarRateCard, record, { asOf })),
);

describe("what the person concerned is told", () => {
  test("names no type, tier, level, rule, axis or block, and no figure, in any language", () => {
    fc.assert(
      fc.property(results, (result) => {
        const lines = linesOf(result);
        expect(lines.length).toBeGreaterThan(2);
        for (const words of LANGUAGES) {
          const ranks = Object.entries(words).filter(([key]) => RANK.test(key));
          expect(ranks.length).toBeGreaterThan(20);
          const text = lines.map((line) => tell(line, words)).join("\n");
          for (const [, rank] of ranks) expect(text).not.toContain(rank);
          const dates = ["2026-04-09", asOf].map((date) => words.dates.date(date));
          const rest = dates.reduce((left, date) => left.replaceAll(date, ""), text);
          expect(rest).not.toMatch(/\d/);
        }
        // nor does the data behind the words
        expect(JSON.stringify(lines)).not.toMatch(
          /"(?:clientType|tier|level|typeRule|axis|band|reason|characteristic)\.|points|score/,
        );
      }),
      { numRuns: 300 },
    );
  });
  test("is the same for the richest and the poorest who gave the same information", () => {
    fc.assert(
      fc.property(fc.constantFrom(...edges), fc.constantFrom(...edges), (income, assets) => {
        const money = { annualIncome: cny(`${String(income)}.00`), assets: cny(`${String(assets)}.00`) };
        const told = (one: object): string =>
          JSON.stringify(linesOf(classify(exampleRetailCard, { ...sound, isCustomer: false, ...one }, { asOf })));
        expect(told(money)).toBe(told({}));
      }),
    );
  });
  test("is the same for everybody of whom the same is known, whatever the class, the tier and the rules tried", () => {
    const amounts = fc.constantFrom(...edges).map((whole): FeatureValue => cny(`${String(whole)}.00`));
    const answers = fc.record({
      mainBankElsewhere: fc.boolean(),
      annualIncome: amounts,
      assets: amounts,
      depositAvg: amounts,
      intermediaryIncome: amounts,
      productCount: fc.integer({ min: 0, max: 9 }),
      salaryAccount: fc.boolean(),
      incomeTrend: fc.constantFrom("rising", "steady", "falling"),
      expectedProfit: amounts,
    });
    const fields = ["mainBankElsewhere", "annualIncome", "assets", "depositAvg", "productCount", "expectedProfit"];
    const hidden = fc.subarray(fields, { maxLength: 2 });
    const pairs = new Set<string>();
    fc.assert(
      fc.property(answers, answers, hidden, fc.boolean(), (one, other, unknown, isCustomer) => {
        const [a, b] = [one, other].map((record) => {
          const known = Object.entries(record).filter(([field]) => !unknown.includes(field));
          const full = { ...Object.fromEntries(known), isCustomer, incomeTrendOn: "2026-01-31" };
          return classify(exampleRetailCard, full, { asOf });
        }) as [Classification, Classification];
        const classOf = (of: Classification): string => (of.status === "classified" ? (of.tier ?? of.type) : of.status);
        pairs.add([classOf(a), classOf(b)].sort().join(" and "));
        expect(linesOf(a)).toStrictEqual(linesOf(b));
      }),
      { numRuns: 2000 },
    );
    // among them those whose rules are not the same ones
    expect([...pairs]).toEqual(
      expect.arrayContaining(["core and ordinary", "general and ordinary", "core and insufficient-data"]),
    );
  });
  test("is nothing for a blocked person, whichever block it is: a member of staff answers", () => {
    for (const block of ["deceased", "staff", "moneyLaunderingReview", "fraudAlert", "overdue"]) {
      const result = classify(exampleRetailCard, { ...sound, [block]: true }, { asOf });
      expect(explainToPersonConcerned(result, request)).toStrictEqual({ status: "left-to-staff" });
    }
  });
  test("says nothing of a block that may hold either", () => {
    const [deceased] = exampleRetailCard.blocks;
    const card = {
      ...exampleRetailCard,
      blocks: [{ ...deceased, feature: "fraudAlert", unusable: "reject" as const }],
    };
    const lacking = classify(card, { ...sound, depositAvg: null }, { asOf });
    expect(lacking).toMatchObject({ missing: [{ feature: "fraudAlert" }, { feature: "depositAvg" }] });
    expect(linesOf(lacking).map(({ line, labels }) => [line, ...Object.values(labels)])).toStrictEqual([
      ["answer-on-request"],
      ["information-used", "feature.isCustomer"],
      ["information-used", "feature.annualIncome"],
      ["information-used", "feature.assets"],
      ["information-lacking", "feature.depositAvg"],
      ["information-used", "feature.intermediaryIncome"],
      ["information-used", "feature.productCount"],
      ["information-used", "feature.salaryAccount"],
      ["information-used", "feature.incomeTrend"],
      ["information-used", "feature.expectedProfit"],
      ["information-used", "feature.mainBankElsewhere"],
      ["right-to-review"],
    ]);
  });
  test("says which information was used, which was lacking, and what may be asked for", () => {
    const result = classify(
      exampleRetailCard,
      { ...sound, incomeTrendOn: "2020-01-01", expectedProfit: null },
      { asOf },
    );
    const feature = (line: PersonLine): readonly string[] => ("feature" in line.labels ? [line.labels.feature] : []);
    expect(linesOf(result).map((line) => [line.line, ...feature(line)])).toStrictEqual([
      ["answer-on-request"],
      ["information-used", "feature.isCustomer"],
      ["information-used", "feature.annualIncome"],
      ["information-used", "feature.assets"],
      ["information-used", "feature.depositAvg"],
      ["information-used", "feature.intermediaryIncome"],
      ["information-used", "feature.productCount"],
      ["information-used", "feature.salaryAccount"],
      ["information-lacking", "feature.incomeTrend"],
      ["information-lacking", "feature.expectedProfit"],
      ["information-used", "feature.mainBankElsewhere"],
      ["right-to-review"],
    ]);
    expect(linesOf(result)[0]?.values).toStrictEqual({ requestedOn: "2026-04-09", asOf });
    const kept = JSON.parse(JSON.stringify(result)) as Classification;
    expect(linesOf(kept)).toStrictEqual(linesOf(result));
  });
  test("a prospect is told of what was looked at in a rule too, a stranger of nothing that was not", () => {
    const prospect = classify(exampleRetailCard, { ...sound, isCustomer: false, mainBankElsewhere: true }, { asOf });
    expect(linesOf(prospect).map(({ labels }) => Object.values(labels)[0])).toStrictEqual([
      undefined,
      "feature.isCustomer",
      "feature.annualIncome",
      "feature.assets",
      "feature.mainBankElsewhere",
      undefined,
    ]);
    const stranger = classify(exampleRetailCard, { ...sound, isCustomer: false }, { asOf });
    expect(stranger.status).toBe("not-a-customer");
    expect(linesOf(stranger)).toStrictEqual(linesOf(prospect));
  });
});

describe("there is no answer without a request", () => {
  const result = classify(exampleRetailCard, sound, { asOf });
  test.each([
    [undefined, "customer-classification/invalid-request", ["request"]],
    [null, "customer-classification/invalid-request", ["request"]],
    ["2026-04-09", "customer-classification/invalid-request", ["request"]],
    [{ requestedOn: "2026-04-09", by: "x" }, "customer-classification/invalid-request", ["request", "by"]],
    [{}, "core/invalid-date", ["request", "requestedOn"]],
    [{ requestedOn: "2026-02-30" }, "core/invalid-date", ["request", "requestedOn"]],
    [{ requestedOn: "2026-03-30" }, "customer-classification/invalid-request", ["request", "requestedOn"]],
  ])("%j", (wrong, code, path) => {
    expect(refusalOf(() => explainToPersonConcerned(result, wrong as never))).toMatchObject({ code, path });
  });
  test("nor for a result that was never made", () => {
    expect(refusalOf(() => explainToPersonConcerned({ ...result, status: "x" } as never, request))).toMatchObject({
      code: "customer-classification/invalid-result",
      path: ["result", "status"],
    });
  });
});
