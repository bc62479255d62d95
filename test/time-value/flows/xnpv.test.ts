import { describe, expect, test } from "vitest";

import { Decimal } from "../../../src/core/decimal.ts";
import { fromDayNumber } from "../../../src/core/index.ts";
import { npv, xirr, xnpv } from "../../../src/time-value/index.ts";
import xnpvCases from "../../golden/tvm/xnpv.json";
import { collector, countable, flowsOf, pick, rateOf } from "../draws.ts";
import { expectPublished, expectWorked, titled, worked } from "../golden.ts";
import { exactOf, numbers } from "../reference.ts";
import { refusal } from "../../support/refusal.ts";

const out = "time-value/out-of-domain";
const NaNReceived = { received: "NaN" };

describe("present values at the edges", () => {
  test("a date before the first is compounded, unless Excel's rule is asked for", () => {
    const dates = ["2025-01-01", "2024-01-02"];
    // 2024 has 366 days: 365 from its second day
    expect(xnpv(0.25, [0, 100], dates)).toBeCloseTo(125, 12);
    expect(() => xnpv(0.25, [0, 100], dates, { excelStrict: true })).toThrow(
      refusal("time-value/out-of-domain", ["dates", 1], { received: "2024-01-02" }),
    );
  });

  test("options without the rule on early dates do not apply it", () => {
    const dates = ["2025-01-01", "2024-01-07"];
    expect(xnpv(0.25, [0, 100], dates, { dayCount: "ACT/360" })).toBeCloseTo(125, 12);
    expect(xnpv(0.25, [0, 100], dates, { excelStrict: false })).toBeCloseTo(100 * 1.25 ** (360 / 365), 12);
  });

  test("a year may be as short as a day", () => {
    expect(xnpv(0.25, [0, 100], ["2025-01-01", "2025-01-03"], { dayCount: 1 })).toBeCloseTo(64, 12);
  });

  test("flows of one day that nearly cancel leave their difference, discounted", () => {
    const dates = ["2025-01-01", "2026-01-01", "2026-01-01"];
    // 1 less the double before it
    expect(xnpv(0.1, [0, 1, 2 ** -53 - 1], dates) * 2 ** 53).toBeCloseTo(1 / 1.1, 14);
    expect(xnpv(0.3, [0, -1, 1 - 2 ** -53], dates) * 2 ** 53).toBeCloseTo(-1 / 1.3, 14);
  });

  test("a flow of 0 is worth nothing even where its factor is beyond doubles", () => {
    expect(xnpv(2 ** -20 - 1, [1, 0], ["1900-01-01", "2030-01-01"])).toBe(1);
  });

  test("a value beyond doubles is refused with the rate as what to change", () => {
    expect(() => xnpv(-0.999, [0, 1e300], ["2000-01-01", "2010-01-01"])).toThrow(
      refusal("time-value/no-solution", ["rate"], { reason: "beyond-range" }),
    );
  });

  test("the day count is the one xirr uses", () => {
    const flows = [-1000, 1100];
    const dates = ["2024-03-01", "2025-02-24"];
    expect(xnpv(0.1, flows, dates, { dayCount: "ACT/360" })).toBeCloseTo(0, 9);
    const outcome = xirr(flows, dates, 0.1, { dayCount: 400 });
    expect(outcome.ok && xnpv(outcome.rate, flows, dates, { dayCount: 400 })).toBeCloseTo(0, 9);
  });
});

const refused: readonly (readonly [string, () => unknown, readonly (string | number)[], object])[] = [
  ["xnpv rate", () => xnpv(NaN, [1], ["2024-01-01"]), ["rate"], NaNReceived],
  ["xnpv flow", () => xnpv(0.1, [NaN], ["2024-01-01"]), ["flows", 0], NaNReceived],
  ["xnpv date", () => xnpv(0.1, [1, 2], ["2024-01-01", "2024-02-30"]), ["dates", 1], { received: "2024-02-30" }],
];

test.each(refused)("%s out of its domain is refused", (_, call, path, details) => {
  expect(call).toThrow(refusal(out, path, details));
});

test("flows, dates and rates that are no arrays are refused", () => {
  const rows = JSON.parse('{"flows":"12","dates":null}') as { readonly flows: number[]; readonly dates: string[] };
  expect(() => npv(0.1, rows.flows)).toThrow(refusal(out, ["flows"], { received: "12", type: "string" }));
  expect(() => xnpv(0.1, [1], rows.dates)).toThrow(refusal(out, ["dates"], { received: "null" }));
  expect(() => xnpv(0.1, [1, 2], ["2024-01-01"])).toThrow(expect.objectContaining({ code: out, path: ["dates"] }));
  expect(() => xnpv(0.1, [1], ["2024-01-01"], { dayCount: 0 })).toThrow(
    refusal(out, ["options", "dayCount"], { received: "0" }),
  );
  expect(() => xnpv(0.1, [1], ["2024-01-01"], { dayCount: Infinity })).toThrow(
    refusal(out, ["options", "dayCount"], { received: "Infinity" }),
  );
});

test.each([
  ["too few dates", () => xnpv(0.1, [1, 2], ["2024-01-01"]), "dates: one date a flow; got array(1)"],
  ["a date that does not exist", () => xnpv(0.1, [1], ["2024-02-30"]), "dates.0: a date that exists; got 2024-02-30"],
  [
    "an early date under Excel's rule",
    () => xnpv(0.1, [1, 2], ["2024-01-02", "2024-01-01"], { excelStrict: true }),
    "dates.1: not before the first date given; got 2024-01-01",
  ],
  [
    "an unknown day count",
    () => xnpv(0.1, [1], ["2024-01-01"], { dayCount: 0.5 }),
    'options.dayCount: "ACT/365F", "ACT/360" or a number of days from 1 up; got 0.5',
  ],
])("the message says what is wanted: %s", (_, call, message) => {
  expect(call).toThrow(expect.objectContaining({ message }));
});

describe("xnpv meets the published cases", () => {
  test.each(titled(xnpvCases))("%s", (_title, one) => {
    expectPublished("xnpv", one);
  });
});

describe("documentation and worked solutions", () => {
  test.each(worked("xnpv"))("%s", (_title, one) => {
    expectWorked(one);
  });
});

test("xnpv agrees with 60 digits for 60 lists up to decades apart, dates before the first included", () => {
  const next = numbers(20260306);
  const { off, check, count } = collector();
  while (count() < 60) {
    const rate = rateOf(next, [0, 1e-12, 3e-9, 0.05, -0.02, -0.4, -0.999, 1.5, 40]);
    const flows = flowsOf(next, 2 + Math.floor(next() ** 2 * 40));
    const span = pick(next, [40, 400, 4000, 25000]);
    if (!countable(rate, span / 365)) continue;
    const days = flows.map(() => Math.floor(next() * span));
    const first = days[0] ?? 0;
    const unit = exactOf(rate).plus(1).ln();
    const terms = flows.map((flow, i) =>
      unit
        .times(first - (days[i] ?? 0))
        .div(365)
        .exp()
        .times(exactOf(flow)),
    );
    const dates = days.map((day) => fromDayNumber(10000 + day));
    const size = Decimal.sum(...terms.map((term) => term.abs()));
    check("xnpv", { rate, flows, days }, xnpv(rate, flows, dates), Decimal.sum(...terms), size);
  }
  expect(off).toEqual([]);
});
