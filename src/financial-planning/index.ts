/**
 * Financial planning (理财规划): plans of a household, each with its assumptions, its answer and the way it was computed.
 * First of the eight: the retirement gap. Start with {@link retirementGap}; {@link exampleRetirementAssumptions} shows
 * what assumptions look like.
 *
 * @packageDocumentation
 */

// -- Plans
export { retirementGap } from "./retirement-gap.ts";
export { waysToClose } from "./ways.ts";

// -- Policies
export { exampleRetirementAssumptions } from "./policies/example-retirement-assumptions.ts";

// -- Words
export { RETIREMENT_ASSUMPTION_NAMES, RETURN_RISKS } from "./types.ts";
export { RETIREMENT_CHECKS, RETIREMENT_DISCLOSURES, RETIREMENT_FORMULAS, HIGHER_RETURN_REFUSALS } from "./reasons.ts";
export { RETIREES, RETIREMENT_AGE_KINDS } from "./age-basis.ts";
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
  RiskProfile,
  ReturnLimits,
} from "./types.ts";
export type { Assumption } from "./plan.ts";
export type { Retiree, RetirementAgeBasis, RetirementAgeKind } from "./age-basis.ts";

// -- Types: what a plan says
export type { RetirementPlan, RetirementResult } from "./retirement-gap.ts";
export type { RetirementAgeRow, RetirementSensitivity, SensitivityStep, HigherReturn, ReturnRisk } from "./types.ts";
export type {
  RetirementCheck,
  RetirementDisclosureCode,
  RetirementFormula,
  HigherReturnRefusalCode,
  RetirementWays,
  RetirementWay,
  HigherReturnRefusal,
  HigherReturnRefusalDetails,
  RetirementFinding,
  RetirementCheckDetails,
  RetirementDisclosure,
  RetirementDisclosureDetails,
  RetirementStep,
  RetirementFormulaInputs,
} from "./reasons.ts";
export type { CheckLevel, PlanCheck, PlanEnvelope, PlanningTemplate, TraceStep, TwoMoneys } from "./plan.ts";

// -- Types: errors
export type { FinancialPlanningErrorCode } from "./errors.ts";
export type { FinancialPlanningErrorDetails, FinancialPlanningIssue, FinancialPlanningReasons } from "./reasons.ts";
