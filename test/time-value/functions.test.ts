import { describe, expect, test } from "vitest";

import {
  cumipmt,
  cumprinc,
  duration,
  effectiveRate,
  fvSchedule,
  growingAnnuity,
  ipmt,
  mirr,
  modifiedDuration,
  nominalRate,
  npv,
  npv0,
  pduration,
  pmt,
  ppmt,
  rri,
  xirr,
  xnpv,
} from "../../src/time-value/index.ts";
import { refusal } from "../support/refusal.ts";

describe("interest and principal at the edges", () => {
  test("at rate 0 there is no interest and principal is an equal part", () => {
    expect(ipmt(0, 5, 12, 1200)).toBe(0);
    expect(ppmt(0, 5, 12, 1200, -240)).toBe(-(1200 - 240) / 12);
    expect(cumipmt(0, 12, 1200, 1, 12, 0)).toBe(0);
    expect(cumprinc(0, 12, 1200, 4, 6, 0)).toBe((-1200 * 3) / 12);
  });

  test("the first payment at the beginning is principal altogether", () => {
    expect(ipmt(0.1, 1, 10, 1000, 0, 1)).toBe(0);
    expect(ppmt(0.1, 1, 10, 1000, 0, 1)).toBe(pmt(0.1, 10, 1000, 0, 1));
    expect(cumipmt(0.1, 10, 1000, 1, 1, 1)).toBe(0);
    expect(cumprinc(0.1, 10, 1000, 1, 1, 1)).toBe(pmt(0.1, 10, 1000, 0, 1));
  });

  test("an interest-only loan pays interest only", () => {
    // 8192 × 2^-8 = 32: both are exact in binary
    expect(ipmt(2 ** -8, 100, 360, 8192, -8192)).toBeCloseTo(-32, 12);
    expect(ppmt(2 ** -8, 100, 360, 8192, -8192)).toBe(0);
  });

  test("late interest of a long term at a high rate is not lost", () => {
    // 4 periods left at 14.79 %: balance 270.51·(1 − v⁴)/(1 − v³⁰⁰), v = 1/1.1479
    const v = 1 / 1.1479;
    expect(ipmt(0.1479, 297, 300, -270.51)).toBeCloseTo((0.1479 * 270.51 * (1 - v ** 4)) / (1 - v ** 300), 12);
    // 10 periods left of 10,000 at 150 %: what is still owed is nearly the whole loan
    expect(ipmt(1.5, 9991, 10000, 1000)).toBeCloseTo(-1500 * (1 - 0.4 ** 10), 9);
    expect(ppmt(1.5, 9991, 10000, 1000)).toBeCloseTo(-1500 * 0.4 ** 10, 12);
  });

  test("at 1e-300 the limits hold", () => {
    // balance before the 7th of 12 payments is one half
    expect(ipmt(1e-300, 7, 12, 1e300)).toBeCloseTo(-0.5, 15);
    expect(ppmt(1e-300, 7, 12, 1200)).toBe(-100);
    // 12 + 11 + … + 1 twelfths
    expect(cumipmt(1e-300, 12, 1e300, 1, 12, 0)).toBeCloseTo(-78 / 12, 14);
  });

  test("a range without a whole period adds up to nothing", () => {
    expect(cumipmt(0.1, 10, 1000, 2.2, 2.8, 0)).toBe(0);
    expect(cumprinc(0.1, 10, 1000, 2.2, 2.8, 1)).toBe(0);
  });

  test("fractional bounds are taken inwards", () => {
    expect(cumipmt(0.1, 10, 1000, 2.5, 4.5, 0)).toBe(cumipmt(0.1, 10, 1000, 3, 4, 0));
  });
});

describe("present values at the edges", () => {
  test("no flow is worth nothing", () => {
    expect(npv(0.1, [])).toBe(0);
    expect(npv0(0.1, [])).toBe(0);
    expect(xnpv(0.1, [], [])).toBe(0);
  });

  test("flows that cancel leave the rest with its digits", () => {
    // 1e16 + 1 is no double: a plain sum has lost the 1 before the -1e16 comes
    expect(npv0(0, [1e16, 1, -1e16])).toBe(1);
    expect(npv(0, [1e16, 1, -1e16])).toBe(1);
    expect(xnpv(0, [1e16, 1, -1e16], ["2024-01-01", "2025-01-01", "2026-01-01"])).toBe(1);
  });

  test("amounts near the end of the range of doubles are not lost to the compensation", () => {
    expect(npv0(1, [1e305, 1e305])).toBe(1.5e305);
    expect(npv0(1e300, [5, 1e300])).toBe(6);
    expect(fvSchedule(1e305, [0.5])).toBe(1.5e305);
    expect(xnpv(0, [1e305], ["2024-01-01"])).toBe(1e305);
  });

  test("a date before the first is compounded, unless Excel's rule is asked for", () => {
    const dates = ["2025-01-01", "2024-01-02"];
    // 2024 has 366 days: 365 from its second day
    expect(xnpv(0.25, [0, 100], dates)).toBeCloseTo(125, 12);
    expect(() => xnpv(0.25, [0, 100], dates, { excelStrict: true })).toThrow(
      refusal("time-value/out-of-domain", ["dates", 1], { received: "2024-01-02" }),
    );
  });

  test("the day count is the one xirr uses", () => {
    const flows = [-1000, 1100];
    const dates = ["2024-03-01", "2025-02-24"];
    expect(xnpv(0.1, flows, dates, { dayCount: "ACT/360" })).toBeCloseTo(0, 9);
    const outcome = xirr(flows, dates, 0.1, { dayCount: 400 });
    expect(outcome.ok && xnpv(outcome.rate, flows, dates, { dayCount: 400 })).toBeCloseTo(0, 9);
  });

  test("duration of one flow is its time", () => {
    expect(duration(0.07, [0, 0, 0, 25])).toBe(4);
    expect(modifiedDuration(0.25, [0, 0, 0, 25])).toBeCloseTo(4 / 1.25, 14);
  });

  test("duration of a perpetuity's start comes near (1 + r)/r", () => {
    expect(duration(0.1, new Array<number>(1000).fill(1))).toBeCloseTo(1.1 / 0.1, 9);
  });

  test("growth equal to the rate needs no limit by hand", () => {
    expect(growingAnnuity(0.25, 8, -100, 0.25)).toBe((100 * 8) / 1.25);
    expect(growingAnnuity(0.25, 8, -100, 0.25, 1)).toBe(800);
    expect(growingAnnuity(0.1, 0, 100, 0.02)).toBe(0);
    expect(growingAnnuity(0.1, 5, 0, 0.02)).toBe(0);
  });
});

describe("rates at the edges", () => {
  test("a fraction of a compounding period is cut off", () => {
    expect(effectiveRate(0.6, 10.9)).toBe(effectiveRate(0.6, 10));
    expect(nominalRate(0.6, 1.9)).toBe(0.6);
    // one period changes no digit, for any of a hundred rates
    for (let percent = 1; percent <= 100; percent++) expect(effectiveRate(percent / 100, 1)).toBe(percent / 100);
  });

  test("a loss of everything is -1, growth of nothing is 0", () => {
    expect(rri(5, 100, 0)).toBe(-1);
    expect(rri(5, 100, 100)).toBe(0);
    expect(rri(2, -100, -225)).toBeCloseTo(0.5, 15);
    expect(pduration(0.1, 100, 100)).toBe(0);
    // half the money is reached in the past
    expect(pduration(1, 100, 50)).toBeCloseTo(-1, 15);
  });

  test("ratios beyond doubles are taken by logarithms", () => {
    expect(rri(1000, 1e-300, 1e300)).toBeCloseTo(10 ** 0.6 - 1, 12);
    expect(pduration(9, 1e-300, 1e300)).toBeCloseTo(600, 10);
  });

  test("a schedule of nothing leaves the principal; a loss beyond everything turns its sign", () => {
    expect(fvSchedule(1234.5, [])).toBe(1234.5);
    expect(fvSchedule(100, [-2])).toBe(-100);
  });

  test("mirr knows rates below 0 and blanks", () => {
    // 100 paid, 50 received at once carried two periods at -50 %: 12.5
    expect(mirr([50, -100, 0], 0, -0.5)).toBeCloseTo(Math.sqrt(12.5 / 100) - 1, 14);
    // outflow of 100 one period in, financed at -20 %: 125 at the start; 300 at the end
    expect(mirr([0, -100, 300], -0.2, 0)).toBeCloseTo(Math.sqrt(300 / 125) - 1, 14);
  });
});

const out = "time-value/out-of-domain";
const NaNReceived = { received: "NaN" };
const refused: readonly (readonly [string, () => unknown, readonly (string | number)[], object])[] = [
  ["ipmt rate", () => ipmt(-1, 1, 10, 1), ["rate"], { received: "-1" }],
  ["ipmt per below 1", () => ipmt(0.1, 0.5, 10, 1), ["per"], { received: "0.5" }],
  ["ipmt per beyond nper", () => ipmt(0.1, 11, 10, 1), ["per"], { received: "11" }],
  ["ipmt per NaN", () => ipmt(0.1, NaN, 10, 1), ["per"], NaNReceived],
  ["ipmt nper", () => ipmt(0.1, 1, -1, 1), ["nper"], { received: "-1" }],
  ["ipmt nper infinite", () => ipmt(0.1, 1, Infinity, 1), ["nper"], { received: "Infinity" }],
  ["ipmt nper 0 has no period", () => ipmt(0.1, 1, 0, 1), ["per"], { received: "1" }],
  ["ipmt pv", () => ipmt(0.1, 1, 10, NaN), ["pv"], NaNReceived],
  ["ipmt fv", () => ipmt(0.1, 1, 10, 1, NaN), ["fv"], NaNReceived],
  ["ipmt when", () => ipmt(0.1, 1, 10, 1, 0, 0.5), ["when"], { received: "0.5" }],
  ["ppmt per", () => ppmt(0.1, 0, 10, 1), ["per"], { received: "0" }],
  ["ppmt when", () => ppmt(0.1, 1, 10, 1, 0, 2), ["when"], { received: "2" }],
  ["cumipmt rate", () => cumipmt(-2, 10, 1, 1, 2, 0), ["rate"], { received: "-2" }],
  ["cumipmt nper", () => cumipmt(0.1, NaN, 1, 1, 2, 0), ["nper"], NaNReceived],
  ["cumipmt nper below 0", () => cumipmt(0.1, -1, 1, 1, 2, 0), ["nper"], { received: "-1" }],
  ["cumipmt nper 0 has no period", () => cumipmt(0.1, 0, 1, 1, 2, 0), ["start"], { received: "1" }],
  ["cumipmt pv", () => cumipmt(0.1, 10, NaN, 1, 2, 0), ["pv"], NaNReceived],
  ["cumipmt start", () => cumipmt(0.1, 10, 1, 0, 2, 0), ["start"], { received: "0" }],
  ["cumipmt start beyond nper", () => cumipmt(0.1, 10, 1, 11, 12, 0), ["start"], { received: "11" }],
  ["cumipmt end before start", () => cumipmt(0.1, 10, 1, 3, 2, 0), ["end"], { received: "2" }],
  ["cumipmt end beyond nper", () => cumipmt(0.1, 10, 1, 3, 11, 0), ["end"], { received: "11" }],
  ["cumipmt when", () => cumipmt(0.1, 10, 1, 1, 2, 3), ["when"], { received: "3" }],
  ["cumprinc end", () => cumprinc(0.1, 10, 1, 3, NaN, 0), ["end"], NaNReceived],
  ["cumprinc when", () => cumprinc(0.1, 10, 1, 1, 2, -1), ["when"], { received: "-1" }],
  ["npv rate", () => npv(-1, [1]), ["rate"], { received: "-1" }],
  ["npv flow", () => npv(0.1, [1, NaN]), ["flows", 1], NaNReceived],
  ["npv0 rate", () => npv0(-1.5, [1]), ["rate"], { received: "-1.5" }],
  ["npv0 flow", () => npv0(0.1, [Infinity]), ["flows", 0], { received: "Infinity" }],
  ["xnpv rate", () => xnpv(NaN, [1], ["2024-01-01"]), ["rate"], NaNReceived],
  ["xnpv flow", () => xnpv(0.1, [NaN], ["2024-01-01"]), ["flows", 0], NaNReceived],
  ["xnpv date", () => xnpv(0.1, [1, 2], ["2024-01-01", "2024-02-30"]), ["dates", 1], { received: "2024-02-30" }],
  ["mirr flow", () => mirr([-1, NaN], 0.1, 0.1), ["flows", 1], NaNReceived],
  ["mirr finance rate", () => mirr([-1, 2], -1, 0.1), ["financeRate"], { received: "-1" }],
  ["mirr reinvest rate", () => mirr([-1, 2], 0.1, -1), ["reinvestRate"], { received: "-1" }],
  ["effectiveRate nominal", () => effectiveRate(0, 12), ["nominal"], { received: "0" }],
  ["effectiveRate periods", () => effectiveRate(0.1, 0.99), ["periods"], { received: "0.99" }],
  ["nominalRate effective", () => nominalRate(-0.1, 12), ["effective"], { received: "-0.1" }],
  ["nominalRate periods", () => nominalRate(0.1, Infinity), ["periods"], { received: "Infinity" }],
  ["fvSchedule principal", () => fvSchedule(NaN, []), ["principal"], NaNReceived],
  ["fvSchedule rate", () => fvSchedule(1, [0.1, NaN]), ["rates", 1], NaNReceived],
  ["rri nper", () => rri(0, 1, 2), ["nper"], { received: "0" }],
  ["rri pv", () => rri(1, 0, 2), ["pv"], { received: "0" }],
  ["rri pv NaN", () => rri(1, NaN, 2), ["pv"], NaNReceived],
  ["rri fv", () => rri(1, 1, NaN), ["fv"], NaNReceived],
  ["pduration rate", () => pduration(0, 1, 2), ["rate"], { received: "0" }],
  ["pduration pv", () => pduration(0.1, 0, 2), ["pv"], { received: "0" }],
  ["pduration fv", () => pduration(0.1, 1, -2), ["fv"], { received: "-2" }],
  ["duration rate", () => duration(-1, [1]), ["rate"], { received: "-1" }],
  ["duration flow", () => duration(0.1, [NaN]), ["flows", 0], NaNReceived],
  ["growingAnnuity rate", () => growingAnnuity(-1, 1, 1, 0), ["rate"], { received: "-1" }],
  ["growingAnnuity nper", () => growingAnnuity(0.1, -1, 1, 0), ["nper"], { received: "-1" }],
  ["growingAnnuity pmt", () => growingAnnuity(0.1, 1, NaN, 0), ["pmt"], NaNReceived],
  ["growingAnnuity growth", () => growingAnnuity(0.1, 1, 1, -1), ["growth"], { received: "-1" }],
  ["growingAnnuity when", () => growingAnnuity(0.1, 1, 1, 0, 2), ["when"], { received: "2" }],
];

test.each(refused)("%s out of its domain is refused", (_, call, path, details) => {
  expect(call).toThrow(refusal(out, path, details));
});

test("flows, dates and rates that are no arrays are refused", () => {
  const rows = JSON.parse('{"flows":"12","dates":null}') as { readonly flows: number[]; readonly dates: string[] };
  expect(() => npv(0.1, rows.flows)).toThrow(refusal(out, ["flows"], { received: "12" }));
  expect(() => xnpv(0.1, [1], rows.dates)).toThrow(refusal(out, ["dates"], { received: "null" }));
  expect(() => xnpv(0.1, [1, 2], ["2024-01-01"])).toThrow(expect.objectContaining({ code: out, path: ["dates"] }));
  expect(() => xnpv(0.1, [1], ["2024-01-01"], { dayCount: 0 })).toThrow(
    refusal(out, ["options", "dayCount"], { received: "0" }),
  );
  expect(() => xnpv(0.1, [1], ["2024-01-01"], { dayCount: Infinity })).toThrow(
    refusal(out, ["options", "dayCount"], { received: "Infinity" }),
  );
});

describe("no number answers", () => {
  const beyond = "the result is beyond the range of a double";
  test.each([
    ["mirr without an outflow", () => mirr([1, 2], 0.1, 0.1), "flows", "money flows one way only"],
    ["mirr without an inflow", () => mirr([-1, 0], 0.1, 0.1), "flows", "money flows one way only"],
    ["mirr without a flow", () => mirr([], 0.1, 0.1), "flows", "money flows one way only"],
    ["rri of amounts of different sign", () => rri(5, -1, 5), "fv", "the amounts differ in sign"],
    ["rri beyond doubles", () => rri(0.001, 1, 1000), "nper", beyond],
    ["effectiveRate beyond doubles", () => effectiveRate(1e6, 1e9), "nominal", beyond],
    ["fvSchedule beyond doubles", () => fvSchedule(1e300, [1e10]), "rates", beyond],
    ["npv beyond doubles", () => npv(-0.999, new Array<number>(200).fill(1)), "rate", beyond],
    ["duration of nothing", () => duration(0.1, []), "flows", "the flows are worth nothing at this rate"],
    [
      "duration at the internal rate",
      () => duration(0.1, [-100, 110]),
      "flows",
      "the flows are worth nothing at this rate",
    ],
    ["ppmt of amounts whose sum is no double", () => ppmt(0.1, 1, 2, 1.7e308, 1.7e308), "pv", beyond],
    ["growingAnnuity beyond doubles", () => growingAnnuity(0, 2000, 1, 1), "nper", beyond],
  ])("%s", (_, call, path, reason) => {
    expect(call).toThrow(refusal("time-value/no-solution", [path], { reason }));
  });
});
