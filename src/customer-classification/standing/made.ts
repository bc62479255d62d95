import type { StandingPolicyStamp, Standing } from "./standing.ts";

/** Returns what it is given: what a subclass adds goes onto that object. */
const Given = function (given: object): object {
  return given;
} as unknown as new (given: object) => object;

/**
 * A mark that only this module can set and see, and that no copy has: a private member on a plain object. A set of weak
 * references would do the same at several times the cost of a whole review.
 */
class Made extends Given {
  readonly #by: StandingPolicyStamp;

  constructor(standing: Standing) {
    super(standing);
    this.#by = standing.policy;
  }

  static isBy(standing: Standing, stamp: StandingPolicyStamp): boolean {
    return #by in standing && standing.#by === stamp;
  }
}

/**
 * Marks a standing as made here, by the rules of its policy; it need not be read again. It is not frozen: to freeze it
 * with its places and reviews makes every review take three times as long.
 */
export function markMade(standing: Standing): Standing {
  new Made(standing);
  return standing;
}

/** Whether a standing was made here under a policy, and is not a copy. */
export const isMadeUnder = (standing: Standing, stamp: StandingPolicyStamp): boolean =>
  typeof (standing as unknown) === "object" && (standing as unknown) !== null && Made.isBy(standing, stamp);
