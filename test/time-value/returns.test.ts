import { describe, expect, test } from "vitest";

import {
  annualizedReturn,
  maxDrawdown,
  modifiedDietz,
  moneyWeightedReturn,
  periodReturns,
  realRate,
  timeWeightedReturn,
  volatility,
  type PortfolioSpan,
} from "../../src/time-value/index.ts";
import { refusal } from "../support/refusal.ts";

const out = "time-value/out-of-domain";
const none = "time-value/no-solution";

describe("time-weighted return", () => {
  test("chains the growth between flows", () => {
    // Time-weighted return, encyclopaedia example: years of 4 %, 9 %, 5 % and 11 % link to 32.12 %
    const values = [100, 104, 104 * 1.09, 104 * 1.09 * 1.05, 104 * 1.09 * 1.05 * 1.11];
    const total = timeWeightedReturn(values.map((value) => ({ value })));
    expect(total).toBeCloseTo(1.04 * 1.09 * 1.05 * 1.11 - 1, 14);
    expect(total.toFixed(4)).toBe("0.3212");
  });

  test("forgets what is paid in or taken out", () => {
    const rows = [{ value: 1000 }, { value: 1100, flow: 900 }, { value: 1900, flow: -950 }, { value: 1045, flow: 7 }];
    expect(timeWeightedReturn(rows)).toBeCloseTo((1100 / 1000) * (1900 / 2000) * (1045 / 950) - 1, 14);
  });

  test("a portfolio may begin with nothing but a deposit, and may lose everything", () => {
    expect(timeWeightedReturn([{ value: 0, flow: 200 }, { value: 250 }])).toBe(0.25);
    expect(timeWeightedReturn([{ value: 200 }, { value: 0 }])).toBe(-1);
  });

  test("is refused with a place", () => {
    expect(() => timeWeightedReturn([])).toThrow(expect.objectContaining({ code: out, path: ["valuations"] }));
    expect(() => timeWeightedReturn([{ value: 1 }, { value: -1 }])).toThrow(
      refusal(out, ["valuations", 1, "value"], { received: "-1" }),
    );
    expect(() => timeWeightedReturn([{ value: 1, flow: NaN }, { value: 1 }])).toThrow(
      refusal(out, ["valuations", 0, "flow"], { received: "NaN" }),
    );
    expect(() => timeWeightedReturn([{ value: 1 }, { value: 2, flow: -2 }, { value: 0 }])).toThrow(
      refusal(none, ["valuations"], { reason: "nothing is invested after valuation 1" }),
    );
  });
});

const span: PortfolioSpan = {
  from: "2025-01-01",
  to: "2026-01-01",
  startValue: 1000,
  endValue: 1650,
  flows: [{ date: "2025-07-01", amount: 500 }],
};

describe("modified Dietz", () => {
  test("is the gain over the average capital", () => {
    // P. O. Dietz; encyclopaedia example: 100 at the start, 300 after two years, 50 paid in half-way: 150/125 = 120 %
    const flows = [{ date: "2022-01-01", amount: 50 }];
    expect(modifiedDietz({ from: "2021-01-01", to: "2023-01-01", startValue: 100, endValue: 300, flows })).toBe(1.2);
  });

  test("weighs a flow by the days that remain, from its evening or from its morning", () => {
    // 181 days from 1 January to 1 July; 184 remain, or 185 with the day itself
    expect(modifiedDietz(span)).toBeCloseTo(150 / (1000 + (500 * 184) / 365), 14);
    expect(modifiedDietz(span, { flowsAt: "start-of-day" })).toBeCloseTo(150 / (1000 + (500 * 185) / 365), 14);
  });

  test("a flow on the first day is invested for the whole span, one on the last not at all", () => {
    const ends = [
      { date: "2025-01-01", amount: 200 },
      { date: "2026-01-01", amount: 300 },
    ];
    expect(modifiedDietz({ ...span, flows: ends })).toBeCloseTo(150 / 1200, 14);
    expect(modifiedDietz({ ...span, flows: ends }, { flowsAt: "start-of-day" })).toBeCloseTo(
      150 / (1200 + 300 / 365),
      14,
    );
  });

  test("needs capital above 0", () => {
    const early = { ...span, flows: [{ date: "2025-01-01", amount: -1000 }] };
    expect(() => modifiedDietz(early)).toThrow(
      refusal(none, ["startValue"], { reason: "the average capital is not above 0" }),
    );
  });

  test("is refused with a place", () => {
    const odd = JSON.parse('{"flowsAt":"noon"}') as { readonly flowsAt: "end-of-day" };
    expect(() => modifiedDietz(span, odd)).toThrow(refusal(out, ["options", "flowsAt"], { received: "string(4)" }));
  });
});

describe("money-weighted return", () => {
  test("is the rate that explains the worth at the end", () => {
    const rate = moneyWeightedReturn(span);
    expect(1000 * (1 + rate) + 500 * (1 + rate) ** (184 / 365)).toBeCloseTo(1650, 9);
  });

  test("counts days as xirr does", () => {
    const plain = { ...span, flows: [], endValue: 1100 };
    expect(moneyWeightedReturn(plain)).toBeCloseTo(0.1, 14);
    expect(moneyWeightedReturn(plain, "ACT/360")).toBeCloseTo(1.1 ** (360 / 365) - 1, 14);
  });

  test("has none where everything was lost, or nothing was paid in", () => {
    expect(() => moneyWeightedReturn({ ...span, endValue: 0, flows: [] })).toThrow(
      refusal(none, ["endValue"], { reason: "total-loss" }),
    );
    expect(() => moneyWeightedReturn({ ...span, startValue: 0, flows: [] })).toThrow(
      refusal(none, ["endValue"], { reason: "no-sign-change" }),
    );
  });

  test("is refused with a place", () => {
    const early = { ...span, flows: [{ date: "2024-12-31", amount: 1 }] };
    expect(() => moneyWeightedReturn(early)).toThrow(refusal(out, ["flows", 0, "date"], { received: "2024-12-31" }));
    const late = { ...span, flows: [{ date: "2026-01-02", amount: 1 }] };
    expect(() => moneyWeightedReturn(late)).toThrow(refusal(out, ["flows", 0, "date"], { received: "2026-01-02" }));
    const odd = { ...span, flows: [{ date: "2025-05-01", amount: NaN }] };
    expect(() => moneyWeightedReturn(odd)).toThrow(refusal(out, ["flows", 0, "amount"], { received: "NaN" }));
    expect(() => moneyWeightedReturn({ ...span, from: "2025-02-29" })).toThrow(
      refusal(out, ["from"], { received: "2025-02-29" }),
    );
    expect(() => moneyWeightedReturn({ ...span, to: "x" })).toThrow(refusal(out, ["to"], { received: "string(1)" }));
    expect(() => moneyWeightedReturn({ ...span, to: "2025-01-01" })).toThrow(
      refusal(out, ["to"], { received: "2025-01-01" }),
    );
    expect(() => moneyWeightedReturn({ ...span, startValue: NaN })).toThrow(
      refusal(out, ["startValue"], { received: "NaN" }),
    );
    expect(() => moneyWeightedReturn({ ...span, endValue: Infinity })).toThrow(
      refusal(out, ["endValue"], { received: "Infinity" }),
    );
    expect(() => moneyWeightedReturn(span, 0.5)).toThrow(refusal(out, ["options", "dayCount"], { received: "0.5" }));
  });
});

describe("annual and real rates", () => {
  test("annualised by compounding", () => {
    expect(annualizedReturn(0.44, 2)).toBeCloseTo(0.2, 15);
    expect(annualizedReturn(0.1, 0.5)).toBeCloseTo(0.21, 15);
    expect(annualizedReturn(0, 7)).toBe(0);
    expect(annualizedReturn(-1, 3)).toBe(-1);
  });

  test("real by division, not by difference", () => {
    // retirement planner, openlearningworld case 1: 7 % nominal, 2 % inflation: 4.90 %
    expect(realRate(0.07, 0.02)).toBeCloseTo(0.05 / 1.02, 16);
    expect((100 * realRate(0.07, 0.02)).toFixed(2)).toBe("4.90");
    expect(realRate(0.02, 0.05)).toBeCloseTo(-0.03 / 1.05, 16);
    // the digits of a small difference stay
    expect(realRate(0.05 + 2 ** -50, 0.05)).toBe((0.05 + 2 ** -50 - 0.05) / 1.05);
  });

  test.each([
    ["total", () => annualizedReturn(-1.01, 1), "total", { received: "-1.01" }],
    ["total NaN", () => annualizedReturn(NaN, 1), "total", { received: "NaN" }],
    ["years", () => annualizedReturn(0.1, 0), "years", { received: "0" }],
    ["nominal", () => realRate(Infinity, 0), "nominal", { received: "Infinity" }],
    ["inflation", () => realRate(0.1, -1), "inflation", { received: "-1" }],
  ])("%s out of its domain", (_, call, parameter, details) => {
    expect(call).toThrow(refusal(out, [parameter], details));
  });

  test("beyond doubles", () => {
    const reason = "the result is beyond the range of a double";
    expect(() => annualizedReturn(10, 0.001)).toThrow(refusal(none, ["years"], { reason }));
  });
});

describe("drawdown", () => {
  test("the planning case: from 120 down to 90", () => {
    expect(maxDrawdown([100, 120, 90, 95, 130, 117])).toEqual({
      drawdown: (90 - 120) / 120,
      peakIndex: 1,
      troughIndex: 2,
      recoveryIndex: 4,
    });
  });

  test("of equal falls the first counts, and a peak counts from its last touch", () => {
    expect(maxDrawdown([4, 4, 2, 4, 2])).toEqual({ drawdown: -0.5, peakIndex: 1, troughIndex: 2, recoveryIndex: 3 });
  });

  test("a deeper fall before recovery moves the trough, not the peak", () => {
    expect(maxDrawdown([10, 8, 9, 5, 6])).toEqual({
      drawdown: -0.5,
      peakIndex: 0,
      troughIndex: 3,
      recoveryIndex: null,
    });
  });

  test("a later, deeper fall has its own recovery", () => {
    expect(maxDrawdown([10, 9, 10, 5, 7, 11])).toEqual({
      drawdown: -0.5,
      peakIndex: 2,
      troughIndex: 3,
      recoveryIndex: 5,
    });
  });

  test("names dates when it has them", () => {
    const dates = ["2026-01-05", "2026-01-06", "2026-01-07"];
    expect(maxDrawdown([4, 3, 2], dates)).toEqual({
      drawdown: -0.5,
      peakIndex: 0,
      troughIndex: 2,
      recoveryIndex: null,
      peakDate: "2026-01-05",
      troughDate: "2026-01-07",
      recoveryDate: null,
    });
    expect(maxDrawdown([4], ["2026-01-05"])).toEqual({
      drawdown: 0,
      peakIndex: null,
      troughIndex: null,
      recoveryIndex: null,
      peakDate: null,
      troughDate: null,
      recoveryDate: null,
    });
  });

  test("a loss of everything ends the series", () => {
    expect(maxDrawdown([5, 0])).toMatchObject({ drawdown: -1, troughIndex: 1 });
    expect(() => maxDrawdown([5, 0, 1])).toThrow(refusal(out, ["values", 1], { received: "0" }));
  });

  test.each([
    ["a value below 0", () => maxDrawdown([1, -1]), ["values", 1], { received: "-1" }],
    ["a date too few", () => maxDrawdown([1, 2], ["2026-01-05"]), ["dates"], { received: "array(1)" }],
    ["a date that does not exist", () => maxDrawdown([1], ["2026-02-30"]), ["dates", 0], { received: "2026-02-30" }],
    [
      "dates that do not ascend",
      () => maxDrawdown([1, 2], ["2026-01-05", "2026-01-05"]),
      ["dates", 1],
      { received: "2026-01-05" },
    ],
  ])("%s is refused", (_, call, path, details) => {
    expect(call).toThrow(refusal(out, path, details));
  });

  test("no value is refused", () => {
    expect(() => maxDrawdown([])).toThrow(expect.objectContaining({ code: out, path: ["values"] }));
  });
});

describe("volatility", () => {
  test("is the sample deviation times the root of periods a year", () => {
    // mean 2; squares 1 + 0 + 1 over n − 1 = 2: deviation 1
    expect(volatility([1, 2, 3], 1)).toBe(1);
    expect(volatility([1, 2, 3], 252)).toBeCloseTo(Math.sqrt(252), 14);
    expect(volatility([0.05, 0.05, 0.05], 12)).toBe(0);
  });

  test("returns of values, simple and logarithmic", () => {
    expect(periodReturns([100, 110, 99])).toEqual([(110 - 100) / 100, (99 - 110) / 110]);
    expect(periodReturns([100, 110], "log")[0]).toBeCloseTo(Math.log(1.1), 15);
  });

  test.each([
    ["one return", () => volatility([0.1], 12), ["returns"], { received: "array(1)" }],
    ["a return that is no number", () => volatility([0.1, NaN], 12), ["returns", 1], { received: "NaN" }],
    ["no periods", () => volatility([0.1, 0.2], 0), ["periodsPerYear"], { received: "0" }],
    ["one value", () => periodReturns([1]), ["values"], { received: "array(1)" }],
    ["a value of 0", () => periodReturns([1, 0]), ["values", 1], { received: "0" }],
    ["a value that is no number", () => periodReturns([1, Infinity]), ["values", 1], { received: "Infinity" }],
  ])("%s is refused", (_, call, path, details) => {
    expect(call).toThrow(refusal(out, path, details));
  });

  test("an unknown kind of return is refused", () => {
    const odd = JSON.parse('"geometric"') as "log";
    expect(() => periodReturns([1, 2], odd)).toThrow(refusal(out, ["kind"], { received: "string(9)" }));
  });

  test("beyond doubles", () => {
    const reason = "the result is beyond the range of a double";
    expect(() => volatility([1e200, -1e200], 12)).toThrow(refusal(none, ["returns"], { reason }));
  });
});
