import type { LocalDate, Path } from "../../core/index.ts";
import { refuse } from "../../core/inner.ts";
import type { CustomerClassificationErrorCode } from "../errors.ts";
import type { StandingErrorDetails, StandingRefusal } from "./reasons.ts";

const CODE = "customer-classification/observation-refused" satisfies CustomerClassificationErrorCode;

type Facts = Omit<StandingErrorDetails[typeof CODE], "reason" | "on">;

const MESSAGES = {
  "not-started": "the client has not started",
  "started-already": "the client has started already",
  "out-of-order": "before the last observation",
  "observed-twice": "observed twice on the day",
  "not-in-ladder": "no level of the policy",
  "not-a-review-date": "no review date of the client",
  "review-missed": "after a review without observation",
  "floor-not-declared": "no floor of the policy",
  "floor-not-begun": "the floor is not in force",
  "ends-before-it-begins": "not after the day it begins",
  "override-not-allowed": "the policy has no overrides",
  "override-too-long": "longer than the policy allows",
  "approvals-missing": "fewer approvals than the policy wants",
  "approved-by-asker": "approved by who asks",
  "approved-twice": "approved twice by the same",
  "no-override": "no override is in force",
  "no-objection": "no objection waits",
  "override-missing": "changed, without an override",
  "override-without-change": "upheld, with an override",
} as const satisfies Record<StandingRefusal, string>;

/** Refuses an observation that is well written and cannot be. */
export function refuseObservation(path: Path, reason: StandingRefusal, on: LocalDate, facts: Facts = {}): never {
  return refuse(CODE, path, MESSAGES[reason], { reason, on, ...facts });
}
