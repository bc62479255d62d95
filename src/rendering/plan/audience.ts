import type { LocalDate } from "../../core/index.ts";
import {
  planFields,
  planSections,
  type PlanField,
  type PlanPerson,
  type PlanRowId,
  type PlanSection,
  type StrategyPlan,
} from "../../strategy-plan/index.ts";
import { consentGapOf } from "../../strategy-plan/inner.ts";

/** Who a plan document is for: the bank itself, or the client. */
export const PLAN_AUDIENCES = ["bank", "client"] as const;

/** Who a plan document is for. */
export type PlanAudience = (typeof PLAN_AUDIENCES)[number];

/**
 * Who may read each of the 37 fields. What the client may read is what the client told the bank, uses, or is offered;
 * persons' data, what the bank thinks (needs as it sees them too), other institutions, money the bank counts on and its
 * worries are the bank's own. A new field does not compile until somebody has decided.
 */
const READERS: Readonly<Record<PlanField, PlanAudience>> = {
  contactName: "client",
  positionAndAuthority: "client",
  contactMethod: "bank",
  otherBusinessWithUs: "bank",
  otherContactsInOurBank: "bank",
  businessNature: "client",
  shareOfTurnoverAndProfit: "bank",
  developmentStatus: "bank",
  comingYearDirection: "client",
  financialNeeds: "client",
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
};

/** Whether an audience may read a field. */
export const mayRead = (audience: PlanAudience, field: PlanField): boolean =>
  audience === "bank" || READERS[field] === "client";

/** Whether an audience may read anything of a section; who the client is, both may. */
export const mayReadSection = (audience: PlanAudience, section: PlanSection): boolean =>
  section === "client-profile" || planFields.some((field) => field.section === section && mayRead(audience, field.key));

/** A plan with what its readers may read, and nothing else. */
export interface ShownPlan {
  readonly plan: StrategyPlan;
  /** People of whom a dealing without consent is not shown. */
  readonly withheld: ReadonlySet<PlanRowId>;
}

/** What the readers of a document may read of a plan on a day; the rest is not there, so that nothing can print it. */
export function shownTo(audience: PlanAudience, plan: StrategyPlan, asOf: LocalDate): ShownPlan {
  return audience === "client" ? { plan: clientCopyOf(plan), withheld: new Set() } : withConsent(plan, asOf);
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

/** The members of a row the client may read, with those that say which row it is. */
function readable<Row extends object>(row: Row, ...also: readonly (keyof Row & string)[]): Row {
  const fields = planFields.filter(({ key }) => mayRead("client", key)).map(({ key }): string => key);
  const kept: readonly string[] = [...fields, ...also];
  return Object.fromEntries(Object.entries(row).filter(([name]) => kept.includes(name))) as Row;
}

/** The sections without parts of the bank's own inside their fields, those of which the client may read something. */
function readableSections({ standing, institutions, value, challenges }: StrategyPlan): Partial<StrategyPlan> {
  const may = (section: PlanSection): boolean => mayReadSection("client", section);
  return {
    ...(standing === undefined || !may("bank-positioning") ? {} : { standing: readable(standing) }),
    ...(institutions === undefined || !may("other-institutions")
      ? {}
      : { institutions: institutions.map((row) => readable(row, "id", "institutionName")) }),
    ...(value === undefined || !may("relationship-value") ? {} : { value: readable(value) }),
    ...(challenges === undefined || !may("challenges")
      ? {}
      : { challenges: challenges.map((row) => readable(row, "id")) }),
  };
}

/** A plan with what the client may read. Of what a field says, the bank's own part is left out as well. */
function clientCopyOf(plan: StrategyPlan): StrategyPlan {
  const { id, version, client, period, currency, preparedBy, preparedOn, sample } = plan;
  const people = plan.people?.map((person): PlanPerson => {
    const { positionAndAuthority: position, ...row } = readable(person, "id");
    // how much say a person has is a judgement
    return position === undefined
      ? row
      : { ...row, positionAndAuthority: { position: position.position, authority: "unknown" } };
  });
  const actions = plan.actions?.map((action) => {
    const { productOrService: offer, ...row } = readable(action, "id");
    return offer === undefined ? row : { ...row, productOrService: { name: offer.name } };
  });
  // what was neither offered nor taken is not the client's to read about
  const services = plan.services
    ?.filter(({ adopted, recommended }) => adopted?.answer === "yes" || recommended?.answer === "yes")
    .map((service) => {
      const { discontinued: end, ...row } = readable(service, "id", "service");
      if (end === undefined) return row;
      const { answer, date } = end;
      return { ...row, discontinued: date === undefined ? { answer } : { answer, date } };
    });
  return {
    ...{ id, version, client, period, currency, preparedBy, preparedOn },
    ...(sample === undefined ? {} : { sample }),
    ...(people === undefined ? {} : { people }),
    ...(plan.businesses === undefined ? {} : { businesses: plan.businesses.map((row) => readable(row, "id")) }),
    ...(services === undefined ? {} : { services }),
    ...(actions === undefined ? {} : { actions }),
    ...readableSections(plan),
  };
}

/** The sections an audience may read, in order. */
export const sectionsFor = (audience: PlanAudience): readonly PlanSection[] =>
  planSections.map(({ id }) => id).filter((section) => mayReadSection(audience, section));
