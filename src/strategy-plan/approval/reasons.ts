import type { CaseworkIssueDetails, CaseworkRefusalDetails, Instant } from "../../core/index.ts";
import type { PlanApprovalEntry, PlanApprovalRefusalDetails, PlanApprovalState } from "./types.ts";

/** What the issues of a stored approval carry, by code. */
export interface PlanApprovalReasonDetails extends Omit<
  CaseworkIssueDetails<"strategy-plan">,
  "strategy-plan/case-over"
> {
  /**
   * Writing is not the first entry, or another entry says it is.
   *
   * Remedy: restore the history: `write` is its first entry, and no other entry is one.
   */
  "strategy-plan/not-written-first": { readonly type: PlanApprovalEntry["type"]; readonly at: Instant };
  /**
   * The history does not lead to the state.
   *
   * Remedy: store the state that the history leads to, or add the entries that are missing.
   */
  "strategy-plan/state-differs": { readonly state: PlanApprovalState; readonly expected: PlanApprovalState };
  /**
   * Remedy: take one of the steps that `planApprovalLifecycle` has for the state, or add the entry that is missing before
   * this one.
   */
  "strategy-plan/transition-not-allowed": CaseworkRefusalDetails["transition-not-allowed"] & {
    readonly from: PlanApprovalState;
    readonly type: PlanApprovalEntry["type"];
  };
  /** Remedy: correct `at` of one of the two, or put the entries in the order in which they happened. */
  "strategy-plan/before-last-entry": CaseworkRefusalDetails["before-last-entry"] & {
    readonly type: PlanApprovalEntry["type"];
  };
  /**
   * Whose step breaks which rule, and what it must be kept apart from.
   *
   * Remedy: have the step taken by somebody whom the rule does not keep out.
   */
  "strategy-plan/separated": CaseworkRefusalDetails["separated"];
  /**
   * Which histories or teams are missing, so that nobody can say whether a rule is kept.
   *
   * Remedy: pass what `missing` names, the approvals of the other versions (`linked`), all others (`elsewhere`) or the
   * `teams`, in the context.
   */
  "strategy-plan/separation-unknown": CaseworkRefusalDetails["separation-unknown"];
  /**
   * Remedy: take the step for the plan that was submitted, with its `planContentHash`; a plan that has changed since is
   * recalled or rejected, revised and submitted again.
   */
  "strategy-plan/hash-differs": PlanApprovalRefusalDetails["hash-differs"];
  /**
   * Remedy: have a role take the step that the policy lets take it (`approvers`, `coSigners`, `putInForceBy`), or add the
   * role to the policy.
   */
  "strategy-plan/role-not-allowed": PlanApprovalRefusalDetails["role-not-allowed"];
  /**
   * Remedy: have a role with a higher limit approve the plan; where `amount` is absent, state a target or expected incomes
   * in the currency of the plan, or have a role without a limit approve it.
   */
  "strategy-plan/amount-beyond-role": PlanApprovalRefusalDetails["amount-beyond-role"];
  /** Remedy: have each of `roles` sign with `co-sign` first. */
  "strategy-plan/co-sign-missing": PlanApprovalRefusalDetails["co-sign-missing"];
  /** Remedy: leave out the second signature, or have somebody else sign for the other role. */
  "strategy-plan/co-signed-already": PlanApprovalRefusalDetails["co-signed-already"];
  /** Remedy: have one of `authors` recall the plan; an approver rejects it instead. */
  "strategy-plan/recalled-by-another": PlanApprovalRefusalDetails["recalled-by-another"];
  /** Remedy: put the plan in force from `approvedOn` or a later day. */
  "strategy-plan/in-force-before-approval": PlanApprovalRefusalDetails["in-force-before-approval"];
  /** Remedy: close the version from `effectiveFrom`, so that it never is in force, or from a later day. */
  "strategy-plan/closed-before-in-force": PlanApprovalRefusalDetails["closed-before-in-force"];
  /**
   * Remedy: put the successor in force first, give its approval in `linked`, and supersede from the day it is in force
   * from, which `found` says where it is known.
   */
  "strategy-plan/successor-not-in-force": PlanApprovalRefusalDetails["successor-not-in-force"];
}
