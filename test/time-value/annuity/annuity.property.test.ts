import fc from "fast-check";
import { describe, test } from "vitest";

import { isDomainError } from "../../../src/core/index.ts";
import { fv, nper, pmt, pv } from "../../../src/time-value/index.ts";
import { near, normalAmount, periods, someRate, when } from "../arbitraries.ts";

describe("closed forms", () => {
  test("pv and fv invert each other", () => {
    fc.assert(
      fc.property(someRate, periods, normalAmount, normalAmount, when, (r, n, p, start, w) => {
        const end = fv(r, n, p, start, w);
        const growth = (1 + r) ** n;
        return near(pv(r, n, p, end, w), start, Math.abs(start) + Math.abs(p * n) * (1 + 1 / growth));
      }),
    );
  });

  test("the payment brings the final amount about", () => {
    fc.assert(
      fc.property(someRate, periods, normalAmount, normalAmount, when, (r, n, start, end, w) => {
        const p = pmt(r, n, start, end, w);
        const growth = (1 + r) ** n;
        return near(
          fv(r, n, p, start, w),
          end,
          (Math.abs(start) + Math.abs(p) * n) * (1 + growth) + Math.abs(end) + 1e-290,
        );
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
