import type { DecimalString, LocalDate } from "../../core/index.ts";
import type { HumanReviewOutcome, RevaluationCause } from "./observation.ts";
import type { StandingPolicy } from "./policy.ts";
import type { InvalidStandingPolicyReason, StandingRefusal } from "./reasons.ts";
import type { StandingChange } from "./change.ts";

/** What every line of a standing has. */
export interface StandingLineOf<Line extends string> {
  readonly line: Line;
}

/** The client starts at a level. */
export interface LevelStartedLine extends StandingLineOf<"level-started"> {
  readonly level: string;
}

/** A better level than the one held was earned, and counts from now on. */
export interface LevelRaisedLine extends StandingLineOf<"level-raised"> {
  readonly from: string;
  readonly level: string;
}

/** A better level was earned, and has to be earned at more reviews in a row. */
export interface LevelAwaitedLine extends StandingLineOf<"level-awaited"> {
  readonly level: string;
  /** Reviews in a row that found it earned so far; looks between them do not count. */
  readonly reviews: number;
  readonly of: number;
}

/** The level held was earned again, or a better one. */
export interface LevelKeptLine extends StandingLineOf<"level-kept"> {
  readonly level: string;
}

/** The level held was not earned, but what it is measured by lies in the dead band. */
export interface LevelNearLine extends StandingLineOf<"level-near"> {
  readonly level: string;
  readonly earned?: string;
  /** What the measure has to reach for the level to be kept, inclusive. */
  readonly keptFrom: DecimalString;
}

/** How far a level is from being lost. */
export interface BelowFacts {
  readonly level: string;
  /** The best that was earned in the period. */
  readonly earned: string;
  /** Reviews in a row that did not find the level. */
  readonly reviews: number;
  /** The number of them at which it is lost. */
  readonly of: number;
}

/** The level held was not earned, and will be lost if that goes on (关注). */
export interface LevelBelowLine extends StandingLineOf<"level-below">, BelowFacts {}

/** The level held was not earned, and the client has to be told that it will be lost. */
export interface LevelNoticeLine extends StandingLineOf<"level-notice">, BelowFacts {
  /** The day of the review that comes next. */
  readonly nextReview: LocalDate;
}

/** The level held is lost. */
export interface LevelLostLine extends StandingLineOf<"level-lost"> {
  readonly level: string;
  /** Reviews in a row that did not find it. */
  readonly reviews: number;
  /** What was held meanwhile, which the rules give; under `one-step` the level may still be above it. */
  readonly to: string;
}

/** The level falls by one at this review, and the rules alone give a lower one. */
export interface LevelByStepLine extends StandingLineOf<"level-by-step"> {
  readonly level: string;
  readonly rules: string;
}

/** Nothing is known of the period: it counts neither as earned nor as below. */
export interface PeriodUnknownLine extends StandingLineOf<"period-unknown"> {
  readonly level: string;
}

/** A review has no observation: its period is not known. */
export interface ReviewMissedLine extends StandingLineOf<"review-missed"> {
  readonly on: LocalDate;
}

/** A look between reviews that raised nothing. */
export interface EventLine extends StandingLineOf<"level-looked-at"> {
  readonly cause: RevaluationCause;
  readonly earned?: string;
}

/** A floor begins. */
export interface FloorBeginsLine extends StandingLineOf<"floor-begins"> {
  readonly floor: string;
  readonly level: string;
  /** First day it no longer holds. */
  readonly to?: LocalDate;
}

/** A floor ends, and the level may fall at the next review. */
export interface FloorEndsLine extends StandingLineOf<"floor-ends"> {
  readonly floor: string;
  readonly to: LocalDate;
  readonly nextReview: LocalDate;
}

/** Floors give a better level than the rules. */
export interface FloorHoldsLine extends StandingLineOf<"floor-holds"> {
  readonly floors: readonly string[];
  readonly level: string;
  readonly rules: string;
}

/** Floors that ended no longer count from this review on. */
export interface FloorOverLine extends StandingLineOf<"floor-over"> {
  readonly floors: readonly string[];
}

/** A level is set by hand. */
export interface OverrideMadeLine extends StandingLineOf<"override-made"> {
  readonly level: string;
  /** What the rules and the floors give. */
  readonly rules: string;
  readonly to: LocalDate;
  readonly reason: string;
  readonly by: string;
  readonly approvedBy: readonly string[];
}

/** An override stands, whatever the rules and the floors give. */
export interface OverrideStandsLine extends StandingLineOf<"override-stands"> {
  readonly level: string;
  readonly rules: string;
  readonly to: LocalDate;
}

/** An override has run out. */
export interface OverrideExpiredLine extends StandingLineOf<"override-expired"> {
  readonly level: string;
  readonly on: LocalDate;
}

/** An override was taken back. */
export interface OverrideEndedLine extends StandingLineOf<"override-taken-back"> {
  readonly level: string;
  readonly by: string;
}

/** The client has objected. */
export interface ObjectionLine extends StandingLineOf<"level-objected-to"> {
  readonly level: string;
  /** The level that is served at the least until a person has answered. */
  readonly atLeast?: string;
}

/** The level does not fall while an objection waits. */
export interface ObjectionHoldsLine extends StandingLineOf<"objection-holds"> {
  readonly level: string;
  readonly rules: string;
}

/** A person has looked at the level. */
export interface HumanReviewLine extends StandingLineOf<"level-seen-by-person"> {
  readonly by: string;
  readonly outcome: HumanReviewOutcome;
}

/** What happened, before why: the head of an entry of a history. */
export interface StandingChangedLine extends StandingLineOf<"standing-changed"> {
  readonly on: LocalDate;
  readonly change: StandingChange;
  /** The level served from then on. */
  readonly level: string;
  /** The level served before, where it was another. */
  readonly from?: string;
}

/** A stretch of days whose served level is another one after observations were corrected. */
export interface ServedDifferentlyLine extends StandingLineOf<"served-differently"> {
  readonly from: LocalDate;
  /** First day no longer in it; absent while it goes on. */
  readonly to?: LocalDate;
  /** The level served before the correction; absent where the client had none. */
  readonly before?: string;
  /** The level served after it; absent where the client has none. */
  readonly after?: string;
}

/** One line that says what happened to a standing, or why. */
export type StandingLine =
  | LevelStartedLine
  | LevelRaisedLine
  | LevelAwaitedLine
  | LevelKeptLine
  | LevelNearLine
  | LevelBelowLine
  | LevelNoticeLine
  | LevelLostLine
  | LevelByStepLine
  | PeriodUnknownLine
  | ReviewMissedLine
  | EventLine
  | FloorBeginsLine
  | FloorEndsLine
  | FloorHoldsLine
  | FloorOverLine
  | OverrideMadeLine
  | OverrideStandsLine
  | OverrideExpiredLine
  | OverrideEndedLine
  | ObjectionLine
  | ObjectionHoldsLine
  | HumanReviewLine
  | StandingChangedLine
  | ServedDifferentlyLine;

/** Keys of the labels the library provides for standings. */
export type StandingLabelKey =
  | `standingChange.${StandingChange}`
  | `revaluationCause.${RevaluationCause}`
  | `humanReviewOutcome.${HumanReviewOutcome}`
  | `standingRefusal.${StandingRefusal}`
  | `invalidStandingPolicyReason.${InvalidStandingPolicyReason}`;

/** Keys of the labels that a standing policy's own ids need, where it is written `as const satisfies StandingPolicy`. */
export type StandingPolicyLabelKey<Of extends StandingPolicy> =
  | `level.${Of["ladder"][number]["id"]}`
  | (Of extends { readonly floors: readonly { readonly id: infer Id extends string }[] }
      ? `standingFloor.${Id}`
      : never);
