import { describe, expect, test } from "vitest";

import {
  annualizedReturn,
  cumipmt,
  duration,
  effectiveRate,
  growingAnnuity,
  ipmt,
  irr,
  maxDrawdown,
  mirr,
  modifiedDietz,
  moneyWeightedReturn,
  NO_SOLUTION_REASONS,
  nper,
  pduration,
  periodReturns,
  pmt,
  ppmt,
  rate,
  realRate,
  rri,
  timeWeightedReturn,
  volatility,
} from "../../src/time-value/index.ts";
import { refusal } from "../support/refusal.ts";

const span = { from: "2025-01-01", to: "2026-01-01", startValue: 1000, endValue: 1650, flows: [] };
const onDay = (date: string, amount: number) => ({ ...span, flows: [{ date, amount }] });

describe("a refusal says what would have been taken", () => {
  test.each([
    ["guess: a finite number above -1", () => irr([-1, 2], -1)],
    ["guess: a finite number above -1", () => rate(10, -1, 9, 0, 0, NaN)],
    ["nper: 0 or more", () => rate(-1, -1, 9)],
    ["when: 0 (end of period) or 1 (beginning)", () => rate(10, -1, 9, 0, 2)],
    ["nper: not 0", () => pmt(0.1, 0, 1)],
    ["rate: a finite number above -1", () => nper(-1, 1, 1)],
    ["pmt: a finite number", () => nper(0.1, NaN, 1)],
    ["pv: not 0", () => rri(1, 0, 2)],
    ["nper: a finite number above 0", () => rri(0, 1, 2)],
    ["nper: a finite number, 0 or more", () => cumipmt(0.1, -1, 1, 1, 2, 0)],
    ["start: a number from 1 to nper", () => cumipmt(0.1, 10, 1, 0, 2, 0)],
    ["end: a number from start to nper", () => cumipmt(0.1, 10, 1, 3, 2, 0)],
    ["nper: a finite number, 0 or more", () => growingAnnuity(0.1, -1, 1, 0)],
    ["nper: a finite number, 0 or more", () => ipmt(0.1, 1, -1, 1)],
    ["per: a number from 1 to nper", () => ipmt(0.1, 11, 10, 1)],
    ["periods: a finite number, 1 or more", () => effectiveRate(0.1, 0)],
    ["total: a finite number, -1 or above", () => annualizedReturn(-2, 1)],
    ["values: one or more values", () => maxDrawdown([])],
    ["values.0: a number above 0; the last may be 0", () => maxDrawdown([0, 1])],
    ["dates: one date per value", () => maxDrawdown([1], [])],
    ["dates.0: a date that exists", () => maxDrawdown([1], ["2026-02-30"])],
    ["dates.1: after the date before it", () => maxDrawdown([1, 2], ["2026-02-03", "2026-02-03"])],
    ["from: a date that exists", () => moneyWeightedReturn({ ...span, from: "2025-02-30" })],
    ["to: a date that exists", () => moneyWeightedReturn({ ...span, to: "2025-02-30" })],
    ["to: a date after from", () => moneyWeightedReturn({ ...span, to: "2025-01-01" })],
    ["flows.0.date: a date from the span's first day to its last", () => moneyWeightedReturn(onDay("2024-12-31", 1))],
    ["flows.0.amount: a finite number", () => moneyWeightedReturn(onDay("2025-07-01", NaN))],
    ["valuations: two or more valuations", () => timeWeightedReturn([{ value: 1 }])],
    ["valuations.0.value: a finite number, 0 or more", () => timeWeightedReturn([{ value: -1 }, { value: 1 }])],
    ["valuations.0.flow: a finite number", () => timeWeightedReturn([{ value: 1, flow: NaN }, { value: 1 }])],
    ["values: two or more values", () => periodReturns([1])],
    ["values.1: a number above 0", () => periodReturns([1, 0])],
    ["returns: two or more returns", () => volatility([1], 12)],
  ])("%s", (message, call) => {
    expect(call).toThrow(new RegExp(`^${message.replaceAll(/[.()]/g, "\\$&")}; got .+$`));
  });
});

describe("a refusal without an answer says why, and its details in a word", () => {
  test.each([
    ["fv: the amounts differ in sign", "opposite-signs", () => rri(12, 100, -90)],
    ["pmt: nothing is paid and nothing grows", "nothing-paid", () => nper(0, 0, 1000)],
    [
      "pmt: the payment does not exceed the interest, or every number of periods would do",
      "interest-not-covered",
      () => nper(0.01, -10, 1000),
    ],
    ["flows: the flows are worth nothing at this rate", "worth-nothing", () => duration(0.1, [-100, 110])],
    ["flows: money flows one way only", "no-sign-change", () => mirr([100, 200], 0.1, 0.12)],
    ["valuations: nothing is ever invested", "never-invested", () => timeWeightedReturn([{ value: 0 }, { value: 0 }])],
    [
      "startValue: the average capital is not above 0",
      "no-capital",
      () => modifiedDietz({ ...span, startValue: 0, endValue: 0 }),
    ],
    ["endValue: total-loss", "total-loss", () => moneyWeightedReturn({ ...span, endValue: 0 })],
    ["nper: the result is beyond the range of a double", "beyond-range", () => rri(0.001, 1, 1000)],
  ] as const)("%s", (message, reason, call) => {
    expect(call).toThrow(expect.objectContaining({ message, details: { reason } }));
    expect(NO_SOLUTION_REASONS).toContain(reason);
  });

  test("nothing is invested after a valuation: which one", () => {
    const call = (): unknown => timeWeightedReturn([{ value: 500 }, { value: 600, flow: -600 }, { value: 50 }]);
    const details = { reason: "nothing-invested", valuation: 1 };
    const message = "valuations: nothing is invested after valuation 1";
    expect(call).toThrow(expect.objectContaining({ message, details }));
  });
});

describe("an answer beyond the range of a double is refused at what would have to change", () => {
  const flow = { date: "2025-12-31", amount: 1e-5 };
  test.each([
    ["pv", () => pmt(1, 1, 1.7e308)],
    ["pv", () => pmt(0, 0.5, 1.7e308)],
    ["pv", () => ipmt(10, 1, 10, 1.7e308)],
    ["pv", () => ppmt(0.1, 1, 2, 1.7e308, 1.7e308)],
    ["pv", () => cumipmt(10, 10, 1.7e308, 1, 10, 0)],
    ["pmt", () => nper(0, 1e-10, 1e300)],
    ["pmt", () => nper(5e-324, 0, -1, 2)],
    ["rate", () => pduration(5e-324, 1, 2)],
    ["nper", () => rri(0.001, 1, 1000)],
    ["inflation", () => realRate(1.7e308, -0.99)],
    ["startValue", () => modifiedDietz({ ...span, startValue: 0, endValue: 1.7e308, flows: [flow] })],
    ["valuations", () => timeWeightedReturn([{ value: 1e-300 }, { value: 1e300 }])],
    ["values", () => periodReturns([1e-300, 1e300])],
    ["returns", () => volatility([1e200, -1e200], 12)],
  ])("%s", (parameter, call) => {
    const reason = "beyond-range";
    expect(call).toThrow(refusal("time-value/no-solution", parameter, { reason }));
  });
});
