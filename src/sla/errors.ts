import type { SlaErrorDetails, SlaIssueDetails } from "./reasons.ts";

/**
 * Codes of errors thrown by this room: a policy that makes no sense, a context that is invalid or lacks what the policy
 * names, a result or report that did not come from here. What the events of a case say is never thrown, see
 * {@link SlaIssueCode}; only what is not an event at all is: `sla/invalid-event`, or `core/invalid-instant` for its
 * moments. A row that is not a case (`sla/invalid-case`) is an issue; only what is not a list of them is thrown.
 */
export type SlaErrorCode = keyof SlaErrorDetails;

/**
 * Codes of the issues an evaluation may report besides those of the calendar room (`calendar/out-of-range`). `details`
 * name the event (`event` id or null, `type`, `at`) or the part (`clock`, `stage`) where there is one.
 */
export type SlaIssueCode = keyof SlaIssueDetails;
