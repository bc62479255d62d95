import type { PlanSection } from "../section.ts";
import type { PlanAction, PlanInstitution, PlanRowId, PlanService, ReferredSection, StrategyPlan } from "../types.ts";
import { withoutMembers, type Row } from "./cut.ts";

/** Whether a viewer does not see a row of a section others refer to. */
export type IsUnseen = (section: ReferredSection, id: PlanRowId) => boolean;

/** An id of a row, or an entry about one. */
type Referring = PlanRowId | { readonly service: PlanRowId };

/**
 * A plan without what refers to rows that are not seen: entries of 5.C and 5.E about a service, suppliers named in 6.B,
 * and the rows an action comes from. An id alone says little, but a reference to nothing is an issue of a plan.
 */
export function withoutReferences(
  plan: StrategyPlan,
  isUnseen: IsUnseen,
  counted: (section: PlanSection, count: number) => void,
): StrategyPlan {
  /** A row or a record, without what in some of its members refers to rows of a section that are not seen. */
  const seenOf = <T extends object>(
    section: PlanSection,
    row: T,
    members: Readonly<Partial<Record<keyof T & string, ReferredSection>>>,
  ): T => {
    const left: Record<string, unknown> = {};
    const gone = new Set<string>();
    for (const [member, to] of Object.entries(members) as [keyof T & string, ReferredSection][]) {
      const own = row[member] as Referring | readonly Referring[] | undefined;
      const all = own === undefined ? [] : [own].flat();
      const seen = all.filter((one) => !isUnseen(to, typeof one === "string" ? one : one.service));
      if (seen.length === all.length) continue;
      counted(section, all.length - seen.length);
      // an empty list would say that there are none
      if (seen.length === 0) gone.add(member);
      else left[member] = seen;
    }
    return withoutMembers<Row>({ ...row, ...left }, gone) as T;
  };
  const ofInstitution = (row: PlanInstitution): PlanInstitution =>
    seenOf("other-institutions", row, { institutionServicesAndTerms: "services", estimatedSpend: "services" });
  const ofService = (row: PlanService): PlanService => {
    const { suppliedElsewhere: own } = row;
    if (own === undefined) return row;
    return { ...row, suppliedElsewhere: seenOf("service-status", own, { institutions: "institutions" }) };
  };
  const ofAction = (row: PlanAction): PlanAction => {
    const { clientNeed: need, productOrService: offer } = row;
    return {
      ...row,
      ...(need && { clientNeed: seenOf("next-year-plan", need, { business: "businesses", service: "services" }) }),
      ...(offer && { productOrService: seenOf("next-year-plan", offer, { service: "services" }) }),
    };
  };
  const { institutions, services, actions } = plan;
  return {
    ...plan,
    ...(institutions && { institutions: institutions.map(ofInstitution) }),
    ...(services && { services: services.map(ofService) }),
    ...(actions && { actions: actions.map(ofAction) }),
  };
}
