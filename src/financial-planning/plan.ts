import type { DecimalString, LocalDate } from "../core/index.ts";
import type { Money, RoundingMode } from "../money/index.ts";

/** The eight plans of a household (理财规划八大方案), in the order of the source document. */
export type PlanningTemplate = (typeof PLANNING_TEMPLATES)[number];

/** Every {@link PlanningTemplate}. */
export const PLANNING_TEMPLATES = [
  "retirement",
  "education",
  "investment",
  "protection",
  "tax",
  "home",
  "daily-finance",
  "support",
] as const;

/** A value somebody assumed, and where it comes from. */
export interface Assumption<T = DecimalString> {
  readonly value: T;
  /** Who says so: publication, house view, the client. */
  readonly source: string;
  /** Day of the source, or the day the assumption was made. */
  readonly date: LocalDate;
}

/** An amount in the money of its own time and in the money of the plan's day (名义值与实际值). */
export interface TwoMoneys<C extends string = string> {
  readonly nominal: Money<C>;
  /** Deflated to `asOf` by the assumed inflation. */
  readonly today: Money<C>;
}

/** How serious a check's finding is. */
export type CheckLevel = (typeof CHECK_LEVELS)[number];

/** Every {@link CheckLevel}. */
export const CHECK_LEVELS = ["info", "warning"] as const;

/** One finding about a plan, by code. */
export interface PlanCheck<Code extends string, Facts extends object> {
  readonly code: Code;
  readonly level: CheckLevel;
  /** Limits and figures: ages as numbers, rates as decimal strings. */
  readonly details: Readonly<Facts>;
}

/** One step of the computation: which formula, with which inputs, gave which value. */
export interface TraceStep<Formula extends string, Inputs extends object> {
  readonly formula: Formula;
  /** Values by name; amounts with 6 and rates with 12 fraction digits, counts as they are. */
  readonly inputs: Readonly<Inputs>;
  readonly value: DecimalString;
}

/** What every plan in this room returns: its assumptions, goal and result, how firm it is, and how it was computed. */
export interface PlanEnvelope<Kind extends PlanningTemplate, Inputs, Goal, Result, Check, Step, Sensitivity> {
  readonly kind: Kind;
  readonly asOf: LocalDate;
  readonly assumptions: Inputs;
  readonly goal: Goal;
  readonly result: Result;
  readonly checks: readonly Check[];
  readonly sensitivity: readonly Sensitivity[];
  readonly trace: readonly Step[];
  /** Rounding of every amount in the result, once each. */
  readonly rounding: RoundingMode;
}
