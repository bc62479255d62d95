import { expectTypeOf, test } from "vitest";

import { retirementGap, type RetirementInput } from "../../src/financial-planning/index.ts";
import { money } from "../../src/money/index.ts";
import { household } from "./cases.ts";

test("the currency goes through", () => {
  const plan = retirementGap(household);
  expectTypeOf(plan.result.gap.nominal.currency).toEqualTypeOf<"CNY">();
  expectTypeOf(plan.kind).toEqualTypeOf<"retirement">();
});

test("two currencies in one plan do not compile", () => {
  const mixed: RetirementInput<"CNY"> = {
    ...household,
    // @ts-expect-error Hong Kong dollars in a plan of yuan
    monthlySaving: money("1", "HKD"),
  };
  expectTypeOf(mixed).toEqualTypeOf<RetirementInput<"CNY">>();
});
