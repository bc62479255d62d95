import type {
  BankStanding,
  PlanAction,
  PlanBusiness,
  PlanChallenge,
  PlanInstitution,
  PlanPerson,
  PlanService,
  PlanValue,
  StrategyPlan,
} from "./types.ts";

/** Names of the nine sections, in the source's order (一 to 九). */
export const PLAN_SECTIONS = [
  "client-profile",
  "decision-makers",
  "business-analysis",
  "bank-positioning",
  "other-institutions",
  "service-status",
  "relationship-value",
  "next-year-plan",
  "challenges",
] as const;

/** One of the nine sections of the plan. */
export type PlanSection = (typeof PLAN_SECTIONS)[number];

/** Sections that hold fields of their own; section 1 is the client file. */
export type PlanFieldSection = Exclude<PlanSection, "client-profile">;

/** The fields of a row type: its members without the id and without the extensions of this library. */
export type PlanRowField<Row, Extension extends string = never> = Exclude<keyof Row & string, "id" | Extension>;

/** The 37 leaf fields of sections 2 to 9; members of the row types that are extensions of this library are not among them. */
export type PlanField =
  | PlanRowField<PlanPerson>
  | PlanRowField<PlanBusiness>
  | PlanRowField<BankStanding>
  | PlanRowField<PlanInstitution>
  | Exclude<PlanRowField<PlanService, "service">, "spendWithUs">
  | PlanRowField<PlanValue, "target">
  | PlanRowField<PlanAction, "progress">
  | PlanRowField<PlanChallenge>;

/** What a field may hold: words, one structured answer, a list of entries, an open question, money, a share, a time. */
export const PLAN_FIELD_KINDS = ["text", "record", "list", "answer", "money", "share", "time"] as const;

/** What a field holds. */
export type PlanFieldKind = (typeof PLAN_FIELD_KINDS)[number];

/** One of the 37 fields, as data. */
export interface PlanFieldInfo {
  readonly section: PlanFieldSection;
  /** Number and letter in the source, such as `"6.F"`. */
  readonly code: string;
  readonly key: PlanField;
  readonly kind: PlanFieldKind;
  /** Whether an empty list is an answer ("asked, there is none") and not a hole. */
  readonly noneIsAnswer: boolean;
}

/** One of the nine sections, as data. */
export interface PlanSectionInfo {
  readonly id: PlanSection;
  /** 1 to 9. */
  readonly number: number;
  /** Member of the plan that holds the section. */
  readonly key: keyof StrategyPlan;
  /** Whether the section is a list of rows. */
  readonly rows: boolean;
  /** Whether an empty list of rows is an answer ("there is none") and not a hole. */
  readonly noneIsAnswer: boolean;
}

/** The nine sections in order. */
export const planSections: readonly PlanSectionInfo[] = [
  { id: "client-profile", number: 1, key: "client", rows: false, noneIsAnswer: false },
  { id: "decision-makers", number: 2, key: "people", rows: true, noneIsAnswer: false },
  { id: "business-analysis", number: 3, key: "businesses", rows: true, noneIsAnswer: false },
  { id: "bank-positioning", number: 4, key: "standing", rows: false, noneIsAnswer: false },
  { id: "other-institutions", number: 5, key: "institutions", rows: true, noneIsAnswer: true },
  { id: "service-status", number: 6, key: "services", rows: true, noneIsAnswer: false },
  { id: "relationship-value", number: 7, key: "value", rows: false, noneIsAnswer: false },
  { id: "next-year-plan", number: 8, key: "actions", rows: true, noneIsAnswer: false },
  { id: "challenges", number: 9, key: "challenges", rows: true, noneIsAnswer: true },
];

const field = (
  section: PlanFieldSection,
  code: string,
  key: PlanField,
  kind: PlanFieldKind,
  noneIsAnswer = false,
): PlanFieldInfo => ({ section, code, key, kind, noneIsAnswer });

/** The 37 fields of sections 2 to 9 in the source's order. */
export const planFields: readonly PlanFieldInfo[] = [
  field("decision-makers", "2.A", "contactName", "text"),
  field("decision-makers", "2.B", "positionAndAuthority", "record"),
  field("decision-makers", "2.C", "contactMethod", "list"),
  field("decision-makers", "2.D", "otherBusinessWithUs", "list", true),
  field("decision-makers", "2.E", "otherContactsInOurBank", "list", true),
  field("business-analysis", "3.A", "businessNature", "text"),
  field("business-analysis", "3.B", "shareOfTurnoverAndProfit", "share"),
  field("business-analysis", "3.C", "developmentStatus", "text"),
  field("business-analysis", "3.D", "comingYearDirection", "text"),
  field("business-analysis", "3.E", "financialNeeds", "list", true),
  field("bank-positioning", "4.A", "ourImportance", "record"),
  field("bank-positioning", "4.B", "ourImage", "text"),
  field("bank-positioning", "4.C", "ourStrengths", "list"),
  field("bank-positioning", "4.D", "ourWeaknesses", "list", true),
  field("other-institutions", "5.A", "institutionName", "text"),
  field("other-institutions", "5.B", "institutionOfficer", "record"),
  field("other-institutions", "5.C", "institutionServicesAndTerms", "list"),
  field("other-institutions", "5.D", "reasonForChoice", "list"),
  field("other-institutions", "5.E", "estimatedSpend", "list"),
  field("service-status", "6.A", "needed", "answer"),
  field("service-status", "6.B", "suppliedElsewhere", "answer"),
  field("service-status", "6.C", "recommended", "answer"),
  field("service-status", "6.D", "adopted", "answer"),
  field("service-status", "6.E", "discontinued", "answer"),
  field("service-status", "6.F", "shareOfSpend", "share"),
  field("relationship-value", "7.A", "directIncome", "money"),
  field("relationship-value", "7.B", "relatedClientIncome", "money"),
  field("relationship-value", "7.C", "otherIntangibleBenefit", "money"),
  field("next-year-plan", "8.A", "clientNeed", "text"),
  field("next-year-plan", "8.B", "productOrService", "record"),
  field("next-year-plan", "8.C", "departmentAndOwner", "record"),
  field("next-year-plan", "8.D", "plannedPitchTime", "time"),
  field("next-year-plan", "8.E", "pitchMethod", "record"),
  field("next-year-plan", "8.F", "expectedIncome", "money"),
  field("challenges", "9.A", "challengeSource", "record"),
  field("challenges", "9.B", "challengeContent", "text"),
  field("challenges", "9.C", "preventionAndTimetable", "list"),
];
