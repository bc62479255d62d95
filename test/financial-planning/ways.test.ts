import { describe, expect, test } from "vitest";

import { RETURN_RISKS, waysToClose, type RetirementWays } from "../../src/financial-planning/index.ts";
import { money } from "../../src/money/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { told } from "../support/told.ts";

const cny = (amount: string) => money(amount, "CNY");

const ways: RetirementWays<"CNY"> = {
  saveMore: { additionalMonthly: cny("1663.10"), totalMonthly: cny("3663.10") },
  retireLater: { retirementAge: 69, years: 6 },
  spendLess: { annualToday: cny("135598.80"), reduction: cny("44401.20") },
  higherReturn: {
    returnBeforeRetirement: "0.035203",
    grade: "C3",
    highestReturn: "0.04",
    policy: "house.return-limits",
    version: "1",
    risks: RETURN_RISKS,
  },
  higherReturnRefusal: null,
};

describe("each way there is, told", () => {
  test.each([
    [0, "save-more", "每月多储蓄¥1,663.10，合计每月¥3,663.10。"],
    [1, "retire-later", "推迟6年退休，69岁退休。"],
    [2, "spend-less", "每年少支出¥44,401.20，按今日价格计每年支出¥135,598.80。"],
    [
      3,
      "higher-return",
      "退休前年收益率达到3.5203%（客户风险承受能力等级 C3 允许的上限为 4%）；须注意：本金可能发生损失、该收益率不构成承诺或保证。",
    ],
  ])("%i: %s", (at, code, sentence) => {
    const way = waysToClose(ways)[at];
    expect(way?.code).toBe(code);
    expect(way && told(way)[0]).toBe(sentence);
  });

  test("a way that closes nothing alone is left out", () => {
    const some = { ...ways, saveMore: null, retireLater: null, higherReturn: null };
    expect(waysToClose(some).map(({ code }) => code)).toStrictEqual(["spend-less"]);
  });

  test("without a gap there is nothing to close", () => {
    expect(waysToClose({ ...ways, spendLess: { annualToday: cny("1"), reduction: cny("0.00") } })).toStrictEqual([]);
  });
});

test.each<readonly [string, unknown, object]>([
  ["nothing", null, { code: "financial-planning/invalid-input", path: ["ways"] }],
  ["a way that is missing", { ...ways, spendLess: undefined }, { path: ["ways", "spendLess"] }],
  ["an age nobody has", { ...ways, retireLater: { retirementAge: 151, years: 1 } }, { details: { max: 150 } }],
  ["a misspelt member", { ...ways, retireLater: { retirementAge: 69, year: 6 } }, { details: { didYouMean: "years" } }],
  [
    "a percentage sign",
    { ...ways, higherReturn: { ...ways.higherReturn, returnBeforeRetirement: "9 %" } },
    { code: "core/invalid-decimal" },
  ],
  [
    "a return without its risks",
    { ...ways, higherReturn: { ...ways.higherReturn, risks: [] } },
    { path: ["ways", "higherReturn", "risks"] },
  ],
  [
    "a return with a part of its risks",
    { ...ways, higherReturn: { ...ways.higherReturn, risks: ["not-promised"] } },
    { path: ["ways", "higherReturn", "risks"] },
  ],
  [
    "a misspelt refusal",
    { ...ways, higherReturnRefusal: { code: "no-grade", details: {} } },
    { path: ["ways", "higherReturnRefusal", "code"] },
  ],
])("%s is refused", (_, given, refusal) => {
  expect(refusalOf(() => waysToClose(given as RetirementWays))).toMatchObject(refusal);
});
