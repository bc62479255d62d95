import type { Path, Policy } from "../../core/index.ts";
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
   * fields and extras in them. A row that names no member is about the whole group, and none of these.
   */
  readonly ofOtherMembers?: PlanParts;
}

/**
 * What each role may not see of a plan (查看权限). A role the policy does not name sees the head of a plan and nothing else.
 */
export interface PlanViewPolicy extends Policy {
  readonly roles: readonly PlanViewRule[];
}

/** The section of each extra. */
export const EXTRA_SECTIONS: Readonly<Record<PlanExtra, PlanSection>> = {
  stakeholder: "decision-makers",
  ties: "decision-makers",
  "credit-page": "client-profile",
  "spend-with-us": "service-status",
  target: "relationship-value",
  progress: "next-year-plan",
};

/** Section of each field. */
export const FIELD_SECTIONS: ReadonlyMap<PlanField, PlanSection> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ planFields.map(({ key, section }) => [key, section]),
);

const CODE = "strategy-plan/invalid-policy" satisfies StrategyPlanErrorCode;

const readParts: Reader<PlanParts> = /* @__PURE__ */ (() =>
  shapeOf<PlanParts>({
    sections: optional(listOf(oneOf(PLAN_SECTIONS))),
    fields: optional(listOf(oneOf(planFields.map(({ key }) => key)))),
    extras: optional(listOf(oneOf(PLAN_EXTRAS))),
  }))();

/** Parts of rows: what a section without rows holds is about no member. */
function readRowParts(parts: PlanParts, path: Path, code: string): PlanParts {
  readParts(parts, path, code);
  const withRows = new Set(planSections.filter(({ rows }) => rows).map(({ id }) => id));
  const named: readonly (readonly [keyof PlanParts, readonly (PlanSection | undefined)[]])[] = [
    ["sections", parts.sections ?? []],
    ["fields", (parts.fields ?? []).map((field) => FIELD_SECTIONS.get(field))],
    ["extras", (parts.extras ?? []).map((extra) => EXTRA_SECTIONS[extra])],
  ];
  for (const [member, sections] of named) {
    for (const [index, section] of sections.entries()) {
      if (section === undefined || withRows.has(section)) continue;
      refuse(code, [...path, member, index], "has no rows, and so none of a member", {});
    }
  }
  return parts;
}

const readPolicy: Reader<PlanViewPolicy> = /* @__PURE__ */ (() => {
  const readRules = listOf(
    shapeOf<PlanViewRule>({ role: readText, withheld: readParts, ofOtherMembers: optional(readRowParts) }),
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
  readPolicy(policy, ["policy"], CODE);
  readDaysInForce(policy, ["policy"]);
  return policy;
}
