import type { DecimalString, LocalDate, Policy } from "../core/index.ts";
import type { Money, RoundingMode } from "../money/index.ts";
import type { Assumption, PlanCheck, PlanEnvelope, TraceStep, TwoMoneys } from "./plan.ts";

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

/** Who the plan is for: born on a day, or of an age in completed years on `asOf`; not both. */
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
  readonly spending: RetirementSpending<C>;
  readonly pots: readonly RetirementPot<C>[];
  readonly pensions: readonly ExpectedPension<C>[];
  /** Saved at the end of each month until retirement, the same amount throughout. */
  readonly monthlySaving: Money<C>;
  readonly assumptions: RetirementAssumptions;
  /** Default none. */
  readonly sensitivity?: readonly SensitivityStep[];
  readonly rounding: RoundingMode;
}

/** Findings about a retirement plan. */
export type RetirementCheck = (typeof RETIREMENT_CHECKS)[number];

/** Every {@link RetirementCheck}. */
export const RETIREMENT_CHECKS = [
  "shortfall",
  "retires-now",
  "real-return-not-positive",
  "runs-out-before-life-expectancy",
  "pension-starts-after-retirement",
  "no-pension",
] as const;

/** What each finding about a retirement plan carries: ages in whole years, rates per year. */
export interface RetirementCheckDetails {
  /** The capital at this age is less than what is needed. */
  readonly shortfall: { readonly retirementAge: number };
  readonly "retires-now": { readonly retirementAge: number };
  /** The return after retirement does not exceed inflation. */
  readonly "real-return-not-positive": { readonly realReturn: DecimalString };
  /** The age of the first year that cannot be paid in full. */
  readonly "runs-out-before-life-expectancy": { readonly depletionAge: number; readonly lifeExpectancy: number };
  readonly "pension-starts-after-retirement": { readonly retirementAge: number; readonly firstPensionAge: number };
  readonly "no-pension": Record<string, never>;
}

/** One finding about a retirement plan. */
export type RetirementFinding = {
  readonly [Code in RetirementCheck]: PlanCheck<Code, RetirementCheckDetails[Code]>;
}[RetirementCheck];

/** Formulas of a retirement plan's trace. */
export type RetirementFormula = (typeof RETIREMENT_FORMULAS)[number];

/** Every {@link RetirementFormula}, in the order of the trace. */
export const RETIREMENT_FORMULAS = [
  "years-to-retirement",
  "years-in-retirement",
  "spending-at-retirement",
  "real-return",
  "corpus",
  "pension-value",
  "monthly-return",
  "pots-at-retirement",
  "savings-at-retirement",
  "gap",
  "additional-monthly-saving",
] as const;

/** What each formula of a retirement plan works on. */
export interface RetirementFormulaInputs {
  readonly "years-to-retirement": { readonly retirementAge: number; readonly age: number };
  readonly "years-in-retirement": { readonly lifeExpectancy: number; readonly retirementAge: number };
  /** Spending per year, in the prices of today and, as its value, in those of the day of retirement. */
  readonly "spending-at-retirement": {
    readonly spendingToday: DecimalString;
    readonly inflation: DecimalString;
    readonly years: number;
  };
  /** Return after retirement over inflation. */
  readonly "real-return": { readonly returnAfterRetirement: DecimalString; readonly inflation: DecimalString };
  /** Capital that pays the spending at the beginning of each year; `when` is 1 for that. */
  readonly corpus: {
    readonly spending: DecimalString;
    readonly realReturn: DecimalString;
    readonly years: number;
    readonly when: 1;
  };
  /** What the pensions are worth as capital; `pensions` is their number. */
  readonly "pension-value": {
    readonly pensions: number;
    readonly returnAfterRetirement: DecimalString;
    readonly years: number;
  };
  readonly "monthly-return": { readonly returnBeforeRetirement: DecimalString };
  readonly "pots-at-retirement": {
    readonly pots: DecimalString;
    readonly returnBeforeRetirement: DecimalString;
    readonly years: number;
  };
  /** Saving at the end of each month; `when` is 0 for that. */
  readonly "savings-at-retirement": {
    readonly monthlySaving: DecimalString;
    readonly monthlyReturn: DecimalString;
    readonly months: number;
    readonly when: 0;
  };
  /** Capital less pensions, not below 0, less what will be there: below 0 for a surplus. */
  readonly gap: { readonly corpus: DecimalString; readonly pensionValue: DecimalString; readonly have: DecimalString };
  /** Below 0 where saving could be less. */
  readonly "additional-monthly-saving": {
    readonly gap: DecimalString;
    readonly monthlyReturn: DecimalString;
    readonly months: number;
  };
}

/** One step of the computation of a retirement plan. */
export type RetirementStep = {
  readonly [Formula in RetirementFormula]: TraceStep<Formula, RetirementFormulaInputs[Formula]>;
}[RetirementFormula];

/** What the plan aims at. */
export interface RetirementGoal<C extends string = string> {
  /** Completed years on `asOf`. */
  readonly age: number;
  readonly retirementAge: number;
  readonly yearsToRetirement: number;
  readonly yearsInRetirement: number;
  /** Spending of the first year of retirement. */
  readonly annualSpending: TwoMoneys<C>;
  /** That spending as a share of today's income, 4 digits; null when no income was given. */
  readonly replacementRatio: DecimalString | null;
}

/** Ways that each close the gap alone, null when there is none; when there is no gap, every way is as planned. */
export interface RetirementWays<C extends string = string> {
  /** On top of the planned monthly saving; null when retirement is now. */
  readonly saveMore: { readonly additionalMonthly: Money<C>; readonly totalMonthly: Money<C> } | null;
  /** First whole age at which there is no gap; null when there is none before the life expectancy. */
  readonly retireLater: { readonly retirementAge: number; readonly years: number } | null;
  /** Spending per year in the prices of `asOf`, and how much less than planned that is. */
  readonly spendLess: { readonly annualToday: Money<C>; readonly reduction: Money<C> };
  /** Return before retirement that would be enough, effective per year, 6 digits; null when no rate does. */
  readonly higherReturn: { readonly returnBeforeRetirement: DecimalString } | null;
}

/** One way to close a retirement gap, alone. */
export type RetirementWay<C extends string = string> =
  | ({ readonly code: "save-more" } & NonNullable<RetirementWays<C>["saveMore"]>)
  | ({ readonly code: "retire-later" } & NonNullable<RetirementWays<C>["retireLater"]>)
  | ({ readonly code: "spend-less" } & RetirementWays<C>["spendLess"])
  | ({ readonly code: "higher-return" } & NonNullable<RetirementWays<C>["higherReturn"]>);

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

/** The result of a retirement plan, as of the day of retirement. */
export interface RetirementResult<C extends string = string> {
  /** Capital that pays the spending, less what pensions pay; not below 0. */
  readonly need: TwoMoneys<C>;
  /** Capital before pensions are deducted. */
  readonly needBeforePensions: TwoMoneys<C>;
  /** What the pensions are worth as capital. */
  readonly pensionValue: TwoMoneys<C>;
  /** Pots and savings, grown. */
  readonly have: TwoMoneys<C>;
  /** Need less have: above 0 a shortfall, below 0 a surplus. */
  readonly gap: TwoMoneys<C>;
  /** (have + pensions) / capital before pensions, 4 digits; null when no capital is needed. */
  readonly fundedRatio: DecimalString | null;
  /**
   * Spending per year, in the prices of `asOf`, that the plan can carry as it is; above the planned spending with a
   * surplus.
   */
  readonly sustainableSpending: Money<C>;
  readonly ways: RetirementWays<C>;
  /**
   * Age of the first year that cannot be paid in full; null when the money lasts to the life expectancy. There may be
   * one without a shortfall, when a late pension leaves too little before it starts.
   */
  readonly depletionAge: number | null;
  /** Rows for -3 to 3 years; ages already past, or not before the life expectancy, are left out. */
  readonly retirementAges: readonly RetirementAgeRow<C>[];
}

/** A retirement plan (养老规划). */
export type RetirementPlan<C extends string = string> = PlanEnvelope<
  "retirement",
  RetirementAssumptions,
  RetirementGoal<C>,
  RetirementResult<C>,
  RetirementFinding,
  RetirementStep,
  RetirementSensitivity<C>
>;
