/**
 * Codes of errors thrown by this room: a policy that makes no sense, a context that is invalid or lacks what the policy
 * names, a result or report that did not come from here. What the events of a case say is never thrown, see
 * {@link SlaIssueCode}; only what is not an event at all is: `sla/invalid-event`, or `core/invalid-instant` for its
 * moments. A row that is not a case (`sla/invalid-case`) is an issue; only what is not a list of them is thrown.
 */
export type SlaErrorCode =
  | "sla/invalid-policy"
  | "sla/invalid-event"
  | "sla/invalid-context"
  | "sla/invalid-case"
  | "sla/invalid-result"
  | "sla/missing-calendar"
  | "sla/ambiguous-calendar"
  | "sla/missing-hours"
  | "sla/hours-in-another-zone"
  | "sla/reversed-window"
  | "sla/invalid-age-bands"
  | "sla/reports-differ";

/**
 * Codes of the issues an evaluation may report besides those of the calendar room (`calendar/out-of-range`). `details`
 * name the event (`event` id or null, `type`, `at`) or the part (`clock`, `stage`) where there is one.
 */
export type SlaIssueCode =
  | "sla/event-after-now"
  | "sla/event-before-received"
  | "sla/event-after-withdrawal"
  | "sla/event-not-supported"
  | "sla/merged-after-due"
  | "sla/event-without-effect"
  | "sla/duplicate-event-id"
  | "sla/duplicate-received"
  | "sla/already-paused"
  | "sla/resumed-without-paused"
  | "sla/pause-customer-not-told"
  | "sla/new-facts-after-due"
  | "sla/extension-ambiguous"
  | "sla/extension-after-due"
  | "sla/extension-beyond-cap"
  | "sla/extension-no-gain"
  | "sla/extension-not-approved"
  | "sla/extension-customer-not-told"
  | "sla/extension-used-up"
  | "sla/extension-needs-earlier"
  | "sla/not-received"
  | "sla/unknown-policy";
