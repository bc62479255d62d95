import type { DecimalString, Policy } from "../../core/index.ts";

/** How the level falls when it is lost: to what the client held meanwhile, or by one level at each review. */
export const FALL_STEPS = /* @__PURE__ */ Object.freeze(["to-held", "one-step"] as const);

/** How the level falls when it is lost: to what the client held meanwhile, or by one level at each review. */
export type FallSteps = (typeof FALL_STEPS)[number];

/** What a review date without an observation means: the next observation is refused, or the period is not known. */
export const MISSED_REVIEWS = /* @__PURE__ */ Object.freeze(["refuse", "unknown"] as const);

/** What a review date without an observation means: the next observation is refused, or the period is not known. */
export type MissedReview = (typeof MISSED_REVIEWS)[number];

/** Kinds of review dates. */
export const REVIEW_KINDS = /* @__PURE__ */ Object.freeze(["monthly", "dates", "anniversary"] as const);

/** One level of the ladder. */
export interface StandingLevel {
  readonly id: string;
  /**
   * What the measure has to reach for the level to be kept by those who hold it (a dead band below the cut at which it
   * is earned); inclusive. Without it the level is kept only by earning it.
   */
  readonly keptFrom?: DecimalString;
}

/** A review on one day of every month. */
export interface MonthlyReview {
  readonly kind: "monthly";
  /** Day of the month from 1 to 31, in shorter months the last one; left out, the last day of the month. */
  readonly day?: number;
  /** Whole months from the start before which there is no review; left out, none. */
  readonly firstAfterMonths?: number;
}

/** Reviews on fixed dates of every year. */
export interface DatedReview {
  readonly kind: "dates";
  /** Dates as MM-DD; 02-29 is 28 February in common years. */
  readonly dates: readonly string[];
  /**
   * Whole months from the start before which there is no review; left out, none. With `["03-31"]` and 6, whoever joins
   * from January to September is first reviewed on 31 March of the next year, and who joins later one year after that.
   */
  readonly firstAfterMonths?: number;
}

/** Reviews counted from the day the client started. */
export interface AnniversaryReview {
  readonly kind: "anniversary";
  /** Months between two reviews, 1 to 120; each is counted from the start, so that a start on the 31st stays at the month end. */
  readonly months: number;
}

/** When the calendar asks for the level to be looked at. */
export type StandingReview = MonthlyReview | DatedReview | AnniversaryReview;

/** When a better level is served. */
export interface RiseRule {
  /**
   * How many reviews in a row must find the level earned: 0 serves it at once, between reviews too; 1 from the next
   * review on; at most 120.
   */
  readonly afterReviews: number;
}

/** When a level is lost, and what is served then. */
export interface FallRule {
  /** The level is lost at this review in a row that finds it neither earned nor kept; with 1 there is no grace; at most 120. */
  readonly afterReviews: number;
  /** Other numbers for some levels, by id. */
  readonly byLevel?: Readonly<Record<string, number>>;
  readonly steps: FallSteps;
  /**
   * The client is told this many reviews before the level is lost, at the least 0; fewer than `afterReviews` of every
   * level that can be lost. Default 0: there is a watch list and no notice.
   */
  readonly noticeReviews?: number;
}

/** A level that an event or a product gives for as long as it lasts, whatever is earned. */
export interface StandingFloor {
  readonly id: string;
  /** The level that is served at the least. */
  readonly atLeast: string;
  /** Whole months after which it ends by itself, 1 to 1,200; left out, it ends when an observation says so. */
  readonly months?: number;
}

/** What an override needs. */
export interface OverrideRule {
  /** How many people other than the one who asks have to approve it, 1 to 10. */
  readonly approvals: number;
  /** Most days it may last, 1 to 3,660. */
  readonly maxDays: number;
}

/**
 * How the level a client is served at follows from the levels the client earns, as plain JSON (当期升级，延期降级).
 *
 * Without floors and overrides the served level is the highest one earned in one of its last n periods, n being
 * `fall.afterReviews` of that level; a period goes from one review to the next. So a level rises at once, is kept for n
 * reviews, and falls to what was held meanwhile. A client who did at least as well at any time is never served lower,
 * which a fall "to the last earned" level does not guarantee.
 *
 * Check unknown JSON with `StandingPolicySchema`. The policy is remembered by identity: change it by making a new one.
 */
export interface StandingPolicy extends Policy {
  /** The levels from the lowest, which nobody can lose, to the highest; 2 to 100. */
  readonly ladder: readonly StandingLevel[];
  readonly review: StandingReview;
  readonly missedReview: MissedReview;
  readonly rise: RiseRule;
  readonly fall: FallRule;
  /** Levels given by events and products. */
  readonly floors?: readonly StandingFloor[];
  /** Left out, nobody may set a level by hand. */
  readonly override?: OverrideRule;
  /**
   * Whether the level does not fall while an objection of the client waits for the review by a person (个人信息保护法 art.
   * 24); left out, it does not wait.
   */
  readonly objectionHolds?: boolean;
  /** What was not seen in the sources, and how it was read. */
  readonly readings?: readonly string[];
}
