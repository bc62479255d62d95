import { describe, expect, test } from "vitest";

import { irr, prepareCashFlows, type RateSolution } from "../../../src/time-value/index.ts";
import irrCases from "../../golden/tvm/irr.json";
import { AT_CUTS, investmentsOf, LONG, NEAR_ZERO, PAIRS, REPEATED, withRoots } from "../draws.ts";
import { expectRoots, titled } from "../golden.ts";
import { distance, EPSILON, excess, numbers, valueAt } from "../reference.ts";

const NO = (reason: string) => ({ ok: false, reason });

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
    ["a loss of all but 1e-100", [-1e100, 1], "no-root"],
    ["a loss of all but 1e-100, in two runs", [3e100, 4, 0, -1], "no-root"],
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
      expect(outcome.iterations).toBeLessThanOrEqual(200);
    },
  );

  test.each(REPEATED)("%s: as many as it is, not one for each patch of rounding", (_, flows, rates, digits) => {
    const outcome = irr(flows) as RateSolution;
    expect(outcome.unique).toBe(false);
    expect(outcome.roots).toHaveLength(rates.length);
    for (const [i, root] of (outcome.roots ?? []).entries()) expect(root).toBeCloseTo(rates[i] ?? NaN, digits);
    expect(outcome.iterations).toBeLessThan(5000);
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
    for (const rates of AT_CUTS) {
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

describe("what does not count", () => {
  const lists = [
    [-1000, 300.1, 420.7, 680.3],
    [-100, 230, -132],
    [-100, 50, -10, 200],
  ];
  test.each(lists.map((flows) => [flows]))("size, far from the ends of doubles or near them: %j", (flows) => {
    for (const exponent of [1000, 500, -500, -1000]) {
      expect(irr(flows.map((flow) => flow * 2 ** exponent))).toEqual(irr(flows));
    }
  });

  test("sums beyond doubles of flows within them", () => {
    const flows = [-3, -3, 1, 1, 1, 1, 1, 1.5, 1.5];
    expect((irr(flows.map((flow) => flow * 2 ** 1022)) as RateSolution).rate).toBe((irr(flows) as RateSolution).rate);
  });

  test.each(lists.map((flows) => [flows]))("blanks before and after: %j", (flows) => {
    const { rate, iterations } = irr(flows) as RateSolution;
    const blanks = new Array<number>(1000).fill(0);
    const padded = irr([...blanks, ...flows, ...blanks]) as RateSolution;
    expect(padded.rate).toBeCloseTo(rate, 14);
    expect(padded.iterations).toBe(iterations);
  });
});

test("a growth over a hundred periods has the double nearest to its rate, but for a hair", () => {
  const next = numbers(29);
  for (let k = 0; k < 100; k++) {
    const flows = [-1, ...new Array<number>(99).fill(0), (0.1 + 2 * next()) ** 100];
    const { rate } = irr(flows) as RateSolution;
    const spacing = 2 ** (Math.floor(Math.log2(Math.abs(rate))) - 52);
    const off = distance(rate, flows, [...flows.keys()], 1);
    expect(off).toBeLessThanOrEqual(spacing * 0.5 + (1 + rate) * EPSILON * 2 ** -7);
  }
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
