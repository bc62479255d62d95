import { describe, expect, test } from "vitest";

import { timeWeightedReturn } from "../../../src/time-value/index.ts";
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
    expect(() => timeWeightedReturn([{ value: 1 }, { value: 2, flow: -2 }, { value: 0 }])).toThrow(
      refusal(none, ["valuations"], { reason: "nothing is invested after valuation 1" }),
    );
  });
});
