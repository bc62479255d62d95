import { describe, expect, test } from "vitest";

import {
  cumipmt,
  cumprinc,
  FLOW_ARRIVALS,
  FLOW_DAY_COUNTS,
  fvSchedule,
  irr,
  IRR_REFUSAL_REASONS,
  maxDrawdown,
  modifiedDietz,
  moneyWeightedReturn,
  npv,
  periodReturns,
  prepareCashFlows,
  rate,
  RATE_REFUSAL_REASONS,
  RETURN_KINDS,
  timeWeightedReturn,
  volatility,
  xirr,
  XIRR_REFUSAL_REASONS,
  xnpv,
} from "../../src/time-value/index.ts";
import { refusalOf } from "../support/refusal.ts";
import { renamed } from "../support/renamed.ts";

const code = "time-value/out-of-domain";
const none = "time-value/no-solution";

/** A member that cannot be read, as those of a closed record set. */
function unreadable<T extends object>(of: T, name: string | number): T {
  const copy = (Array.isArray(of) ? [...(of as unknown[])] : { ...of }) as T;
  return Object.defineProperty(copy, name, {
    enumerable: true,
    get: () => {
      throw new RangeError("the record set is closed");
    },
  });
}

const flows = [-1000, 1100];
const dates = ["2025-03-01", "2026-03-01"];
const span = { from: "2025-01-01", to: "2026-01-01", startValue: 1000, endValue: 1650, flows: [] };
const paidIn = { date: "2025-07-01", amount: 500 };

describe("a list that cannot be read is refused", () => {
  const badFlows = unreadable(flows, 1);
  const badDates = unreadable(dates, 1);
  test.each([
    ["flows", () => irr(badFlows)],
    ["flows", () => xirr(badFlows, dates)],
    ["dates", () => xirr(flows, badDates)],
    ["flows", () => npv(0.1, badFlows)],
    ["flows", () => xnpv(0.1, badFlows, dates)],
    ["dates", () => xnpv(0.1, flows, badDates)],
    ["flows", () => prepareCashFlows(badFlows)],
    ["dates", () => prepareCashFlows(flows, badDates)],
    ["rates", () => fvSchedule(1, unreadable([0.1], 0))],
    ["values", () => maxDrawdown(unreadable([1, 2], 1))],
    ["dates", () => maxDrawdown([1, 2], badDates)],
    ["returns", () => volatility(unreadable([1, 2], 1), 1)],
    ["valuations", () => timeWeightedReturn(unreadable([{ value: 1 }, { value: 2 }], 1))],
    ["flows", () => moneyWeightedReturn({ ...span, flows: unreadable([paidIn], 0) })],
  ])("%s", (parameter, call) => {
    expect(refusalOf(call)).toMatchObject({ code, path: [parameter] });
  });
});

describe("options are read whole", () => {
  const calls: readonly (readonly [string, (options: never) => unknown, object])[] = [
    ["xirr", (options) => xirr(flows, dates, 0.1, options), { dayCount: "ACT/360", excelStrict: true }],
    ["xirr of a handle", (options) => xirr(prepareCashFlows(flows, dates), 0.1, options), { excelStrict: true }],
    ["xnpv", (options) => xnpv(0.1, flows, dates, options), { dayCount: "ACT/360", excelStrict: true }],
    ["modifiedDietz", (options) => modifiedDietz(span, options), { flowsAt: "start-of-day" }],
  ];
  test.each(calls)("%s", (_, call, good) => {
    expect(() => call(good as never)).not.toThrow();
    for (const name of Object.keys(good)) {
      expect(refusalOf(() => call({ ...good, [`${name}s`]: 1 } as never))).toMatchObject({
        code,
        path: ["options", `${name}s`],
        details: { didYouMean: name },
      });
      expect(refusalOf(() => call({ ...good, [name]: null } as never))).toMatchObject({
        code,
        path: ["options", name],
      });
      expect(refusalOf(() => call({ ...good, [name]: "yes" } as never)).path).toStrictEqual(["options", name]);
      expect(refusalOf(() => call(unreadable(good, name) as never))).toMatchObject({ code, path: ["options", name] });
    }
    for (const junk of [null, [], new Date(0), 360, true]) {
      expect(refusalOf(() => call(junk as never))).toMatchObject({ code, path: ["options"] });
    }
  });

  test("a misspelt day count is refused with the one that was meant", () => {
    for (const misspelt of ["act/360", "ACT360", "ACT/36O"]) {
      expect(refusalOf(() => xirr(flows, dates, 0.1, { dayCount: misspelt as "ACT/360" }))).toMatchObject({
        code,
        path: ["options", "dayCount"],
        details: misspelt === "ACT360" ? {} : { didYouMean: "ACT/360" },
      });
    }
    expect(refusalOf(() => moneyWeightedReturn(span, "constructor" as never))).toStrictEqual({
      code,
      path: ["dayCount"],
      details: { received: "string(11)" },
    });
  });

  test("a guess of null is not the guess of 10 %", () => {
    expect(refusalOf(() => xirr(flows, dates, null as never))).toMatchObject({ code, path: ["guess"] });
    expect(refusalOf(() => xirr(prepareCashFlows(flows, dates), null as never))).toMatchObject({
      code,
      path: ["guess"],
    });
    expect(refusalOf(() => irr(flows, null as never))).toMatchObject({ code, path: ["guess"] });
  });
});

describe("a span is read whole, its flows are rows", () => {
  test.each([undefined, null, [], "x", new Date(0)])("%j is not a span", (junk) => {
    expect(refusalOf(() => moneyWeightedReturn(junk as never))).toMatchObject({ code, path: ["span"] });
    expect(refusalOf(() => modifiedDietz(junk as never))).toMatchObject({ code, path: ["span"] });
  });

  test("members of a span", () => {
    expect(refusalOf(() => moneyWeightedReturn({ ...span, startvalue: 1 } as never))).toMatchObject({
      code,
      path: ["startvalue"],
      details: { didYouMean: "startValue" },
    });
    for (const name of Object.keys(span)) {
      expect(refusalOf(() => moneyWeightedReturn(unreadable(span, name)))).toMatchObject({ code, path: [name] });
      expect(refusalOf(() => moneyWeightedReturn({ ...span, [name]: null }))).toMatchObject({ code, path: [name] });
    }
  });

  test.each([null, undefined, 500, "500", []])("%j is not a flow", (row) => {
    const bad = { ...span, flows: [paidIn, row] } as never;
    expect(refusalOf(() => moneyWeightedReturn(bad))).toMatchObject({ code, path: ["flows", 1] });
    expect(refusalOf(() => modifiedDietz(bad))).toMatchObject({ code, path: ["flows", 1] });
  });

  test("a flow may have members of its own, but none nearly one of ours", () => {
    const row = { ...paidIn, id: 7 };
    expect(modifiedDietz({ ...span, flows: [row] })).toBe(modifiedDietz({ ...span, flows: [paidIn] }));
    expect(refusalOf(() => modifiedDietz({ ...span, flows: [renamed(paidIn, "amount", "Amount")] }))).toMatchObject({
      code,
      path: ["flows", 0, "Amount"],
    });
  });
});

describe("valuations are rows", () => {
  const good = { value: 1000, flow: 10 };
  test("with members of their own, but a misspelt flow is not no flow", () => {
    expect(timeWeightedReturn([{ ...good, id: 1 } as typeof good, { value: 1111 }])).toBeCloseTo(0.1, 14);
    for (const misspelt of ["flows", "Flow", "flo"]) {
      expect(refusalOf(() => timeWeightedReturn([{ value: 1000, [misspelt]: 10 }, { value: 1111 }]))).toMatchObject({
        code,
        path: ["valuations", 0, misspelt],
        details: { didYouMean: "flow" },
      });
    }
  });

  test.each([null, undefined, 1000, "x", []])("%j is not one", (row) => {
    expect(refusalOf(() => timeWeightedReturn([good, row as never]))).toMatchObject({ code, path: ["valuations", 1] });
  });

  test("which cannot be read", () => {
    for (const name of ["value", "flow"]) {
      expect(refusalOf(() => timeWeightedReturn([unreadable(good, name), good]))).toMatchObject({
        code,
        path: ["valuations", 0, name],
      });
    }
  });
});

describe("flows that are prepared", () => {
  test.each([null, undefined, "1100", true, 1100n, []])("%s is not a flow", (flow) => {
    expect(refusalOf(() => prepareCashFlows([-1000, flow as never]))).toMatchObject({ code, path: ["flows", 1] });
  });

  test.each([null, undefined, 20250301, new Date(0)])("%s is not a date", (date) => {
    expect(refusalOf(() => prepareCashFlows(flows, ["2025-03-01", date as never]))).toMatchObject({
      code,
      path: ["dates", 1],
    });
  });

  test("dates that are missing are not flows at equal intervals", () => {
    expect(refusalOf(() => prepareCashFlows(flows, undefined as never))).toStrictEqual({
      code,
      path: ["dates"],
      details: { received: "undefined" },
    });
  });

  test("what a number or a date says is for the outcome, as of raw flows", () => {
    expect(irr(prepareCashFlows([-1000, Number.NaN]))).toEqual(irr([-1000, Number.NaN]));
    expect(xirr(prepareCashFlows(flows, ["2025-02-30", "x"]))).toEqual({ ok: false, reason: "date-invalid" });
  });
});

describe("what is not a number is not read as one", () => {
  const junk: readonly unknown[] = ["5", true, null, 5n, [5], Symbol("five"), Object.create(null)];
  test.each(junk.map((one) => [one] as const))("%s", (one) => {
    for (const args of [
      [one, -1, 5],
      [12, one, 5],
      [12, -1, one],
      [12, -1, 5, one],
    ]) {
      expect(rate(...(args as [number, number, number]))).toEqual({ ok: false, reason: "not-finite" });
    }
    for (const total of [cumipmt, cumprinc]) {
      expect(refusalOf(() => total(0.01, 12, 1000, one as number, 12, 0))).toMatchObject({ code, path: ["start"] });
      expect(refusalOf(() => total(0.01, 12, 1000, 1, one as number, 0))).toMatchObject({ code, path: ["end"] });
    }
  });
});

test("a return beyond doubles is refused, not infinite", () => {
  expect(refusalOf(() => periodReturns([5e-324, 1]))).toMatchObject({ code: none, path: ["values"] });
  expect(periodReturns([5e-324, 1], "log")[0]).toBeCloseTo(1074 * Math.LN2, 10);
});

test("words are listed once", () => {
  expect(RETURN_KINDS.map((kind) => periodReturns([100, 125], kind))).toEqual([[0.25], [Math.log(1.25)]]);
  expect(FLOW_ARRIVALS.map((flowsAt) => modifiedDietz({ ...span, flows: [paidIn] }, { flowsAt }))).toHaveLength(2);
  // 365 days, over a year of 365 and one of 360
  expect(FLOW_DAY_COUNTS.map((dayCount) => xnpv(0.1, [0, 1.1], dates, { dayCount }))).toEqual([
    expect.closeTo(1, 14),
    expect.closeTo(1.1 ** (1 - 365 / 360), 14),
  ]);
  for (const reasons of [XIRR_REFUSAL_REASONS, RATE_REFUSAL_REASONS]) {
    expect(reasons).toEqual(expect.arrayContaining([...IRR_REFUSAL_REASONS]));
    expect(new Set(reasons).size).toBe(reasons.length);
  }
});
