import type { EmployeeId } from "../client/index.ts";
import type {
  CaseworkIssueDetails,
  CaseworkRefusalDetails,
  DecimalString,
  Instant,
  IssuesOf,
  ReadingDetails,
} from "../core/index.ts";
import type { ComplaintHistoryEntry } from "./entries/entry.ts";
import type {
  ComplaintDimension,
  ComplaintRefusalDetails,
  ComplaintState,
  RefusedComplaintStep,
  RefusedOpinion,
} from "./types.ts";

/** What the errors of this room carry, by code. */
export interface ComplaintErrorDetails {
  /** An id that is blank, or not a text. Remedy: fill in the id at `path`. */
  "complaints/empty-id": ReadingDetails;
  /**
   * A complaint, an intake or a step that cannot be read; with a limit where it is nested too deep.
   *
   * Remedy: correct the member at `path`; `ComplaintCaseSchema` describes a complaint, `ComplaintIntakeSchema` an
   * intake and `ComplaintHistoryEntrySchema` a step.
   */
  "complaints/invalid-complaint": ReadingDetails & { readonly limit?: number };
  /** Remedy: correct the member at `path`; `ComplaintHandlingPolicySchema` describes a policy. */
  "complaints/invalid-policy": ReadingDetails;
  /**
   * A parameter that is not what it should be.
   *
   * Remedy: correct the argument, or the member of it, at `path`; `OpinionEntrySchema` describes an entry of a box or a
   * book.
   */
  "complaints/invalid-input": ReadingDetails;
  /** Remedy: give redress as an amount of 0 or more. */
  "complaints/negative-redress": { readonly amount: DecimalString; readonly currency: string };
  /** Remedy: count by words of `COMPLAINT_DIMENSIONS`. */
  "complaints/unknown-dimension": ReadingDetails;
  /** Remedy: pass `complaintMeasures` one of `COMPLAINT_SUBJECTS` as `of`. */
  "complaints/unknown-subject": ReadingDetails;
  /**
   * Two statistics that cannot be merged, and what each is counted by.
   *
   * Remedy: make both statistics with the same dimensions in the same order, then merge them.
   */
  "complaints/dimensions-differ": {
    readonly a: readonly ComplaintDimension[];
    readonly b: readonly ComplaintDimension[];
  };
  /** Remedy: pass each complaint once. */
  "complaints/duplicate-id": { readonly id: string };
}

/** What the issues of a stored complaint carry, by code, besides those of its refused steps. */
export interface ComplaintHistoryDetails {
  /**
   * The receipt is not the first entry, or another entry says it is the receipt.
   *
   * Remedy: restore the history: the receipt is its first entry, and no other entry is one.
   */
  "complaints/not-received-first": { readonly type: ComplaintHistoryEntry["type"]; readonly at: Instant };
  /**
   * The history does not lead to the state.
   *
   * Remedy: store the state that the history leads to, or add the entries that are missing.
   */
  "complaints/state-differs": { readonly state: ComplaintState; readonly expected: ComplaintState };
  /** Remedy: store the handler that the history leads to, or add the entry that is missing. */
  "complaints/handler-differs": { readonly handler: EmployeeId | null; readonly expected: EmployeeId | null };
  /** Remedy: store the people the receipt and the `name-person` notes name; add a note for whoever was found later. */
  "complaints/persons-complained-of-differs": {
    readonly personsComplainedOf: readonly EmployeeId[];
    readonly expected: readonly EmployeeId[];
  };
}

/** What the issues of entries carry that casework would have refused: its own details, with the types of this room. */
export interface ComplaintCaseworkDetails extends CaseworkIssueDetails<"complaints"> {
  /**
   * Remedy: take one of the steps that `complaintLifecycle` has for the state, or add the entry that is missing before
   * this one.
   */
  "complaints/transition-not-allowed": CaseworkRefusalDetails["transition-not-allowed"] & {
    readonly from: ComplaintState;
    readonly type: ComplaintHistoryEntry["type"];
  };
  /**
   * Remedy: take the complaint up again first, which a withdrawn one does not allow; ideas for improvement are taken at
   * any time.
   */
  "complaints/case-over": CaseworkRefusalDetails["case-over"] & {
    readonly state: ComplaintState;
    readonly type: ComplaintHistoryEntry["type"];
  };
  /** Remedy: correct `at` of one of the two, or put the entries in the order in which they happened. */
  "complaints/before-last-entry": CaseworkRefusalDetails["before-last-entry"] & {
    readonly type: ComplaintHistoryEntry["type"];
  };
  /**
   * Whose action breaks which rule, and what it must be kept apart from: an action or a party of some entry.
   *
   * Remedy: have the step taken by somebody whom the rule does not keep out.
   */
  "complaints/separated": CaseworkRefusalDetails["separated"];
  /**
   * Which histories or teams are missing, so that nobody can say whether a rule is kept.
   *
   * Remedy: pass what `missing` names, the `linked` complaints, all others (`elsewhere`) or the `teams`, in the
   * context.
   */
  "complaints/separation-unknown": CaseworkRefusalDetails["separation-unknown"];
}

/** What the issues of entries carry that this room would have refused. */
export interface ComplaintRefusedDetails {
  /** Remedy: have the group name at most `max` representatives, and list those. */
  "complaints/too-many-representatives": ComplaintRefusalDetails["too-many-representatives"];
  /**
   * Remedy: give the authorisation of the agent, or the proof of the heir or representative, as `proof` of the
   * registration; or decline the complaint.
   */
  "complaints/authority-not-shown": ComplaintRefusalDetails["authority-not-shown"];
  /** Remedy: correct the day of the proof, or wait for one that is signed. */
  "complaints/proof-after-step": ComplaintRefusalDetails["proof-after-step"];
  /** Remedy: have the client complain in person or through somebody else, and give who does as `complainant`. */
  "complaints/complainant-complained-of": ComplaintRefusalDetails["complainant-complained-of"];
  /**
   * Remedy: correct `receivedAt` of the request, the facts or the acceptance, which came before it was recorded (`at`) and
   * after what it follows (`after`): a request after the receipt, or after the complaint was last taken up again or
   * escalated; facts after the receipt; an acceptance after the decision.
   */
  "complaints/message-out-of-time": ComplaintRefusalDetails["message-out-of-time"];
  /** Remedy: record the decision that the client accepted, with `decide`, before the acceptance. */
  "complaints/nothing-to-accept": ComplaintRefusalDetails["nothing-to-accept"];
  /** Remedy: name the other complaint of the two. */
  "complaints/merged-with-itself": ComplaintRefusalDetails["merged-with-itself"];
  /** Remedy: merge with a complaint that is open, or link the new one to the old in `links` and go on with it. */
  "complaints/merged-while-over": ComplaintRefusalDetails["merged-while-over"];
  /** Remedy: merge the later complaint into the earlier one, `into` the one that was received first. */
  "complaints/merged-into-later": ComplaintRefusalDetails["merged-into-later"];
  /** Remedy: correct `client` of the complaint that has a wrong one; complaints of two clients stay two. */
  "complaints/merged-across-clients": ComplaintRefusalDetails["merged-across-clients"];
  /** Remedy: record `take-in` in the complaint `into` first, then give it in `linked` and merge. */
  "complaints/not-taken-in": ComplaintRefusalDetails["not-taken-in"];
  /** Remedy: give a ground of `declineGrounds` of the policy, or handle the complaint; a bank lists its own grounds. */
  "complaints/ground-not-listed": ComplaintRefusalDetails["ground-not-listed"];
  /** Remedy: escalate to a unit or person that has had no part in the complaint and is not complained of. */
  "complaints/reviewer-took-part": ComplaintRefusalDetails["reviewer-took-part"];
  /** Remedy: fill in `approvedBy` of the extension with the id of whoever granted it. */
  "complaints/no-approver": ComplaintRefusalDetails["no-approver"];
  /** Remedy: tell the client, and record it with `noteComplaint` as `tell-expectation` before this step. */
  "complaints/client-not-told-what-to-expect": ComplaintRefusalDetails["client-not-told-what-to-expect"];
  /**
   * Remedy: fill in `authority` and `approvedBy` of the redress, with a role that has the currency in
   * `redressAuthorities` of the policy; where it lists none, nobody may grant any, and the bank writes its own.
   */
  "complaints/redress-without-authority": ComplaintRefusalDetails["redress-without-authority"];
  /**
   * Remedy: have a role with a higher limit approve the redress, or grant at most `upTo` in the whole matter, `granted`
   * included.
   */
  "complaints/redress-beyond-authority": ComplaintRefusalDetails["redress-beyond-authority"];
  /**
   * Remedy: cover what `missing` names in the reply and list it in `items`; `next-remedies` needs an entry in `remedies`
   * too, and those that the details name.
   */
  "complaints/reply-incomplete": ComplaintRefusalDetails["reply-incomplete"];
  /** Remedy: answer the client and give the `form`; `none` is for a client who cannot be reached. */
  "complaints/reply-without-form": ComplaintRefusalDetails["reply-without-form"];
  /** Remedy: leave the offer until the complaint is over, or set `sellingAllowed` in a policy of your own. */
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
