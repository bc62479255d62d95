import type { LocalDate } from "../core/index.ts";
import type { Money, MoneyColumn } from "../money/index.ts";

/**
 * One value of a record: a number, a category, a flag, money, or nothing (`null` and absent are the same).
 *
 * Nothing is coerced: `""`, `NaN` and `"100"` for a number are invalid, not missing and not 0.
 */
export type FeatureValue = number | string | boolean | Money | null | undefined;

/**
 * One customer's values by feature id, with any fields of its own that the card does not name, but none whose name is
 * nearly one that it does.
 */
export type CustomerRecord = Readonly<Record<string, FeatureValue>>;

/**
 * What a record's own type must satisfy: each member a {@link FeatureValue}. Interfaces and type aliases without an index
 * signature fit as they are.
 */
export type FeatureRow<R> = { readonly [Field in keyof R]: FeatureValue };

/**
 * One feature of many records, one value per row. A `Float64Array` or `Int32Array` is for numbers without gaps, a
 * {@link MoneyColumn} for amounts without gaps: in both, `NaN` is invalid, not missing.
 */
export type FeatureColumn = readonly FeatureValue[] | Float64Array | Int32Array | MoneyColumn;

/** Many records as columns of one length, by feature id; a feature without a column is missing in every row. */
export type FeatureColumns = Readonly<Record<string, FeatureColumn>>;

/** The states of an input. */
export const INPUT_STATES = /* @__PURE__ */ Object.freeze([
  "valid",
  "missing",
  "unknown-category",
  "stale",
  "invalid",
] as const);

/**
 * The state of one input: usable, absent, a category the feature does not list, older than the feature allows, or of
 * the wrong kind. The last four are different facts, and a card treats each on its own.
 */
export type InputState = (typeof INPUT_STATES)[number];

/** Reasons of invalid values, in the order of their codes. */
export const INVALID_REASONS = /* @__PURE__ */ Object.freeze([
  "wrong-kind",
  "not-finite",
  "not-an-integer",
  "empty",
  "malformed-amount",
  "wrong-currency",
  "amount-too-large",
  "invalid-observation-date",
  "observed-after-as-of",
] as const);

/** Why a value is `invalid`. */
export type InvalidReason = (typeof INVALID_REASONS)[number];

/** When a classification is made, and when the values were observed. */
export interface ClassificationContext {
  /** Date the classification is made for; echoed in the result. */
  readonly asOf: LocalDate;
  /** Date of observation by feature id, for all records of the call (the cut-off of an extract); not after `asOf`. */
  readonly observedAt?: Readonly<Record<string, LocalDate>>;
}
