import type { LocalDate, ReadingDetails } from "../../core/index.ts";

/** What is wrong with the meaning of a standing policy. */
export const INVALID_STANDING_POLICY_REASONS = [
  "level-twice",
  "keeps-not-ascending",
  "not-in-ladder",
  "lowest-level",
  "floor-twice",
  "notice-too-long",
  "date-twice",
] as const;

/** What is wrong with the meaning of a standing policy. */
export type InvalidStandingPolicyReason = (typeof INVALID_STANDING_POLICY_REASONS)[number];

/** Why an observation is refused although it is well written. */
export const STANDING_REFUSALS = [
  "not-started",
  "started-already",
  "out-of-order",
  "observed-twice",
  "not-in-ladder",
  "not-a-review-date",
  "review-missed",
  "floor-not-declared",
  "floor-not-begun",
  "ends-before-it-begins",
  "override-not-allowed",
  "override-too-long",
  "approvals-missing",
  "approved-by-asker",
  "approved-twice",
  "no-override",
  "no-objection",
  "override-missing",
  "override-without-change",
] as const;

/** Why an observation is refused although it is well written. */
export type StandingRefusal = (typeof STANDING_REFUSALS)[number];

/** What standing refuses, by code. */
export interface StandingErrorDetails {
  /**
   * A standing policy is not one, contradicts itself, or has a ladder that is not in the order of the card: `path` says
   * where.
   *
   * Remedy: correct the member at `path`; `StandingPolicySchema` describes a policy. Of a card `details.known` has the
   * levels in their order.
   */
  "customer-classification/invalid-standing-policy": Omit<ReadingDetails, "reason"> & {
    readonly reason?: InvalidStandingPolicyReason;
    /** The level, floor or date it is about. */
    readonly name?: string;
  };
  /**
   * An observation is not one: `path` says where.
   *
   * Remedy: correct the member at `path`; `StandingObservationSchema` describes an observation.
   */
  "customer-classification/invalid-standing-observation": ReadingDetails;
  /**
   * An observation that is well written and cannot be: out of order or twice, of a level, a floor or a review date that
   * the policy does not have, or an override that is not as the policy wants it.
   *
   * Remedy: see `details.reason`: correct the observation, give the one that is missing before it, or put it where it
   * belongs with `amendStanding`.
   */
  "customer-classification/observation-refused": {
    readonly reason: StandingRefusal;
    /** The day of the observation. */
    readonly on: LocalDate;
    /** The day of the observation before it. */
    readonly asOf?: LocalDate;
    /** The review date that is missing, or comes next. */
    readonly review?: LocalDate;
    /** The floor it is about. */
    readonly floor?: string;
    /** What was given instead of an id of the policy, as far as a log may show it. */
    readonly received?: string;
    /** The ids of the policy. */
    readonly allowed?: readonly string[];
    /** How many approvals there are, and how many the policy wants. */
    readonly approvals?: number;
    readonly wanted?: number;
    /** How many days it would last, and the most it may. */
    readonly days?: number;
    readonly maxDays?: number;
  };
  /**
   * A standing that is not as this library made it, or follows another policy: `path` says where.
   *
   * Remedy: pass a standing as it was returned and stored; under a new version of the policy, replay the observations.
   */
  "customer-classification/invalid-standing": ReadingDetails;
  /**
   * A change to a list of observations that is not one: `path` says where.
   *
   * Remedy: correct the member at `path`: `at` is an index of the list of observations, and each is changed once.
   */
  "customer-classification/invalid-standing-change": ReadingDetails;
  /**
   * Columns of earned levels that are not such: `path` says where.
   *
   * Remedy: correct the member at `path`: one column per review, in the order of their days, each a list of places on
   * the ladder, -1 where the level is not known, -2 where there is no observation.
   */
  "customer-classification/invalid-standing-columns": ReadingDetails;
}
