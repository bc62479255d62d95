import { describe, expect, test } from "vitest";

import {
  FLOW_ARRIVALS,
  modifiedDietz,
  moneyWeightedReturn,
  type PortfolioSpan,
} from "../../../src/time-value/index.ts";
import { refusal } from "../../support/refusal.ts";

const out = "time-value/out-of-domain";
const none = "time-value/no-solution";

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
    expect(() => modifiedDietz(early)).toThrow(refusal(none, ["startValue"], { reason: "no-capital" }));
  });

  test("is refused with a place", () => {
    const odd = JSON.parse('{"flowsAt":"noon"}') as { readonly flowsAt: "end-of-day" };
    expect(() => modifiedDietz(span, odd)).toThrow(
      refusal(out, ["options", "flowsAt"], { received: "string(4)", allowed: FLOW_ARRIVALS }),
    );
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
    const none = { ...span, from: "1969-12-01", to: "1970-02-01", flows: [{ date: "1970-01-32", amount: 1 }] };
    expect(() => moneyWeightedReturn(none)).toThrow(refusal(out, ["flows", 0, "date"], { received: "1970-01-32" }));
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
    expect(() => moneyWeightedReturn(span, 0.5)).toThrow(refusal(out, ["dayCount"], { received: "0.5" }));
  });
});
