import type { Policy } from "../../core/index.ts";
import type { PlanTier, PlanTierName, TierRequirement } from "../condition/tier.ts";
import { planFields } from "../fields.ts";

const envelope = {
  version: "1",
  status: "example",
  effectiveFrom: "2000-01-01",
  sources: [
    "this library’s own example; replace before use: which questions, how many rows, weights and greatest ages",
    "a public account plan that was cut to six questions in 2026: opportunities, outcome, whether the client knows, risks, next steps, key players",
  ],
} as const satisfies Omit<Policy, "id">;

/** The question about a section, with as many rows and fields as a tier wants. */
const asks = <Id extends string>(
  id: Id,
  section: TierRequirement["section"],
  fields: TierRequirement["fields"],
  atLeast = 1,
  age: Pick<TierRequirement, "maxAgeDays"> = {},
): TierRequirement & { readonly id: Id } => ({ id, section, fields, atLeast, ...age });

/** The same about every field of the section. */
const asksAll = <Id extends string>(
  id: Id,
  section: TierRequirement["section"],
  atLeast = 1,
  age: Pick<TierRequirement, "maxAgeDays"> = {},
): TierRequirement & { readonly id: Id } =>
  asks(
    id,
    section,
    planFields.filter((field) => field.section === section).map(({ key }) => key),
    atLeast,
    age,
  );

/**
 * Three tiers of a plan (分级要求), as an example of form: `minimal` asks six questions, enough to call on the client
 * with; `standard` asks something of every section; `full` asks for rows that answer every field.
 *
 * @example
 * examplePlanTiers.minimal.requirements.map(({ id }) => id) // => ["who-decides", "what-they-know", "what-we-offer", "what-it-brings", "who-and-when", "what-may-go-wrong"]
 * examplePlanTiers.full.status // => "example"
 */
export const examplePlanTiers = /* @__PURE__ */ (() =>
  Object.freeze({
    minimal: Object.freeze({
      ...envelope,
      id: "example.plan-tier-minimal",
      tier: "minimal",
      requirements: [
        asks("who-decides", "decision-makers", ["contactName", "positionAndAuthority", "contactMethod"]),
        asks("what-they-know", "service-status", ["needed", "recommended"]),
        asks("what-we-offer", "next-year-plan", ["clientNeed", "productOrService"]),
        asks("what-it-brings", "next-year-plan", ["expectedIncome"]),
        asks("who-and-when", "next-year-plan", ["departmentAndOwner", "plannedPitchTime"]),
        asks("what-may-go-wrong", "challenges", ["challengeContent"]),
      ],
    }),
    standard: Object.freeze({
      ...envelope,
      id: "example.plan-tier-standard",
      tier: "standard",
      weights: { "decision-makers": 2, "next-year-plan": 2 },
      requirements: [
        asks("who-decides", "decision-makers", ["contactName", "positionAndAuthority", "contactMethod"], 2),
        asks("their-business", "business-analysis", ["businessNature", "comingYearDirection", "financialNeeds"]),
        asks("where-we-stand", "bank-positioning", ["ourImportance", "ourStrengths", "ourWeaknesses"]),
        asks("other-banks", "other-institutions", ["institutionName", "institutionServicesAndTerms"]),
        asks("what-they-know", "service-status", ["needed", "suppliedElsewhere", "recommended", "adopted"], 3),
        asks("what-it-is-worth", "relationship-value", ["directIncome"]),
        asks("what-we-offer", "next-year-plan", ["clientNeed", "productOrService"], 2),
        asks("what-it-brings", "next-year-plan", ["expectedIncome"], 2),
        asks("who-and-when", "next-year-plan", ["departmentAndOwner", "plannedPitchTime"], 2),
        asks("what-may-go-wrong", "challenges", ["challengeContent", "preventionAndTimetable"]),
      ],
    }),
    full: Object.freeze({
      ...envelope,
      id: "example.plan-tier-full",
      tier: "full",
      weights: { "decision-makers": 2, "service-status": 2, "next-year-plan": 2 },
      requirements: [
        asksAll("who-decides", "decision-makers", 3),
        asksAll("their-business", "business-analysis"),
        asksAll("where-we-stand", "bank-positioning", 1, { maxAgeDays: 365 }),
        asksAll("other-banks", "other-institutions", 2),
        asksAll("what-they-know", "service-status", 5),
        asksAll("what-it-is-worth", "relationship-value"),
        asksAll("what-we-offer", "next-year-plan", 3),
        asksAll("what-may-go-wrong", "challenges", 2),
      ],
    }),
  } as const satisfies Readonly<Record<PlanTierName, PlanTier>>))();

/** Ids of the questions of the example. */
export type ExamplePlanQuestion = (typeof examplePlanTiers)[PlanTierName]["requirements"][number]["id"];
