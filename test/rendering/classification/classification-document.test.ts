import { describe, expect, test } from "vitest";

import {
  classify,
  exampleRetailCard,
  exampleStarRateCard,
  gapToType,
  type Classification,
} from "../../../src/customer-classification/index.ts";
import { classificationDocument, toHtml, toMarkdown } from "../../../src/rendering/index.ts";
import { refusalOf } from "../../support/refusal.ts";
import { blocksOf, expectReadable, languages, tableOf, tilesOf, without, words } from "../result-pages.ts";

const cny = (amount: string) => ({ amount, currency: "CNY" });
const context = { asOf: "2026-03-31" };
const record = {
  isCustomer: true,
  mainBankElsewhere: false,
  annualIncome: cny("420000.00"),
  assets: cny("2600000.00"),
  depositAvg: cny("60000.00"),
  intermediaryIncome: cny("3000.00"),
  productCount: 4,
  salaryAccount: true,
  incomeTrend: "steady",
  incomeTrendOn: "2026-01-01",
};
const result = classify(exampleRetailCard, record, context);
const gap = gapToType(exampleRetailCard, record, { kind: "tier", tier: "core" }, context);
const options = { labels: words, client: "Sample <b> | A", card: exampleRetailCard };
const pageOf = (of: Classification, more: object = {}) => classificationDocument(of, { ...options, ...more });

const others: readonly (readonly [string, Classification])[] = [
  ["insufficient data", classify(exampleRetailCard, { isCustomer: false }, context)],
  [
    "not a customer",
    classify(
      exampleRetailCard,
      { ...record, isCustomer: false, annualIncome: cny("1.00"), assets: cny("1.00") },
      context,
    ),
  ],
  ["blocked", classify(exampleRetailCard, { ...record, overdue: true }, context)],
  [
    "left open",
    classify(
      exampleRetailCard,
      { ...record, annualIncome: null, assets: cny("7000000.00"), depositAvg: cny("1000000.00") },
      context,
    ),
  ],
];

test("the points of a client, worked out from the card by hand", () => {
  const page = pageOf(result);
  // 20 for strength from assets and 14 from income; 10 for products and 5 for the salary; 15 and 15; 4
  expect(tableOf(page, "Points by dimension")).toStrictEqual([
    [words["axis.strength"], "34", "56"],
    [words["axis.closeness"], "15", "20"],
    [words["axis.contribution"], "30", "70"],
    [words["axis.potential"], "4", "20"],
    ["Total points", "83", "166"],
  ]);
  expect(tilesOf(page)).toStrictEqual([words["clientType.existing-high-quality"], words["tier.general"], "83"]);
  const items = tableOf(page, "Items of the score");
  // 14 of 83 are 16.867…%, 20 of 83 are 24.096…%
  expect(items[0]?.slice(1)).toStrictEqual([
    words["axis.strength"],
    "CNY 300,000 to below CNY 600,000",
    words["partState.valid"],
    "14",
    "28",
    "16.87%",
  ]);
  expect(items[1]?.slice(4)).toStrictEqual(["20", "28", "24.10%"]);
  expect(items[4]?.[2]).toBe("4 to below 6");
  expect(items[5]?.[2]).toBe(words["flagValue.true"]);
  expect(items[6]?.[2]).toBe(words["category.incomeTrend.steady"]);
  expect(items[7]?.slice(2, 5)).toStrictEqual(["–", words["partState.missing"], "0"]);
  expect(items.at(-1)?.slice(4)).toStrictEqual(["83", "166", "100.00%"]);
});

test("the rules say what was asked and found, down to the tier that was not reached", () => {
  const rules = tableOf(pageOf(result), "Rules, in the order tried");
  expect(rules.at(-1)).toStrictEqual([
    `· ${words["conditionTest.axis"]} · ${words["axis.contribution"]}`,
    "35 or more",
    "30",
    words["testOutcome.fails"],
  ]);
  expect(rules.filter(([, asked]) => asked === "25 or more")).toHaveLength(1);
});

test("bars are as long as the points, up to the most there are", () => {
  const figure = blocksOf(pageOf(result).blocks).find((block) => block.type === "figure");
  if (figure?.figure.kind !== "bars") return expect.unreachable();
  for (const [at, { points, maxPoints }] of (result.status === "classified" ? result.parts : []).entries()) {
    const lengths = figure.figure.bars[at]?.parts.map(({ value }) => value) ?? [];
    expect(lengths[0]).toBe(points);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(maxPoints);
  }
  expect(figure.figure.bars).toHaveLength(8);
});

test("a ladder says which step is reached", () => {
  const star = classify(exampleStarRateCard, { mediumLongTermAssets: cny("60000.00") }, context);
  const rows = tableOf(
    classificationDocument(star, { ...options, card: exampleStarRateCard }),
    "Levels by total points",
  );
  expect(rows.filter(([, , reached]) => reached === "Reached")).toStrictEqual([
    [
      words[`level.${star.status === "classified" ? (star.level as "star-3") : "star-7"}`],
      expect.any(String),
      "Reached",
    ],
  ]);
  expect(rows).toHaveLength(exampleStarRateCard.levels.length);
});

test("the way to another class, with its amounts as the page writes them", () => {
  const page = pageOf(result, { gap, nextReview: "2026-06-30" });
  const way = page.blocks.findIndex((block) => block.type === "heading" && block.text === "The way to another class");
  const list = page.blocks[way + 1];
  expect(list?.type === "list" && list.items).toStrictEqual([
    "“Core priority customer”: can be reached.",
    "Items to change: 1; steps in all: 1.",
    "“Six-month average deposits”: from CNY 60,000.00 to CNY 200,000.00; steps: 1; points from 15 to 25.",
    "The client would then be “Existing priority customer”, “Core priority customer”, with 93 points.",
  ]);
  expect(toMarkdown(page)).toContain("**Next evaluation**: 30 June 2026");
});

test("values that are left open make ranges and no shares", () => {
  const page = pageOf(others[3]?.[1] ?? result);
  expect(tableOf(page, "Points by dimension")[0]).toStrictEqual([words["axis.strength"], "28 to 56", "56"]);
  expect(toMarkdown(page)).not.toContain("Share of total");
});

test("somebody blocked has the block and no points", () => {
  const page = pageOf(others[2]?.[1] ?? result);
  expect(tilesOf(page).slice(1)).toStrictEqual([words["block.overdue"], words["blockEffect.ordinary-at-most"]]);
  expect(blocksOf(page.blocks).filter(({ type }) => type === "table")).toStrictEqual([]);
});

describe.each([["classified", result] as const, ...others])("%s", (_, of) => {
  test.each(languages)("is read in %s", (tag, labels) => {
    const own = { labels, client: "陈样本", ...(of === result ? { gap } : {}) };
    const page = pageOf(of, own);
    expectReadable(page, tag, ["example.retail-card", of.card.hash]);
    expect(toHtml(page, { lang: tag })).toContain(`<html lang="${tag}">`);
  });

  test("is the same when it comes back from where it was kept", () => {
    expect(pageOf(JSON.parse(JSON.stringify(of)) as Classification)).toStrictEqual(pageOf(of));
  });
});

test("a client's name is text in both forms", () => {
  expect(toHtml(pageOf(result), { lang: "en" })).not.toContain("<b>");
  expect(toMarkdown(pageOf(result))).toContain("Sample &lt;b&gt; &#124; A");
});

describe("what cannot be written is refused at its place", () => {
  const lacking = without("feature.annualIncome");
  test.each([
    [{ client: "" }, "options.client"],
    [{ labels: lacking }, "options.labels.feature.annualIncome"],
    [{ card: exampleStarRateCard }, "options.card"],
    [{ gap: { ...gap, asOf: "2026-04-01" } }, "options.gap.asOf"],
    [{ gap: { ...gap, lines: [{ line: "gap-steps", labels: {}, values: {} }] } }, "options.gap.lines.0.features"],
    [{ review: "2026-06-30" }, "options.review"],
  ])("options %#", (more, place) => {
    const { code, path } = refusalOf(() => pageOf(result, more));
    expect([code, path.join(".")]).toStrictEqual(["rendering/invalid-option", place]);
  });

  test("a result", () => {
    expect(refusalOf(() => pageOf({ ...result, status: "guessed" } as never))).toMatchObject({
      code: "customer-classification/invalid-result",
      path: ["result", "status"],
    });
  });
});
