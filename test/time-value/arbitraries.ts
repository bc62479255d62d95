import fc from "fast-check";

import { npv0, type xirr } from "../../src/time-value/index.ts";

export const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true });
export const positive = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
export const someRate = fc.double({ min: -0.5, max: 1, noNaN: true });
export const gain = fc.double({ min: 1e-6, max: 2, noNaN: true });
export const when = fc.constantFrom(0, 1);

export const flow = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -100000, max: 100000 }) },
  fc.constant(0),
  fc.double({ min: -1, max: 1, noNaN: true }),
);

export const flows = fc.array(flow, { minLength: 2, maxLength: 20 });

/** A loan's length and a period of it. */
export const period = fc
  .integer({ min: 1, max: 480 })
  .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 1, max: n })));

export const close = (a: number, b: number, scale: number, part = 1e-12): boolean =>
  Math.abs(a - b) <= part * scale + 1e-300;

export const sizeOf = (rate: number, list: readonly number[]): number =>
  npv0(
    rate,
    list.map((one) => Math.abs(one)),
  );

/** Amounts of money; subnormal doubles, which have lost digits before they come in, are none. */
export const normalAmount = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => (Math.abs(x) < 1e-200 ? 0 : x));

export const periods = fc.double({ min: 0.5, max: 60, noNaN: true });
export const wholeFlow = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -100000, max: 100000 }) }, fc.constant(0));
export const wholeFlows = fc.array(wholeFlow, { minLength: 2, maxLength: 20 });

export const dated = fc.array(fc.tuple(wholeFlow, fc.integer({ min: 10000, max: 14000 })), {
  minLength: 2,
  maxLength: 20,
});

export const near = (a: number, b: number, scale: number, part = 1e-9): boolean => Math.abs(a - b) <= part * scale;

export const rootsOf = (outcome: ReturnType<typeof xirr>): readonly number[] =>
  outcome.ok ? (outcome.roots ?? [outcome.rate]) : [];

export const sameRates = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((root, i) => near(root, b[i] ?? NaN, 1 + Math.abs(root), 1e-6));

/** A rate well apart from other roots; a pair that nearly meets moves by the square root of rounding. */
export const wellApart = (roots: readonly number[]): boolean =>
  roots.every((root, i) => i === 0 || (root - (roots[i - 1] ?? 0)) / (1 + root) > 1e-3);
