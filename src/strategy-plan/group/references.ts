import type { PlanSection } from "../section.ts";
import type { PlanInstitution, PlanRowId, PlanService, ReferredSection, StrategyPlan } from "../types.ts";

/** Whether a viewer does not see a row of a section others refer to. */
export type IsUnseen = (section: ReferredSection, id: PlanRowId) => boolean;

/** How many references of a section were taken out. */
type Counted = (section: PlanSection, count: number) => void;

/** The entries that refer to a row that is seen; undefined where that leaves none, which an empty list would not mean. */
function seenEntries<Entry>(
  entries: readonly Entry[] | undefined,
  isSeen: (entry: Entry) => boolean,
  counted: (count: number) => void,
): readonly Entry[] | undefined {
  const seen = entries?.filter(isSeen);
  if (entries === undefined || seen === undefined || seen.length === entries.length) return entries;
  counted(entries.length - seen.length);
  return seen.length === 0 ? undefined : seen;
}

/** A record without members that are undefined. */
export const defined = <T extends object>(record: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

/**
 * A plan without what refers to rows that are not seen: entries of 5.C and 5.E about a service, suppliers named in 6.B,
 * and the rows an action comes from. An id alone says little, but a reference to nothing is an issue of a plan.
 */
export function withoutReferences(plan: StrategyPlan, isUnseen: IsUnseen, counted: Counted): StrategyPlan {
  const hidden = (section: ReferredSection, id: PlanRowId | undefined): boolean =>
    id !== undefined && isUnseen(section, id);
  const of = (section: PlanSection) => (count: number) => {
    counted(section, count);
  };
  const ofInstitution = (row: PlanInstitution): PlanInstitution => {
    const isSeen = ({ service }: { readonly service: PlanRowId }): boolean => !hidden("services", service);
    const terms = seenEntries(row.institutionServicesAndTerms, isSeen, of("other-institutions"));
    const spends = seenEntries(row.estimatedSpend, isSeen, of("other-institutions"));
    const isSame = { terms: terms === row.institutionServicesAndTerms, spends: spends === row.estimatedSpend };
    if (isSame.terms && isSame.spends) return row;
    // what an answer rests on goes with the last of it
    const evidence = row.evidence && {
      ...row.evidence,
      ...(isSame.terms || terms !== undefined ? {} : { institutionServicesAndTerms: undefined }),
      ...(isSame.spends || spends !== undefined ? {} : { estimatedSpend: undefined }),
    };
    return defined<PlanInstitution>({
      ...row,
      institutionServicesAndTerms: terms,
      estimatedSpend: spends,
      evidence: evidence && defined(evidence),
    });
  };
  const ofService = (row: PlanService): PlanService => {
    const { suppliedElsewhere: own } = row;
    const institutions = seenEntries(own?.institutions, (id) => !hidden("institutions", id), of("service-status"));
    if (own === undefined || institutions === own.institutions) return row;
    return { ...row, suppliedElsewhere: defined({ ...own, institutions }) };
  };
  /** A record of an action without the references of it that are hidden. */
  const cut = <T extends { readonly business?: PlanRowId; readonly service?: PlanRowId }>(
    own: T | undefined,
  ): T | undefined => {
    const gone = [hidden("businesses", own?.business), hidden("services", own?.service)] as const;
    const count = gone.filter(Boolean).length;
    if (own === undefined || count === 0) return own;
    counted("next-year-plan", count);
    return defined<T>({
      ...own,
      ...(gone[0] ? { business: undefined } : {}),
      ...(gone[1] ? { service: undefined } : {}),
    });
  };
  return defined<StrategyPlan>({
    ...plan,
    institutions: plan.institutions?.map(ofInstitution),
    services: plan.services?.map(ofService),
    actions: plan.actions?.map((row) =>
      defined({ ...row, clientNeed: cut(row.clientNeed), productOrService: cut(row.productOrService) }),
    ),
  });
}
