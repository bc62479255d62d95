import type { PlanSection } from "./section.ts";
import type { PlanField, StrategyPlan } from "./types.ts";

export { PLAN_SECTIONS, type PlanSection } from "./section.ts";
export type { PlanField } from "./types.ts";

/** Sections that hold fields of their own; section 1 is the client file. */
export type PlanFieldSection = Exclude<PlanSection, "client-profile">;

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
  /**
   * The field's name as the source document prints it, slips and mixed forms of characters included; the labels
   * `planField.*` say it as people of a place do.
   */
  readonly source: string;
  readonly kind: PlanFieldKind;
  /** Whether an empty list is an answer ("asked, there is none") and not a hole. */
  readonly noneIsAnswer: boolean;
}

/** One of the nine sections, as data. */
export interface PlanSectionInfo {
  readonly id: PlanSection;
  /** 1 to 9. */
  readonly number: number;
  /** The section's name as the source document prints it; the labels `planSection.*` are for readers. */
  readonly source: string;
  /** Member of the plan that holds the section. */
  readonly key: keyof StrategyPlan;
  /** Whether the section is a list of rows. */
  readonly rows: boolean;
  /** Whether an empty list of rows is an answer ("there is none") and not a hole. */
  readonly noneIsAnswer: boolean;
}

/** The nine sections in order. */
export const planSections: readonly PlanSectionInfo[] = [
  { id: "client-profile", number: 1, source: "客戶资料", key: "client", rows: false, noneIsAnswer: false },
  {
    id: "decision-makers",
    number: 2,
    source: "客戶的决策人,聯系人资料",
    key: "people",
    rows: true,
    noneIsAnswer: false,
  },
  {
    id: "business-analysis",
    number: 3,
    source: "客戶的主要业务分析",
    key: "businesses",
    rows: true,
    noneIsAnswer: false,
  },
  {
    id: "bank-positioning",
    number: 4,
    source: "我行在客戶眼中的定位",
    key: "standing",
    rows: false,
    noneIsAnswer: false,
  },
  {
    id: "other-institutions",
    number: 5,
    source: "客戶与其它金融机构的关系",
    key: "institutions",
    rows: true,
    noneIsAnswer: true,
  },
  { id: "service-status", number: 6, source: "我行提供服务现况", key: "services", rows: true, noneIsAnswer: false },
  { id: "relationship-value", number: 7, source: "客戶关系价值", key: "value", rows: false, noneIsAnswer: false },
  { id: "next-year-plan", number: 8, source: "我行来年计划", key: "actions", rows: true, noneIsAnswer: false },
  { id: "challenges", number: 9, source: "我行来年可能面对的挑战", key: "challenges", rows: true, noneIsAnswer: true },
];

const field = (
  section: PlanFieldSection,
  code: string,
  key: PlanField,
  source: string,
  kind: PlanFieldKind,
  noneIsAnswer = false,
): PlanFieldInfo => ({ section, code, key, source, kind, noneIsAnswer });

/** The 37 fields of sections 2 to 9 in the source's order. */
export const planFields: readonly PlanFieldInfo[] = [
  field("decision-makers", "2.A", "contactName", "名字", "text"),
  field("decision-makers", "2.B", "positionAndAuthority", "职权", "record"),
  field("decision-makers", "2.C", "contactMethod", "关系方法", "list"),
  field("decision-makers", "2.D", "otherBusinessWithUs", "与我行其它业务", "list", true),
  field("decision-makers", "2.E", "otherContactsInOurBank", "在我行的其它联系点,关系人", "list", true),
  field("business-analysis", "3.A", "businessNature", "业务性质内容", "text"),
  field("business-analysis", "3.B", "shareOfTurnoverAndProfit", "占客戶总营业额/利润之份额", "share"),
  field("business-analysis", "3.C", "developmentStatus", "发展现况", "text"),
  field("business-analysis", "3.D", "comingYearDirection", "来年计划/发展方向", "text"),
  field("business-analysis", "3.E", "financialNeeds", "财务需求", "list", true),
  field("bank-positioning", "4.A", "ourImportance", "我行的重要性", "record"),
  field("bank-positioning", "4.B", "ourImage", "我行的形象", "text"),
  field("bank-positioning", "4.C", "ourStrengths", "我行的优势", "list"),
  field("bank-positioning", "4.D", "ourWeaknesses", "我行的缺点", "list", true),
  field("other-institutions", "5.A", "institutionName", "名称", "text"),
  field("other-institutions", "5.B", "institutionOfficer", "与客戶接触的负责人的资料", "record"),
  field("other-institutions", "5.C", "institutionServicesAndTerms", "所提供业务的内容/条件", "list"),
  field("other-institutions", "5.D", "reasonForChoice", "客戶选择他行服务的原因", "list"),
  field("other-institutions", "5.E", "estimatedSpend", "估计客戶的相关支出", "list"),
  field("service-status", "6.A", "needed", "客戶是否有需要?", "answer"),
  field("service-status", "6.B", "suppliedElsewhere", "是否已由他行提供?", "answer"),
  field("service-status", "6.C", "recommended", "是否已向客戶推荐?", "answer"),
  field("service-status", "6.D", "adopted", "是否已由客戶选用?", "answer"),
  field("service-status", "6.E", "discontinued", "是否已被客戶停止使用?", "answer"),
  field("service-status", "6.F", "shareOfSpend", "我行占客戶有关支出的百分比", "share"),
  field("relationship-value", "7.A", "directIncome", "直接收益", "money"),
  field("relationship-value", "7.B", "relatedClientIncome", "相关客运收益", "money"),
  field("relationship-value", "7.C", "otherIntangibleBenefit", "其它无形收益(估值计)", "money"),
  field("next-year-plan", "8.A", "clientNeed", "客户需求", "text"),
  field("next-year-plan", "8.B", "productOrService", "我行产品/服务", "record"),
  field("next-year-plan", "8.C", "departmentAndOwner", "相关部门/负责人", "record"),
  field("next-year-plan", "8.D", "plannedPitchTime", "预算推介时间", "time"),
  field("next-year-plan", "8.E", "pitchMethod", "推介方法", "record"),
  field("next-year-plan", "8.F", "expectedIncome", "预计收益", "money"),
  field("challenges", "9.A", "challengeSource", "来源", "record"),
  field("challenges", "9.B", "challengeContent", "内容", "text"),
  field("challenges", "9.C", "preventionAndTimetable", "预防工作/时间表", "list"),
];
