import { describe, expect, test } from "vitest";

import { fitShiftedBetaGeometric } from "../../../src/relationship-value/index.ts";
import { orThrow } from "../../../src/core/index.ts";
import { refusalOf } from "../../support/refusal.ts";

// customers left after each year: P. S. Fader and B. G. S. Hardie, How to Project Customer Retention (2007), who fit 7 years
const REGULAR = [1000, 631, 468, 382, 326, 289, 262, 241];
const HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491];

const roundedTo = (digits: number, text: string) => Number(text).toFixed(digits);

describe("published fits", () => {
  test.each([
    ["regular", REGULAR, "0.704", "1.182", "-1680.3"],
    ["high end", HIGH_END, "0.668", "3.806", "-1611.2"],
    // the same authors, A Spreadsheet-Literate Non-Statistician's Guide to the Beta-Geometric Model (2014): 4 renewals
    ["four renewals", REGULAR.slice(0, 5), "0.764", "1.296", "-1401.6"],
  ])("%s", (_, survivors, alpha, beta, logLikelihood) => {
    const fit = orThrow(fitShiftedBetaGeometric([survivors]));
    expect(roundedTo(3, fit.alpha)).toBe(alpha);
    expect(roundedTo(3, fit.beta)).toBe(beta);
    expect(roundedTo(1, fit.logLikelihood)).toBe(logLikelihood);
    expect(fit.iterations).toBeLessThan(100);
  });

  test("the same as a search over a grid, which knows nothing of slopes", () => {
    const likelihood = (alpha: number, beta: number): number => {
      // of the paper: P(T = t) by recursion, and S at the end
      let [chance, survived, sum] = [alpha / (alpha + beta), 1, 0];
      for (let t = 1; t < REGULAR.length; t++) {
        if (t > 1) chance *= (beta + t - 2) / (alpha + beta + t - 1);
        survived -= chance;
        sum += ((REGULAR[t - 1] ?? 0) - (REGULAR[t] ?? 0)) * Math.log(chance);
      }
      return sum + (REGULAR.at(-1) ?? 0) * Math.log(survived);
    };
    let best = { alpha: 2, beta: 3, height: Number.NEGATIVE_INFINITY };
    for (let [width, round] = [2, 0]; round < 80; round++, width *= 0.75) {
      const { alpha: a, beta: b } = best;
      for (let i = -10; i <= 10; i++) {
        for (let j = -10; j <= 10; j++) {
          const [alpha, beta] = [a + (width * i) / 10, b + (width * j) / 10];
          if (alpha <= 0 || beta <= 0) continue;
          const height = likelihood(alpha, beta);
          if (height > best.height) best = { alpha, beta, height };
        }
      }
    }
    const fit = orThrow(fitShiftedBetaGeometric([REGULAR]));
    expect(Number(fit.alpha)).toBeCloseTo(best.alpha, 5);
    expect(Number(fit.beta)).toBeCloseTo(best.beta, 5);
    expect(Number(fit.logLikelihood)).toBeCloseTo(best.height, 3);
  });
});

describe("cohorts", () => {
  test("of different lengths are added by renewal", () => {
    const { counts } = fitShiftedBetaGeometric([REGULAR, [500, 320, 240], [200]]);
    expect(counts).toStrictEqual({
      clients: 1700,
      due: 1000 + 631 + 468 + 382 + 326 + 289 + 262 + 500 + 320,
      left: 759 + 260,
      renewals: 7,
    });
  });

  test("a cohort in two halves is the cohort", () => {
    const half = HIGH_END.map((clients) => Math.floor(clients / 2));
    const rest = HIGH_END.map((clients, index) => clients - (half[index] ?? 0));
    const [whole, parts] = [fitShiftedBetaGeometric([HIGH_END]), fitShiftedBetaGeometric([half, rest])];
    expect(parts).toStrictEqual(whole);
  });
});

describe("no fit", () => {
  test.each([
    ["too-few-renewals", [[1000, 631]]],
    ["too-few-renewals", [[1000]]],
    ["too-few-renewals", [[1000, 0, 0]]],
    ["too-few-renewals", [[0, 0, 0]]],
    ["nobody-left", [[1000, 1000, 1000]]],
    ["nobody-left-later", [[1000, 900, 900]]],
    ["no-rising-retention", [[1000, 800, 640]]], // the same 80 % twice
    ["no-rising-retention", [[1000, 800, 600]]],
  ] as const)("%s", (reason, cohorts) => {
    expect(fitShiftedBetaGeometric(cohorts)).toMatchObject({ ok: false, reason });
  });

  test("a rise that can hardly be seen is still found", () => {
    const fit = orThrow(fitShiftedBetaGeometric([[100_000, 80_000, 64_010]]));
    expect(Number(fit.alpha) / (Number(fit.alpha) + Number(fit.beta))).toBeCloseTo(0.2, 3);
  });

  test.each([
    [[], ["cohorts"]],
    [[[]], ["cohorts", 0]],
    [[[100, 110]], ["cohorts", 0, 1]],
    [[[100, 90.5]], ["cohorts", 0, 1]],
    [[[100, -1]], ["cohorts", 0, 1]],
    [[Array.from({ length: 1202 }, () => 1)], ["cohorts", 0]],
  ])("%j is refused", (cohorts, path) => {
    expect(refusalOf(() => fitShiftedBetaGeometric(cohorts))).toMatchObject({
      code: "relationship-value/invalid-option",
      path,
    });
  });
});
