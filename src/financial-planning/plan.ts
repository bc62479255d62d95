import { readDecimal, type DecimalString, type LocalDate, type Path } from "../core/index.ts";
import { Decimal } from "../core/decimal.ts";
import { kindOfValue, optional, readDate, readText, refuseValue, shapeOf, type Reader } from "../core/inner.ts";
import type { Money, RoundingMode } from "../money/index.ts";
import { HIGHEST_YEARLY_RATE } from "../money/inner.ts";

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
  /** Day of the source, or the day the assumption was made; one after the day of the plan is a finding. */
  readonly date: LocalDate;
  /** How certain the value is and what was not seen, in words. */
  readonly confidence?: string;
}

/**
 * A value somebody assumed, read with what reads the value; one that is missing, or bare, is refused by its name.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function assumed<T>(value: Reader<T>): Reader<Assumption<T>> {
  const read = shapeOf<Assumption<T>>({ value, source: readText, date: readDate, confidence: optional(readText) });
  return (given, path, code) => {
    if (typeof (given as unknown) === "object" && (given as unknown) !== null) return read(given, path, code);
    const details = { ...kindOfValue(given), assumption: path.at(-1) };
    return refuseValue(code, path, "not an assumption, { value, source, date }", given, details);
  };
}

/** Oldest age a plan may state, inclusive. */
export const OLDEST = 150;

/** A decimal as it was given. */
export function readDecimalText(text: DecimalString, path: Path): DecimalString {
  readDecimal(text, path);
  return text;
}

/** A yearly rate between −100 % and 100 %, both excluded: a percentage given as `"5"` is caught here. */
export function readRate(text: DecimalString, path: Path): Decimal {
  const rate = new Decimal(readDecimalText(text, path));
  if (rate.abs().lt(HIGHEST_YEARLY_RATE)) return rate;
  return refuseValue("financial-planning/rate-out-of-range", path, 'a share between -1 and 1, "0.05" for 5 %', text, {
    min: -HIGHEST_YEARLY_RATE,
    max: HIGHEST_YEARLY_RATE,
  });
}

/** A yearly rate as it was given. */
export function readRateText(text: DecimalString, path: Path): DecimalString {
  readRate(text, path);
  return text;
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

/**
 * What every plan in this room returns: its assumptions, goal and result, what has to be told with it, how firm it is,
 * and how it was computed.
 */
export interface PlanEnvelope<
  Kind extends PlanningTemplate,
  Inputs,
  Goal,
  Result,
  Disclosure,
  Check,
  Step,
  Sensitivity,
> {
  readonly kind: Kind;
  readonly asOf: LocalDate;
  readonly assumptions: Inputs;
  readonly goal: Goal;
  readonly result: Result;
  /** Never empty: no figure of the plan is shown to a client without them. */
  readonly disclosures: readonly Disclosure[];
  readonly checks: readonly Check[];
  readonly sensitivity: readonly Sensitivity[];
  readonly trace: readonly Step[];
  /** Rounding of every amount in the result, once each. */
  readonly rounding: RoundingMode;
}
