import { expectTypeOf, test } from "vitest";

import {
  retirementGap,
  type RetirementCheck,
  type RetirementCheckDetails,
  type RetirementFormula,
  type RetirementFormulaInputs,
  type RetirementInput,
} from "../../src/financial-planning/index.ts";
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

test("findings and steps carry what their code and formula say", () => {
  const plan = retirementGap(household);
  for (const check of plan.checks) {
    if (check.code === "runs-out-before-life-expectancy") {
      expectTypeOf(check.details.depletionAge).toEqualTypeOf<number>();
    }
  }
  for (const step of plan.trace) {
    if (step.formula === "corpus") expectTypeOf(step.inputs.spending).toEqualTypeOf<string>();
  }
  expectTypeOf<keyof RetirementCheckDetails>().toEqualTypeOf<RetirementCheck>();
  expectTypeOf<keyof RetirementFormulaInputs>().toEqualTypeOf<RetirementFormula>();
});
