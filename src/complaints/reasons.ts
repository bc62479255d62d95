import type { EmployeeId } from "../client/index.ts";
import type {
  CaseworkIssueDetails,
  CaseworkRefusalDetails,
  DecimalString,
  Instant,
  IssuesOf,
  ReadingDetails,
} from "../core/index.ts";
import type { RefusedOpinion } from "./opinion-entries.ts";
import type { ComplaintDimension } from "./statistics.ts";
import type { ComplaintHistoryEntry, ComplaintRefusalDetails, ComplaintState, RefusedComplaintStep } from "./types.ts";

/** What the errors of this room carry, by code. */
export interface ComplaintErrorDetails {
  /** An id that is blank, or not a text. */
  "complaints/empty-id": ReadingDetails;
  /** A complaint, an intake or a step that cannot be read; with a limit where it is nested too deep. */
  "complaints/invalid-complaint": ReadingDetails & { readonly limit?: number };
  "complaints/invalid-policy": ReadingDetails;
  /** A parameter that is not what it should be. */
  "complaints/invalid-input": ReadingDetails;
  "complaints/negative-redress": { readonly amount: DecimalString; readonly currency: string };
  "complaints/unknown-dimension": ReadingDetails;
  "complaints/unknown-subject": ReadingDetails;
  /** Two statistics that cannot be merged, and what each is counted by. */
  "complaints/dimensions-differ": {
    readonly a: readonly ComplaintDimension[];
    readonly b: readonly ComplaintDimension[];
  };
  "complaints/duplicate-id": { readonly id: string };
}

/** What the issues of a stored complaint carry, by code, besides those of its refused steps. */
export interface ComplaintHistoryDetails {
  /** The receipt is not the first entry, or another entry says it is the receipt. */
  "complaints/not-received-first": { readonly type: ComplaintHistoryEntry["type"]; readonly at: Instant };
  /** The history does not lead to the state. */
  "complaints/state-differs": { readonly state: ComplaintState; readonly expected: ComplaintState };
  "complaints/handler-differs": { readonly handler: EmployeeId | null; readonly expected: EmployeeId | null };
}

/** What the issues of entries carry that casework would have refused: what its refusals carry, in the words of this room. */
export interface ComplaintCaseworkDetails extends CaseworkIssueDetails<"complaints"> {
  "complaints/transition-not-allowed": CaseworkRefusalDetails["transition-not-allowed"] & {
    readonly from: ComplaintState;
    readonly type: ComplaintHistoryEntry["type"];
  };
  "complaints/case-over": CaseworkRefusalDetails["case-over"] & {
    readonly state: ComplaintState;
    readonly type: ComplaintHistoryEntry["type"];
  };
  "complaints/before-last-entry": CaseworkRefusalDetails["before-last-entry"] & {
    readonly type: ComplaintHistoryEntry["type"];
  };
  /** Whose action breaks which rule, and what it must be kept apart from: an action or a party of some entry. */
  "complaints/separated": CaseworkRefusalDetails["separated"];
  /** Which histories or teams are missing, so that nobody can say whether a rule is kept. */
  "complaints/separation-unknown": CaseworkRefusalDetails["separation-unknown"];
}

/** What the issues of entries carry that this room would have refused. */
export interface ComplaintRefusedDetails {
  "complaints/too-many-representatives": ComplaintRefusalDetails["too-many-representatives"];
  "complaints/handler-complained-of": ComplaintRefusalDetails["handler-complained-of"];
  "complaints/decider-complained-of": ComplaintRefusalDetails["decider-complained-of"];
  "complaints/approver-complained-of": ComplaintRefusalDetails["approver-complained-of"];
  "complaints/no-approver": ComplaintRefusalDetails["no-approver"];
  "complaints/client-not-told-what-to-expect": ComplaintRefusalDetails["client-not-told-what-to-expect"];
  "complaints/redress-without-authority": ComplaintRefusalDetails["redress-without-authority"];
  "complaints/redress-beyond-authority": ComplaintRefusalDetails["redress-beyond-authority"];
  "complaints/reply-incomplete": ComplaintRefusalDetails["reply-incomplete"];
  "complaints/reply-without-form": ComplaintRefusalDetails["reply-without-form"];
  "complaints/selling-not-allowed": ComplaintRefusalDetails["selling-not-allowed"];
}

/** What the issues of a stored complaint carry, by code. */
export type ComplaintIssueDetails = ComplaintHistoryDetails & ComplaintCaseworkDetails & ComplaintRefusedDetails;

/** An issue or error of this room, by code with its details. */
export type ComplaintIssue = IssuesOf<ComplaintErrorDetails & ComplaintIssueDetails>;

/**
 * Every reason this room gives: its issues and errors, and why a step or an entry of a box or book was refused. What
 * casework refuses in every room is a reason of `core`.
 */
export type ComplaintReasons = ComplaintIssue | RefusedComplaintStep | RefusedOpinion;
