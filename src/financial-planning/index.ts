/**
 * Financial planning (理财规划): plans of a household, each with its assumptions, its answer and the way it was computed.
 * First of the eight: the retirement gap. Start with {@link retirementGap} and the assumptions of
 * {@link exampleRetirementAssumptions}.
 *
 * @packageDocumentation
 */

// -- Plans
export { retirementGap } from "./retirement-gap.ts";
export { waysToClose } from "./ways.ts";

// -- Policies
export { exampleRetirementAssumptions } from "./policies/example-retirement-assumptions.ts";

// -- Words
export { RETIREMENT_ASSUMPTION_NAMES, RETIREMENT_CHECKS, RETIREMENT_FORMULAS } from "./types.ts";
export { CHECK_LEVELS, PLANNING_TEMPLATES } from "./plan.ts";

// -- Types: what a plan takes
export type {
  RetirementInput,
  RetirementGoal,
  PlannedPerson,
  RetirementSpending,
  ExpectedPension,
  RetirementPot,
  RetirementAssumptionSet,
  RetirementAssumptions,
  RetirementAssumptionName,
  RetirementAgeRow,
} from "./types.ts";
export type { Assumption } from "./plan.ts";

// -- Types: what a plan says
export type {
  RetirementPlan,
  RetirementResult,
  RetirementFinding,
  RetirementCheck,
  RetirementCheckDetails,
  RetirementStep,
  RetirementFormula,
  RetirementFormulaInputs,
  RetirementSensitivity,
  RetirementWays,
  RetirementWay,
  SensitivityStep,
} from "./types.ts";
export type { CheckLevel, PlanCheck, PlanEnvelope, PlanningTemplate, TraceStep, TwoMoneys } from "./plan.ts";

// -- Types: errors
export type { FinancialPlanningErrorCode } from "./errors.ts";
export type { FinancialPlanningErrorDetails, FinancialPlanningIssue, FinancialPlanningReasons } from "./reasons.ts";
