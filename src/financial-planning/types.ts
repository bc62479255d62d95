import type { DecimalString, LocalDate, Policy } from "../core/index.ts";
import type { Money, RoundingMode } from "../money/index.ts";
import type { RetirementAgeBasis } from "./age-basis.ts";
import type { Assumption, TwoMoneys } from "./plan.ts";

/** What a retirement plan assumes; every value is the caller's. */
export interface RetirementAssumptions {
  /** Per year, above -1 and below 1. */
  readonly inflation: Assumption;
  /** Effective per year before retirement, nominal, after fees and tax, above -1 and below 1. */
  readonly returnBeforeRetirement: Assumption;
  /** Effective per year from retirement on, nominal, after fees and tax, above -1 and below 1. */
  readonly returnAfterRetirement: Assumption;
  /** Age up to which money must last, exclusive: the last year paid for is the one before this birthday. */
  readonly lifeExpectancy: Assumption<number>;
}

/** Every assumption of a retirement plan, by name. */
export const RETIREMENT_ASSUMPTION_NAMES = [
  "inflation",
  "returnBeforeRetirement",
  "returnAfterRetirement",
  "lifeExpectancy",
] as const satisfies readonly (keyof RetirementAssumptions)[];

/** Name of one of the {@link RetirementAssumptions}. */
export type RetirementAssumptionName = (typeof RETIREMENT_ASSUMPTION_NAMES)[number];

/** A dated set of {@link RetirementAssumptions} that a bank keeps as policy. */
export interface RetirementAssumptionSet extends Policy {
  readonly assumptions: RetirementAssumptions;
}

/** What a client’s assessment of risk says (风险承受能力评估). */
export interface RiskProfile {
  /** In the bank’s own words, such as `"C2"`. */
  readonly grade: string;
  /** Day of the assessment, the first on which it is valid. */
  readonly assessedOn: LocalDate;
  /** Last day on which it is valid, not before `assessedOn`. */
  readonly validUntil: LocalDate;
}

/** How high a return a bank lets a plan count with, by the client’s grade of risk: a policy of the house. */
export interface ReturnLimits extends Policy {
  /** Highest return per year by grade, inclusive, a share above -1 and below 1: `"0.03"` is 3 %. */
  readonly returnByGrade: Readonly<Record<string, DecimalString>>;
}

/**
 * Who the plan is for: born on a day, or of an age in completed years on `asOf`; not both. The age of a day of birth is
 * that of `ageOn` of calendar; who was born on 29 February completes a year on 1 March where there is no such day.
 */
export type PlannedPerson = { readonly birthDate: LocalDate } | { readonly age: number };

/** What the household wants to spend per year in retirement, in the prices of `asOf`. */
export type RetirementSpending<C extends string = string> =
  | {
      readonly basis: "amount";
      readonly annual: Money<C>;
      /** Income per year today; used only for the replacement ratio shown. */
      readonly annualIncome?: Money<C>;
    }
  | {
      readonly basis: "replacement-ratio";
      /** Income per year today. */
      readonly annualIncome: Money<C>;
      /** Share of that income wanted in retirement (替代率), 0 to 5. */
      readonly ratio: DecimalString;
    };

/** A pension, annuity or rent that will be paid in retirement. */
export interface ExpectedPension<C extends string = string> {
  readonly id: string;
  /** Per year, in the prices of `asOf`, paid at the beginning of each year of age. */
  readonly annual: Money<C>;
  /** Age of the first payment; before retirement nothing is counted. */
  readonly fromAge: number;
  /** Age of the first year without payment. Default: paid for life. */
  readonly untilAge?: number;
  /** Growth per year from `asOf` on, nominal, above -1 and below 1; the inflation rate for a pension that keeps its value. */
  readonly increase: DecimalString;
}

/** Savings meant for retirement. */
export interface RetirementPot<C extends string = string> {
  readonly id: string;
  readonly balance: Money<C>;
}

/** A change of one assumption whose effect the plan should show. */
export interface SensitivityStep {
  readonly assumption: RetirementAssumptionName;
  /** Added to the rate, or to the age in whole years. */
  readonly change: DecimalString;
}

/** Everything a retirement plan is computed from. */
export interface RetirementInput<C extends string = string> {
  readonly asOf: LocalDate;
  readonly person: PlannedPerson;
  /** Whole years; the age on `asOf` or more. */
  readonly retirementAge: number;
  /** Whose age that is, and who says so. Default: not said, which the plan discloses. */
  readonly retirementAgeBasis?: RetirementAgeBasis;
  readonly spending: RetirementSpending<C>;
  readonly pots: readonly RetirementPot<C>[];
  readonly pensions: readonly ExpectedPension<C>[];
  /** Saved at the end of each month until retirement, the same amount throughout. */
  readonly monthlySaving: Money<C>;
  readonly assumptions: RetirementAssumptions;
  /** The client’s assessment of risk. Without it, no higher return is offered. */
  readonly riskProfile?: RiskProfile;
  /** The bank’s own, by grade of risk. Without it, no higher return is offered. */
  readonly returnLimits?: ReturnLimits;
  /** Default none. */
  readonly sensitivity?: readonly SensitivityStep[];
  readonly rounding: RoundingMode;
}

/** What a higher return is never offered without. */
export const RETURN_RISKS = ["loss-possible", "not-promised"] as const;

/** A risk that is told with a higher return: the money may be lost; the return is promised by nobody. */
export type ReturnRisk = (typeof RETURN_RISKS)[number];

/** A return that closes the gap and that the client’s grade of risk allows. */
export interface HigherReturn {
  /** Return before retirement that is enough, effective per year, rounded up to 6 digits. */
  readonly returnBeforeRetirement: DecimalString;
  readonly grade: string;
  /** What the grade allows, as the policy has it. */
  readonly highestReturn: DecimalString;
  /** The {@link ReturnLimits} that say so, by id. */
  readonly policy: string;
  readonly version: string;
  /** Every risk there is: whoever tells the return tells them. */
  readonly risks: readonly ReturnRisk[];
}

/** What the plan aims at. */
export interface RetirementGoal<C extends string = string> {
  /** Completed years on `asOf`. */
  readonly age: number;
  readonly retirementAge: number;
  /** Whose age that is, as given; null when the input does not say. */
  readonly retirementAgeBasis: RetirementAgeBasis | null;
  readonly yearsToRetirement: number;
  readonly yearsInRetirement: number;
  /** Spending of the first year of retirement. */
  readonly annualSpending: TwoMoneys<C>;
  /** That spending as a share of today's income, 4 digits; null when no income was given. */
  readonly replacementRatio: DecimalString | null;
}

/** One row of the retire-later table: everything else as planned. */
export interface RetirementAgeRow<C extends string = string> {
  /** Years relative to the planned age, -3 to 3. */
  readonly years: number;
  readonly retirementAge: number;
  readonly need: TwoMoneys<C>;
  readonly have: TwoMoneys<C>;
  readonly gap: TwoMoneys<C>;
  /** Null when retirement is now. */
  readonly additionalMonthly: Money<C> | null;
}

/** The effect of one changed assumption. */
export interface RetirementSensitivity<C extends string = string> extends SensitivityStep {
  /** The assumption after the change. */
  readonly value: string;
  readonly gap: TwoMoneys<C>;
}
