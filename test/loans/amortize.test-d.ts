import { describe, expectTypeOf, test } from "vitest";

import { add, money, type Money } from "../../src/money/index.ts";
import { amortize } from "../../src/loans/index.ts";

const terms = {
  method: "level-payment",
  principal: money("1", "CNY"),
  rate: "0.04",
  periods: 12,
  start: "2026-01-20",
  interest: "monthly",
  rounding: "half-up",
} as const;

describe("loans and money", () => {
  test("money goes in and comes out, without a cast", () => {
    const { payment } = amortize(terms).row(0);
    expectTypeOf(payment).toExtend<Money<"CNY">>();
    expectTypeOf(amortize(terms).totals().interest).toEqualTypeOf<Money<"CNY">>();
    expectTypeOf(add(payment, money("1", "CNY"))).toExtend<Money<"CNY">>();
  });

  test("currencies do not mix", () => {
    // @ts-expect-error a fee in another currency than the principal
    amortize({ ...terms, fees: { upfront: money("1", "HKD") } });
  });

  test("terms belong to their method", () => {
    // @ts-expect-error a balloon without what is left
    amortize({ ...terms, method: "balloon" });
    // @ts-expect-error a bullet has no grace
    amortize({ ...terms, method: "bullet", grace: { periods: 1, pays: "interest" } });
    // @ts-expect-error the currency says how many digits an amount has
    amortize({ ...terms, fractionDigits: 2 });
  });
});
