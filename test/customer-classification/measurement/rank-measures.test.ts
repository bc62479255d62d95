import { describe, expect, test } from "vitest";

import {
  auc,
  calibrationTable,
  countOutcomes,
  gainsTable,
  ks,
  mergeOutcomeCounts,
  type OutcomeCounts,
  type OutcomeSample,
} from "../../../src/customer-classification/index.ts";
import { normalQuantile } from "../../../src/customer-classification/measurement/normal-quantile.ts";
import { refusalOf } from "../../support/refusal.ts";

/**
 * WFNS grade and poor outcome of 113 patients (data set aSAH of the R package pROC), as counts. The counts were worked out
 * from published sensitivities; that they are right is shown by the variance, which has all digits of pROC's own test.
 */
const wfns: OutcomeCounts = {
  scores: [1, 2, 3, 4, 5],
  positives: [2, 12, 1, 8, 18],
  negatives: [37, 20, 3, 8, 4],
};

describe("published figures", () => {
  test("pROC: the variance of the WFNS grade, 0.00146991470882363", () => {
    const { auc: area, standardError, n, positives, negatives } = auc(wfns);
    expect([n, positives, negatives]).toStrictEqual([113, 41, 72]);
    expect(area).toBe(0.8236788618);
    expect(standardError).toBe(Number(Math.sqrt(0.00146991470882363).toFixed(10)));
  });

  test("the example of the Python port: area 0.8, variance 0.02875, interval from 0.4676719375452081 to 1", () => {
    const sample = {
      scores: Float64Array.of(0.21, 0.32, 0.63, 0.35, 0.92, 0.79, 0.82, 0.99, 0.04),
      outcomes: Uint8Array.of(0, 1, 0, 0, 1, 1, 0, 1, 0),
    };
    const result = auc(sample, { confidence: 0.95 });
    expect(result.auc).toBe(0.8);
    expect(result.gini).toBe(0.6);
    expect(result.standardError).toBe(Number(Math.sqrt(0.02875).toFixed(10)));
    expect(result.interval).toStrictEqual({ confidence: 0.95, lower: 0.4676719375, upper: 1 });
    expect(result.lines).toStrictEqual([]);
  });

  test.each([
    [0.975, 1.9599639845400536],
    [0.95, 1.6448536269514715],
    [0.995, 2.5758293035489],
    [0.9995, 3.2905267314918945],
    [0.75, 0.6744897501960818],
    [0.6, 0.2533471031357998],
    [1 - 1e-10, 6.361340889697422],
    [0.025, -1.9599639845400545],
  ])("the quantile of %f, as Python's NormalDist has it", (probability, quantile) => {
    expect(Math.abs(normalQuantile(probability) - quantile)).toBeLessThan(1e-12);
  });
});

describe("the area", () => {
  test("ties are one half", () => {
    expect(auc({ scores: [1, 1, 1, 1], outcomes: [true, false, true, false] }).auc).toBe(0.5);
    // of four pairs: won, tied, won, lost
    expect(auc({ scores: [3, 2, 2, 3.5], outcomes: [1, 1, 0, 0] }).auc).toBe(0.375);
  });

  test("null with fewer than two on a side, and it says how many there are", () => {
    const result = auc({ scores: [1, 2, 3], outcomes: [0, 0, 1] }, { confidence: 0.9 });
    expect(result).toStrictEqual({
      n: 3,
      positives: 1,
      negatives: 2,
      auc: null,
      gini: null,
      standardError: null,
      interval: null,
      lines: [{ line: "measure-too-few", values: { positives: 1, negatives: 2, fewest: 2 } }],
    });
    expect(auc({ scores: [], outcomes: [] }).auc).toBeNull();
  });

  test.each([
    [1, [0, 0, 1, 1], [1, 2, 3, 4]],
    [0, [1, 1, 0, 0], [1, 2, 3, 4]],
    [0.5, [1, 0, 1, 0], [7, 7, 7, 7]],
  ])("at %f nothing varies, and there is no interval", (area, outcomes, scores) => {
    const result = auc({ scores, outcomes }, { confidence: 0.95 });
    expect([result.auc, result.standardError, result.interval]).toStrictEqual([area, null, null]);
    expect(result.lines.map(({ line }) => line)).toStrictEqual(["auc-without-interval"]);
  });

  test("a negative zero is 0", () => {
    expect(countOutcomes({ scores: [-0, 0], outcomes: [0, 1] })).toStrictEqual({
      scores: [0],
      positives: [1],
      negatives: [1],
    });
  });
});

describe("an interval", () => {
  test.each([5e-324, 0.5, 1 - 2 ** -52, 1 - 2 ** -53])("has two numbers at a confidence of %d", (confidence) => {
    const sample = { scores: [1, 2, 3, 4, 1, 5], outcomes: [0, 1, 0, 1, 1, 0] };
    const { auc: area, interval } = auc(sample, { confidence });
    expect(interval?.lower).toBeLessThanOrEqual(area ?? NaN);
    expect(interval?.upper).toBeGreaterThanOrEqual(area ?? NaN);
  });
});

describe("the distance", () => {
  test("only after all rows of a score", () => {
    const { ks: distance, at } = ks({ scores: [5, 5], outcomes: [0, 1] });
    expect([distance, at]).toStrictEqual([0, null]);
  });

  test("of the WFNS grade, at the third: 60 of 72 and 15 of 41", () => {
    expect(ks(wfns)).toStrictEqual({
      n: 113,
      positives: 41,
      negatives: 72,
      ks: Number((60 / 72 - 15 / 41).toFixed(10)),
      at: 3,
      positivesUpTo: { n: 15, of: 41, rate: "0.3659" },
      negativesUpTo: { n: 60, of: 72, rate: "0.8333" },
      lines: [],
    });
  });

  test("null with none on a side", () => {
    const result = ks({ scores: [1, 2], outcomes: [0, 0] });
    expect([result.ks, result.at, result.positivesUpTo.rate]).toStrictEqual([null, null, null]);
    expect(result.lines).toStrictEqual([
      { line: "measure-too-few", values: { positives: 0, negatives: 2, fewest: 1 } },
    ]);
  });
});

describe("tables", () => {
  test("groups of equal size from the top, a score never split", () => {
    const { rows } = gainsTable(wfns, { groups: 4 });
    expect(rows.map(({ lowest, highest, n, positives }) => [lowest, highest, n, positives])).toStrictEqual([
      [4, 5, 38, 26],
      [2, 3, 36, 13],
      [1, 1, 39, 2],
    ]);
    expect(rows.map(({ captured }) => captured.n)).toStrictEqual([26, 39, 41]);
    expect(rows.at(-1)?.lift).toBe(1);
  });

  test("cuts, with a group without rows", () => {
    const { rows } = gainsTable({ scores: [1, 2, 9], outcomes: [0, 1, 1] }, { cuts: [2, 5, 9] });
    expect(rows.map(({ lowest, n, rate }) => [lowest, n, rate.rate])).toStrictEqual([
      [9, 1, "1.0000"],
      [null, 0, null],
      [2, 1, "1.0000"],
      [1, 1, "0.0000"],
    ]);
  });

  test("no rows, no rates", () => {
    expect(gainsTable({ scores: [], outcomes: [] }, { groups: 10 })).toStrictEqual({
      n: 0,
      positives: 0,
      negatives: 0,
      rows: [],
    });
    expect(calibrationTable({ scores: [], outcomes: [] }, { cuts: [0.5] }).rows[0]?.predicted).toBeNull();
    expect(gainsTable({ scores: [1], outcomes: [0] }, { groups: 1 }).rows[0]?.lift).toBeNull();
    const above = gainsTable({ scores: [1], outcomes: [1] }, { cuts: [2] });
    expect(above.rows.map(({ lift }) => lift)).toStrictEqual([null, 1]);
  });

  test("predictions are probabilities", () => {
    expect(refusalOf(() => calibrationTable({ scores: [0.5, 1.5], outcomes: [0, 1] }, { groups: 2 }))).toMatchObject({
      code: "customer-classification/invalid-measurement",
      path: ["sample", "scores"],
      details: { received: "1.5", min: 0, max: 1 },
    });
  });
});

describe("refusals name the place", () => {
  const good = { scores: [1, 2], outcomes: [0, 1] };
  test.each<[string, () => unknown, readonly (string | number)[]]>([
    ["a score that is not a number", () => auc({ ...good, scores: [1, NaN] }), ["sample", "scores", 1]],
    ["an infinite score", () => ks({ ...good, scores: Float64Array.of(1, Infinity) }), ["sample", "scores", 1]],
    ["a score as text", () => auc({ ...good, scores: [1, "2"] as never }), ["sample", "scores", 1]],
    ["an outcome of 2", () => auc({ ...good, outcomes: [0, 2] }), ["sample", "outcomes", 1]],
    ["an outcome that is not known", () => auc({ ...good, outcomes: [0, null] as never }), ["sample", "outcomes", 1]],
    ["lists of two lengths", () => auc({ ...good, outcomes: [0] }), ["sample", "outcomes"]],
    ["not a list", () => auc({ ...good, scores: "12" as never }), ["sample", "scores"]],
    ["no sample", () => auc(null as never), ["sample"]],
    ["an unknown member", () => auc({ ...good, weights: [1, 1] } as OutcomeSample), ["sample", "weights"]],
    ["a confidence of 1", () => auc(good, { confidence: 1 }), ["options", "confidence"]],
    ["a confidence in percent", () => auc(good, { confidence: 95 }), ["options", "confidence"]],
    ["a misspelt option", () => auc(good, { confidance: 0.9 } as never), ["options", "confidance"]],
    [
      "counts out of order",
      () => auc({ scores: [2, 1], positives: [1, 1], negatives: [1, 1] }),
      ["sample", "scores", 1],
    ],
    ["half a row", () => auc({ scores: [1], positives: [0.5], negatives: [1] }), ["sample", "positives", 0]],
    [
      "more rows than are counted exactly",
      () => auc({ scores: [1, 2], positives: [2 ** 53 - 1, 1], negatives: [1, 1] }),
      ["sample"],
    ],
    ["fewer than no rows", () => ks({ scores: [1], positives: [1], negatives: [-1] }), ["sample", "negatives", 0]],
    ["counts of two lengths", () => ks({ scores: [1], positives: [1], negatives: [] }), ["sample", "negatives"]],
    ["rows where counts are wanted", () => mergeOutcomeCounts(good as never, wfns), ["a", "outcomes"]],
    ["neither groups nor cuts", () => gainsTable(good, {}), ["grouping"]],
    ["groups and cuts", () => gainsTable(good, { groups: 2, cuts: [1] }), ["grouping"]],
    ["no groups", () => gainsTable(good, { groups: 0 }), ["grouping", "groups"]],
    ["cuts that do not ascend", () => gainsTable(good, { cuts: [1, 1] }), ["grouping", "cuts", 1]],
    ["no cut", () => gainsTable(good, { cuts: [] }), ["grouping", "cuts"]],
  ])("%s", (_, call, path) => {
    expect(refusalOf(call)).toMatchObject({ code: "customer-classification/invalid-measurement", path });
  });

  test("a getter that throws", () => {
    const scores = Object.defineProperty([1, 2], 1, {
      get: () => {
        throw new Error("secret");
      },
    });
    expect(refusalOf(() => auc({ scores, outcomes: [0, 1] }))).toMatchObject({ path: ["sample", "scores"] });
  });
});
