import { describe, expect, test } from "vitest";

import { irr, rate, xirr, type RateSolution } from "../../src/time-value/index.ts";
import { solutionOf } from "../../src/time-value/solution.ts";
import irrCases from "../golden/tvm/irr.json";
import xirrCases from "../golden/tvm/xirr.json";
import { casesOf, expectClose } from "./golden.ts";

const D = (...days: number[]) => days.map((day) => `2024-01-${String(day).padStart(2, "0")}`);

test("a guess at the published rate picks that rate among several", () => {
  for (const one of [...casesOf(xirrCases), ...casesOf(irrCases)]) {
    if (one.exact === undefined || one.allRoots === undefined) continue;
    const guess = Number(one.exact);
    const flows = one.args["flows"] as number[];
    const dates = one.args["dates"] as string[] | undefined;
    const outcome = (dates === undefined ? irr(flows, guess) : xirr(flows, dates, guess)) as RateSolution;
    expectClose(outcome.rate, one.exact);
  }
});

describe("misuse throws", () => {
  const guess: unknown = expect.objectContaining({
    code: "time-value/out-of-domain",
    path: ["guess"],
    details: { received: "-1" },
  });
  test("a guess of -100 %, whatever the flows", () => {
    expect(() => irr([-1, 2], -1)).toThrow(guess);
    expect(() => irr([], -1)).toThrow(guess);
    expect(() => xirr([-1, 2], D(1, 2), -1)).toThrow(guess);
    expect(() => rate(10, -1, 9, 0, 0, -1)).toThrow(guess);
  });

  test("conventions nobody has", () => {
    expect(() => rate(10, -1, 9, 0, 2)).toThrow(
      expect.objectContaining({ code: "time-value/out-of-domain", path: ["when"], details: { received: "2" } }),
    );
    expect(() => rate(-1, -1, 9)).toThrow(
      expect.objectContaining({ code: "time-value/out-of-domain", path: ["nper"], details: { received: "-1" } }),
    );
    for (const dayCount of [0, NaN, "30/360" as "ACT/360"]) {
      expect(() => xirr([-1, 2], D(1, 2), 0.1, { dayCount })).toThrow(
        expect.objectContaining({ code: "time-value/out-of-domain", path: ["options", "dayCount"] }),
      );
    }
  });
});

describe("all roots", () => {
  test("a double root comes out twice", () => {
    const outcome = irr([-100, 220, -121]) as RateSolution;
    expect(outcome.unique).toBe(false);
    expect(outcome.roots).toHaveLength(2);
    for (const root of outcome.roots ?? []) expect(root).toBeCloseTo(0.1, 7);
    // the same flows as an annuity: the last payment and the final amount make −121
    const annuity = rate(2, 220, -100, -121 - 220) as RateSolution;
    expect(annuity.roots).toHaveLength(2);
    for (const root of annuity.roots ?? []) expect(root).toBeCloseTo(0.1, 7);
  });
});

describe("sizes", () => {
  test("amounts near the ends of the range of doubles", () => {
    expect(irr([-1e300, 1.1e300])).toMatchObject({ ok: true, rate: expect.closeTo(0.1, 14) as number });
    expect(irr([-1e-300, 1.1e-300])).toMatchObject({ ok: true, rate: expect.closeTo(0.1, 14) as number });
    expect(xirr([-1.7e308, 1.7e308], ["2023-01-01", "2024-01-01"])).toMatchObject({ ok: true, rate: 0 });
    expect(rate(1, 0, -1e300, 1.5e300)).toMatchObject({ ok: true, rate: expect.closeTo(0.5, 14) as number });
  });

  test("10,000 periods", () => {
    // a perpetuity for all a double can see: 1 a period for 100 is 1 %
    const flows = Array.from({ length: 10001 }, (_, i) => (i === 0 ? -100 : 1));
    expect(irr(flows)).toMatchObject({ ok: true, rate: expect.closeTo(0.01, 16) as number, unique: true });
    expect(rate(10000, 1, -100)).toMatchObject({ ok: true, rate: expect.closeTo(0.01, 16) as number, unique: true });
  });
});

describe("rates no double can hold are outside the search range", () => {
  test.each([-1, -1 - 2 ** -52, Infinity, NaN])("%d is not the one rate", (found) => {
    expect(solutionOf([found], 0, 7)).toEqual({ ok: false, reason: "no-root" });
    expect(solutionOf([found, 0.5], 0, 7)).toEqual({ ok: true, rate: 0.5, unique: true, iterations: 7 });
    expect(solutionOf([0.5, found], 0, 7)).toEqual({ ok: true, rate: 0.5, unique: true, iterations: 7 });
  });

  test.each([2 ** -53 - 1, 0, Number.MAX_VALUE])("%d is", (rate) => {
    expect(solutionOf([rate], 0, 7)).toEqual({ ok: true, rate, unique: true, iterations: 7 });
  });

  test("of flows", () => {
    // a rest of 5e-17 is a rate of -1 + 5e-17; 1.7e309 - 1 is one as well
    expect(irr([-1, 5e-17])).toEqual({ ok: false, reason: "no-root" });
    expect(irr([-0.1, 1.7e308])).toEqual({ ok: false, reason: "no-root" });
  });

  test("of several the nearest to the guess is the answer, the lower one on a tie", () => {
    const roots = [-0.5, 1, 7];
    // ln(1 + rate) is -ln 2, ln 2 and 3·ln 2
    const nearest = (guess: number) => solutionOf(roots, guess * Math.LN2, 7);
    expect(nearest(0)).toEqual({ ok: true, rate: -0.5, unique: false, roots, iterations: 7 });
    expect([-9, -0.01, 0.01, 1.9, 2.1, 9].map((guess) => (nearest(guess) as RateSolution).rate)).toEqual([
      -0.5, -0.5, 1, 1, 7, 7,
    ]);
  });
});
