import { describe, expect, test } from "vitest";

import { fromDayNumber } from "../../../src/core/index.ts";
import { irr, prepareCashFlows, xirr, type RateSolution } from "../../../src/time-value/index.ts";
import xirrCases from "../../golden/tvm/xirr.json";
import { AT_CUTS, investmentsOf, LONG, NEAR_ZERO, PAIRS, REPEATED, withRoots } from "../draws.ts";
import { rootsOf } from "../arbitraries.ts";
import { expectRoots, titled } from "../golden.ts";
import { excess, numbers } from "../reference.ts";

const NO = (reason: string) => ({ ok: false, reason });
const D = (...days: number[]) => days.map((day) => `2024-01-${String(day).padStart(2, "0")}`);

describe("xirr meets the published cases", () => {
  test.each(titled(xirrCases))("%s", (_title, one) => {
    const basis = one.args["basis"] as number | undefined;
    const outcome = xirr(
      one.args["flows"] as number[],
      one.args["dates"] as string[],
      one.args["guess"] as number | undefined,
      basis === undefined ? {} : { dayCount: basis },
    );
    expectRoots(outcome, one);
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
    ["an inflow and silence", [1000, 0], D(1, 20), "no-sign-change"],
    ["a loss beyond doubles: e-37 a year", [-1e17, 1], ["2024-01-01", "2024-12-31"], "no-root"],
    ["two inflows beyond doubles on one day", [-1e-300, 1e308, 1e308], D(1, 2, 2), "not-finite"],
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
    expect(xirr([1, 1, 1], dates, 0.1, { excelStrict: true })).toEqual(NO("length-mismatch"));
    // on the first day again, though out of order
    expect(xirr([-1000, 600, 600], D(1, 20, 1), 0.1, { excelStrict: true })).toMatchObject({ ok: true });
    // later than the first, though out of order, is no business of Excel's rule
    expect(xirr([-1000, 600, 600], D(1, 20, 10), 0.1, { excelStrict: true })).toMatchObject({ ok: true });
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

describe("flows of one day", () => {
  test("a first day that cancels is as if it had not been", () => {
    const rest = [-1000, 300, 900];
    const dates = ["2024-03-01", "2024-08-01", "2025-03-01"];
    for (const [flows, days] of [
      [
        [5, -5],
        ["1980-01-01", "1980-01-01"],
      ],
      [
        [7, -4, -3],
        ["1980-01-01", "1980-01-01", "1980-01-01"],
      ],
      [
        [5, 6, -6, -5],
        ["1980-01-01", "1981-01-01", "1981-01-01", "1980-01-01"],
      ],
    ] as const) {
      expect(xirr([...flows, ...rest], [...days, ...dates])).toEqual(xirr(rest, dates));
      expect(xirr([...rest, ...flows], [...dates, ...days])).toEqual(xirr(rest, dates));
    }
  });

  test("a flow on a day that cancelled before it counts alone", () => {
    const dates = ["2024-03-01", "2024-08-01", "2024-08-01", "2024-08-01", "2025-03-01"];
    const netted = xirr([-1000, 300, 900], ["2024-03-01", "2024-08-01", "2025-03-01"]);
    expect(xirr([-1000, 40, -40, 300, 900], dates)).toEqual(netted);
    expect(xirr([-1000, 200, 75, 25, 900], dates)).toEqual(netted);
  });
});

describe("effort", () => {
  test.each(PAIRS.map((flows) => [flows]))("two flows %j are discounted once", (flows) => {
    const outcome = xirr(
      flows,
      flows.map((_, i) => fromDayNumber(365 * i)),
    ) as RateSolution;
    expect(outcome.iterations).toBe(1);
    expect(outcome.rate).toBeCloseTo((irr(flows) as RateSolution).rate, 12);
  });

  test.each(NEAR_ZERO)("flows with a rate near 0 are discounted once: %s", (_, flows) => {
    const dates = flows.map((_, i) => fromDayNumber(10000 + 30 * i));
    expect(xirr(flows, dates)).toMatchObject({ ok: true, unique: true, iterations: 1 });
  });

  test("running totals prove what signs alone do not", () => {
    expect(xirr([-100, 50, -10, 60], D(1, 8, 15, 29))).toEqual({ ok: true, rate: 0, unique: true, iterations: 1 });
  });
});

describe("long lists keep their digits", () => {
  const spans = [
    ["a day", 1],
    ["30 days", 30],
    ["a quarter", 91],
    ["365 days", 365],
  ] as const;
  test.each(spans.flatMap(([every, gap]) => LONG.map(([title, flows]) => [title, every, flows, gap] as const)))(
    "%s, every %s",
    (_title, _every, flows, gap) => {
      const days = flows.map((_, i) => gap * i);
      const outcome = xirr(
        flows,
        days.map((day) => fromDayNumber(day)),
      );
      // a rate of 1e140 in some months is none in a year
      expect(outcome.ok || gap < 91).toBe(true);
      // two roundings of the value, of which the exponential that brings it to one date is one
      for (const root of rootsOf(outcome)) expect(excess(root, flows, days, 365, 2)).toBeLessThanOrEqual(1);
    },
  );
});

/** A flow every 365 days. */
const yearly = (flows: readonly number[]) =>
  xirr(
    flows,
    flows.map((_, i) => fromDayNumber(365 * i)),
  );

test.each(REPEATED)("%s: as many as it is, on dates too", (_, flows, rates, digits) => {
  const roots = rootsOf(yearly(flows));
  expect(roots).toHaveLength(rates.length);
  // one digit less than at equal intervals, where a value has no exponential to round
  for (const [i, root] of roots.entries()) expect(root).toBeCloseTo(rates[i] ?? NaN, digits - 1);
});

test("rates where the search first cuts its range are told apart like any others", () => {
  for (const rates of AT_CUTS) {
    const roots = rootsOf(yearly(withRoots(...rates)));
    expect(roots).toHaveLength(2);
    for (const [i, root] of roots.entries()) expect(root).toBeCloseTo(rates[i] ?? NaN, 12);
  }
});

test("two rates that doubles hold exactly keep the digits that the value at one date has", () => {
  for (const [gap, digits] of [
    [2 ** -12, 11],
    [2 ** -20, 9],
  ] as const) {
    // (u − 1.125)(u − 1.125 − gap), a flow every 365 days
    const flows = [1, -2.25 - gap, 1.125 * (1.125 + gap)];
    const [low = NaN, high = NaN] = rootsOf(yearly(flows));
    expect(low).toBeCloseTo(0.125, digits);
    expect(high).toBeCloseTo(0.125 + gap, digits);
  }
});

test("every rate of xirr is within its condition number, for 200 flows up to decades apart", () => {
  const next = numbers(13);
  const off: unknown[] = [];
  let solved = 0;
  for (let k = 0; k < 200; k++) {
    const flows = investmentsOf(next, 2 + Math.floor(next() ** 2 * 60));
    const span = [40, 400, 4000, 25000][Math.floor(next() * 4)] ?? 400;
    const days = flows.map((_, i) => (span < 4000 ? i * 30 : Math.floor(next() * span)));
    const outcome = xirr(
      flows,
      days.map((day) => fromDayNumber(10000 + day)),
    );
    if (!outcome.ok) continue;
    solved++;
    for (const root of outcome.roots ?? [outcome.rate]) {
      if (!(excess(root, flows, days, 365) <= 1))
        off.push({ root, flows, days, excess: excess(root, flows, days, 365) });
    }
  }
  expect(off).toEqual([]);
  expect(solved).toBeGreaterThan(120);
});
