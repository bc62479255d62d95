import type { DecimalString, LocalDate } from "../../core/index.ts";

/** What can be observed of a client's standing. */
export const STANDING_OBSERVATION_KINDS = /* @__PURE__ */ Object.freeze([
  "start",
  "review",
  "event",
  "floor-begun",
  "floor-ended",
  "override",
  "override-ended",
  "objection",
  "human-review",
] as const);

/** What can be observed of a client's standing. */
export type StandingObservationKind = (typeof STANDING_OBSERVATION_KINDS)[number];

/** Why a level is looked at between the reviews of the calendar. */
export const REVALUATION_CAUSES = /* @__PURE__ */ Object.freeze(["client-change", "market-change"] as const);

/**
 * Why a level is looked at between the reviews of the calendar: the client has changed, or the market (不定期地根据客户自身和市场环境的变化).
 */
export type RevaluationCause = (typeof REVALUATION_CAUSES)[number];

/** How a review by a person ends. */
export const HUMAN_REVIEW_OUTCOMES = /* @__PURE__ */ Object.freeze(["upheld", "changed"] as const);

/** How a review by a person ends: the level stays as it is, or is changed by an override. */
export type HumanReviewOutcome = (typeof HUMAN_REVIEW_OUTCOMES)[number];

/** What every observation has. */
export interface Observed<Kind extends StandingObservationKind> {
  readonly kind: Kind;
  /** The day it is in force from; observations are in the order of their days. */
  readonly on: LocalDate;
}

/** The client starts, with the level earned on that day; it is held at once, whatever `rise` says. */
export interface StartObserved extends Observed<"start"> {
  readonly earned: string;
}

/** The level a client earned, as far as it is known. */
export interface EarnedLevel {
  /** Id of the level by the classification of that day; null when it is not known (insufficient data). */
  readonly earned: string | null;
  /** The measure behind it, for the dead band; left out, only what is earned is kept. Without a level it counts for nothing. */
  readonly measure?: DecimalString;
}

/** The calendar's review: on a review date of the policy, once. */
export interface ReviewObserved extends Observed<"review">, EarnedLevel {}

/** A look between the reviews, because something happened: it may raise the level, and never lowers it. */
export interface EventObserved extends Observed<"event">, EarnedLevel {
  readonly cause: RevaluationCause;
}

/** A floor begins: a card was issued, an agreement signed. Begun again while it lasts, it lasts to the later end. */
export interface FloorBegun extends Observed<"floor-begun"> {
  /** Id of a floor of the policy. */
  readonly floor: string;
  /** First day it no longer holds; left out, after the months of the policy, or when `floor-ended` says so. */
  readonly to?: LocalDate;
}

/** A floor ends before its time: the level may fall at the first review from then on. */
export interface FloorEnded extends Observed<"floor-ended"> {
  readonly floor: string;
}

/** A level set by hand, up or down, until it expires. */
export interface OverrideTerms {
  readonly level: string;
  /** First day it no longer holds. */
  readonly to: LocalDate;
  /** Why, in the words of who asks. */
  readonly reason: string;
  /** Who asks, by name or office. */
  readonly by: string;
  /** Who approved it: as many others as the policy wants, each once. */
  readonly approvedBy: readonly string[];
}

/** A level set by hand from this day on; it takes the place of the one before. */
export interface OverrideObserved extends Observed<"override">, OverrideTerms {}

/** The override in force is taken back. */
export interface OverrideEnded extends Observed<"override-ended"> {
  readonly by: string;
}

/** The client objects to the level, or asks a person to look at it (个人信息保护法 art. 24). */
export interface ObjectionObserved extends Observed<"objection"> {
  /** What the client says, or where it is written. */
  readonly statement?: string;
}

/** A person has looked at the level a client objected to. */
export interface HumanReviewObserved extends Observed<"human-review"> {
  readonly by: string;
  readonly outcome: HumanReviewOutcome;
  /** The level set by hand; with the outcome `changed`, and only then. */
  readonly override?: OverrideTerms;
}

/** One thing observed of a client, told apart by `kind`; a row, which may have members of its own. */
export type StandingObservation =
  | StartObserved
  | ReviewObserved
  | EventObserved
  | FloorBegun
  | FloorEnded
  | OverrideObserved
  | OverrideEnded
  | ObjectionObserved
  | HumanReviewObserved;
