import { describe, expect, test } from "vitest";

import {
  auc,
  bandsFrom,
  BAND_MERGE_REASONS,
  BAND_REFUSALS,
  classSharesBy,
  MEASUREMENT_LINE_KINDS,
  psi,
  RATE_TRENDS,
  weightOfEvidence,
  type MeasurementLine,
} from "../../src/customer-classification/index.ts";
import * as english from "../../src/labels/en.ts";
import * as hans from "../../src/labels/zh-Hans.ts";
import * as hant from "../../src/labels/zh-Hant-HK.ts";
import { tell } from "../../src/telling/index.ts";
import { refusalOf } from "../support/refusal.ts";

const own = { "characteristic.deposits": "Deposits" };
const languages = [
  { ...hans.zhHans, ...own },
  { ...hant.zhHantHK, ...own },
  { ...english.en, ...own },
] as const;
const [zhHans, zhHantHK, en] = languages;

const fifths = {
  feature: "sex",
  lowest: "f",
  lowestRate: "0.4500",
  lowestN: 100,
  highest: "m",
  highestRate: "0.6000",
  highestN: 120,
  ratio: "0.7500",
};

/** A line of every kind, with and without what may be absent. */
const lines: readonly MeasurementLine[] = [
  { line: "rows-left-out", values: { n: 3, of: 40 } },
  { line: "measure-too-few", values: { positives: 1, negatives: 40, fewest: 2 } },
  { line: "auc-without-interval", values: { positives: 2, negatives: 2, auc: 1 } },
  { line: "bins-one-sided", values: { positives: 0, negatives: 3 } },
  { line: "bin-one-sided", values: { bin: "[0, 100)", positives: 0, negatives: 3 } },
  { line: "bin-one-sided", values: { positives: 0, negatives: 3 } },
  {
    line: "bin-one-sided",
    values: { characteristic: "characteristic.deposits", bin: "[0, 100)", positives: 0, negatives: 3 },
  },
  { line: "stability-without-rows", values: { expected: 0, actual: 7 } },
  { line: "stability-bin-empty", values: { bin: "[0, 100)", expected: 0, actual: 7 } },
  { line: "stability-bin-empty", values: { expected: 0, actual: 7 } },
  ...BAND_REFUSALS.map((because): MeasurementLine => ({
    line: "bands-not-proposed",
    values: { positives: 2, negatives: 7, because },
  })),
  { line: "band-proposed", values: { from: "1000", below: "2500", n: 40, rate: "0.1250", points: -3 } },
  { line: "band-proposed", values: { from: "1000", n: 40, rate: "0.1250" } },
  { line: "band-proposed", values: { below: "2500", n: 40, rate: "0.1250" } },
  { line: "band-of-missing", values: { n: 9, rate: "0.3333" } },
  ...BAND_MERGE_REASONS.map((because): MeasurementLine => ({
    line: "bands-merged",
    values: { from: "1000", edge: "2000", below: "2500", because },
  })),
  ...RATE_TRENDS.map((observed): MeasurementLine => ({
    line: "trend-against-card",
    values: { characteristic: "characteristic.deposits", declared: "up", observed },
  })),
  { line: "characteristic-without-bands", values: { characteristic: "characteristic.deposits" } },
  { line: "four-fifths-kept", values: { ...fifths, lowestRate: "0.5100", ratio: "0.8500" } },
  { line: "four-fifths-missed", values: fifths },
  { line: "four-fifths-undefined", values: { feature: "sex", groups: 1, selected: 4 } },
  { line: "group-small", values: { feature: "sex", group: "x", n: 4, smallBelow: 30 } },
  { line: "group-unknown", values: { feature: "sex", n: 12 } },
  { line: "selected-unseen", values: { class: "cores", seen: ["core", "general"] } },
];

describe("the lines of measurement", () => {
  test("every kind is tried", () => {
    expect([...new Set(lines.map(({ line }) => line))].sort()).toStrictEqual([...MEASUREMENT_LINE_KINDS].sort());
  });

  test.each(languages)("every line is a sentence without a gap, in each language", (words) => {
    for (const line of lines) {
      const sentence = tell(line, words);
      expect(sentence).toMatch(/[.。]$/);
      expect(sentence).not.toMatch(
        /[{}[\]]|undefined|null/.test(JSON.stringify(line.values)) ? /[{}]|undefined/ : /[{}]/,
      );
    }
  });

  test("in English", () => {
    expect(tell({ line: "measure-too-few", values: { positives: 1, negatives: 40, fewest: 2 } }, en)).toBe(
      "There are too few rows for this figure: 1 with the outcome and 40 without it; at least 2 of each are needed.",
    );
    expect(tell({ line: "bin-one-sided", values: { positives: 0, negatives: 3 } }, en)).toBe(
      "Rows without a value: 0 with the outcome and 3 without it, so the weight of evidence would be infinite and is not given.",
    );
    const ofLine = { characteristic: "characteristic.deposits", bin: "[0, 5)", positives: 0, negatives: 3 } as const;
    expect(tell({ line: "bin-one-sided", values: ofLine }, en)).toBe(
      "“Deposits”, “[0, 5)”: 0 with the outcome and 3 without it, so the weight of evidence would be infinite and is not given.",
    );
    expect(tell({ line: "four-fifths-missed", values: fifths }, en)).toBe(
      "By “sex”, the selected classes have 45% of “f” (rows: 100) and 60% of “m” (rows: 120): the lowest rate is 75% of the highest, less than four fifths; please look into why.",
    );
  });

  test("in Chinese", () => {
    expect(tell({ line: "four-fifths-missed", values: fifths }, zhHans)).toBe(
      "按“sex”划分，入选比例最低的“f”为 45%（100 人），最高的“m”为 60%（120 人），前者为后者的 75%，低于五分之四，请查明原因。",
    );
    expect(
      tell(
        { line: "band-proposed", values: { from: "1000", below: "2500", n: 40, rate: "0.1250", points: 3 } },
        zhHans,
      ),
    ).toBe("建议分段：1,000 以上（含），2,500 以下（不含），样本 40 个，发生率 12.5%，建议 3 分。");
    expect(
      tell(
        {
          line: "trend-against-card",
          values: { characteristic: "characteristic.deposits", declared: "up", observed: "mixed" },
        },
        zhHantHK,
      ),
    ).toBe("「Deposits」：評分卡訂明的方向為「數值愈大，分數愈高」，但樣本的發生率有升有跌。");
  });

  test("what the functions return is told as it is", () => {
    const proposal = bandsFrom([1, 2, 3, 4, null], [0, 0, 1, 1, 1], { maxBands: 2, minShare: 0.5 });
    expect(proposal.lines.map((line) => tell(line, en))).toStrictEqual([
      "Proposed band below 3: 2 rows, 0% of them with the outcome.",
      "Proposed band from 3: 2 rows, 100% of them with the outcome.",
      "Rows without a value: 1, 100% of them with the outcome.",
      "“[−∞, 3)”: 0 with the outcome and 2 without it, so the weight of evidence would be infinite and is not given.",
      "“[3, ∞)”: 2 with the outcome and 0 without it, so the weight of evidence would be infinite and is not given.",
      "Rows without a value: 1 with the outcome and 0 without it, so the weight of evidence would be infinite and is not given.",
    ]);
  });
});

describe("the refusals of measurement", () => {
  const told = (call: () => unknown): string => {
    const refused = refusalOf(call);
    expect(refused.code).toBe("customer-classification/invalid-measurement");
    return tell(refused, en);
  };

  test("say where, and what is wrong", () => {
    const sample = { scores: [1, 2], outcomes: [0, 1] };
    expect(told(() => auc({ ...sample, scores: [1, NaN] }))).toBe(
      'The data or the options of a measurement are not valid at sample.scores[1]: "NaN" was given (a number).',
    );
    expect(told(() => auc({ ...sample, outcomes: [1] }))).toBe(
      "The data or the options of a measurement are not valid at sample.outcomes: the length is 1 instead of 2.",
    );
    expect(told(() => auc(sample, { confidence: 95 }))).toBe(
      'The data or the options of a measurement are not valid at options.confidence: it must be above 0 and below 1: "95" was given.',
    );
    const bin = { key: "a", positives: 1, negatives: 1 };
    expect(told(() => weightOfEvidence([bin, bin]))).toBe(
      "The data or the options of a measurement are not valid at bins[1].key: it occurs twice.",
    );
    expect(told(() => psi([], [{ key: "a", count: -1 }]))).toContain("minimum 0");
    expect(told(() => auc({ scores: [2, 1], positives: [1, 1], negatives: [1, 1] }))).toBe(
      'The data or the options of a measurement are not valid at sample.scores[1]: it must be above the one before it: "1" was given.',
    );
    expect(told(() => classSharesBy(["a"], ["b"], { feature: "sex", selected: [], smallBelow: 1 }))).toContain(
      "1 or more entries",
    );
  });

  test("a row that is left out", () => {
    const { issues, lines: said } = bandsFrom([1, 2, "3"], [0, 1, 1], { maxBands: 2, minShare: 0.5 });
    expect(languages.map((words) => said[0] && tell(said[0], words))).toStrictEqual([
      "3 行中有 1 行的数值或结果不可用，未计入；哪些行、因何不可用，详见问题清单。",
      "3 行中有 1 行的數值或結果未能使用，沒有計算在內；涉及哪些行及原因，詳見問題清單。",
      "1 of 3 rows were left out because a value or the outcome in them cannot be used; the issues say which rows, and why.",
    ]);
    expect(issues.map(({ code }) => code)).toStrictEqual(["customer-classification/unusable-sample-row"]);
    expect(issues.map((issue) => languages.map((words) => tell(issue, words)))).toStrictEqual([
      [
        '第3行：“values”不可用，收到的是"3"（文本）。',
        '第3行：「values」未能使用，收到的是"3"（文字）。',
        'Row 3: “values” cannot be used: "3", a text, was given.',
      ],
    ]);
  });
});
