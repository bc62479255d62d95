import type { DecimalString, Policy } from "../../core/index.ts";
import type { Axis } from "../classes.ts";
import type { Characteristic } from "../card/characteristic.ts";
import type { PointRange, UnusablePolicy } from "../card/condition.ts";
import type { FeatureDefinition } from "../card/feature-definition.ts";
import type { CardStamp } from "../card/scorecard.ts";

/** What a test of a grade can answer when the value is not usable. */
export const GRADE_UNUSABLE_POLICIES = ["fails", "reject"] as const satisfies readonly Exclude<
  UnusablePolicy,
  "holds"
>[];

/**
 * What a test of a grade answers when the value is missing, stale or of an unknown category: that it fails, or nothing
 * (`"reject"`). That it holds cannot be said: a value nobody knows gives no grade.
 */
export type GradeUnusablePolicy = (typeof GRADE_UNUSABLE_POLICIES)[number];

/**
 * One test of a rule of grades: on a list of names, on points, or straight on a feature.
 *
 * Whoever is on a list that is in force passes; a list that was not given, or is not in force, decides nothing.
 */
export type GradeCondition =
  | {
      readonly test: "listed";
      /** Id of a {@link NameList}. */
      readonly list: string;
    }
  | ({ readonly test: "axis"; readonly axis: Axis } & PointRange)
  | ({ readonly test: "total" } & PointRange)
  | ({ readonly test: "characteristic"; readonly characteristic: string } & PointRange)
  | { readonly test: "flag"; readonly feature: string; readonly is: boolean; readonly unusable: GradeUnusablePolicy }
  | {
      readonly test: "category";
      readonly feature: string;
      readonly oneOf: readonly string[];
      readonly unusable: GradeUnusablePolicy;
    }
  | {
      readonly test: "amount";
      readonly feature: string;
      /** Lower end, inclusive; money in whole units. */
      readonly atLeast?: DecimalString;
      /** Upper end, exclusive; money in whole units. */
      readonly below?: DecimalString;
      readonly unusable: GradeUnusablePolicy;
    }
  | { readonly test: "any"; readonly of: readonly GradeCondition[] };

/** One way to a grade. */
export interface GradeRule {
  /** Unique in the policy. */
  readonly id: string;
  /** All must hold; at least one. */
  readonly when: readonly GradeCondition[];
}

/** A grade of the bank's own, and the ways to it. */
export interface Grade {
  readonly id: string;
  /** One is enough; at least one. Their order does not matter. */
  readonly anyOf: readonly GradeRule[];
}

/**
 * Grades of clients as plain JSON (客户分级): classes of the bank's own, each reached in any of several ways, on lists of names
 * and amounts, with points beside them where the bank wants points.
 *
 * Check unknown JSON with `GradingPolicySchema`, meaning with {@link prepareGradingPolicy}. The policy is remembered by
 * identity: change it by making a new one.
 */
export interface GradingPolicy extends Policy {
  /** Currency of every money feature and edge; required when the policy has one. */
  readonly currency?: string;
  /** Field of a record that holds the client's id, as the lists of names write it. */
  readonly clientField: string;
  /** Feature definitions by id; the id is the field of the record. No test may look at a protected ground. */
  readonly features: Readonly<Record<string, FeatureDefinition>>;
  /** Points, for tests of an axis, of the total or of a characteristic. At most 250. */
  readonly characteristics?: readonly Characteristic[];
  /** From the best down; the first that is reached counts. At most 100, and 200 rules in all. */
  readonly grades: readonly Grade[];
  /** The grade of everybody else. */
  readonly otherwise: string;
}

/** A checked policy, ready for grading; opaque, made by {@link prepareGradingPolicy}, not serialisable. */
export interface PreparedGradingPolicy {
  readonly stamp: CardStamp;
}
