import fc from "fast-check";
import { test } from "vitest";

import { fromDayNumber, isDomainError } from "../../src/core/index.ts";
import {
  annualizedReturn,
  cumipmt,
  cumprinc,
  duration,
  effectiveRate,
  fvSchedule,
  growingAnnuity,
  ipmt,
  maxDrawdown,
  mirr,
  modifiedDuration,
  nominalRate,
  npv,
  npv0,
  pduration,
  ppmt,
  realRate,
  rri,
  timeWeightedReturn,
  volatility,
  xnpv,
} from "../../src/time-value/index.ts";
import { when } from "./arbitraries.ts";

test("every function answers with a finite number or a typed refusal, whatever comes in", () => {
  const any = fc.double();
  const lists = fc.array(any, { maxLength: 6 });
  fc.assert(
    fc.property(any, any, any, any, any, fc.oneof(when, any), lists, (a, b, c, d, e, w, list) =>
      [
        () => ipmt(a, b, c, d, e, w),
        () => ppmt(a, b, c, d, e, w),
        () => cumipmt(a, b, c, d, e, w),
        () => cumprinc(a, b, c, d, e, w),
        () => npv(a, list),
        () => npv0(a, list),
        () => mirr(list, a, b),
        () =>
          xnpv(
            a,
            list,
            list.map((_, i) => fromDayNumber(10000 + 3000 * i)),
          ),
        () => effectiveRate(a, b),
        () => nominalRate(a, b),
        () => fvSchedule(a, list),
        () => rri(a, b, c),
        () => pduration(a, b, c),
        () => duration(a, list),
        () => modifiedDuration(a, list),
        () => growingAnnuity(a, b, c, d, w),
        () => annualizedReturn(a, b),
        () => realRate(a, b),
        () => volatility(list, a),
        () => maxDrawdown(list).drawdown,
        () => timeWeightedReturn(list.map((value) => ({ value, flow: a }))),
      ].every((call) => {
        try {
          return Number.isFinite(call());
        } catch (error) {
          return isDomainError(error);
        }
      }),
    ),
  );
});
