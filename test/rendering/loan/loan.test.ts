import { describe, expect, test } from "vitest";

import { en } from "../../../src/labels/en.ts";
import { zhHans } from "../../../src/labels/zh-Hans.ts";
import { zhHantHK } from "../../../src/labels/zh-Hant-HK.ts";
import type { LoanTerms } from "../../../src/loans/index.ts";
import { loanDocument, toMarkdown, type BlockDocument } from "../../../src/rendering/index.ts";
import { blocksOf, expectReadable, pairsOf, tableOf } from "../../support/documents.ts";
import { refusalOf } from "../../support/refusal.ts";

const cny = (amount: string) => ({ amount, currency: "CNY" }) as const;
const plain = {
  principal: cny("1200"),
  method: "level-principal",
  periods: 3,
  start: "2026-01-20",
  rate: "0.06",
  interest: "monthly",
  rounding: "half-up",
} as const satisfies LoanTerms;
const written = (terms: LoanTerms, labels = en): BlockDocument => loanDocument(terms, { labels });
const tiles = (doc: BlockDocument): readonly unknown[] =>
  blocksOf(doc.blocks, "pairs").flatMap(({ display, items }) => (display === "tiles" ? items : []));

describe("a short loan", () => {
  const doc = loanDocument(plain, { labels: en, borrower: "Ann", loanNumber: "L-7" });

  test("each row and the totals, by hand: 1200 in three shares at half a percent a month", () => {
    expect(tableOf(doc, "Schedule (CNY)")).toStrictEqual([
      ["1", "20 February 2026", "1,200.00", "406.00", "400.00", "6.00", "800.00"],
      ["2", "20 March 2026", "800.00", "404.00", "400.00", "4.00", "400.00"],
      ["3", "20 April 2026", "400.00", "402.00", "400.00", "2.00", "0.00"],
      ["Total", "", "", "1,212.00", "1,200.00", "12.00", ""],
    ]);
  });

  test("what it is and when it is repaid, with the name in the title", () => {
    expect(doc.title).toBe("Repayment schedule: Ann");
    expect([...pairsOf(doc)]).toStrictEqual([
      ["Borrower", "Ann"],
      ["Loan number", "L-7"],
      ["Loan amount", "CNY 1,200"],
      ["Annual rate", "6%"],
      ["Repayment method", "Equal principal"],
      ["Interest", "Monthly interest"],
      ["Drawn on", "20 January 2026"],
      ["Term", "3 months"],
      ["Number of instalments", "3"],
      ["Between instalments", "1 month"],
      ["First payment due", "20 February 2026"],
      ["Last payment due", "20 April 2026"],
      ["First payment (CNY)", "406.00"],
      ["Total interest (CNY)", "12.00"],
      ["Total payments (CNY)", "1,212.00"],
      ["True annual rate", "6.17%"],
    ]);
    // (1 + 0.06 / 12)^12 = 1.06168, and twelve times half a percent
    expect(tiles(doc).at(-1)).toMatchObject({ note: "without compounding: 6.00%" });
  });

  test("the balance after each row, and no sums by year", () => {
    const [figure] = blocksOf(doc.blocks, "figure");
    expect(figure?.figure).toMatchObject({
      kind: "lines",
      y: {
        ticks: [
          { at: 0, label: "0" },
          { at: 1200, label: "1,200.00" },
        ],
      },
      series: [{ values: [1200, 800, 400, 0], texts: ["1,200.00", "800.00", "400.00", "0.00"] }],
    });
    expect(blocksOf(doc.blocks, "table")).toHaveLength(1);
  });
});

test("rates by date, fees and a prepayment have their columns and words", () => {
  const doc = written({
    ...plain,
    rate: [
      { date: "2025-01-01", rate: "0.06" },
      { date: "2026-03-20", rate: "0.12" },
    ],
    prepayments: [{ date: "2026-02-20", amount: cny("400"), fee: cny("8.00") }],
    fees: { upfront: cny("30"), perInstalment: cny("1.00") },
  });
  expect(tableOf(doc, "Schedule (CNY)")).toStrictEqual([
    ["1", "20 February 2026", "6%", "1,200.00", "407.00", "400.00", "6.00", "1.00", "800.00"],
    ["Prepayment", "20 February 2026", "6%", "800.00", "408.00", "400.00", "0.00", "8.00", "400.00"],
    ["2", "20 March 2026", "6%", "400.00", "203.00", "200.00", "2.00", "1.00", "200.00"],
    ["3", "20 April 2026", "12%", "200.00", "203.00", "200.00", "2.00", "1.00", "0.00"],
    ["Total", "", "", "", "1,221.00", "1,200.00", "10.00", "11.00", ""],
  ]);
  expect(pairsOf(doc).get("Annual rate")).toBe("6% from 20 January 2026\n12% from 20 March 2026");
  expect(pairsOf(doc).get("Upfront fee")).toBe("CNY 30");
  expect(pairsOf(doc).get("Total fees with payments (CNY)")).toBe("11.00");
  // a prepayment leaves no term of equal periods
  expect(pairsOf(doc).has("Term")).toBe(false);
  const [figure] = blocksOf(doc.blocks, "figure");
  expect(figure?.figure).toMatchObject({ series: [{ values: [1200, 400, 200, 0] }] });
});

test("a grace period, and a payment that leaves a larger last instalment, are said", () => {
  const grace = written({ ...plain, grace: { periods: 1, pays: "interest" } });
  expect(pairsOf(grace).get("Grace period")).toBe("instalments: 1 · Interest only during the grace period");
  const short = written({
    ...plain,
    method: "level-payment",
    payment: cny("300"),
    lastInstalment: "like-the-others",
    periods: 4,
  });
  const [note] = blocksOf(short.blocks, "note");
  expect(note?.texts[0]).toMatch(/^The last instalment, CNY 3\d\d\.\d\d, is larger than the payment of CNY 300\.00;/);
});

test("a loan of which no annual rate can be read says so", () => {
  const dear = { ...plain, periods: 1, fees: { upfront: cny("1199.99") } };
  expect(tiles(written(dear)).at(-1)).toStrictEqual({
    name: "True annual rate",
    value: { text: "cannot be determined", emphasis: "muted" },
  });
});

test("thirty years: every row, sums by calendar year of its own table, and the balance of each year", () => {
  const doc = written({ ...plain, principal: cny("1000000"), method: "level-payment", periods: 360, rate: "0.035" });
  expect(tableOf(doc, "Schedule")).toHaveLength(361);
  const years = tableOf(doc, "By calendar year");
  expect(years).toHaveLength(32);
  expect(years[0]?.slice(0, 2)).toStrictEqual(["2026", "11"]);
  expect(years.at(-2)).toStrictEqual(["2056", "1", ...(years.at(-2) ?? []).slice(2, 5), "0.00"]);
  expect(years.at(-1)).toStrictEqual(["Total", "360", "1,616,560.07", "1,000,000.00", "616,560.07", ""]);
  expect(pairsOf(doc).get("Term")).toBe("30 years");
  const [figure] = blocksOf(doc.blocks, "figure");
  expect(figure?.figure).toMatchObject({ places: { length: 32 } });
});

test.each([
  ["zh-Hans", zhHans],
  ["zh-Hant-HK", zhHantHK],
  ["en", en],
] as const)("in %s", (lang, labels) => {
  const terms: LoanTerms = {
    ...plain,
    periods: 36,
    grace: { periods: 2, pays: "nothing" },
    fees: { upfront: cny("30") },
  };
  const doc = loanDocument(terms, { labels, borrower: "王五", loanNumber: "LN-7" });
  expectReadable(doc, lang, ["LN-7"]);
  expect(toMarkdown(doc)).toContain("LN-7");
});

test.each([
  [
    "an option",
    () => loanDocument(plain, { labels: en, client: "C" } as never),
    "rendering/invalid-option",
    ["options", "client"],
  ],
  ["no options", () => loanDocument(plain, undefined as never), "rendering/invalid-option", ["options"]],
  [
    "a blank name",
    () => loanDocument(plain, { labels: en, borrower: " " }),
    "rendering/invalid-option",
    ["options", "borrower"],
  ],
  [
    "labels without one",
    () => written(plain, { ...en, "loanDocument.term": undefined } as never),
    "rendering/invalid-option",
    ["options", "labels", "loanDocument.term"],
  ],
  ["terms", () => written({ ...plain, rate: "6" }), "loans/invalid-terms", ["terms", "rate"]],
] as const)("%s that cannot be read", (_, call, code, path) => {
  expect(refusalOf(call)).toMatchObject({ code, path });
});
