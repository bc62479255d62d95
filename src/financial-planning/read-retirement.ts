import { ageOn } from "../calendar/index.ts";
import {
  type DecimalString,
  describeValue,
  type LocalDate,
  readDecimal,
  type Path,
  toDayNumber,
} from "../core/index.ts";
import { type Money, toMinorUnits } from "../money/index.ts";

import { refuse } from "./errors.ts";
import type { ResolvedRetirement } from "./projection.ts";
import type { Assumption, PlannedPerson, RetirementAssumptions, RetirementInput } from "./types.ts";

/** Oldest age a plan may state, inclusive. */
const OLDEST = 150;

function readAge(age: number, path: Path): number {
  if (Number.isInteger(age) && age >= 0 && age <= OLDEST) return age;
  return refuse("financial-planning/invalid-age", `whole years from 0 to ${String(OLDEST)}`, path, {
    received: describeValue(age),
    min: 0,
    max: OLDEST,
  });
}

function readPerson(person: PlannedPerson, asOf: LocalDate): number {
  if ("age" in person) return readAge(person.age, ["person", "age"]);
  if (toDayNumber(person.birthDate, "birthDate") > toDayNumber(asOf, "asOf")) {
    refuse("financial-planning/ages-out-of-order", "born after asOf", ["person", "birthDate"], { asOf });
  }
  return readAge(ageOn(person.birthDate, asOf, { leapDay: "1-march" }), ["person", "birthDate"]);
}

/** A yearly rate between −100 % and 100 %, both excluded: a percentage given as `"5"` is caught here. */
export function readRate(text: DecimalString, path: Path): number {
  readDecimal(text, path);
  const rate = Number(text);
  if (rate > -1 && rate < 1) return rate;
  return refuse("financial-planning/rate-out-of-range", 'a share between -1 and 1, "0.05" for 5 %', path, {
    received: describeValue(text),
    min: -1,
    max: 1,
  });
}

function readAssumption(assumption: Assumption, name: keyof RetirementAssumptions): number {
  toDayNumber(assumption.date, `assumptions.${name}.date`);
  return readRate(assumption.value, ["assumptions", name, "value"]);
}

/** Checks that every amount is in one currency and not below 0, and turns it into a number of major units. */
function amountReader(currency: string): (amount: Money, path: Path) => number {
  return (amount, path) => {
    const minor = toMinorUnits(amount);
    if (amount.currency !== currency) {
      refuse("financial-planning/currency-mismatch", `the plan is in ${currency}`, path, {
        expected: currency,
        received: amount.currency,
      });
    }
    if (minor < 0n) {
      refuse("financial-planning/amount-out-of-range", "0 or more", path, { received: describeValue(amount.amount) });
    }
    return Number(amount.amount);
  };
}

/** Yearly spending and income today, as numbers. */
function readSpending(
  { spending }: RetirementInput,
  amount: (money: Money, path: Path) => number,
): { readonly spending: number; readonly income: number | null } {
  if (spending.basis === "amount") {
    const annual = amount(spending.annual, ["spending", "annual"]);
    return {
      spending: annual,
      income: spending.annualIncome === undefined ? null : amount(spending.annualIncome, ["spending", "annualIncome"]),
    };
  }
  readDecimal(spending.ratio, "spending.ratio");
  const ratio = Number(spending.ratio);
  if (!(ratio >= 0 && ratio <= 5)) {
    refuse("financial-planning/rate-out-of-range", 'a share from 0 to 5, "0.7" for 70 %', ["spending", "ratio"], {
      received: describeValue(spending.ratio),
      min: 0,
      max: 5,
    });
  }
  const income = amount(spending.annualIncome, ["spending", "annualIncome"]);
  return { spending: income * ratio, income };
}

/** A checked input as numbers. */
export interface ReadRetirement {
  readonly figures: ResolvedRetirement;
  readonly income: number | null;
}

/** The input of a retirement plan, checked and converted to numbers. */
export function readRetirement(input: RetirementInput): ReadRetirement {
  toDayNumber(input.asOf, "asOf");
  const { assumptions } = input;
  const amount = amountReader(input.monthlySaving.currency);
  const age = readPerson(input.person, input.asOf);
  const retirementAge = readAge(input.retirementAge, ["retirementAge"]);
  toDayNumber(assumptions.lifeExpectancy.date, "assumptions.lifeExpectancy.date");
  const lifeExpectancy = readAge(assumptions.lifeExpectancy.value, ["assumptions", "lifeExpectancy", "value"]);
  if (age > retirementAge || retirementAge >= lifeExpectancy) {
    refuse(
      "financial-planning/ages-out-of-order",
      "age on asOf, at most retirement age, below life expectancy",
      ["retirementAge"],
      { age, retirementAge, lifeExpectancy },
    );
  }
  const { spending, income } = readSpending(input, amount);
  const figures: ResolvedRetirement = {
    age,
    retirementAge,
    lifeExpectancy,
    spending,
    savings: input.pots.reduce((sum, pot, i) => sum + amount(pot.balance, ["pots", i, "balance"]), 0),
    monthlySaving: amount(input.monthlySaving, ["monthlySaving"]),
    pensions: input.pensions.map((pension, i) => {
      const path = ["pensions", i];
      const fromAge = readAge(pension.fromAge, [...path, "fromAge"]);
      const untilAge = pension.untilAge === undefined ? Infinity : readAge(pension.untilAge, [...path, "untilAge"]);
      if (untilAge <= fromAge) {
        refuse("financial-planning/ages-out-of-order", "above fromAge", [...path, "untilAge"], { fromAge, untilAge });
      }
      const increase = readRate(pension.increase, [...path, "increase"]);
      return { annual: amount(pension.annual, [...path, "annual"]), fromAge, untilAge, increase };
    }),
    inflation: readAssumption(assumptions.inflation, "inflation"),
    returnBefore: readAssumption(assumptions.returnBeforeRetirement, "returnBeforeRetirement"),
    returnAfter: readAssumption(assumptions.returnAfterRetirement, "returnAfterRetirement"),
  };
  return { figures, income };
}
