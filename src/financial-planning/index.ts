/**
 * Financial planning (理财规划): plans of a household, each with its assumptions, its answer and the way it was computed.
 * First of the eight: the retirement gap.
 *
 * @packageDocumentation
 */
export type { FinancialPlanningErrorCode } from "./errors.ts";
export type {
  Assumption,
  CheckLevel,
  ExpectedPension,
  PlanCheck,
  PlanEnvelope,
  PlannedPerson,
  PlanningTemplate,
  RetirementAgeRow,
  RetirementAssumptions,
  RetirementAssumptionSet,
  RetirementCheck,
  RetirementFormula,
  RetirementGoal,
  RetirementInput,
  RetirementPlan,
  RetirementPot,
  RetirementResult,
  RetirementSensitivity,
  RetirementSpending,
  RetirementWays,
  SensitivityStep,
  TraceStep,
  TwoMoneys,
} from "./types.ts";
export { exampleRetirementAssumptions } from "./policies/example-retirement-assumptions.ts";
export { retirementGap } from "./retirement-gap.ts";
