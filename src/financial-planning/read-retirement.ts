import { ageOn } from "../calendar/index.ts";
import { type DecimalString, type LocalDate, ROUNDING_MODES, type Path, toDayNumber } from "../core/index.ts";
import { Decimal } from "../core/decimal.ts";
import {
  asGiven,
  byTag,
  compareTexts,
  listOf,
  oneOf,
  policyMembers,
  readDaysInForce,
  recordOf,
  optional,
  readDate,
  readObject,
  readText,
  refuseValue,
  shapeOf,
  wholeNumber,
} from "../core/inner.ts";
import type { Money } from "../money/index.ts";
import { HIGHEST_REPLACEMENT_RATIO, minorOf, readMoney } from "../money/inner.ts";

import { readAgeBasis } from "./age-basis.ts";
import { refuse } from "./errors.ts";
import { type PensionFigures, pensionsByYear, type ResolvedRetirement, returnBeforeOf } from "./projection.ts";
import { assumed, OLDEST, readDecimalText, readRateText } from "./plan.ts";
import {
  type ExpectedPension,
  type PlannedPerson,
  RETIREMENT_ASSUMPTION_NAMES,
  type RetirementAssumptions,
  type RetirementInput,
  type RetirementPot,
  type RetirementSpending,
  type ReturnLimits,
  type RiskProfile,
  type SensitivityStep,
} from "./types.ts";

const readYears = wholeNumber(0, OLDEST);
const readAge = (age: number, path: Path): number => readYears(age, path, "financial-planning/invalid-age");

function readRatio(text: DecimalString, path: Path): DecimalString {
  const ratio = new Decimal(readDecimalText(text, path));
  if (ratio.gte(0) && ratio.lte(HIGHEST_REPLACEMENT_RATIO)) return text;
  return refuseValue("financial-planning/rate-out-of-range", path, 'a share from 0 to 5, "0.7" for 70 %', text, {
    min: 0,
    max: HIGHEST_REPLACEMENT_RATIO,
  });
}

/** A client’s assessment of risk. */
const readProfile = shapeOf<RiskProfile>({ grade: readText, assessedOn: readDate, validUntil: readDate });

/** A client’s assessment of risk, whose days are in order. */
function readRiskProfile(profile: RiskProfile, path: Path, code: string): RiskProfile {
  const { assessedOn, validUntil } = readProfile(profile, path, code);
  if (toDayNumber(validUntil) >= toDayNumber(assessedOn)) return profile;
  const details = { assessedOn, validUntil };
  return refuse("financial-planning/invalid-input", "not before assessedOn", [...path, "validUntil"], details);
}

const readLimits = shapeOf<ReturnLimits>({ ...policyMembers, returnByGrade: recordOf(readRateText) });

/** The highest returns by grade. */
function readReturnLimits(limits: ReturnLimits, path: Path, code: string): ReturnLimits {
  readLimits(limits, path, code);
  readDaysInForce(limits, path);
  return limits;
}

/** A person as it may be written; one of the two is there. */
type PersonParts = Partial<{ readonly birthDate: LocalDate; readonly age: number }>;

const readPersonParts = shapeOf<PersonParts>({ birthDate: optional(readDate), age: optional(readAge) });

function readPerson(person: PlannedPerson, path: Path, code: string): PlannedPerson {
  const { birthDate, age } = readPersonParts(person, path, code);
  if ((birthDate === undefined) !== (age === undefined)) return person;
  return refuse("financial-planning/invalid-input", "either a birth date or an age", path, {
    [age === undefined ? "neither" : "both"]: true,
  });
}

const readEachAssumption = shapeOf<RetirementAssumptions>({
  inflation: assumed(readRateText),
  returnBeforeRetirement: assumed(readRateText),
  returnAfterRetirement: assumed(readRateText),
  lifeExpectancy: assumed(readAge),
});

/** The assumptions; a dated set of them has them in a member of the same name, and is not taken for them. */
function readAssumptions(assumptions: RetirementAssumptions, path: Path, code: string): RetirementAssumptions {
  if (Object.hasOwn(readObject(assumptions, path, code), "assumptions")) {
    refuse("financial-planning/invalid-input", "a set: give its member assumptions", path, { set: true });
  }
  return readEachAssumption(assumptions, path, code);
}

type SpendingBy<B> = Extract<RetirementSpending, { readonly basis: B }>;

const readParts = shapeOf<RetirementInput>({
  asOf: readDate,
  person: readPerson,
  retirementAge: readAge,
  retirementAgeBasis: optional(readAgeBasis),
  spending: byTag<RetirementSpending, "basis">("basis", {
    amount: shapeOf<SpendingBy<"amount">>({ basis: asGiven, annual: readMoney, annualIncome: optional(readMoney) }),
    "replacement-ratio": shapeOf<SpendingBy<"replacement-ratio">>({
      basis: asGiven,
      annualIncome: readMoney,
      ratio: readRatio,
    }),
  }),
  pots: listOf(shapeOf<RetirementPot>({ id: readText, balance: readMoney })),
  pensions: listOf(
    shapeOf<ExpectedPension>({
      id: readText,
      annual: readMoney,
      fromAge: readAge,
      untilAge: optional(readAge),
      increase: readRateText,
    }),
  ),
  monthlySaving: readMoney,
  assumptions: readAssumptions,
  riskProfile: optional(readRiskProfile),
  returnLimits: optional(readReturnLimits),
  sensitivity: optional(
    listOf(shapeOf<SensitivityStep>({ assumption: oneOf(RETIREMENT_ASSUMPTION_NAMES), change: readDecimalText })),
  ),
  rounding: oneOf(ROUNDING_MODES),
});

/** The age on a day in completed years, as given or by birth date. */
function ageOf(person: PlannedPerson, asOf: LocalDate): number {
  const { birthDate, age } = person as PersonParts;
  if (birthDate === undefined) return readAge(age ?? Number.NaN, ["person", "age"]);
  const path = ["person", "birthDate"];
  if (toDayNumber(birthDate) > toDayNumber(asOf)) {
    refuse("financial-planning/ages-out-of-order", "born after asOf", path, { asOf });
  }
  return readAge(ageOn(birthDate, asOf, { leapDay: "1-march" }), path);
}

/** Every amount of a plan with its place, in the order of the input. */
export function amountsOf({ spending, pots, pensions, monthlySaving }: RetirementInput): (readonly [Money, Path])[] {
  const amounts: (readonly [Money, Path])[] = [];
  if (spending.basis === "amount") amounts.push([spending.annual, ["spending", "annual"]]);
  if (spending.annualIncome !== undefined) amounts.push([spending.annualIncome, ["spending", "annualIncome"]]);
  for (const [i, { balance }] of pots.entries()) amounts.push([balance, ["pots", i, "balance"]]);
  for (const [i, { annual }] of pensions.entries()) amounts.push([annual, ["pensions", i, "annual"]]);
  amounts.push([monthlySaving, ["monthlySaving"]]);
  return amounts;
}

/** Checks that nothing is listed twice, and that every amount is in the currency of most of them and not below 0. */
function requireAmounts(input: RetirementInput): void {
  for (const name of ["pots", "pensions"] as const) {
    const ids = input[name].map(({ id }) => id);
    const at = ids.findIndex((id, index) => ids.indexOf(id) < index);
    if (at >= 0) refuse("financial-planning/invalid-input", "used twice: it would count twice", [name, at, "id"], {});
  }
  const amounts = amountsOf(input);
  const currencies = amounts.map(([{ currency }]) => currency).sort(compareTexts);
  // what more than half of a sorted list has is in its middle
  const expected = currencies[(currencies.length - 1) >> 1] ?? "";
  for (const [amount, path] of amounts) {
    const received = amount.currency;
    if (received !== expected) {
      refuse("financial-planning/currency-mismatch", `the plan is in ${expected}`, path, { expected, received });
    }
    if (minorOf(amount, path) < 0) {
      refuseValue("financial-planning/amount-out-of-range", path, "0 or more", amount.amount);
    }
  }
}

/** A checked input as numbers. */
export interface ReadRetirement {
  readonly figures: ResolvedRetirement;
  readonly income: Decimal | null;
}

const figure = ({ amount }: Money): Decimal => new Decimal(amount);

function pensionFigures({ annual, fromAge, untilAge, increase }: ExpectedPension, i: number): PensionFigures {
  if (untilAge !== undefined && untilAge <= fromAge) {
    const path = ["pensions", i, "untilAge"];
    refuse("financial-planning/ages-out-of-order", "above fromAge", path, { fromAge, untilAge });
  }
  return { annual: figure(annual), fromAge, untilAge: untilAge ?? Infinity, increase: new Decimal(increase) };
}

/** The input of a retirement plan, read whole and converted to numbers. */
export function readRetirement(input: RetirementInput): ReadRetirement {
  const code = "financial-planning/invalid-input";
  // the path of a member begins with the member
  readParts(readObject(input, ["input"], code), [], code);
  const { assumptions, retirementAge, spending } = input;
  const lifeExpectancy = assumptions.lifeExpectancy.value;
  const age = ageOf(input.person, input.asOf);
  if (age > retirementAge || retirementAge >= lifeExpectancy) {
    refuse(
      "financial-planning/ages-out-of-order",
      "age on asOf, at most retirement age, below life expectancy",
      ["retirementAge"],
      { age, retirementAge, lifeExpectancy },
    );
  }
  requireAmounts(input);
  const income = spending.annualIncome === undefined ? null : figure(spending.annualIncome);
  const pensions = input.pensions.map(pensionFigures);
  const figures: ResolvedRetirement = {
    age,
    retirementAge,
    lifeExpectancy,
    spending:
      spending.basis === "amount" ? figure(spending.annual) : figure(spending.annualIncome).times(spending.ratio),
    savings: input.pots.reduce((sum, pot) => sum.plus(pot.balance.amount), new Decimal(0)),
    monthlySaving: figure(input.monthlySaving),
    pensions,
    pensionsPaid: pensionsByYear(pensions, age, OLDEST),
    inflation: new Decimal(assumptions.inflation.value),
    ...returnBeforeOf(new Decimal(assumptions.returnBeforeRetirement.value)),
    returnAfter: new Decimal(assumptions.returnAfterRetirement.value),
  };
  return { figures, income };
}
