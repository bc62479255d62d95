import type { LocalDate } from "../../core/index.ts";
import type { StandingChange } from "./change.ts";
import type { StandingLine } from "./lines.ts";
import type { OverrideTerms } from "./observation.ts";

/** Which policy a standing follows. */
export interface StandingPolicyStamp {
  readonly id: string;
  readonly version: string;
}

/** A level four times over, as places on the ladder of the policy, from 0. */
export interface StandingSteps {
  readonly earned: number;
  readonly held: number;
  readonly floored: number;
  readonly served: number;
}

/** A floor that counts: it is in force, or ended and waits for the next review. */
export interface FloorInForce {
  readonly floor: string;
  /** First day it no longer holds; null while that is open. */
  readonly to: LocalDate | null;
}

/** An override in force. */
export interface OverrideInForce extends OverrideTerms {
  /** First day it holds. */
  readonly from: LocalDate;
}

/** An objection that waits for a person. */
export interface OpenObjection {
  readonly on: LocalDate;
  /** Under `objectionHolds`, the level that is served at the least until the first review after it is answered. */
  readonly atLeast: string | null;
  /** The day a person has answered; null while it waits. */
  readonly answeredOn: LocalDate | null;
}

/** What the observations since the last review found: places on the ladder, -1 where nothing is known. */
export interface OpenPeriod {
  readonly earned: number;
  readonly kept: number;
}

/**
 * The level of a client on a day: what is earned, and what the client is served at. Plain JSON with all that
 * {@link advanceStanding} needs, so that it can be stored and taken up again. Never write into one: one that this library
 * made is believed as it is, and only a copy, or one that was stored, is read whole.
 */
export interface Standing {
  readonly policy: StandingPolicyStamp;
  /** The day the client started. */
  readonly since: LocalDate;
  /** The day of the last observation. */
  readonly asOf: LocalDate;
  /** The day of the last review; that of the start before the first. */
  readonly reviewedOn: LocalDate;
  /** The day of the next review. */
  readonly nextReview: LocalDate;
  /** The level by the last observation that knew one. */
  readonly earned: string;
  /** What the rules of rise and fall give by themselves. */
  readonly held: string;
  /** The higher of `held` and the floors that count; under `one-step`, it too falls by one level at each review. */
  readonly floored: string;
  /** `floored`, or the level of the override in force. */
  readonly served: string;
  readonly steps: StandingSteps;
  /** By place: how many reviews in a row the level outlasts, the last of which loses it; 0 for one that is not held. */
  readonly reviewsLeft: readonly number[];
  /** By place: how many reviews in a row have found the level earned, as far as `rise` asks; empty when it does not. */
  readonly runs: readonly number[];
  readonly period: OpenPeriod;
  readonly floors: readonly FloorInForce[];
  readonly override: OverrideInForce | null;
  readonly objection: OpenObjection | null;
  /** What was observed on the day `asOf`, so that nothing counts twice. */
  readonly seen: readonly string[];
}

/** What happened to a standing on a day, and why. */
export interface StandingTransition {
  readonly kind: StandingChange;
  readonly on: LocalDate;
  /** The level served before; null at the start. */
  readonly from: string | null;
  /** The level served from then on. */
  readonly to: string;
  /** Why, in lines that `tell` puts into words. */
  readonly because: readonly StandingLine[];
}

/** A standing, and what the last observation did to it. */
export interface StandingAdvance {
  readonly standing: Standing;
  readonly transition: StandingTransition;
}
