import { zoneTable } from "../../calendar/inner.ts";
import type { CaseContext, Policy, ZoneId } from "../../core/index.ts";
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
import { readMoney } from "../../money/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { planApprovalSeparation } from "../policies/approval-separation.ts";
import {
  PLAN_APPROVAL_ENTRY_TYPES,
  PLAN_APPROVAL_PARTIES,
  type PlanAsk,
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
export const CO_SIGN_OCCASIONS = ["always", "credit-page", "suitability"] as const satisfies readonly (
  "always" | PlanAsk
)[];
/** When a role has to sign. */
export type CoSignOccasion = (typeof CO_SIGN_OCCASIONS)[number];

/** A role that has to sign before a plan is approved (会签), and may reject it. */
export interface PlanCoSigner {
  readonly role: string;
  readonly when: CoSignOccasion;
}

/** Who approves plans, who signs besides, who puts them in force, and who must be kept apart (计划书审批办法). */
export interface PlanApprovalPolicy extends Policy {
  /** Zone in whose days a plan is approved. */
  readonly zone: ZoneId;
  readonly approvers: readonly PlanApprover[];
  readonly coSigners: readonly PlanCoSigner[];
  /** Roles that put an approved plan in force (生效). */
  readonly putInForceBy: readonly string[];
  /** Rules of the bank's own, beside `planApprovalSeparation`. */
  readonly separation?: readonly PlanApprovalSeparationRule[];
}

/** What an approval is checked against besides the policy: the approvals of the other versions, all others, the teams. */
export type PlanApprovalContext = Omit<CaseContext<PlanApproval, PlanApprovalPolicy>, "policy">;

/** Rows of which none says the same thing twice. */
const eachOnce =
  <Row>(read: Reader<readonly Row[]>, keyOf: (row: Row) => readonly unknown[]): Reader<readonly Row[]> =>
  (rows, path, code) => {
    const keys = read(rows, path, code).map((row) => JSON.stringify(keyOf(row)));
    const again = keys.findIndex((key, index) => keys.indexOf(key) < index);
    return again < 0 ? rows : refuse(code, [...path, again], "a second row for the same", {});
  };

const readMembers: Reader<PlanApprovalPolicy> = /* @__PURE__ */ (() => {
  type Rules = Required<PlanApprovalPolicy>["separation"];
  const names = { actions: PLAN_APPROVAL_ENTRY_TYPES, parties: PLAN_APPROVAL_PARTIES };
  const taken = planApprovalSeparation.map(({ id }): string => id);
  const approver = shapeOf<PlanApprover>({ role: readText, upTo: orNull(readMoney) });
  const coSigner = shapeOf<PlanCoSigner>({ role: readText, when: oneOf(CO_SIGN_OCCASIONS) });
  return shapeOf<PlanApprovalPolicy>({
    ...policyMembers,
    zone: (zone, path) => zoneTable(zone, path).id,
    approvers: eachOnce(listOf(approver, 1), ({ role, upTo }) => [role, upTo?.currency]),
    coSigners: eachOnce(listOf(coSigner), ({ role, when }) => [role, when]),
    putInForceBy: eachOnce(listOf(readText, 1), (role) => [role]),
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
export function readApprovalPolicy(policy: PlanApprovalPolicy): PlanApprovalPolicy {
  readMembers(policy, ["policy"], "strategy-plan/invalid-policy" satisfies StrategyPlanErrorCode);
  readDaysInForce(policy, ["policy"]);
  return policy;
}
