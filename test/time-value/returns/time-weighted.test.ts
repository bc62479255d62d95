import { describe, expect, test } from "vitest";

import { explainTimeWeightedReturn, timeWeightedReturn } from "../../../src/time-value/index.ts";
import { refusal } from "../../support/refusal.ts";

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
    expect(() => timeWeightedReturn([{ value: 1 }, { value: 2, flow: -2 }, { value: 1 }])).toThrow(
      refusal(none, ["valuations"], { reason: "nothing-invested", valuation: 1 }),
    );
    expect(() => timeWeightedReturn([{ value: 1 }, { value: 2, flow: -3 }, { value: 0 }])).toThrow(
      refusal(none, ["valuations"], { reason: "nothing-invested", valuation: 1 }),
    );
  });
});

describe("a spell with nothing invested", () => {
  test("is passed over and named: 25 % before it, 20 % after it", () => {
    const rows = [{ value: 500 }, { value: 625, flow: -625 }, { value: 0, flow: 1000 }, { value: 1200 }];
    expect(explainTimeWeightedReturn(rows)).toStrictEqual({ total: 0.5, uninvested: [{ from: 1, to: 2 }] });
    expect(timeWeightedReturn(rows)).toBe(0.5);
  });

  test("may be long, first or last", () => {
    const rows = [
      { value: 0 },
      { value: 0, flow: 200 },
      { value: 250, flow: -250 },
      { value: 0 },
      { value: 0, flow: 100 },
      { value: 150, flow: -150 },
      { value: 0 },
    ];
    // 250/200 = 1.25 and 150/100 = 1.5 link to 1.875
    expect(explainTimeWeightedReturn(rows)).toStrictEqual({
      total: 0.875,
      uninvested: [
        { from: 0, to: 1 },
        { from: 2, to: 3 },
        { from: 3, to: 4 },
        { from: 5, to: 6 },
      ],
    });
  });

  test("is not a loss of everything, even where the last fraction of a cent did not cancel", () => {
    // 0.1 + 0.2 is above 0.3 by 2^-54
    const rows = [{ value: 0.2 }, { value: 0.1 + 0.2, flow: -0.3 }, { value: 0, flow: 1 }, { value: 1 }];
    const { total, uninvested } = explainTimeWeightedReturn(rows);
    expect(total).toBeCloseTo(0.5, 14);
    expect(uninvested).toStrictEqual([{ from: 1, to: 2 }]);
    // a cent that is lost is one
    expect(explainTimeWeightedReturn([{ value: 100, flow: -99.99 }, { value: 0 }])).toStrictEqual({
      total: -1,
      uninvested: [],
    });
  });

  test("without one, nothing is named", () => {
    expect(explainTimeWeightedReturn([{ value: 100 }, { value: 125 }])).toStrictEqual({ total: 0.25, uninvested: [] });
  });

  test("is not a return when it is all there is", () => {
    expect(() => timeWeightedReturn([{ value: 0 }, { value: 0, flow: 10 }])).toThrow(
      refusal(none, ["valuations"], { reason: "never-invested" }),
    );
  });
});
