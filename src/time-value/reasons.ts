import type { IssuesOf, ReadingDetails } from "../core/index.ts";
import type { IrrRefusalReason, NoSolutionReason, RateRefusal, RateRefusalReason, XirrRefusalReason } from "./types.ts";

/** What the errors of this room carry, by code. */
export interface TimeValueErrorDetails {
  /**
   * An argument outside its range, or not a finite number.
   *
   * Remedy: correct the argument at `path`: the message names its range, and numbers have to be finite.
   */
  "time-value/out-of-domain": ReadingDetails;
  /**
   * Every argument is in range, yet no finite number answers; the path names the one to change to get an answer.
   * `valuation` is the index from 0 of the valuation after which nothing is invested.
   *
   * Remedy: change the argument at `path`, or catch the error and show that there is no answer.
   */
  "time-value/no-solution": { readonly reason: NoSolutionReason; readonly valuation?: number };
}

/** An error of this room, by code with its details. */
export type TimeValueIssue = IssuesOf<TimeValueErrorDetails>;

/** A refusal of a rate function, by its reason. */
export type RateRefusedFor<Reason extends string = IrrRefusalReason | RateRefusalReason | XirrRefusalReason> =
  Reason extends string ? RateRefusal<Reason> : never;

/** Every reason this room gives: its errors, and why rate functions have no rate. */
export type TimeValueReasons = TimeValueIssue | RateRefusedFor;
