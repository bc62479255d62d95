/**
 * Financial planning (理财规划): plans of a household, each with its assumptions, its answer and the way it was computed.
 * First of the eight: the retirement gap.
 *
 * @packageDocumentation
 */
export type { FinancialPlanningErrorCode } from "./errors.ts";
export type { FinancialPlanningErrorDetails, FinancialPlanningIssue, FinancialPlanningReasons } from "./reasons.ts";
export {
  CHECK_LEVELS,
  PLANNING_TEMPLATES,
  RETIREMENT_ASSUMPTION_NAMES,
  RETIREMENT_CHECKS,
  RETIREMENT_FORMULAS,
  type Assumption,
  type CheckLevel,
  type ExpectedPension,
  type PlanCheck,
  type PlanEnvelope,
  type PlannedPerson,
  type PlanningTemplate,
  type RetirementAgeRow,
  type RetirementAssumptionName,
  type RetirementAssumptionSet,
  type RetirementAssumptions,
  type RetirementCheck,
  type RetirementCheckDetails,
  type RetirementFinding,
  type RetirementFormula,
  type RetirementFormulaInputs,
  type RetirementGoal,
  type RetirementInput,
  type RetirementPlan,
  type RetirementPot,
  type RetirementResult,
  type RetirementSensitivity,
  type RetirementSpending,
  type RetirementStep,
  type RetirementWays,
  type SensitivityStep,
  type TraceStep,
  type TwoMoneys,
} from "./types.ts";
export { exampleRetirementAssumptions } from "./policies/example-retirement-assumptions.ts";
export { retirementGap } from "./retirement-gap.ts";
