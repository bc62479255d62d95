import type { ReadingDetails } from "../../core/index.ts";
import type { InvalidCardDetails } from "../card/findings.ts";

/** What is wrong with a list of names: its shape, or the name that is there twice, or the versions in force together. */
export interface InvalidNameListDetails extends ReadingDetails {
  readonly list?: string;
  readonly client?: string;
  readonly versions?: readonly string[];
}

/** What the errors and issues of grades carry, by code. */
export interface GradingErrorDetails {
  /**
   * The policy of grades is not one, or contradicts itself: `path` says where.
   *
   * Remedy: correct the member at `path`; `GradingPolicySchema` describes a policy and `prepareGradingPolicy` checks it
   * whole.
   */
  "customer-classification/invalid-grading-policy": InvalidCardDetails;
  /**
   * A list of names is not one, names a client twice, or two versions of it are in force on the day.
   *
   * Remedy: correct the list at `path`, or end the older version on the day the newer one begins.
   */
  "customer-classification/invalid-name-list": InvalidNameListDetails;
  /**
   * Clients on a list of names whom no row of a batch is. Among `findings` of the batch, never thrown.
   *
   * Remedy: see whether the list writes ids as the book does, and whether the book is whole; take clients who have left
   * off the list.
   */
  "customer-classification/listed-clients-unseen": {
    readonly list: string;
    readonly version: string;
    /** How many, of how many on the list. */
    readonly unseen: number;
    readonly of: number;
    /** The first of them. */
    readonly clients: readonly string[];
  };
}
