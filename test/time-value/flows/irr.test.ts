import { describe, expect, test } from "vitest";

import { irr, prepareCashFlows, type RateSolution } from "../../../src/time-value/index.ts";
import irrCases from "../../golden/tvm/irr.json";
import { investmentsOf, LONG, NEAR_ZERO, PAIRS } from "../draws.ts";
import { expectRoots, titled } from "../golden.ts";
import { distance, EPSILON, excess, numbers, valueAt } from "../reference.ts";

const NO = (reason: string) => ({ ok: false, reason });

/** Flows whose roots are known: Π (u − u_i), expanded from small factors. */
function withRoots(...rates: number[]): number[] {
  let coefficients = [1];
  for (const r of rates) {
    const next = new Array<number>(coefficients.length + 1).fill(0);
    for (const [i, c] of coefficients.entries()) {
      next[i] = (next[i] ?? 0) + c;
      next[i + 1] = (next[i + 1] ?? 0) - c * (1 + r);
    }
    coefficients = next;
  }
  return coefficients;
}

describe("irr meets the published cases", () => {
  test.each(titled(irrCases))("%s", (_title, one) => {
    expectRoots(irr(one.args["flows"] as number[], one.args["guess"] as number | undefined), one);
  });
});

describe("irr refuses with a reason", () => {
  test.each([
    ["nothing", [], "no-sign-change"],
    ["zeros", [0, 0], "no-sign-change"],
    ["inflows only", [1, 2, 3], "no-sign-change"],
    ["outflows only", [-4000, -46000], "no-sign-change"],
    ["an outlay that never came back", [-1000, 0], "total-loss"],
    ["several outlays that never came back", [-1000, 0, -500, 0], "total-loss"],
    ["an outlay last", [0, -1000], "no-sign-change"],
    ["an inflow and silence", [1000, 0], "no-sign-change"],
    ["NaN", [-1, NaN], "not-finite"],
    ["infinite", [-1, Infinity], "not-finite"],
    ["a negative discriminant", [-1000, 3000, -2500], "no-root"],
    ["a rate below what a double holds", [-1e300, 1e-300], "no-root"],
  ])("%s", (_, flows, reason) => {
    expect(irr(flows)).toEqual(NO(reason));
    expect(irr(prepareCashFlows(flows))).toEqual(NO(reason));
  });

  test("a string among the flows is no number", () => {
    expect(irr(JSON.parse('[-100,"110"]') as number[])).toEqual(NO("not-finite"));
  });
});

describe("all roots", () => {
  test.each([[[0.5, 2]], [[-0.5, 0, 0.5]], [[-0.9, -0.5, 0.25, 3]], [[0.25, 0.3125]], [[1, 10, 100, 1000]]])(
    "%j",
    (rates) => {
      const outcome = irr(withRoots(...rates)) as RateSolution;
      expect(outcome.unique).toBe(false);
      expect(outcome.roots).toHaveLength(rates.length);
      for (const [i, root] of (outcome.roots ?? []).entries()) expect(root).toBeCloseTo(rates[i] ?? NaN, 8);
    },
  );

  // integer flows, so that the repeated root is exact; the rounding around it hides far more than one double
  test.each([
    ["a double root beside one", [-400, 1240, -1281, 441], [0, 0.05, 0.05], 6],
    ["a double root above one below 0", [-4000, 12000, -11970, 3969], [-0.1, 0.05, 0.05], 6],
    [
      "a double root between others",
      [-1e6, 967e4, -315191e2, 47188925, -33561891, 9223830],
      [0.05, 0.2, 0.21, 0.21, 4],
      4,
    ],
    ["two double roots", [40000, -92000, 61300, -9660, 441], [-0.9, -0.9, 0.05, 0.05], 6],
    ["a triple root, odd like a single one", [1, -17, 105, -275, 250], [1, 4], 3],
    [
      "a triple root beside two single ones",
      [-8e6, 3568e4, -6044e4, 469728e2, -15333570, 1120581],
      [-0.9, 0.05, 0.21],
      4,
    ],
  ])("%s: as many as it is, not one for each patch of rounding", (_, flows, rates, digits) => {
    const outcome = irr(flows) as RateSolution;
    expect(outcome.unique).toBe(false);
    expect(outcome.roots).toHaveLength(rates.length);
    for (const [i, root] of (outcome.roots ?? []).entries()) expect(root).toBeCloseTo(rates[i] ?? NaN, digits);
  });

  test("two roots a millionth apart are told apart", () => {
    const outcome = irr(withRoots(0.125, 0.125 + 2 ** -20)) as RateSolution;
    expect(outcome.roots).toHaveLength(2);
    const [low = NaN, high = NaN] = outcome.roots ?? [];
    // the gap is the square root of what rounding leaves: 2^-20 to a few parts in 2^-6
    expect((high - low) * 2 ** 20).toBeCloseTo(1, 1);
  });

  test("nearest to the guess in ln(1 + rate), the lower one on a tie", () => {
    const flows = withRoots(-0.5, 1);
    expect((irr(flows, 0) as RateSolution).rate).toBeCloseTo(-0.5, 14);
    expect((irr(flows, 0.01) as RateSolution).rate).toBeCloseTo(1, 14);
    expect((irr(flows, -0.9) as RateSolution).rate).toBeCloseTo(-0.5, 14);
  });

  test("running totals prove what signs alone do not", () => {
    // three changes of sign; totals forwards −100 −50 −60 140 and backwards 140 240 90 190, together one change
    const outcome = irr([-100, 50, -10, 200]) as RateSolution;
    expect(outcome.unique).toBe(true);
    expect(outcome).not.toHaveProperty("roots");
    expect(outcome.iterations).toBeLessThan(10);
  });

  test("running totals prove the rate of flows that come to nothing: it is 0", () => {
    // forwards −100 −50 −60 0, backwards 60 50 100 0: no change on either side of 0
    expect(irr([-100, 50, -10, 60])).toEqual({ ok: true, rate: 0, unique: true, iterations: 1 });
  });

  test("totals that change sign more than once prove nothing", () => {
    // (u − 1.1)(u − 1.2)(u − 1.3) · 1000
    const outcome = irr([-1000, 3600, -4310, 1716]) as RateSolution;
    expect(outcome.roots?.map((root) => root.toFixed(10))).toEqual(["0.1000000000", "0.2000000000", "0.3000000000"]);
  });

  test.each([
    [2 ** -12, 15],
    [2 ** -20, 13],
  ])(
    "two rates %d apart, which doubles hold exactly, keep more digits than plain sums of their flows",
    (gap, digits) => {
      const [low = NaN, high = NaN] = (irr(withRoots(0.125, 0.125 + gap)) as RateSolution).roots ?? [];
      expect(low).toBeCloseTo(0.125, digits);
      expect(high).toBeCloseTo(0.125 + gap, digits);
    },
  );

  test("rates where the search first cuts its range are told apart like any others", () => {
    // the range of ln(1 + rate) is halved again and again: from 2^-53 to the largest double, 4096 pieces
    const [low, high] = [-53 * Math.LN2, Math.log(Number.MAX_VALUE)];
    for (const piece of [190, 203, 210]) {
      const rates = [0, 1].map((k) => Math.expm1(low + ((high - low) * (piece + k)) / 4096));
      const outcome = irr(withRoots(...rates)) as RateSolution;
      expect(outcome.roots).toHaveLength(2);
      for (const [i, root] of (outcome.roots ?? []).entries()) expect(root).toBeCloseTo(rates[i] ?? NaN, 12);
    }
  });

  test.each([
    [5, 1],
    [20, 0],
    [21, 0],
    [40, 0],
    [41, 0],
  ])("a rate %d times over comes back soon, as rates at which the flows are all but nothing", (times, rate) => {
    const flows = withRoots(...new Array<number>(times).fill(rate));
    const outcome = irr(flows) as RateSolution;
    const roots = outcome.roots ?? [outcome.rate];
    expect(outcome.iterations).toBeLessThan(21000);
    expect(roots.length % 2).toBe(times % 2);
    expect(roots).toEqual([...roots].sort((a, b) => a - b));
    for (const root of roots) {
      const { value, size } = valueAt(root, flows, [...flows.keys()], 1);
      expect(value.abs().div(size).toNumber()).toBeLessThan(1e-11);
    }
  });
});

describe("effort", () => {
  test.each(PAIRS.map((flows) => [flows]))("two flows %j are discounted once", (flows) => {
    const moments = [...flows.keys()].filter((i) => flows[i] !== 0);
    const apart = (moments[1] ?? NaN) - (moments[0] ?? NaN);
    const [from = NaN, to = NaN] = moments.map((i) => flows[i]);
    const outcome = irr(flows) as RateSolution;
    expect(outcome.iterations).toBe(1);
    expect(1 + outcome.rate).toBeCloseTo((-to / from) ** (1 / apart), 12);
  });

  test.each(NEAR_ZERO)("flows with a rate near 0 are discounted once: %s", (_, flows) => {
    expect(irr(flows)).toMatchObject({ ok: true, unique: true, iterations: 1 });
  });

  test("one change of sign needs no search, whatever the flows come to", () => {
    expect(irr([-100, 50, 50])).toEqual({ ok: true, rate: 0, unique: true, iterations: 1 });
    expect(irr([0, 100, 20, -50, -70])).toEqual({ ok: true, rate: 0, unique: true, iterations: 1 });
  });
});

test.each(LONG)("long lists keep their digits: %s", (_, flows) => {
  const { rate, roots = [rate] } = irr(flows) as RateSolution;
  for (const root of roots) {
    // its own last digit and a small part of that of 1 + rate
    const allowed = EPSILON * (Math.abs(root) + (1 + root) / 64);
    expect(distance(root, flows, [...flows.keys()], 1)).toBeLessThanOrEqual(allowed);
  }
});

test("every rate of irr is within its condition number, for 800 flows", () => {
  const next = numbers(11);
  const off: unknown[] = [];
  let solved = 0;
  let several = 0;
  for (let k = 0; k < 800; k++) {
    const flows = investmentsOf(next, 2 + Math.floor(next() ** 3 * 120));
    const outcome = irr(flows);
    if (!outcome.ok) continue;
    solved++;
    if (!outcome.unique) several++;
    for (const root of outcome.roots ?? [outcome.rate]) {
      const times = flows.map((_, i) => i);
      if (!(excess(root, flows, times, 1) <= 1)) off.push({ root, flows, excess: excess(root, flows, times, 1) });
    }
  }
  expect(off).toEqual([]);
  expect(solved).toBeGreaterThan(400);
  expect(several).toBeGreaterThan(10);
});
