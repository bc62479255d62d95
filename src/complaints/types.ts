import type { EmployeeId } from "../client/index.ts";
import type {
  CaseworkRefusal,
  CaseworkRefusalDetails,
  DecimalString,
  Instant,
  LocalDate,
  OtherCasesGiven,
  RefusedCaseStep,
} from "../core/index.ts";
import type { ComplaintHistoryEntry } from "./entries/entry.ts";
import type { ComplaintActionType, ComplaintId, ComplaintRemedy, DeclineGround, ReplyItem } from "./entries/steps.ts";
import type { ComplaintHandlingPolicy } from "./handling-policy.ts";
import type { ComplainantCapacity, ComplaintIntake } from "./intake.ts";

/** States of a complaint (投诉状态). */
export const COMPLAINT_STATES = [
  "received",
  "registered",
  "on-the-spot",
  "investigating",
  "transferred",
  "extended",
  "decided",
  "replied",
  "followed-up",
  "closed",
  "withdrawn",
  "merged",
  "declined",
  "re-opened",
  "escalated",
] as const;
/** State of a complaint (投诉状态). */
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

/** A complaint and everything that happened to it (投诉档案). Nothing is ever removed from the history. */
export interface ComplaintCase extends ComplaintIntake {
  readonly state: ComplaintState;
  /** Who handles it; null until it is registered. */
  readonly handler: EmployeeId | null;
  /** In the order in which it happened; the first entry is the receipt. */
  readonly history: readonly ComplaintHistoryEntry[];
}

/** Why this room refuses a step or a note, besides what casework refuses. */
export const COMPLAINT_REFUSALS = [
  "too-many-representatives",
  "authority-not-shown",
  "proof-after-step",
  "complainant-complained-of",
  "message-out-of-time",
  "nothing-to-accept",
  "merged-with-itself",
  "merged-while-over",
  "merged-into-later",
  "merged-across-clients",
  "not-taken-in",
  "ground-not-listed",
  "reviewer-took-part",
  "no-approver",
  "client-not-told-what-to-expect",
  "redress-without-authority",
  "redress-beyond-authority",
  "reply-incomplete",
  "reply-without-form",
  "selling-not-allowed",
] as const satisfies readonly (keyof ComplaintRefusalDetails)[];

/** What each refusal of this room carries. */
export interface ComplaintRefusalDetails {
  /** More speak for a group complaint than the policy allows. */
  readonly "too-many-representatives": { readonly count: number; readonly max: number; readonly policy: string };
  /** Somebody complains for a client and has not shown that they may. */
  readonly "authority-not-shown": { readonly capacity: ComplainantCapacity; readonly policy: string };
  /** The proof that somebody may complain for a client is dated after the step it came with, in every zone. */
  readonly "proof-after-step": { readonly on: LocalDate; readonly at: Instant };
  /** Whoever complains for the client is complained of. */
  readonly "complainant-complained-of": { readonly person: string };
  /**
   * What the client told the bank was received before what it follows, or after it was recorded. A request to withdraw
   * follows the receipt, or the last time the complaint was taken up again or escalated; new facts follow the receipt,
   * an acceptance the decision.
   */
  readonly "message-out-of-time": { readonly receivedAt: Instant; readonly after: Instant; readonly at: Instant };
  /** Nothing was decided since the case was last taken up. */
  readonly "nothing-to-accept": Record<string, never>;
  readonly "merged-with-itself": { readonly complaint: ComplaintId };
  /** The other complaint of the two was over. */
  readonly "merged-while-over": { readonly complaint: ComplaintId; readonly state: ComplaintState };
  /** The complaint that would go on was received later. */
  readonly "merged-into-later": {
    readonly complaint: ComplaintId;
    readonly receivedAt: Instant;
    readonly into: ComplaintId;
    readonly intoReceivedAt: Instant;
  };
  /** The two complaints are of two clients; the other one is named. */
  readonly "merged-across-clients": { readonly complaint: ComplaintId };
  /** The earlier complaint has not taken this one in. */
  readonly "not-taken-in": { readonly complaint: ComplaintId; readonly into: ComplaintId };
  /** The policy does not list the ground on which the complaint would be declined. */
  readonly "ground-not-listed": { readonly ground: DeclineGround; readonly policy: string };
  /** Whoever would review is complained of, or has handled or decided the complaint. */
  readonly "reviewer-took-part": { readonly to: string };
  /** Nobody approved more time. */
  readonly "no-approver": Record<string, never>;
  readonly "client-not-told-what-to-expect": { readonly policy: string };
  /** The role or the approver is blank; or, with the currency, no redress in it lies within the authority of the role. */
  readonly "redress-without-authority": { readonly authority: string; readonly currency?: string };
  /** All amounts are in the currency of the redress; `granted` is what the matter was granted before, where there is any. */
  readonly "redress-beyond-authority": {
    readonly authority: string;
    readonly amount: DecimalString;
    readonly granted?: DecimalString;
    readonly upTo: DecimalString;
  };
  /** Items the reply lacks; and, with `next-remedies`, the remedies it does not name. */
  readonly "reply-incomplete": {
    readonly missing: readonly ReplyItem[];
    readonly remedies: readonly ComplaintRemedy[];
  };
  /** No answer was given to somebody who can be reached. */
  readonly "reply-without-form": Record<string, never>;
  readonly "selling-not-allowed": { readonly policy: string };
}

/** A condition of a type of step; what it finds unmet carries what its reason says. */
export type ComplaintCondition<Step, Reason extends keyof ComplaintRefusalDetails = keyof ComplaintRefusalDetails> = {
  readonly [Own in Reason]: {
    readonly reason: Own;
    readonly unmet: (
      complaint: ComplaintCase,
      step: Step,
      policy: ComplaintHandlingPolicy,
      others: OtherCasesGiven<ComplaintCase>,
    ) => Readonly<ComplaintRefusalDetails[Own]> | null;
  };
}[Reason];

/** Why a step or a note was refused. */
export type ComplaintRefusal = CaseworkRefusal | keyof ComplaintRefusalDetails;

/** A step or a note that this room refused, by reason with its details. */
export type RefusedComplaintStep = RefusedCaseStep<ComplaintRefusalDetails, ComplaintActionType>;

/** A complaint with one more entry, or why not and which steps its state allows. */
export type ComplaintOutcome =
  | { readonly ok: true; readonly complaint: ComplaintCase }
  | RefusedComplaintStep
  | RefusedCaseStep<CaseworkRefusalDetails, ComplaintActionType>;

/** What complaints may be counted by. */
export const COMPLAINT_DIMENSIONS = [
  "state",
  "channel",
  "origin",
  "category",
  "product",
  "outlet",
  "handler",
  "decision",
  "root-cause",
] as const;
/** What complaints are counted by. */
export type ComplaintDimension = (typeof COMPLAINT_DIMENSIONS)[number];

/** Why an entry may not be processed. */
export const OPINION_REFUSALS = ["already-processed", "before-found", "no-reason"] as const;
/** Why an entry was not processed. */
export type OpinionRefusal = (typeof OPINION_REFUSALS)[number];

/** An entry that was not processed, and why. */
export type RefusedOpinion = {
  readonly [Reason in OpinionRefusal]: { readonly ok: false; readonly reason: Reason };
}[OpinionRefusal];
