import type { EmployeeId } from "../client/index.ts";
import type {
  CaseContext,
  DecimalString,
  Instant,
  IssuesOf,
  ReadingDetails,
  SeparationRelation,
} from "../core/index.ts";
import type { RefusedOpinion } from "./opinion-entries.ts";
import type { ComplaintDimension } from "./statistics.ts";
import type {
  ComplaintActName,
  ComplaintHistoryEntry,
  ComplaintParty,
  ComplaintRefusalDetails,
  ComplaintState,
  RefusedComplaintStep,
} from "./types.ts";

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

/** What the issues of entries carry that casework would have refused. */
export interface ComplaintCaseworkDetails {
  "complaints/transition-not-allowed": {
    readonly from: ComplaintState;
    readonly type: ComplaintHistoryEntry["type"];
  };
  "complaints/case-over": { readonly state: ComplaintState; readonly type: ComplaintHistoryEntry["type"] };
  "complaints/before-last-entry": {
    readonly type: ComplaintHistoryEntry["type"];
    readonly at: Instant;
    readonly last: Instant;
  };
  /** Whose action breaks which rule, and what it must be kept apart from: an action or a party of some entry. */
  "complaints/separated": {
    readonly rule: string;
    readonly person: EmployeeId;
    readonly action: ComplaintActName;
    readonly relation: SeparationRelation;
    readonly with: {
      readonly action?: ComplaintActName;
      readonly party?: ComplaintParty;
      readonly person: EmployeeId;
      readonly case: string;
      readonly entry: number;
      readonly at: Instant;
    };
  };
  /** Which histories or teams are missing, so that nobody can say whether a rule is kept. */
  "complaints/separation-unknown": {
    readonly rule: string;
    /** `linked`, `elsewhere` or `teams`: the member of the context. */
    readonly missing: keyof Omit<CaseContext<never, never>, "policy">;
    /** Linked cases whose history is not given. */
    readonly cases?: readonly string[];
    /** Somebody whose team is not known. */
    readonly person?: EmployeeId;
  };
}

/** What the issues of entries carry that this room would have refused. */
export type ComplaintRefusedDetails = {
  readonly [Reason in keyof ComplaintRefusalDetails as `complaints/${Reason}`]: ComplaintRefusalDetails[Reason];
};

/** What the issues of a stored complaint carry, by code. */
export type ComplaintIssueDetails = ComplaintHistoryDetails & ComplaintCaseworkDetails & ComplaintRefusedDetails;

/** An issue or error of this room, by code with its details. */
export type ComplaintIssue = IssuesOf<ComplaintErrorDetails & ComplaintIssueDetails>;

/**
 * Every reason this room gives: its issues and errors, and why a step or an entry of a box or book was refused. What
 * casework refuses in every room is a reason of `core`.
 */
export type ComplaintReasons = ComplaintIssue | RefusedComplaintStep | RefusedOpinion;
