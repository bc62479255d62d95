import fc from "fast-check";
import { describe, test } from "vitest";

import { fromDayNumber, isDomainError } from "../../src/core/index.ts";
import {
  annualizedReturn,
  cumipmt,
  cumprinc,
  duration,
  effectiveRate,
  fv,
  fvSchedule,
  growingAnnuity,
  ipmt,
  irr,
  maxDrawdown,
  mirr,
  modifiedDietz,
  modifiedDuration,
  moneyWeightedReturn,
  nominalRate,
  npv,
  npv0,
  pduration,
  periodReturns,
  pmt,
  ppmt,
  pv,
  realRate,
  rri,
  timeWeightedReturn,
  volatility,
  xirr,
  xnpv,
} from "../../src/time-value/index.ts";

const amount = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const positive = fc.double({ min: 1e-3, max: 1e9, noNaN: true });
const someRate = fc.double({ min: -0.5, max: 1, noNaN: true });
const gain = fc.double({ min: 1e-6, max: 2, noNaN: true });
const when = fc.constantFrom(0, 1);
const flow = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -100000, max: 100000 }) },
  fc.constant(0),
  fc.double({ min: -1, max: 1, noNaN: true }),
);
const flows = fc.array(flow, { minLength: 2, maxLength: 20 });
/** A loan's length and a period of it. */
const period = fc.integer({ min: 1, max: 480 }).chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 1, max: n })));

const close = (a: number, b: number, scale: number, part = 1e-12): boolean => Math.abs(a - b) <= part * scale + 1e-300;
const sizeOf = (rate: number, list: readonly number[]): number =>
  npv0(
    rate,
    list.map((one) => Math.abs(one)),
  );

describe("a level payment", () => {
  test("is its interest and its principal", () => {
    fc.assert(
      fc.property(someRate, period, amount, amount, when, (rate, [n, per], start, end, w) => {
        const payment = pmt(rate, n, start, end, w);
        const interest = ipmt(rate, per, n, start, end, w);
        const principal = ppmt(rate, per, n, start, end, w);
        // interest of either amount alone, because those of both may cancel
        const size = Math.abs(ipmt(rate, per, n, start, 0, w)) + Math.abs(ipmt(rate, per, n, 0, end, w));
        return close(
          interest + principal,
          payment,
          Math.abs(interest) + Math.abs(principal) + Math.abs(payment) + size,
        );
      }),
    );
  });

  test("adds up to the cumulative interest and principal", () => {
    fc.assert(
      fc.property(someRate, period, positive, when, (rate, [n, last], start, w) => {
        const first = Math.max(1, last - 25);
        let interest = 0;
        let principal = 0;
        for (let per = first; per <= last; per++) {
          interest += ipmt(rate, per, n, start, 0, w);
          principal += ppmt(rate, per, n, start, 0, w);
        }
        return (
          close(cumipmt(rate, n, start, first, last, w), interest, Math.abs(interest)) &&
          close(cumprinc(rate, n, start, first, last, w), principal, Math.abs(principal))
        );
      }),
    );
  });

  test("repays the whole loan over its term", () => {
    fc.assert(
      fc.property(someRate, fc.integer({ min: 1, max: 10000 }), positive, when, (rate, n, start, w) =>
        close(cumprinc(rate, n, start, 1, n, w), -start, start),
      ),
    );
  });

  test("splits a range of periods anywhere", () => {
    fc.assert(
      fc.property(someRate, period, positive, when, (rate, [n, cut], start, w) => {
        if (cut === n) return true;
        const whole = cumipmt(rate, n, start, 1, n, w);
        const parts = cumipmt(rate, n, start, 1, cut, w) + cumipmt(rate, n, start, cut + 1, n, w);
        return close(whole, parts, Math.abs(whole));
      }),
    );
  });
});

describe("present values", () => {
  test("the value at the internal rate is nothing, in the scale of the flows", () => {
    fc.assert(
      fc.property(flows, (list) => {
        const outcome = irr(list);
        if (!outcome.ok) return true;
        return (outcome.roots ?? [outcome.rate]).every((root) => {
          // at rates near -1 neighbouring doubles are worlds apart
          if (root < -0.9) return true;
          const size = sizeOf(root, list);
          return close(npv0(root, list), 0, size, 1e-12 + (list.length * 2 ** -52) / (1 + root));
        });
      }),
    );
  });

  test("the value of dated flows at their rate is nothing", () => {
    const dated = fc.array(fc.tuple(flow, fc.integer({ min: 0, max: 4000 })), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(dated, (rows) => {
        const list = rows.map(([one]) => one);
        const dates = rows.map(([, day]) => fromDayNumber(15000 + day));
        const outcome = xirr(list, dates);
        if (!outcome.ok || outcome.rate < -0.9 || outcome.rate > 1e6) return true;
        const sizes = list.map((one) => Math.abs(one));
        return close(xnpv(outcome.rate, list, dates), 0, xnpv(outcome.rate, sizes, dates), 1e-11);
      }),
    );
  });

  test("one blank period before the flows is one discount", () => {
    fc.assert(
      fc.property(someRate, flows, (rate, list) => {
        const later = npv0(rate, [0, ...list]);
        return (
          close(later * (1 + rate), npv0(rate, list), sizeOf(rate, list)) &&
          close(later, npv(rate, list), sizeOf(rate, list))
        );
      }),
    );
  });

  test("values scale and add with the flows", () => {
    fc.assert(
      fc.property(someRate, flows, fc.constantFrom(-1, 2, 0.25, 1024), (rate, list, factor) => {
        const scaled = npv(
          rate,
          list.map((one) => one * factor),
        );
        // a power of two changes no digit
        return Object.is(scaled + 0, npv(rate, list) * factor + 0);
      }),
    );
  });

  test("level flows are worth what pv says", () => {
    fc.assert(
      fc.property(someRate, fc.integer({ min: 1, max: 60 }), amount, (rate, n, level) => {
        const value = npv(rate, new Array<number>(n).fill(level));
        return close(-value, pv(rate, n, level), Math.abs(value));
      }),
    );
  });

  test("a growing annuity without growth is pv, and with growth is its flows", () => {
    fc.assert(
      fc.property(someRate, fc.integer({ min: 0, max: 60 }), amount, someRate, when, (rate, n, first, growth, w) => {
        const level = growingAnnuity(rate, n, first, 0, w);
        const list = Array.from({ length: n }, (_, k) => first * (1 + growth) ** k);
        const value = w === 0 ? npv(rate, list) : npv0(rate, list);
        return (
          close(level, pv(rate, n, first, 0, w), Math.abs(level)) &&
          close(-growingAnnuity(rate, n, first, growth, w), value, Math.abs(value))
        );
      }),
    );
  });

  test("a year of 365 days is a period", () => {
    fc.assert(
      fc.property(someRate, flows, (rate, list) => {
        const dates = list.map((_, i) => fromDayNumber(10000 + 365 * i));
        return close(xnpv(rate, list, dates), npv0(rate, list), sizeOf(rate, list));
      }),
    );
  });

  test("modified duration is the slope of the value", () => {
    const coupons = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(fc.double({ min: -0.2, max: 0.5, noNaN: true }), coupons, (rate, list) => {
        const step = 1e-5;
        const slope = (npv(rate + step, list) - npv(rate - step, list)) / (2 * step);
        const mean = duration(rate, list);
        return (
          mean >= 1 - 1e-12 &&
          mean <= list.length * (1 + 1e-12) &&
          close(-slope / npv(rate, list), modifiedDuration(rate, list), mean, 1e-4)
        );
      }),
    );
  });
});

describe("rates", () => {
  test("effective and nominal rates invert each other", () => {
    fc.assert(
      fc.property(gain, fc.integer({ min: 1, max: 8760 }), (rate, n) =>
        close(effectiveRate(nominalRate(rate, n), n), rate, rate),
      ),
    );
  });

  test("compounding more often never yields less", () => {
    fc.assert(
      fc.property(gain, fc.integer({ min: 1, max: 1000 }), (rate, n) =>
        close(Math.min(0, effectiveRate(rate, n + 1) - effectiveRate(rate, n)), 0, rate),
      ),
    );
  });

  test("rri, pduration and fv are three views of one growth", () => {
    fc.assert(
      fc.property(gain, fc.double({ min: 0.5, max: 100, noNaN: true }), positive, (rate, n, start) => {
        const end = -fv(rate, n, 0, start);
        // one unit in the last place of `end` is this much of the growth
        const blur = 1 + 1 / (n * Math.log1p(rate));
        return (
          close(rri(n, start, end), rate, rate * blur * (1 + n * rate)) &&
          close(pduration(rate, start, end), n, n * blur)
        );
      }),
    );
  });

  test("a schedule of one rate is fv", () => {
    fc.assert(
      fc.property(someRate, fc.integer({ min: 0, max: 60 }), positive, (rate, n, start) => {
        const end = fvSchedule(start, new Array<number>(n).fill(rate));
        return close(end, -fv(rate, n, 0, start), end);
      }),
    );
  });

  test("mirr at the internal rate for both rates is the internal rate", () => {
    fc.assert(
      fc.property(flows, (list) => {
        const outcome = irr(list);
        if (!outcome.ok || Math.abs(outcome.rate) > 0.9) return true;
        return close(mirr(list, outcome.rate, outcome.rate), outcome.rate, 1, 1e-9);
      }),
    );
  });

  test("what inflation takes, inflation gives back", () => {
    fc.assert(
      fc.property(someRate, someRate, (nominal, inflation) =>
        close((1 + realRate(nominal, inflation)) * (1 + inflation), 1 + nominal, 1 + Math.abs(nominal)),
      ),
    );
  });
});

describe("returns of portfolios", () => {
  const growths = fc.array(fc.double({ min: -0.5, max: 0.5, noNaN: true }), { minLength: 1, maxLength: 12 });
  const worth = fc.double({ min: 1, max: 1000, noNaN: true });
  const paidIn = fc.double({ min: 0, max: 1e6, noNaN: true });

  test("the time-weighted return is blind to money paid in", () => {
    fc.assert(
      fc.property(growths, fc.array(paidIn, { minLength: 12, maxLength: 12 }), (list, deposits) => {
        let value = 1000;
        const rows = [{ value, flow: deposits[0] ?? 0 }];
        for (const [i, growth] of list.entries()) {
          value = (value + (rows[i]?.flow ?? 0)) * (1 + growth);
          rows.push({ value, flow: deposits[i + 1] ?? 0 });
        }
        return close(1 + timeWeightedReturn(rows), fvSchedule(1, list), fvSchedule(1, list));
      }),
    );
  });

  test("without flows every return of a span says the same", () => {
    fc.assert(
      fc.property(worth, worth, fc.integer({ min: 1, max: 4000 }), (start, end, days) => {
        // a yearly figure beyond doubles, or so near to -1 that they tell nothing apart, is no subject here
        const yearlyLog = Math.log(end / start) * (365 / days);
        if (yearlyLog > 700 || yearlyLog < -10) return true;
        const [from, to] = [fromDayNumber(10000), fromDayNumber(10000 + days)];
        const span = { from, to, startValue: start, endValue: end, flows: [] };
        const total = timeWeightedReturn([{ value: start }, { value: end }]);
        const yearly = annualizedReturn(total, days / 365);
        return (
          close(modifiedDietz(span), total, 1 + Math.abs(total)) &&
          close(moneyWeightedReturn(span), yearly, 1 + yearly, 1e-9)
        );
      }),
    );
  });

  test("a drawdown is the worst of all pairs of earlier and later values", () => {
    const values = fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, (list) => {
        let worst = 0;
        for (const [i, early] of list.entries()) {
          for (const later of list.slice(i + 1)) worst = Math.min(worst, (later - early) / early);
        }
        const found = maxDrawdown(list);
        const { peakIndex, troughIndex, recoveryIndex } = found;
        if (peakIndex === null || troughIndex === null) return found.drawdown === 0 && worst === 0;
        const [peak, trough] = [list[peakIndex] ?? NaN, list[troughIndex] ?? NaN];
        const recovered = recoveryIndex === null || (recoveryIndex > troughIndex && (list[recoveryIndex] ?? 0) >= peak);
        return close(found.drawdown, worst, 1) && found.drawdown === (trough - peak) / peak && recovered;
      }),
    );
  });

  test("volatility is blind to the level of the returns and grows with their spread", () => {
    const returns = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 50 });
    fc.assert(
      fc.property(returns, fc.integer({ min: -1000, max: 1000 }), (list, shift) => {
        const plain = volatility(list, 12);
        const shifted = volatility(
          list.map((one) => one + shift),
          12,
        );
        const doubled = volatility(
          list.map((one) => 2 * one),
          12,
        );
        return close(shifted, plain, plain) && close(doubled, 2 * plain, plain);
      }),
    );
  });

  test("returns rebuild the values they come from", () => {
    const values = fc.array(worth, { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(values, (list) => {
        const [first, last] = [list[0] ?? 0, list.at(-1) ?? 0];
        const logs = periodReturns(list, "log").reduce((sum, one) => sum + one, 0);
        return (
          close(fvSchedule(first, periodReturns(list)), last, last, 1e-9) &&
          close(first * Math.exp(logs), last, last, 1e-9)
        );
      }),
    );
  });
});

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
