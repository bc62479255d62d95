import fc from "fast-check";
import { describe, test } from "vitest";

import { fromDayNumber, isDomainError } from "../../src/core/index.ts";
import { fv, irr, nper, pmt, prepareCashFlows, pv, rate, xirr } from "../../src/time-value/index.ts";

/** Amounts of money; subnormal doubles, which have lost digits before they come in, are none. */
const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => (Math.abs(x) < 1e-200 ? 0 : x));
const someRate = fc.double({ min: -0.5, max: 1, noNaN: true });
const periods = fc.double({ min: 0.5, max: 60, noNaN: true });
const when = fc.constantFrom(0, 1);
const flow = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: -100000, max: 100000 }) }, fc.constant(0));
const flows = fc.array(flow, { minLength: 2, maxLength: 20 });
const dated = fc.array(fc.tuple(flow, fc.integer({ min: 10000, max: 14000 })), { minLength: 2, maxLength: 20 });

const close = (a: number, b: number, scale: number, part = 1e-9): boolean => Math.abs(a - b) <= part * scale;
const rootsOf = (outcome: ReturnType<typeof xirr>): readonly number[] =>
  outcome.ok ? (outcome.roots ?? [outcome.rate]) : [];
const sameRates = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((root, i) => close(root, b[i] ?? NaN, 1 + Math.abs(root), 1e-6));

/** A rate well apart from other roots; a pair that nearly meets moves by the square root of rounding. */
const wellApart = (roots: readonly number[]): boolean =>
  roots.every((root, i) => i === 0 || (root - (roots[i - 1] ?? 0)) / (1 + root) > 1e-3);

describe("closed forms", () => {
  test("pv and fv invert each other", () => {
    fc.assert(
      fc.property(someRate, periods, amount, amount, when, (r, n, p, start, w) => {
        const end = fv(r, n, p, start, w);
        const growth = (1 + r) ** n;
        return close(pv(r, n, p, end, w), start, Math.abs(start) + Math.abs(p * n) * (1 + 1 / growth));
      }),
    );
  });

  test("the payment brings the final amount about", () => {
    fc.assert(
      fc.property(someRate, periods, amount, amount, when, (r, n, start, end, w) => {
        const p = pmt(r, n, start, end, w);
        const growth = (1 + r) ** n;
        return close(
          fv(r, n, p, start, w),
          end,
          (Math.abs(start) + Math.abs(p) * n) * (1 + growth) + Math.abs(end) + 1e-290,
        );
      }),
    );
  });

  test("nper finds the term a payment was made for", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.1, noNaN: true }), periods, when, (r, n, w) => {
        return close(nper(r, pmt(r, n, 1000, 0, w), 1000, 0, w), n, n * (1 + r) ** n);
      }),
    );
  });

  test("a closed form answers with a finite number or a typed refusal", () => {
    const any = fc.double();
    fc.assert(
      fc.property(any, any, any, any, fc.oneof(when, any), (a, b, c, d, w) =>
        [pv, fv, pmt, (r: number, n: number, p: number, s: number, t: number) => nper(r, n, p, s, t)].every((f) => {
          try {
            return Number.isFinite(f(a, b, c, d, w));
          } catch (e) {
            return isDomainError(e);
          }
        }),
      ),
    );
  });
});

describe("rates", () => {
  test("the flows are worth nothing at their rate, in their own scale", () => {
    fc.assert(
      fc.property(flows, (list) =>
        rootsOf(irr(list)).every((root) => {
          // taken at the end of time for rates below 0, where powers would overflow
          const base = root < 0 ? 1 + root : 1 / (1 + root);
          const terms = list.map((f, i) => f * base ** (root < 0 ? list.length - 1 - i : i));
          const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
          const total = terms.reduce((sum, term) => sum + term, 0);
          // near -1 the next double is a visible step of 1 + rate
          return close(total, 0, size, 1e-12 + (list.length * 2 ** -52) / (1 + root));
        }),
      ),
    );
  });

  test("scaling the flows, or turning them round, changes no rate", () => {
    fc.assert(
      fc.property(flows, fc.constantFrom(-1, 1024, 0.5, -8), (list, factor) => {
        const before = rootsOf(irr(list));
        const after = rootsOf(irr(list.map((f) => f * factor)));
        return !wellApart(before) || sameRates(before, after);
      }),
    );
  });

  test("shifting the flows in time changes no rate", () => {
    fc.assert(
      fc.property(flows, fc.integer({ min: 1, max: 5 }), (list, blanks) => {
        const before = irr(list);
        const after = irr([...new Array<number>(blanks).fill(0), ...list]);
        return sameRates(rootsOf(before), rootsOf(after));
      }),
    );
  });

  test("the order in which dated flows are given is of no account", () => {
    fc.assert(
      fc.property(dated, (rows) => {
        const solve = (list: typeof rows) =>
          rootsOf(
            xirr(
              list.map(([f]) => f),
              list.map(([, day]) => fromDayNumber(day)),
            ),
          );
        const before = solve(rows);
        return !wellApart(before) || sameRates(before, solve([...rows].reverse()));
      }),
    );
  });

  test("flows a year of 365 days apart have the rate of regular flows", () => {
    fc.assert(
      fc.property(flows, (list) => {
        const yearly = xirr(
          list,
          list.map((_, i) => fromDayNumber(10000 + 365 * i)),
        );
        const regular = irr(list);
        return !wellApart(rootsOf(regular)) || sameRates(rootsOf(yearly), rootsOf(regular));
      }),
    );
  });

  test("a handle gives exactly what the raw flows give", () => {
    fc.assert(
      fc.property(dated, (rows) => {
        const list = rows.map(([f]) => f);
        const dates = rows.map(([, day]) => fromDayNumber(day));
        return (
          JSON.stringify(xirr(prepareCashFlows(list, dates))) === JSON.stringify(xirr(list, dates)) &&
          JSON.stringify(irr(prepareCashFlows(list))) === JSON.stringify(irr(list))
        );
      }),
    );
  });

  test("the rate of an annuity is the rate of its flows", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), flow, flow, flow, when, (n, p, start, end, w) => {
        const list = Array.from({ length: n + 1 }, (_, i) => {
          const paid = w === 0 ? i > 0 : i < n;
          return (i === 0 ? start : 0) + (i === n ? end : 0) + (paid ? p : 0);
        });
        const annuity = rootsOf(rate(n, p, start, end, w));
        return !wellApart(annuity) || sameRates(annuity, rootsOf(irr(list)));
      }),
    );
  });

  test("every crossing of a fine grid is a root that was found", () => {
    fc.assert(
      fc.property(flows, (list) => {
        const roots = rootsOf(irr(list));
        const at = (x: number) =>
          list.reduce((sum, f, i) => sum + f * Math.exp(-x * (x < 0 ? i - list.length + 1 : i)), 0);
        let before = at(-3);
        for (let k = 1; k <= 600; k++) {
          const x = -3 + k / 100;
          const now = at(x);
          const crossed = before > 0 !== now > 0 && before !== 0 && now !== 0;
          if (crossed) {
            const [low, high] = [Math.expm1(x - 0.0101), Math.expm1(x + 0.0001)];
            if (!roots.some((root) => root >= low && root <= high)) return false;
          }
          before = now;
        }
        return true;
      }),
    );
  });

  test("a guess picks among the roots and finds none of its own", () => {
    fc.assert(
      fc.property(flows, fc.double({ min: -0.9, max: 10, noNaN: true }), (list, guess) => {
        const plain = irr(list);
        const guided = irr(list, guess);
        if (!plain.ok || !guided.ok) return plain.ok === guided.ok;
        const distance = (root: number) => Math.abs(Math.log1p(root) - Math.log1p(guess));
        return rootsOf(plain).every((root) => distance(guided.rate) <= distance(root));
      }),
    );
  });

  test("a refusal is typed, whatever comes in", () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.array(fc.oneof(fc.string(), fc.constant("2024-01-01"))), (list, dates) => {
        const outcomes = [irr(list), xirr(list, dates)];
        return outcomes.every((one) => (one.ok ? Number.isFinite(one.rate) && one.rate > -1 : one.reason.length > 0));
      }),
    );
  });
});
