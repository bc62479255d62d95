import { describe, expect, test } from "vitest";

import { fromDayNumber } from "../../../src/core/index.ts";
import { irr, npv, npv0, prepareCashFlows, xirr, xnpv, type RateSolution } from "../../../src/time-value/index.ts";
import { rootsOf } from "../arbitraries.ts";

const none = { ok: false, reason: "no-root" };
const quarters = ["2025-03-01", "2025-06-01", "2025-09-01", "2025-12-01", "2026-03-01"];
const years = ["2025-03-01", "2026-03-01", "2027-03-01"];

/** The rate by `irr`, by `xirr` over years of 365 days, and by their handles. */
function byAll(flows: readonly number[]) {
  const dates = years.slice(0, flows.length);
  return [irr(flows), irr(prepareCashFlows(flows)), xirr(flows, dates), xirr(prepareCashFlows(flows, dates))];
}

const about = (rate: number): unknown => expect.closeTo(rate, 10 - Math.max(0, Math.floor(Math.log10(Math.abs(rate)))));

describe("flows of 1e300 beside 1e-300", () => {
  test("their rate is found where a double holds it", () => {
    // 1e-300 grows to 1e300 in two periods: (1 + rate)² = 1e600
    for (const outcome of byAll([-1e-300, 0, 1e300])) {
      expect(outcome).toMatchObject({ ok: true, unique: true, rate: about(1e300) });
    }
    // the last flow is worth nothing beside the others: all is paid back after one period
    for (const outcome of byAll([-1e300, 1e300, 1e-300])) {
      expect(outcome).toMatchObject({ ok: true, unique: true, rate: about(0) });
    }
    for (const outcome of byAll([-1e300, 4e300, -1e-300])) {
      expect(outcome).toMatchObject({ ok: true, unique: true, rate: about(3) });
    }
  });

  test("and refused where it is beyond doubles", () => {
    for (const outcome of byAll([-1e-300, 1e300])) expect(outcome).toEqual(none);
    for (const outcome of byAll([-1e300, 1e-300])) expect(outcome).toEqual(none);
    // 1e-300 is not paid back by 1e-300 of it, nor by 1e300 that has to be paid again
    for (const outcome of byAll([1e300, -1e-300, 1e300])) expect(outcome).toEqual(none);
  });

  test("two rates are two: with v = 1/(1 + rate), 1e-200 − v + 1e150·v² is 0 near 1e-200 and near 1e-150", () => {
    const roots = [about(1e150), about(1e200)];
    for (const outcome of byAll([-1e-200, 1, -1e150])) expect(outcome).toMatchObject({ unique: false, roots });
    expect(irr([-1e-200, 1, -1e150], 1e10)).toMatchObject({ rate: about(1e150) });
    expect(irr([-1e-200, 1, -1e150], 1e250)).toMatchObject({ rate: about(1e200) });
    expect(xirr([-1e-200, 1, -1e150], years, 1e250)).toMatchObject({ rate: about(1e200) });
  });

  test("running totals beyond doubles prove nothing", () => {
    // with v = 1/(1 + rate), 1 + v − v² − v³ is 0 at v = 1 only; −1 is worth 1e308 at a rate of 1e308
    const flows = [-1, 1e308, 1e308, -1e308, -1e308];
    const dates = flows.map((_, i) => fromDayNumber(365 * i));
    for (const outcome of [irr(flows), xirr(flows, dates)]) {
      expect(outcome).toMatchObject({ unique: false, rate: expect.closeTo(0, 12) as number });
      expect(rootsOf(outcome).map((root) => root / 1e308)).toEqual([expect.closeTo(0, 9), expect.closeTo(1, 9)]);
    }
  });

  test("a stray flow of 1e-160 takes no digit from the rate of the others", () => {
    for (const flows of [
      [-1000, 300, 420, 680],
      [-1000, 300, 420, 180],
      [-100, 230, -132],
    ]) {
      for (const [strayed, plain] of [
        [irr([...flows, 1e-160]), irr(flows)],
        [irr([0, 1e-160, ...flows]), irr(flows)],
        [xirr([...flows, 1e-160], quarters.slice(0, flows.length + 1)), xirr(flows, quarters.slice(0, flows.length))],
      ] as const) {
        const roots = rootsOf(plain);
        expect(roots.length).toBeGreaterThan(0);
        // the stray flow may have a rate of its own, far from these
        const others = rootsOf(strayed).filter((root) => root > -0.999 && root < 1e9);
        expect(others).toHaveLength(roots.length);
        for (const [i, root] of others.entries()) expect(root).toBeCloseTo(roots[i] ?? NaN, 13);
      }
    }
  });

  test("one change of sign needs no search however far apart the flows are", () => {
    const flows = [-1000, 300, 420, 680, 1e-160];
    for (const outcome of [irr(flows), xirr(flows, quarters)]) {
      expect((outcome as RateSolution).iterations).toBeGreaterThan(0);
      expect((outcome as RateSolution).iterations).toBeLessThan(10);
    }
  });

  test("amounts that are short of digits themselves do not blur the rate", () => {
    // ten payments of 12345 · 2^-1074, tripled a period: 12345 · 2^-1074 · (1 + 1/3 + … + 3^-9) · 3^620 at the end
    const paid = 12345 * 2 ** -1074;
    const received = paid * 3 ** 310 * ((3 ** 10 - 1) / (2 * 3 ** 9)) * 3 ** 310;
    const flows = [...new Array<number>(10).fill(-paid), ...new Array<number>(610).fill(0), received];
    const dates = flows.map((_, i) => fromDayNumber(365 * i));
    const turned = flows.map((flow) => -flow);
    for (const outcome of [irr(flows), irr(turned), xirr(flows, dates), xirr(turned, dates)]) {
      expect(outcome).toMatchObject({ ok: true, unique: true, rate: expect.closeTo(2, 11) as number });
    }
  });

  test("a factor that is short of digits does not blur the rate", () => {
    // 1e-160 grows to 1e160 in 730 days; today's value of the latter takes a factor of 1e-320
    const outcome = xirr([-1e-160, 1e160], ["2025-03-01", "2027-03-01"]) as RateSolution;
    expect(outcome.rate / 1e160).toBeCloseTo(1, 11);
    expect((irr([-1e-160, 0, 1e160]) as RateSolution).rate / 1e160).toBeCloseTo(1, 11);
  });

  test("dates in any order, flows of one day together", () => {
    const [first = "", second = "", third = ""] = years;
    expect(xirr([1e300, -5e-301, -5e-301, 7, -7], [third, first, first, second, second])).toMatchObject({
      rate: about(1e300),
    });
    expect(xirr([-1e-300, 1e308, 1e308], [first, third, third])).toEqual({ ok: false, reason: "not-finite" });
  });

  test("amounts of one size are brought to one scale, however large or small", () => {
    for (const size of [1e300, 1e-300, 1e160, 1e-160]) {
      for (const outcome of byAll([-1000 * size, 300 * size, 1000 * size])) {
        expect(outcome).toMatchObject({ rate: expect.closeTo((Math.sqrt(409) + 3) / 20 - 1, 14) as number });
      }
    }
  });
});

describe("values", () => {
  test("at equal intervals", () => {
    expect(npv0(1e300, [1, 1e300])).toBe(2);
    expect(npv0(0, [1e300, 1e-300, -1e300])).toBe(1e-300);
    expect(npv0(1e200, [0, 0, 1e300])).toBeCloseTo(1e-100, 110);
    expect(npv(1e200, [0, 1e300])).toBeCloseTo(1e-100, 110);
  });

  test("on dates, where the factor alone is beyond doubles", () => {
    expect(xnpv(1e200, [0, 0, 1e300], years) / 1e-100).toBeCloseTo(1, 10);
    // sixty years of 365 days at 1 + rate = 2^-20: a factor of 2^1200
    const far = ["2000-01-01", "2059-12-17"];
    expect(xnpv(2 ** -20 - 1, [0, 1e-300], far) / (1e-300 * 2 ** 600 * 2 ** 600)).toBeCloseTo(1, 10);
    expect(xnpv(2 ** -20 - 1, [1, 0], far)).toBe(1);
  });
});
