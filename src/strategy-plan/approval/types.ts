import type { EmployeeId } from "../../client/index.ts";
import type {
  CaseEntry,
  CaseRecord,
  CaseworkRefusalDetails,
  LocalDate,
  RefusedCaseStep,
  SeparationRule,
} from "../../core/index.ts";
import type { Money } from "../../money/index.ts";

/** States of the approval of a plan (审批状态). */
export const PLAN_APPROVAL_STATES = [
  "draft",
  "submitted",
  "approved",
  "rejected",
  "recalled",
  "in-force",
  "superseded",
  "closed",
] as const;
/** State of the approval of a plan (审批状态). */
export type PlanApprovalState = (typeof PLAN_APPROVAL_STATES)[number];

/** What a plan may have that asks for somebody else's signature: a credit page, a product that needs suitability. */
export const PLAN_ASKS = ["credit-page", "suitability"] as const;
/** Something of a plan that asks for somebody else's signature. */
export type PlanAsk = (typeof PLAN_ASKS)[number];

/** What of a plan an approval is about; `planSubmission` reads it off the plan. */
export interface PlanSubmission {
  readonly version: string;
  /** `planContentHash` of the plan. */
  readonly hash: string;
  /** Who wrote the plan, as the plan says. */
  readonly preparedBy: EmployeeId;
  /**
   * What the plan sets out to earn: the greater of its value target and the sum of its expected incomes. Null where it
   * states neither, or an income in another currency than its own.
   */
  readonly amount: Money | null;
  readonly asks: readonly PlanAsk[];
}

/** A step taken for the content that was submitted; one taken for other content is refused. */
export interface StepOnPlanContent extends CaseEntry {
  /** `planContentHash` of the plan whoever takes the step has before them. */
  readonly hash: string;
}

/** The first entry: somebody begins a version of a plan. */
export interface WritePlanEntry extends CaseEntry {
  readonly type: "write";
  /** Who wrote the plan, as the plan says; an author beside `by`. */
  readonly preparedBy: EmployeeId;
  /** The approval of the version that this one amends. */
  readonly amends?: string;
}

/** A step of the approval of a plan. */
export type PlanApprovalStep =
  | (CaseEntry & PlanSubmission & { readonly type: "submit" })
  | (StepOnPlanContent & { readonly type: "co-sign"; readonly role: string })
  | (StepOnPlanContent & { readonly type: "approve"; readonly role: string })
  | (StepOnPlanContent & { readonly type: "reject"; readonly role: string; readonly reason: string })
  | (StepOnPlanContent & { readonly type: "recall"; readonly reason?: string })
  | (StepOnPlanContent & { readonly type: "revise"; readonly reason?: string })
  | (StepOnPlanContent & {
      readonly type: "put-in-force";
      readonly role: string;
      /** First day in force, not before the day of the approval. */
      readonly effectiveFrom: LocalDate;
    })
  | (StepOnPlanContent & {
      readonly type: "supersede";
      /** The approval of the version that takes its place, which is in force. */
      readonly successor: string;
      /** First day of the successor, on which this version is no longer in force. */
      readonly from: LocalDate;
    })
  | (CaseEntry & {
      readonly type: "close";
      /** Omitted for a draft that was not submitted since it was written or revised. */
      readonly hash?: string;
      readonly reason: string;
      /**
       * First day on which the version is no longer in force, where it was put in force: not before its first day, and on
       * that day where it never is to be.
       */
      readonly from: LocalDate;
    });

/** One entry of the history of an approval. */
export type PlanApprovalEntry = WritePlanEntry | PlanApprovalStep;
/** An entry of a type. */
export type PlanApprovalEntryOf<Type extends PlanApprovalEntry["type"]> = Extract<
  PlanApprovalEntry,
  { readonly type: Type }
>;
/** Type of a step of an approval. */
export type PlanApprovalStepType = PlanApprovalStep["type"];

/** Types of the entries of a history; the first is `write`. */
export const PLAN_APPROVAL_ENTRY_TYPES = [
  "write",
  "submit",
  "co-sign",
  "approve",
  "reject",
  "recall",
  "revise",
  "put-in-force",
  "supersede",
  "close",
] as const satisfies readonly PlanApprovalEntry["type"][];

/** One version of a plan on its way, and everything that happened to it (审批档案); an amendment has one of its own. */
export interface PlanApproval extends CaseRecord<PlanApprovalState, PlanApprovalEntry> {
  /** Id of the plan. */
  readonly plan: string;
}

/** Parties of an approval: `author` is whoever wrote, prepared, submitted or revised the plan. */
export const PLAN_APPROVAL_PARTIES = ["author"] as const;
/** A party of an approval. */
export type PlanApprovalParty = (typeof PLAN_APPROVAL_PARTIES)[number];

/** A separation of persons in the approval of plans. */
export type PlanApprovalSeparationRule = SeparationRule<PlanApprovalEntry["type"], PlanApprovalParty>;

/** Why this room refuses a step, besides what casework refuses. */
export const PLAN_APPROVAL_REFUSALS = [
  "hash-differs",
  "role-not-allowed",
  "amount-beyond-role",
  "co-sign-missing",
  "co-signed-already",
  "recalled-by-another",
  "in-force-before-approval",
  "closed-before-in-force",
  "successor-not-in-force",
] as const satisfies readonly (keyof PlanApprovalRefusalDetails)[];

/** What each refusal of this room carries. */
export interface PlanApprovalRefusalDetails {
  /** The step was taken for other content than was submitted; a hash that is absent there was none. */
  readonly "hash-differs": { readonly submitted?: string; readonly stated?: string };
  /** The policy does not let the role take the step. */
  readonly "role-not-allowed": {
    readonly role: string;
    readonly type: PlanApprovalStepType;
    readonly policy: string;
  };
  /** The plan sets out to earn more than the role may approve, or nobody knows how much; `upTo` in the plan's currency. */
  readonly "amount-beyond-role": { readonly role: string; readonly amount?: Money; readonly upTo?: Money };
  /** Roles that have not signed since the plan was submitted. */
  readonly "co-sign-missing": { readonly roles: readonly string[] };
  /** The role, or the same person for another role, has signed since the plan was submitted. */
  readonly "co-signed-already": { readonly role: string; readonly entry: number };
  /** Only an author takes a plan back. */
  readonly "recalled-by-another": { readonly authors: readonly string[] };
  readonly "in-force-before-approval": { readonly effectiveFrom: LocalDate; readonly approvedOn: LocalDate };
  /** A version that was put in force would end before it begins. */
  readonly "closed-before-in-force": { readonly from: LocalDate; readonly effectiveFrom: LocalDate };
  /** The successor is not given, is of another plan, or is not in force from that day; `found` is from when it is. */
  readonly "successor-not-in-force": {
    readonly successor: string;
    readonly from: LocalDate;
    readonly found?: LocalDate;
  };
}

/** A step that this room refused, by reason with its details. */
export type RefusedPlanApprovalStep = RefusedCaseStep<PlanApprovalRefusalDetails, PlanApprovalStepType>;

/** An approval one entry further, or why not and which steps its state allows. */
export type PlanApprovalOutcome =
  | { readonly ok: true; readonly approval: PlanApproval }
  | RefusedPlanApprovalStep
  | RefusedCaseStep<CaseworkRefusalDetails, PlanApprovalStepType>;

/** Several versions of a plan are in force on a day: which of them is, nobody can say. */
export interface SeveralPlansInForce {
  readonly ok: false;
  readonly reason: "several-in-force";
  readonly details: {
    readonly date: LocalDate;
    /** Ids of their approvals, in the order given. */
    readonly approvals: readonly string[];
  };
}
