import { policyAt, type LocalDate, type Path, type Policy } from "../../core/index.ts";
import { frozenCopy, optional, readDaysInForce, readObject, wholeNumber, type Reader } from "../../core/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";

/** The policy a result was computed by. */
export interface PlanPolicyStamp {
  readonly id: string;
  readonly version: string;
}

/** What is wrong with a policy of plans. */
export const INVALID_POLICY = "strategy-plan/invalid-policy" satisfies StrategyPlanErrorCode;

/** Greatest age a policy may name: a hundred years. */
const MAX_AGE_DAYS = 36_525;

/** A number of days in a policy. */
export const readDays: Reader<number> = /* @__PURE__ */ wholeNumber(0, MAX_AGE_DAYS);

/** A number of days that may be absent. */
export const someDays = /* @__PURE__ */ optional(readDays);

/** A policy that was read, with what was looked up in it. */
interface Read<R> {
  readonly policy: Policy;
  readonly resolved: R;
  readonly from: number;
  readonly to: number;
}

/**
 * How a kind of policy is read: whole, once for each object, into what its function works with; refused on a day on which
 * it is not in force. The reader is made when it is first needed.
 *
 * @__NO_SIDE_EFFECTS__
 */
export function policyReading<P extends Policy, R>(
  readerOf: () => Reader<P>,
  resolve: (policy: P, path: Path) => R,
): (given: P, place: string | Path, today: number, asOf: LocalDate) => R {
  let reader: Reader<P> | null = null;
  const known = new WeakMap<P, Read<R>>();
  return (given, place, today, asOf) => {
    let read = known.get(given);
    if (read === undefined) {
      const path = typeof place === "string" ? [place] : place;
      readObject(given, path, INVALID_POLICY);
      reader ??= readerOf();
      const policy = frozenCopy(reader(given, path, INVALID_POLICY), path, INVALID_POLICY);
      read = { policy, resolved: resolve(policy, path), ...readDaysInForce(policy, path) };
      known.set(given, read);
    }
    if (today < read.from || today >= read.to) policyAt([read.policy], asOf);
    return read.resolved;
  };
}
