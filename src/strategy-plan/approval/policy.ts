import { zoneTable } from "../../calendar/inner.ts";
import type { CaseContext, Path, Policy, ZoneId } from "../../core/index.ts";
import {
  asGiven,
  listOf,
  oneOf,
  optional,
  orNull,
  policyMembers,
  readDaysInForce,
  readSeparation,
  readText,
  refuse,
  shapeOf,
  type Reader,
} from "../../core/inner.ts";
import type { Money } from "../../money/index.ts";
import { minorOf } from "../../money/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { planApprovalSeparation } from "../policies/approval-separation.ts";
import {
  PLAN_APPROVAL_ENTRY_TYPES,
  PLAN_APPROVAL_PARTIES,
  PLAN_ASKS,
  type PlanApproval,
  type PlanApprovalSeparationRule,
} from "./types.ts";

/** A role that approves and rejects plans. */
export interface PlanApprover {
  readonly role: string;
  /** Most a plan may set out to earn; null where the role approves any. One row for each currency of a role. */
  readonly upTo: Money | null;
}

/** When a role has to sign: for every plan, or for one that asks for it. */
export const CO_SIGN_OCCASIONS = ["always", ...PLAN_ASKS] as const;
/** When a role has to sign. */
export type CoSignOccasion = (typeof CO_SIGN_OCCASIONS)[number];

/** A role that has to sign before a plan is approved (会签), and may reject it. */
export interface PlanCoSigner {
  readonly role: string;
  readonly when: CoSignOccasion;
}

/** Who approves plans, who signs besides, and who must be kept apart (计划书审批办法). */
export interface PlanApprovalPolicy extends Policy {
  /** Zone in whose days a plan is approved. */
  readonly zone: ZoneId;
  readonly approvers: readonly PlanApprover[];
  readonly coSigners: readonly PlanCoSigner[];
  /** Rules of the bank's own, beside `planApprovalSeparation`. */
  readonly separation?: readonly PlanApprovalSeparationRule[];
}

/** What an approval is checked against besides the policy: the approvals of the other versions, all others, the teams. */
export type PlanApprovalContext = Omit<CaseContext<PlanApproval, PlanApprovalPolicy>, "policy">;

const CODE = "strategy-plan/invalid-policy" satisfies StrategyPlanErrorCode;

/** An amount that exists, at its place. */
function readAmount(amount: Money, path: Path, code: string): Money {
  shapeOf<Money>({ amount: asGiven, currency: asGiven })(amount, path, code);
  minorOf(amount, path);
  return amount;
}

/** Rows of which none says the same thing twice. */
const eachOnce =
  <Row>(read: Reader<readonly Row[]>, keyOf: (row: Row) => string): Reader<readonly Row[]> =>
  (rows, path, code) => {
    const seen = new Set<string>();
    for (const [index, row] of read(rows, path, code).entries()) {
      const key = keyOf(row);
      if (seen.has(key)) refuse(code, [...path, index], "a second row for the same", {});
      seen.add(key);
    }
    return rows;
  };

const readPolicy: Reader<PlanApprovalPolicy> = /* @__PURE__ */ (() => {
  type Rules = Required<PlanApprovalPolicy>["separation"];
  const names = { actions: PLAN_APPROVAL_ENTRY_TYPES, parties: PLAN_APPROVAL_PARTIES };
  const taken = planApprovalSeparation.map(({ id }): string => id);
  return shapeOf<PlanApprovalPolicy>({
    ...policyMembers,
    zone: (zone, path) => zoneTable(zone, path).id,
    approvers: eachOnce(
      listOf(shapeOf<PlanApprover>({ role: readText, upTo: orNull(readAmount) }), 1),
      ({ role, upTo }) => JSON.stringify([role, upTo?.currency]),
    ),
    coSigners: eachOnce(listOf(shapeOf<PlanCoSigner>({ role: readText, when: oneOf(CO_SIGN_OCCASIONS) })), (row) =>
      JSON.stringify([row.role, row.when]),
    ),
    separation: optional<Rules>((rules, path, code) => {
      listOf<Rules[number]>(asGiven)(rules, path, code);
      for (const [index, { id }] of readSeparation(rules, names).entries()) {
        if (taken.includes(id)) refuse("core/invalid-separation", ["separation", index, "id"], "used twice", { id });
      }
      return rules;
    }),
  });
})();

/** The policy of the caller, read whole. */
export function theApprovalPolicy(policy: PlanApprovalPolicy): PlanApprovalPolicy {
  readPolicy(policy, ["policy"], CODE);
  readDaysInForce(policy, ["policy"]);
  return policy;
}
