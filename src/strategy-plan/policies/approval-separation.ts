import type { PlanApprovalSeparationRule } from "../approval/types.ts";

/** Ids of the separations of persons that hold in every approval of a plan. */
export const PLAN_APPROVAL_SEPARATION_IDS = ["plan-decided-past-author", "plan-approved-past-co-signer"] as const;
/** Id of a separation of persons in the approval of plans. */
export type PlanApprovalSeparationId = (typeof PLAN_APPROVAL_SEPARATION_IDS)[number];

/**
 * Who is kept apart in every approval of a plan, under any policy (审批岗位分离): an author neither signs, approves nor rejects
 * the plan, and whoever signed for a department does not approve it.
 *
 * Both hold by person, over all linked versions and in either order of time: an author who has become head of the branch
 * does not approve what amends their own plan.
 *
 * @example
 * planApprovalSeparation.map(({ id, between }) => [id, between[0]]) // => [["plan-decided-past-author", "author"], ["plan-approved-past-co-signer", "co-sign"]]
 */
export const planApprovalSeparation: readonly PlanApprovalSeparationRule[] = [
  {
    id: "plan-decided-past-author",
    between: ["author", ["co-sign", "approve", "reject"]],
    scope: "same-case",
    relation: "same-person",
    source: "library convention: nobody decides about their own work (四眼原则)",
  },
  {
    id: "plan-approved-past-co-signer",
    between: ["co-sign", ["approve"]],
    scope: "same-case",
    relation: "same-person",
    source: "library convention: a second signature is a second person’s",
  },
] satisfies readonly (PlanApprovalSeparationRule & { readonly id: PlanApprovalSeparationId })[];
