import { describe, expect, test } from "vitest";

import { isWithin, newton, onlyZero, startFromZero } from "../../src/time-value/newton.ts";

/** A curve with a record of where it was looked at. */
function curve(valueAt: (x: number) => number, slopeAt: (x: number) => number) {
  return {
    value: 0,
    slope: 0,
    evaluations: 0,
    looks: [] as number[],
    evaluate(x: number): void {
      this.evaluations++;
      this.looks.push(x);
      this.value = valueAt(x);
      this.slope = slopeAt(x);
    },
  };
}

/** `sign(x)·|x|^power`, whose Newton steps multiply `x` by `1 − 1/power`. */
const power = (p: number) =>
  curve(
    (x) => Math.sign(x) * Math.abs(x) ** p,
    (x) => p * Math.abs(x) ** (p - 1),
  );

describe("the first guess from the curve at 0", () => {
  test.each([
    ["is Newton's step where the curve is straight", 1, -2, 0, 1 / 2],
    // straight 1/2; bend 1 − 1·1/(2·4) = 7/8
    ["is divided by the bend", 1, -2, 1, 4 / 7],
    // bend 1 + 1·4/(2·4) = 3/2
    ["whichever way the curve bends", 1, -2, -4, 1 / 3],
    ["has the sign of the side of the zero", -1, -2, -1, -4 / 7],
    // bends of 1/2 and 2 are no longer trusted
    ["is straight where the curve bends much", 1, -2, 4, 1 / 2],
    ["is straight where it bends more", 1, -2, 12, 1 / 2],
    ["is straight where it bends as much the other way", 1, -2, -8, 1 / 2],
    ["goes far, but no further than 5", 9.75, -2, 0, 4.875],
    ["is 0 rather than 5", 10, -2, 0, 0],
    ["is 0 rather than -5", -10, -2, 0, 0],
    ["is 0 rather than 6", 12, -2, 0, 0],
    ["is 0 rather than -6", -12, -2, 0, 0],
    ["is 0 where there is no slope", 1, 0, 1, 0],
    ["is 0 where there is nothing", 0, 0, 0, 0],
  ])("%s", (_, value, slope, curvature, start) => {
    expect(startFromZero(value, slope, curvature)).toBeCloseTo(start, 15);
  });
});

describe("Newton's method between two ends", () => {
  test.each([true, false])("takes one step on a straight line (rising: %s)", (rising) => {
    const sign = rising ? 1 : -1;
    const line = curve(
      (x) => sign * (2 * x - 3),
      () => sign * 2,
    );
    expect(newton(line, -10, 10, rising, 0, 1)).toBe(1.5);
    expect(line.looks).toEqual([0, 1.5]);
  });

  test("takes steps that halve, however many", () => {
    const f = power(2);
    expect(Math.abs(newton(f, -10, 10, true, 8, 1))).toBeLessThanOrEqual(2e-5);
    expect(f.looks.slice(0, 8)).toEqual([8, 4, 2, 1, 0.5, 0.25, 0.125, 0.0625]);
  });

  test("halves the bracket where steps do not halve, after the first four", () => {
    const f = power(0.6);
    expect(Math.abs(newton(f, -10, 10, true, 1, 1))).toBeLessThanOrEqual(2e-5);
    const steps = [1, -2 / 3, 4 / 9, -8 / 27, 16 / 81];
    // then the middle of the last two
    expect(f.looks.slice(0, 6)).toEqual([...steps, (16 / 81 - 8 / 27) / 2].map((x) => expect.closeTo(x, 12) as number));
    expect(f.evaluations).toBeLessThan(26);
  });

  test("comes back where a step leaves the bracket", () => {
    const f = curve(
      (x) => Math.atan(x - 1),
      (x) => 1 / (1 + (x - 1) ** 2),
    );
    expect(newton(f, -30, 30, true, 20, 1)).toBeCloseTo(1, 9);
    expect(f.looks.every((x) => x > -30 && x < 30)).toBe(true);
    expect(f.evaluations).toBeLessThan(12);
  });

  test("never looks at an end, nor beyond", () => {
    for (const zero of [0, 10]) {
      const f = curve(
        (x) => x - zero,
        () => 1,
      );
      expect(newton(f, 0, 10, true, 5, 1)).toBeCloseTo(zero, 4);
      expect(f.looks.every((x) => x > 0 && x < 10)).toBe(true);
    }
  });

  test("halves until the step is small where there is no slope to follow", () => {
    const step = () =>
      curve(
        (x) => (x < 1 / 3 ? -1 : 1),
        () => 0,
      );
    const f = step();
    expect(newton(f, -10, 10, true, 0, 1)).toBeCloseTo(1 / 3, 4);
    // 20 / 2^21 is below 1e-5
    expect(f.evaluations).toBeLessThanOrEqual(22);
    const fine = step();
    expect(newton(fine, -10, 10, true, 0, 1e30)).toBeCloseTo(1 / 3, 15);
    expect(fine.evaluations).toBeLessThan(60);
  });

  test.each([-300, 300])("finds the zero from far out at %d, where the curve is level", (start) => {
    const f = curve(
      (x) => (x - 1) * Math.exp(-10 * Math.abs(x)),
      (x) => Math.exp(-10 * Math.abs(x)) * (1 - 10 * Math.sign(x) * (x - 1)),
    );
    expect(newton(f, -700, 700, true, start, 1)).toBeCloseTo(1, 9);
  });

  test("a plateau away from 0 is not level with it", () => {
    const f = curve(
      (x) => Math.tanh(5 * (x - 20)),
      (x) => 5 / Math.cosh(5 * (x - 20)) ** 2,
    );
    expect(newton(f, 0, 100, true, 5, 1)).toBeCloseTo(20, 9);
  });

  test.each([
    [1e-13, 1],
    [1e-14, 1000],
  ])("a slope of %d over a horizon of %d is a slope", (slope, horizon) => {
    const f = curve(
      (x) => slope * (x - 5),
      () => slope,
    );
    expect(newton(f, -10, 10, true, 1, horizon)).toBeCloseTo(5, 12);
  });
});

describe("the only zero", () => {
  const line = (zero: number) =>
    curve(
      (x) => x - zero,
      () => 1,
    );

  test("is found inside the range, not at an end or beyond", () => {
    expect(onlyZero(line(3), -10, 10, true, 0, 1)).toEqual([3]);
    for (const zero of [-1000, -10, 10, 1000]) expect(onlyZero(line(zero), -10, 10, true, 0, 1)).toEqual([]);
  });

  test.each([
    [1.1e-4, 0, 2.3e-4, 1, true],
    [1e-4, 0, 1, 1, false],
    [1e-4, -1, 2e-4, 1, false],
    [1e-6, 0, 1, 1000, true],
    [1 - 1e-6, 0, 1, 1000, true],
  ])(
    "is inside when it is more than 1e-4 / horizon away from an end: %d in %d to %d",
    (x, low, high, horizon, inside) => {
      expect(isWithin(x, low, high, horizon)).toBe(inside);
    },
  );
});
