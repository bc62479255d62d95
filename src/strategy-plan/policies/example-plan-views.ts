import type { PlanViewPolicy } from "../group/view-policy.ts";

/**
 * What is withheld from whom, to try things with (示例): whoever leads the client or heads the branch sees a plan whole;
 * whoever assists does not see how people of other members of the group stand to us; a product desk sees what it is to
 * deliver; the credit department does not see the judgements about people; a new role is to be added before it sees
 * anything.
 */
export const examplePlanViews: PlanViewPolicy = Object.freeze({
  id: "example.plan-views",
  version: "1",
  status: "example",
  effectiveFrom: "2020-01-01",
  sources: ["this library’s own example; replace before use: roles and what they may see differ by bank"],
  roles: [
    { role: "relationship-manager", withheld: {} },
    { role: "branch-head", withheld: {} },
    {
      role: "assisting-manager",
      withheld: { fields: ["otherBusinessWithUs"], extras: ["credit-page"] },
      ofOtherMembers: {
        sections: ["challenges"],
        fields: ["contactMethod", "institutionOfficer", "expectedIncome"],
        extras: ["stakeholder", "ties", "spend-with-us"],
      },
    },
    {
      role: "credit-department",
      withheld: { fields: ["otherBusinessWithUs", "institutionOfficer"], extras: ["stakeholder", "ties"] },
    },
    {
      role: "product-desk",
      withheld: {
        sections: ["bank-positioning", "other-institutions", "relationship-value", "challenges"],
        fields: ["contactMethod", "otherBusinessWithUs", "otherContactsInOurBank", "shareOfSpend", "expectedIncome"],
        extras: ["stakeholder", "ties", "credit-page"],
      },
    },
  ],
} as const);
