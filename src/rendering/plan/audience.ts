import type { LocalDate } from "../../core/index.ts";
import {
  planFields,
  PLAN_SECTIONS,
  type PlanField,
  type PlanPerson,
  type PlanRowId,
  type PlanSection,
  type StrategyPlan,
} from "../../strategy-plan/index.ts";
import { consentGapOf } from "../../strategy-plan/inner.ts";
import { clientCopyOf } from "./client-copy.ts";

/** Who a plan document is for: the bank itself, or the client. */
export const PLAN_AUDIENCES = ["bank", "client"] as const;

/** Who a plan document is for. */
export type PlanAudience = (typeof PLAN_AUDIENCES)[number];

/**
 * Who may read each of the 37 fields. What the client may read is what the client told the bank, uses, or is offered;
 * persons' data, what the bank thinks, needs as the bank sees them (3.E and 8.A often have the same words, so that
 * neither is shown), other institutions, money the bank counts on and its worries are the bank's own. A new field does
 * not compile until somebody has decided.
 */
const READERS = {
  contactName: "client",
  positionAndAuthority: "client",
  contactMethod: "bank",
  otherBusinessWithUs: "bank",
  otherContactsInOurBank: "bank",
  businessNature: "client",
  shareOfTurnoverAndProfit: "bank",
  developmentStatus: "bank",
  comingYearDirection: "client",
  financialNeeds: "bank",
  ourImportance: "bank",
  ourImage: "bank",
  ourStrengths: "bank",
  ourWeaknesses: "bank",
  institutionName: "bank",
  institutionOfficer: "bank",
  institutionServicesAndTerms: "bank",
  reasonForChoice: "bank",
  estimatedSpend: "bank",
  needed: "bank",
  suppliedElsewhere: "bank",
  recommended: "client",
  adopted: "client",
  discontinued: "client",
  shareOfSpend: "bank",
  directIncome: "bank",
  relatedClientIncome: "bank",
  otherIntangibleBenefit: "bank",
  clientNeed: "bank",
  productOrService: "client",
  departmentAndOwner: "client",
  plannedPitchTime: "client",
  pitchMethod: "bank",
  expectedIncome: "bank",
  challengeSource: "bank",
  challengeContent: "bank",
  preventionAndTimetable: "bank",
} as const satisfies Readonly<Record<PlanField, PlanAudience>>;

/** A field the client may read. */
export type ClientPlanField = {
  readonly [Field in PlanField]: (typeof READERS)[Field] extends "client" ? Field : never;
}[PlanField];

const isForClient = (field: PlanField): field is ClientPlanField => READERS[field] === "client";

/** The fields the client may read, in order. */
export const CLIENT_PLAN_FIELDS: readonly ClientPlanField[] = planFields.map(({ key }) => key).filter(isForClient);

/** The sections the client may read something of, in order; who the client is, it knows. */
export const CLIENT_PLAN_SECTIONS = [
  "client-profile",
  "decision-makers",
  "business-analysis",
  "service-status",
  "next-year-plan",
] as const satisfies readonly PlanSection[];

/** A section the client may read something of. */
export type ClientPlanSection = (typeof CLIENT_PLAN_SECTIONS)[number];

/** Whether an audience may read a field. */
export const mayRead = (audience: PlanAudience, field: PlanField): boolean => audience === "bank" || isForClient(field);

/** The sections an audience may read, in order. */
export const sectionsFor = (audience: PlanAudience): readonly PlanSection[] =>
  audience === "bank" ? PLAN_SECTIONS : CLIENT_PLAN_SECTIONS;

/** A plan with what its readers may read, and nothing else. */
export interface ShownPlan {
  readonly plan: StrategyPlan;
  /** People of whom a dealing without consent is not shown. */
  readonly withheld: ReadonlySet<PlanRowId>;
}

/** What the readers of a document may read of a plan on a day; the rest is not there, so that nothing can print it. */
export function shownTo(audience: PlanAudience, plan: StrategyPlan, asOf: LocalDate): ShownPlan {
  return audience === "client"
    ? { plan: clientCopyOf(plan, CLIENT_PLAN_FIELDS, asOf), withheld: new Set() }
    : withConsent(plan, asOf);
}

/** The plan without the dealings of persons who have not agreed to their being shown. */
function withConsent(plan: StrategyPlan, asOf: LocalDate): ShownPlan {
  if (plan.people === undefined) return { plan, withheld: new Set() };
  const withheld = new Set<PlanRowId>();
  const people = plan.people.map((person): PlanPerson => {
    const dealings = person.otherBusinessWithUs ?? [];
    const shown = dealings.filter(({ consent }) => consentGapOf(consent, asOf) === null);
    if (shown.length === dealings.length) return person;
    withheld.add(person.id);
    return { ...person, otherBusinessWithUs: shown };
  });
  return { plan: { ...plan, people }, withheld };
}
