import type { DecimalString, IssuesOf, LocalDate, ReadingDetails } from "../core/index.ts";
import type { RetirementFinding, RetirementStep, RetirementWay } from "./types.ts";

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
   * An amount below 0, or a result beyond the limit.
   *
   * Remedy: correct the amount at `path`, which has to be 0 or more, or the unit of the amounts where the result is too
   * large.
   */
  "financial-planning/amount-out-of-range": { readonly received: string } | { readonly limit: number };
  /**
   * An amount in another currency than most of the plan.
   *
   * Remedy: bring the amount at `path` into the currency of the others with `convert` of money.
   */
  "financial-planning/currency-mismatch": { readonly expected: string; readonly received: string };
}

/** An error of this room, by code with its details. */
export type FinancialPlanningIssue = IssuesOf<FinancialPlanningErrorDetails>;

/** Every reason this room gives: its errors, and the findings, steps and ways out of its plans. */
export type FinancialPlanningReasons = FinancialPlanningIssue | RetirementFinding | RetirementStep | RetirementWay;
