import { describe, expect, test } from "vitest";

import { irr, prepareCashFlows, rate, xirr, type RateSolution } from "../../src/time-value/index.ts";

const NO = (reason: string) => ({ ok: false, reason });
const D = (...days: number[]) => days.map((day) => `2024-01-${String(day).padStart(2, "0")}`);

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

describe("xirr refuses with a reason", () => {
  const rows: readonly (readonly [string, number[], string[], string])[] = [
    ["lengths", [-1, 2, 3], D(1, 2), "length-mismatch"],
    ["a day that does not exist", [-1, 2], ["2024-01-01", "2024-02-30"], "date-invalid"],
    ["not finite", [-1, NaN], D(1, 2), "not-finite"],
    ["one day", [-1000, -1000, 2100], D(5, 5, 5), "zero-span"],
    ["one day with blanks around", [0, -1000, 2100, 0], D(1, 5, 5, 9), "zero-span"],
    ["days that all cancel", [-5, 5, -7, 7], D(1, 1, 2, 2), "zero-span"],
    ["days that net to one direction", [-5, 4, -7], D(1, 1, 2), "no-sign-change"],
    ["total loss", [-1000, 0], D(1, 20), "total-loss"],
    ["a blank on the day of the outlay proves no loss", [-1000, 0], D(1, 1), "no-sign-change"],
    ["outflows only", [-4000, -46000], D(1, 20), "no-sign-change"],
    ["no flow", [], [], "no-sign-change"],
    ["an eight-fold gain in a day: beyond doubles a year", [-1, 8], D(1, 2), "no-root"],
  ];
  test.each(rows)("%s", (_, flows, dates, reason) => {
    expect(xirr(flows, dates)).toEqual(NO(reason));
    expect(xirr(prepareCashFlows(flows, dates))).toEqual(NO(reason));
  });

  test("a date before the first only when Excel is asked for", () => {
    const flows = [1100, -1000];
    const dates = ["2026-03-01", "2025-03-01"];
    expect(xirr(flows, dates)).toMatchObject({ ok: true, rate: expect.closeTo(0.1, 14) as number, unique: true });
    expect(xirr(flows, dates, 0.1, { excelStrict: true })).toEqual(NO("date-before-first"));
    expect(xirr(prepareCashFlows(flows, dates), 0.1, { excelStrict: true })).toEqual(NO("date-before-first"));
    expect(xirr([1, 1], dates, 0.1, { excelStrict: true })).toEqual(NO("date-before-first"));
    // later than the first, though out of order, is no business of Excel's rule
    expect(xirr([-1000, 600, 600], D(1, 20, 10), 0.1, { excelStrict: true })).toMatchObject({ ok: true });
  });
});

describe("rate refuses with a reason", () => {
  test.each([
    ["all received", () => rate(10, 1, 1, 1), "no-sign-change"],
    ["all paid", () => rate(10, -1, -1, -1), "no-sign-change"],
    ["paid and never returned", () => rate(10, 0, -1000), "total-loss"],
    ["savings never returned", () => rate(10, -100, 0), "total-loss"],
    ["no time", () => rate(0, -1, 10), "zero-span"],
    ["no time left for what is owed", () => rate(1, -10, 10, -10), "ok"],
    ["flows that cancel in the one period", () => rate(1, -10, 100, 10), "no-root"],
    ["two changes, no root", () => rate(10, -1, 100, 100), "no-root"],
    ["not finite", () => rate(NaN, -1, 10), "not-finite"],
    ["not finite amount", () => rate(10, -1, Infinity), "not-finite"],
  ])("%s", (_, call, reason) => {
    const outcome = call();
    expect(outcome.ok ? "ok" : outcome.reason).toBe(reason);
  });
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

  test("handles of the other kind, or of nobody", () => {
    const foreign = { kind: "regular", count: 2 } as const;
    const path: unknown = expect.objectContaining({ code: "time-value/out-of-domain", path: ["flows"] });
    expect(() => irr(foreign)).toThrow(path);
    // @ts-expect-error a row of a database may be null
    expect(() => prepareCashFlows(null)).toThrow(path);
    // @ts-expect-error and so may its dates
    expect(() => prepareCashFlows([-1, 2], null)).toThrow(
      expect.objectContaining({ code: "time-value/out-of-domain", path: ["dates"], details: { received: "null" } }),
    );
    expect(() => xirr({ kind: "dated", count: 2 })).toThrow(path);
    expect(() => xirr([-1, 2], undefined as unknown as string[])).toThrow(
      expect.objectContaining({ code: "time-value/out-of-domain", path: ["dates"] }),
    );
  });
});

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

  test("an annuity between two amounts of one sign has two rates", () => {
    const outcome = rate(20, -10, 50, 60) as RateSolution;
    expect(outcome.unique).toBe(false);
    expect(outcome.roots).toHaveLength(2);
    for (const root of outcome.roots ?? []) {
      const v = (1 + root) ** -20;
      expect(50 - (10 * (1 - v)) / root + 60 * v).toBeCloseTo(0, 10);
    }
    expect((rate(20, -10, 50, 60, 0, 5) as RateSolution).rate).toBe(outcome.roots?.[1]);
  });

  test("running totals prove what signs alone do not", () => {
    // three changes of sign; totals forwards −100 −50 −60 140 and backwards 140 240 90 190, together one change
    const outcome = irr([-100, 50, -10, 200]) as RateSolution;
    expect(outcome.unique).toBe(true);
    expect(outcome).not.toHaveProperty("roots");
    expect(outcome.iterations).toBeLessThan(10);
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

test("a Newton step that ends on the root is the end, though rounding leaves it a hair to one side", () => {
  expect(rate(3, 0, 5463, -44997)).toMatchObject({
    ok: true,
    rate: expect.closeTo(Math.cbrt(44997 / 5463) - 1, 14) as number,
    unique: true,
  });
});

describe("day counts", () => {
  test("a leap year is 366 days of 365", () => {
    const outcome = xirr([-1000, 1100], ["2023-02-28", "2024-02-29"]) as RateSolution;
    expect(outcome.rate).toBeCloseTo(1.1 ** (365 / 366) - 1, 15);
  });
  test.each([
    ["ACT/360", 360],
    [365.25, 365.25],
    ["ACT/365F", 365],
  ] as const)("%s", (dayCount, basis) => {
    const outcome = xirr([-1000, 1100], ["2025-01-01", "2025-07-01"], 0.1, { dayCount }) as RateSolution;
    expect(outcome.rate).toBeCloseTo(1.1 ** (basis / 181) - 1, 14);
  });
});

describe("a handle", () => {
  test("is frozen, says what it holds, and keeps its own copy", () => {
    const flows = [-1000, 1100];
    const handle = prepareCashFlows(flows);
    flows[1] = 5000;
    expect(handle).toEqual({ kind: "regular", count: 2 });
    expect(Object.isFrozen(handle)).toBe(true);
    expect(irr(handle)).toEqual(irr([-1000, 1100]));
    expect(prepareCashFlows([1, 2, 3], D(1, 2, 3))).toEqual({ kind: "dated", count: 3 });
  });
});
