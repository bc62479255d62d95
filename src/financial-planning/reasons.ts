import type { DecimalString, IssuesOf, LocalDate, ReadingDetails } from "../core/index.ts";
import type { Money } from "../money/index.ts";
import type { Retiree } from "./age-basis.ts";
import type { PlanCheck, TraceStep } from "./plan.ts";
import type { HigherReturn, RetirementAssumptionName } from "./types.ts";

/** What the errors of this room carry, by code. */
export interface FinancialPlanningErrorDetails {
  /**
   * A part of the input is missing, misspelt, of the wrong kind or not one of the words allowed; the path names it.
   *
   * Remedy: correct the member at `path`; `RetirementInputSchema` describes the input of `retirementGap`.
   */
  "financial-planning/invalid-input": ReadingDetails & {
    /** A person with a birth date and an age, or with neither. */
    readonly both?: true;
    readonly neither?: true;
    /** An assessment of risk that ends before it begins. */
    readonly assessedOn?: LocalDate;
    readonly validUntil?: LocalDate;
    /** The assumption that is missing, or without its source and date. */
    readonly assumption?: RetirementAssumptionName;
    /** A dated set of assumptions where its member `assumptions` is meant. */
    readonly set?: true;
  };
  /**
   * An age other than whole years from 0 to 150, or a life expectancy changed to one not above the retirement age.
   *
   * Remedy: give whole years from 0 to 150, and a change of life expectancy that leaves it above the retirement age.
   */
  "financial-planning/invalid-age": ReadingDetails | { readonly value: DecimalString; readonly retirementAge: number };
  /**
   * A birth after the day of the plan; ages of the plan, or of a pension, in another order than they come in life.
   *
   * Remedy: correct the birth date or the ages: nobody retires before their present age or at their life expectancy,
   * and `untilAge` of a pension comes after `fromAge`.
   */
  "financial-planning/ages-out-of-order":
    | { readonly asOf: LocalDate }
    | { readonly age: number; readonly retirementAge: number; readonly lifeExpectancy: number }
    | { readonly fromAge: number; readonly untilAge: number };
  /**
   * Limits of a rate are exclusive, those of a ratio inclusive.
   *
   * Remedy: write 5% as `"0.05"`: a rate lies between -1 and 1, and the ratio of spending to income from 0 to 5.
   */
  "financial-planning/rate-out-of-range": {
    readonly received: string;
    readonly min: number;
    readonly max: number;
  };
  /**
   * An amount below 0, or a result beyond the limit: `path` is then the amount that is too large for it or, where the
   * amounts are not, the rate that makes them so.
   *
   * Remedy: correct the amount at `path`, which has to be 0 or more, or, where the result is too large, the unit of the
   * amount or the rate.
   */
  "financial-planning/amount-out-of-range":
    { readonly received: string } | { readonly limit: number; readonly largest: string };
  /**
   * An amount in another currency than most of the plan.
   *
   * Remedy: bring the amount at `path` into the currency of the others with `convert` of money.
   */
  "financial-planning/currency-mismatch": { readonly expected: string; readonly received: string };
}

/** An error of this room, by code with its details. */
export type FinancialPlanningIssue = IssuesOf<FinancialPlanningErrorDetails>;

/** Why a higher return may not be offered, in the order they are looked at. */
export const HIGHER_RETURN_REFUSALS = [
  "risk-grade-not-given",
  "risk-assessment-not-valid",
  "return-limits-not-given",
  "return-limits-not-in-force",
  "grade-without-return-limit",
  "no-return-closes-gap",
  "return-above-grade-limit",
] as const;

/** Why a higher return is not offered. */
export type HigherReturnRefusalCode = (typeof HIGHER_RETURN_REFUSALS)[number];

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
  "not-a-statutory-age",
  "another-statutory-age",
  "assumed-return-above-grade",
  "changed-return-above-grade",
  "returns-not-assessed",
  "assumption-dated-later",
] as const;

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
  "need",
  "monthly-return",
  "pots-at-retirement",
  "savings-at-retirement",
  "gap",
  "additional-monthly-saving",
] as const;

/** Every disclosure of a retirement plan, in the order they are given. */
export const RETIREMENT_DISCLOSURES = [
  "assumptions-not-forecast",
  "no-promise-of-return",
  "no-product-advice",
  "tax-not-computed",
  "may-live-longer",
  "pension-not-confirmed",
  "statutory-retirement-age",
  "statutory-age-not-confirmed",
  "chosen-retirement-age",
  "retirement-age-not-explained",
] as const;

/** What has to be told with a retirement plan, by code. */
export type RetirementDisclosureCode = (typeof RETIREMENT_DISCLOSURES)[number];

/** What each finding about a retirement plan carries: ages in whole years, rates per year. */
export interface RetirementCheckDetails {
  /** The capital at this age is less than what is needed: there is a year that it does not pay in full. */
  readonly shortfall: { readonly retirementAge: number };
  readonly "retires-now": { readonly retirementAge: number };
  /** The return after retirement does not exceed inflation. */
  readonly "real-return-not-positive": { readonly realReturn: DecimalString };
  /** The age of the first year that cannot be paid in full. */
  readonly "runs-out-before-life-expectancy": { readonly depletionAge: number; readonly lifeExpectancy: number };
  readonly "pension-starts-after-retirement": { readonly retirementAge: number; readonly firstPensionAge: number };
  /** None at all, or none that is paid between retirement and life expectancy. */
  readonly "no-pension": Record<string, never>;
  /**
   * Without a date of birth: nobody of that kind has this statutory age in mainland China; `lowest` and `highest` are
   * inclusive.
   */
  readonly "not-a-statutory-age": {
    readonly person: Retiree;
    readonly retirementAge: number;
    readonly lowest: number;
    readonly highest: number;
  };
  /**
   * By the month of birth, the statutory age in mainland China is `years` and `months`, and the plan counts with another
   * one in whole years than `years`; no `months` where there are none.
   */
  readonly "another-statutory-age": {
    readonly person: Retiree;
    readonly retirementAge: number;
    readonly years: number;
    readonly months?: number;
  };
  /** The plan itself counts with more than the client’s grade of risk allows. */
  readonly "assumed-return-above-grade": {
    readonly assumption: RetirementAssumptionName;
    readonly value: DecimalString;
    readonly grade: string;
    readonly highestReturn: DecimalString;
  };
  /** A step of the sensitivity counts with more than the client’s grade of risk allows; `value` is the changed one. */
  readonly "changed-return-above-grade": {
    readonly assumption: RetirementAssumptionName;
    readonly change: DecimalString;
    readonly value: DecimalString;
    readonly grade: string;
    readonly highestReturn: DecimalString;
  };
  /** No valid grade of risk with a limit of the house was given, so that nothing says whether it allows these returns. */
  readonly "returns-not-assessed": {
    readonly returnBeforeRetirement: DecimalString;
    readonly returnAfterRetirement: DecimalString;
  };
  /** An assumption of a later day than the plan: on `asOf` nobody could have known it. */
  readonly "assumption-dated-later": {
    readonly assumption: RetirementAssumptionName;
    readonly date: LocalDate;
    readonly asOf: LocalDate;
  };
}

/** One finding about a retirement plan. */
export type RetirementFinding = {
  readonly [Code in RetirementCheck]: PlanCheck<Code, RetirementCheckDetails[Code]>;
}[RetirementCheck];

/** What each disclosure carries: ages in completed years. */
export interface RetirementDisclosureDetails {
  readonly "assumptions-not-forecast": Record<string, never>;
  readonly "no-promise-of-return": Record<string, never>;
  readonly "no-product-advice": Record<string, never>;
  /** Returns are assumed after tax and fees; spending and pensions are taken as they are given. */
  readonly "tax-not-computed": Record<string, never>;
  readonly "may-live-longer": { readonly lifeExpectancy: number };
  /** Only with pensions. */
  readonly "pension-not-confirmed": Record<string, never>;
  /** Only where the month of birth says so. */
  readonly "statutory-retirement-age": {
    readonly retirementAge: number;
    readonly person: Retiree;
    readonly source: string;
  };
  /** Said to be the statutory one; the month of birth is not known, or says otherwise, or the rule is not applied. */
  readonly "statutory-age-not-confirmed": {
    readonly retirementAge: number;
    readonly person: Retiree;
    readonly source: string;
  };
  readonly "chosen-retirement-age": { readonly retirementAge: number; readonly source: string };
  /** The input does not say whose age it is. */
  readonly "retirement-age-not-explained": { readonly retirementAge: number };
}

/** Something that has to be told with a retirement plan (风险提示), to whoever gets to see one of its figures. */
export type RetirementDisclosure = {
  readonly [Code in RetirementDisclosureCode]: {
    readonly code: Code;
    readonly details: RetirementDisclosureDetails[Code];
  };
}[RetirementDisclosureCode];

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
  /**
   * The capital with which no year falls short: what is due up to `untilAge`, exclusive, the age up to which most is
   * needed; both amounts are of the years up to it.
   */
  readonly need: {
    readonly untilAge: number;
    readonly corpus: DecimalString;
    readonly pensionValue: DecimalString;
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
  /** What is needed less what will be there: below 0 for a surplus. */
  readonly gap: { readonly need: DecimalString; readonly have: DecimalString };
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

/** What each refusal to offer a higher return carries. */
export interface HigherReturnRefusalDetails {
  readonly "risk-grade-not-given": Record<string, never>;
  /** The plan is of a day before the assessment, or after the last day it is valid. */
  readonly "risk-assessment-not-valid": {
    readonly asOf: LocalDate;
    readonly assessedOn: LocalDate;
    readonly validUntil: LocalDate;
  };
  readonly "return-limits-not-given": Record<string, never>;
  readonly "return-limits-not-in-force": {
    readonly asOf: LocalDate;
    readonly policy: string;
    readonly version: string;
  };
  readonly "grade-without-return-limit": {
    readonly grade: string;
    readonly policy: string;
    readonly version: string;
  };
  readonly "no-return-closes-gap": Record<string, never>;
  /** Rates per year: what the gap needs, and what the grade allows. */
  readonly "return-above-grade-limit": {
    readonly needed: DecimalString;
    readonly grade: string;
    readonly highestReturn: DecimalString;
  };
}

/** Why a higher return is not among the ways to close a gap. */
export type HigherReturnRefusal = {
  readonly [Code in HigherReturnRefusalCode]: {
    readonly code: Code;
    readonly details: HigherReturnRefusalDetails[Code];
  };
}[HigherReturnRefusalCode];

/**
 * Ways that each close the gap alone, null when there is none; when there is no gap, the first three are as planned.
 */
export interface RetirementWays<C extends string = string> {
  /** On top of the planned monthly saving; null when retirement is now. */
  readonly saveMore: { readonly additionalMonthly: Money<C>; readonly totalMonthly: Money<C> } | null;
  /** First whole age at which there is no gap; null when there is none before the life expectancy. */
  readonly retireLater: { readonly retirementAge: number; readonly years: number } | null;
  /** Spending per year in the prices of `asOf`, and how much less than planned that is. */
  readonly spendLess: { readonly annualToday: Money<C>; readonly reduction: Money<C> };
  /**
   * Only when the client’s assessment of risk is valid and the bank’s {@link ReturnLimits} allow its grade the return
   * that is needed; null otherwise, and when there is no gap.
   */
  readonly higherReturn: HigherReturn | null;
  /** Why `higherReturn` is not offered; null when it is, and when there is no gap. */
  readonly higherReturnRefusal: HigherReturnRefusal | null;
}

/** One way to close a retirement gap, alone. */
export type RetirementWay<C extends string = string> =
  | ({ readonly code: "save-more" } & NonNullable<RetirementWays<C>["saveMore"]>)
  | ({ readonly code: "retire-later" } & NonNullable<RetirementWays<C>["retireLater"]>)
  | ({ readonly code: "spend-less" } & RetirementWays<C>["spendLess"])
  | ({ readonly code: "higher-return" } & NonNullable<RetirementWays<C>["higherReturn"]>);

/** Every reason this room gives: its errors, and the findings, disclosures, steps and ways out of its plans. */
export type FinancialPlanningReasons =
  | FinancialPlanningIssue
  | RetirementFinding
  | RetirementDisclosure
  | RetirementStep
  | RetirementWay
  | HigherReturnRefusal;
