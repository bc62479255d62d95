import type { Policy } from "../../core/index.ts";
import {
  listOf,
  oneOf,
  optional,
  policyMembers,
  readDaysInForce,
  readText,
  refuse,
  shapeOf,
  type Reader,
} from "../../core/inner.ts";
import type { StrategyPlanErrorCode } from "../errors.ts";
import { planFields, planSections } from "../fields.ts";
import { PLAN_SECTIONS, type PlanSection } from "../section.ts";
import type { PlanField } from "../types.ts";

/** What this library adds to the fields of a plan and a viewer may be kept from, by its kind in `WithheldPart`. */
export const PLAN_EXTRAS = ["stakeholder", "ties", "credit-page", "spend-with-us", "target", "progress"] as const;

/** Something this library adds to the fields of a plan. */
export type PlanExtra = (typeof PLAN_EXTRAS)[number];

/** Parts of a plan, by name; what is omitted names none. */
export interface PlanParts {
  readonly sections?: readonly PlanSection[];
  readonly fields?: readonly PlanField[];
  readonly extras?: readonly PlanExtra[];
}

/** What is withheld from a role. */
export interface PlanViewRule {
  readonly role: string;
  /** Withheld from it always. */
  readonly withheld: PlanParts;
  /**
   * Withheld from it in rows about members of the group that the viewer does not manage: the rows of a section whole, or
   * fields and extras in them. A row that names no member is about the whole group, and none of these; so is all of a
   * section without rows.
   */
  readonly ofOtherMembers?: PlanParts;
}

/**
 * What each role may not see of a plan (查看权限). A role the policy does not name sees the head of a plan and nothing else.
 */
export interface PlanViewPolicy extends Policy {
  readonly roles: readonly PlanViewRule[];
}

/** Where each extra is: its section, and the member of a row, or of section 7, that holds it; null for one of the plan. */
export const EXTRA_PLACES: Readonly<
  Record<PlanExtra, { readonly section: PlanSection; readonly member: string | null }>
> = {
  stakeholder: { section: "decision-makers", member: "stakeholder" },
  ties: { section: "decision-makers", member: null },
  "credit-page": { section: "client-profile", member: null },
  "spend-with-us": { section: "service-status", member: "spendWithUs" },
  target: { section: "relationship-value", member: "target" },
  progress: { section: "next-year-plan", member: "progress" },
};

const partsOf = (isOf: (section: PlanSection) => boolean): Reader<PlanParts> =>
  shapeOf<PlanParts>({
    sections: optional(listOf(oneOf(PLAN_SECTIONS.filter(isOf)))),
    fields: optional(listOf(oneOf(planFields.filter(({ section }) => isOf(section)).map(({ key }) => key)))),
    extras: optional(listOf(oneOf(PLAN_EXTRAS.filter((extra) => isOf(EXTRA_PLACES[extra].section))))),
  });

const readPolicy: Reader<PlanViewPolicy> = /* @__PURE__ */ (() => {
  const withRows = new Set(planSections.filter(({ rows }) => rows).map(({ id }) => id));
  const readRules = listOf(
    shapeOf<PlanViewRule>({
      role: readText,
      withheld: partsOf(() => true),
      ofOtherMembers: optional(partsOf((section) => withRows.has(section))),
    }),
  );
  return shapeOf<PlanViewPolicy>({
    ...policyMembers,
    roles: (rules, path, code) => {
      const seen = new Set<string>();
      for (const [index, { role }] of readRules(rules, path, code).entries()) {
        if (seen.has(role)) refuse(code, [...path, index, "role"], "named twice", {});
        seen.add(role);
      }
      return rules;
    },
  });
})();

/** The policy of the caller, read whole. */
export function theViewPolicy(policy: PlanViewPolicy): PlanViewPolicy {
  readPolicy(policy, ["policy"], "strategy-plan/invalid-policy" satisfies StrategyPlanErrorCode);
  readDaysInForce(policy, ["policy"]);
  return policy;
}
