import type { DecimalString } from "../../core/index.ts";
import type { Axis } from "../classes.ts";

/** A range of points: `atLeast` inclusive, `below` exclusive; one of them is given. */
export interface PointRange {
  readonly atLeast?: number;
  readonly below?: number;
}

/** What a test on a feature can answer when the value is not usable. */
export const UNUSABLE_POLICIES = ["holds", "fails", "reject"] as const;

/** What a test on a feature answers when the value is missing, stale or of an unknown category. */
export type UnusablePolicy = (typeof UNUSABLE_POLICIES)[number];

/**
 * One test of a rule.
 *
 * Tests look at points (of an axis, of the total, of one characteristic) or straight at a feature. A test on a feature
 * whose value is unusable under `"reject"` is undecided; it matters only when the tests beside it hold. An invalid value
 * is refused before any rule is looked at.
 */
export type Condition =
  | { readonly test: "customer"; readonly is: boolean }
  | ({ readonly test: "axis"; readonly axis: Axis } & PointRange)
  | ({ readonly test: "total" } & PointRange)
  | ({ readonly test: "characteristic"; readonly characteristic: string } & PointRange)
  | { readonly test: "flag"; readonly feature: string; readonly is: boolean; readonly unusable: UnusablePolicy }
  | {
      readonly test: "category";
      readonly feature: string;
      readonly oneOf: readonly string[];
      readonly unusable: UnusablePolicy;
    }
  | {
      readonly test: "amount";
      readonly feature: string;
      /** Lower end, inclusive; money in whole units. */
      readonly atLeast?: DecimalString;
      /** Upper end, exclusive; money in whole units. */
      readonly below?: DecimalString;
      readonly unusable: UnusablePolicy;
    }
  | { readonly test: "any"; readonly of: readonly Condition[] };

/** What the points of a test are of; neither for those of the total, and for a test that looks at no points. */
export function subjectOf(condition: Condition): { readonly axis?: Axis; readonly characteristic?: string } {
  if (condition.test === "axis") return { axis: condition.axis };
  return condition.test === "characteristic" ? { characteristic: condition.characteristic } : {};
}

/** The tests there are. */
export type ConditionTest = Condition["test"];
