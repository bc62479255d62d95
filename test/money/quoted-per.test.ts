import { describe, expect, test } from "vitest";

import { convert, money, type ExchangeRate } from "../../src/money/index.ts";
import { relationshipValue } from "../../src/relationship-value/index.ts";
import { refusalOf } from "../support/refusal.ts";

const quoted = { from: "USD", to: "CNY", rate: "712.34", date: "2025-12-31", source: "list of a bank" } as const;
const line = { id: "L-1", client: "C-1", product: "FX", item: "asset", period: "2025", basis: "actual" } as const;
const valued = (rate: ExchangeRate): unknown =>
  relationshipValue([{ ...line, amount: money("100", "USD") }], {
    client: "C-1",
    period: "2025",
    currency: "CNY",
    rates: [rate],
  });

describe("a rate quoted for a hundred units is not taken for the rate of one", () => {
  test.each([
    ["unit", 100],
    ["units", "100"],
    ["per", 100],
    ["quantity", 10_000],
    ["multiplier", 0.01],
  ])("%s: %j", (name, value) => {
    const rate = { ...quoted, [name]: value };
    expect(refusalOf(() => convert(money("100", "USD"), rate, "half-even"))).toMatchObject({
      code: "money/invalid-rate",
      path: ["rate", name],
    });
    expect(refusalOf(() => valued(rate))).toMatchObject({
      code: "relationship-value/invalid-rate",
      path: ["rates", 0, name],
    });
  });

  test.each([undefined, null, 1, "1"])("one unit, %j, is what it is anyway", (unit) => {
    // 100 × 7.1234
    expect(
      convert(money("100", "USD"), { ...quoted, rate: "7.1234", unit } as ExchangeRate<"USD", "CNY">, "half-even")
        .amount,
    ).toBe("712.34");
  });

  test("money of which the currency cannot be read is refused as money", () => {
    const given = Object.defineProperty({ amount: "1" }, "currency", {
      enumerable: true,
      get: () => {
        throw new RangeError("thrown by a getter");
      },
    });
    expect(refusalOf(() => convert(given as never, quoted, "half-even")).code).toMatch(/^money\//);
  });
});
