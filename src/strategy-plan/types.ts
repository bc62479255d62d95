import type { Period } from "../calendar/index.ts";
import type { ClientId, ContactInOurBank, ContactPoint, DecisionAuthority } from "../client/index.ts";
import type { DecimalString, LocalDate } from "../core/index.ts";
import type { Money } from "../money/index.ts";
import type { IncomeBasis, ValueHead } from "../relationship-value/index.ts";
import type { DealingConsent } from "./consent.ts";
import type { CreditPage } from "./credit.ts";
import type { AnswerEvidence, EvidenceOf, PlanRowField } from "./evidence.ts";
import type { PlanGroup } from "./group/group.ts";
import type { ActionProgress } from "./progress.ts";
import type { PlanSection } from "./section.ts";
import type { PersonTie, Stakeholder } from "./stakeholder.ts";

/**
 * Id of a row of the plan: stable across edits and years, unique within the whole plan, so that rows can refer to each
 * other and two versions can be compared.
 */
export type PlanRowId = string;

/** The answers to an open question. */
export const PLAN_ANSWERS = ["yes", "no", "unknown"] as const;

/** An answer that may still be open; `unknown` is not `no`. */
export type Answer = (typeof PLAN_ANSWERS)[number];

// ---- 二. 客户的决策人、联系人资料 ----

/** 2.B: position and authority. */
export interface PositionAndAuthority {
  /** Title as the client writes it. */
  readonly position: string;
  readonly authority: DecisionAuthority;
}

/**
 * 2.D: one of the person's own dealings with our bank, such as a personal account; not the company's.
 *
 * It is personal data of somebody who is not the client, and a financial account at that. Without a `consent` that holds
 * it is an issue of the plan, and no document of this library prints it.
 */
export interface PersonalDealing {
  readonly product: string;
  /** Branch or department that books it. */
  readonly bookingUnit: string;
  readonly note?: string;
  /** That the person agreed to its being used here, and what for. */
  readonly consent?: DealingConsent;
}

/**
 * Section 2: one decision maker or contact person (决策人、联系人). Source p. 7. Who is in the client file as a person keeps
 * their `id` there as the id of the row.
 */
export interface PlanPerson {
  readonly id: PlanRowId;
  /** The member of the group the row is about; library extension. */
  readonly member?: ClientId;
  /** 2.A 名字: name; may be open where `positionAndAuthority` says who is meant, such as a successor not yet named. */
  readonly contactName?: string;
  /** 2.B 职权: position and authority to decide. */
  readonly positionAndAuthority?: PositionAndAuthority;
  /** 2.C 联系方法 (printed 关系方法 in the source, read as a slip): how to reach the person. */
  readonly contactMethod?: readonly ContactPoint[];
  /** 2.D 与我行其它业务: the person's own business with our bank; `[]` says that there is none. */
  readonly otherBusinessWithUs?: readonly PersonalDealing[];
  /** 2.E 在我行的其它联系点、关系人: other contact points and related persons in our bank; `[]` says that there are none. */
  readonly otherContactsInOurBank?: readonly ContactInOurBank[];
  /** Our view of the person’s part in the choice of a bank; library extension, never on a copy for the client. */
  readonly stakeholder?: Stakeholder;
  /** What the answers rest on; library extension, from which `planFreshness` works. */
  readonly evidence?: EvidenceOf<PlanPerson>;
}

// ---- 三. 客户的主要业务分析 ----

/** 3.B: the part of the whole that the business makes up. The form has a slash: either of the two is an answer. */
export interface TurnoverAndProfitShare {
  /** Share of the client's whole turnover, 0 to 1; over all businesses at most 1. */
  readonly turnoverShare?: DecimalString;
  /** Share of the client's whole profit; may be negative or above 1. */
  readonly profitShare?: DecimalString;
}

/** 3.E: one financial need of a business. */
export interface FinancialNeed {
  readonly need: string;
  readonly productFamily?: string;
  readonly amount?: Money;
  /** When the need arises, in words. */
  readonly timing?: string;
}

/** Section 3: one main business of the client (主要业务). Source p. 7. */
export interface PlanBusiness {
  readonly id: PlanRowId;
  /** The member of the group the row is about; library extension. */
  readonly member?: ClientId;
  /** 3.A 业务性质内容: nature and content of the business. */
  readonly businessNature?: string;
  /** 3.B 占客户总营业额/利润之份额: share of the client's turnover and profit. */
  readonly shareOfTurnoverAndProfit?: TurnoverAndProfitShare;
  /** 3.C 发展现况: current state of development. */
  readonly developmentStatus?: string;
  /** 3.D 来年计划/发展方向: the client's plan and direction for the coming year; not ours, which is section 8. */
  readonly comingYearDirection?: string;
  /** 3.E 财务需求: financial needs; `[]` says that there are none. */
  readonly financialNeeds?: readonly FinancialNeed[];
  /** What the answers rest on; library extension, from which `planFreshness` works. */
  readonly evidence?: EvidenceOf<PlanBusiness>;
}

// ---- 四. 我行在客户眼中的定位 ----

/** The classes of our standing with the client, highest first. */
export const BANK_IMPORTANCES = ["main-bank", "core-bank", "secondary", "occasional"] as const;

/** Our standing with the client. The source asks for 重要性 in words; the classes are this library's. */
export type BankImportance = (typeof BANK_IMPORTANCES)[number];

/** Who said it, when, and where it was noted. */
export interface Evidence {
  readonly saidBy: string;
  readonly date: LocalDate;
  readonly source?: string;
}

/** 4.A: our importance to the client. */
export interface OurImportance {
  readonly importance: BankImportance;
  readonly text?: string;
  readonly evidence?: Evidence;
}

/** A statement about us, with who made it. */
export interface EvidencedStatement {
  readonly text: string;
  readonly evidence?: Evidence;
}

/** Section 4: our bank in the client's eyes (我行在客户眼中的定位). Source p. 8. */
export interface BankStanding {
  /** 4.A 我行的重要性: our importance. */
  readonly ourImportance?: OurImportance;
  /** 4.B 我行的形象: our image. */
  readonly ourImage?: EvidencedStatement;
  /** 4.C 我行的优势: our strengths. */
  readonly ourStrengths?: readonly EvidencedStatement[];
  /** 4.D 我行的缺点: our weaknesses; `[]` says that the client was asked and named none. */
  readonly ourWeaknesses?: readonly EvidencedStatement[];
  /** What the answers rest on; library extension, from which `planFreshness` works. */
  readonly evidence?: EvidenceOf<BankStanding>;
}

// ---- 五. 客户与其它金融机构的关系 ----

/** 5.B: the officer of the other institution who covers the client; personal data, so its source is part of it. */
export interface InstitutionOfficer {
  readonly name: string;
  readonly position?: string;
  readonly note?: string;
  /** Lawful source of the data and the day it was obtained. */
  readonly source: string;
  readonly obtainedOn: LocalDate;
  /** Day by which somebody asks whether the data is still needed and right; without it, or once it is past, a reminder. */
  readonly reviewOn?: LocalDate;
}

/** 5.C: one service of the other institution, and on what terms. */
export interface InstitutionService {
  /** Row of section 6. */
  readonly service: PlanRowId;
  readonly terms: string;
  /** When the terms end; not one of the source's fields. */
  readonly renewalDate?: LocalDate;
}

/** The classes of reasons for another bank. */
export const CHOICE_REASONS = [
  "price",
  "credit-line",
  "product-range",
  "service-quality",
  "relationship",
  "convenience",
  "group-decision",
  "other",
] as const;

/** Why a client chose another bank. The source asks for the reason in words; the classes are this library's. */
export type ChoiceReason = (typeof CHOICE_REASONS)[number];

/** 5.D: one reason. */
export interface ReasonForChoice {
  readonly reason: ChoiceReason;
  readonly text?: string;
}

/** 5.E: what the client pays the other institution for one service in a period: interest and fees, never balances. */
export interface EstimatedSpend {
  /** Row of section 6. */
  readonly service: PlanRowId;
  readonly amount: Money;
  readonly period: Period;
  /** What the estimate rests on. */
  readonly method?: string;
}

/** Section 5: one other institution the client banks with (其它金融机构). Source p. 8. */
export interface PlanInstitution {
  readonly id: PlanRowId;
  /** The member of the group the row is about; library extension. */
  readonly member?: ClientId;
  /** 5.A 名称: name of the institution. */
  readonly institutionName: string;
  /** 5.B 与客户接触的负责人的资料: their officer covering the client. */
  readonly institutionOfficer?: InstitutionOfficer;
  /** 5.C 所提供业务的内容/条件: services provided and terms. */
  readonly institutionServicesAndTerms?: readonly InstitutionService[];
  /** 5.D 客户选择他行服务的原因: why the client chose it. */
  readonly reasonForChoice?: readonly ReasonForChoice[];
  /** 5.E 估计客户的相关支出: estimated spend of the client with it, per service. */
  readonly estimatedSpend?: readonly EstimatedSpend[];
  /** What the answers rest on; library extension, from which `planFreshness` works. */
  readonly evidence?: EvidenceOf<PlanInstitution>;
}

// ---- 六. 我行提供服务现况 ----

/** 6.B: whether another bank supplies the service, and which. Independent of 6.D: a client may use us and another bank. */
export interface SuppliedElsewhere {
  readonly answer: Answer;
  /** Rows of section 5. */
  readonly institutions?: readonly PlanRowId[];
}

/** 6.C: whether the service was offered to the client (推荐 here is offering, not referring a customer). */
export interface Recommended {
  readonly answer: Answer;
  readonly date?: LocalDate;
  readonly by?: string;
}

/** 6.D: whether the client has taken the service from us, at any time; in use now is adopted and not discontinued. */
export interface Adopted {
  readonly answer: Answer;
  readonly since?: LocalDate;
}

/** 6.E: whether the client has stopped using it; needs an earlier adoption. */
export interface Discontinued {
  readonly answer: Answer;
  readonly date?: LocalDate;
  readonly reason?: string;
}

/** 6.F: our part of what the client pays for the service. */
export interface ShareOfSpend {
  /** 0 to 1. */
  readonly share: DecimalString;
  readonly period: Period;
  readonly basis: IncomeBasis;
}

/** What the client pays us for a service in a period; the base of 6.F, not one of the source's fields. */
export interface SpendWithUs {
  readonly amount: Money;
  readonly period: Period;
  readonly basis: IncomeBasis;
}

/** Section 6: one product or service of the bank and where the client stands with it (我行提供服务现况). Source p. 9. */
export interface PlanService {
  readonly id: PlanRowId;
  /** The member of the group the row is about; library extension. */
  readonly member?: ClientId;
  /** Product or service; the row's name, not one of the 37 fields. */
  readonly service: string;
  /** Id of the product in the bank's catalogue; library extension, which `whiteSpace` matches by. */
  readonly product?: string;
  /** 6.A 客户是否有需要: whether the client needs it. */
  readonly needed?: Answer;
  /** 6.B 是否已由他行提供: whether another bank supplies it. */
  readonly suppliedElsewhere?: SuppliedElsewhere;
  /** 6.C 是否已向客户推荐: whether we have offered it. */
  readonly recommended?: Recommended;
  /** 6.D 是否已由客户选用: whether the client has taken it. */
  readonly adopted?: Adopted;
  /** 6.E 是否已被客户停止使用: whether the client has stopped using it. */
  readonly discontinued?: Discontinued;
  /** 6.F 我行占客户有关支出的百分比: our share of the client's spend on it. */
  readonly shareOfSpend?: ShareOfSpend;
  /** What the client pays us for it; library extension from which 6.F is computed. */
  readonly spendWithUs?: SpendWithUs;
  /** What the answers rest on; library extension, from which `planFreshness` works. */
  readonly evidence?: EvidenceOf<PlanService>;
}

// ---- 七. 客户关系价值 ----

/** 7.A, 7.B: income under a head of the value statement. */
export interface PlanIncome {
  readonly amount: Money;
  readonly period: Period;
  readonly basis: IncomeBasis;
  /** Id of the value statement the figure was taken from. */
  readonly statement?: string;
}

/** 7.C: intangible benefit; always an estimate, so the method is part of it. */
export interface EstimatedBenefit {
  readonly amount: Money;
  readonly period: Period;
  readonly method: string;
}

/** Section 7: the value of the relationship (客户关系价值). Source p. 9, heads on p. 11. */
export interface PlanValue {
  /** 7.A 直接收益: direct income, head 1. */
  readonly directIncome?: PlanIncome;
  /** 7.B 相关客户收益 (printed 相关客运收益 on p. 9): income from related clients, head 2. */
  readonly relatedClientIncome?: PlanIncome;
  /** 7.C 其它无形收益(估值计): other intangible benefits at estimated value, head 3. */
  readonly otherIntangibleBenefit?: EstimatedBenefit;
  /** Income the plan aims at for the plan year, all heads; library extension. */
  readonly target?: Money;
  /** What the answers rest on; library extension, from which `planFreshness` works. */
  readonly evidence?: EvidenceOf<PlanValue>;
}

// ---- 八. 我行来年计划 ----

/** 8.A: the need an action answers, with the business or service row it comes from. */
export interface ClientNeed {
  readonly text: string;
  /** Row of section 3. */
  readonly business?: PlanRowId;
  /** Row of section 6. */
  readonly service?: PlanRowId;
}

/** That a product suits the client: who checked it, when, and which real need of the client it answers (实需). */
export interface SuitabilityCheck {
  readonly checkedBy: string;
  readonly checkedOn: LocalDate;
  /** The need, such as the receivables a forward hedges. */
  readonly need: string;
}

/** 8.B: what we offer. */
export interface ProductOffer {
  readonly name: string;
  /** Id of the product in the bank's catalogue; library extension. */
  readonly product?: string;
  /** Row of section 6. */
  readonly service?: PlanRowId;
  /** Set for derivatives, investments and whatever else the bank offers only to those it suits. */
  readonly needsSuitability?: boolean;
  /** The check; a product that needs one and has none, or one that is blank or too late, is an issue. */
  readonly suitability?: SuitabilityCheck;
}

/**
 * 8.C: the department that delivers, or the person who answers for it. The form has a slash (相关部门/负责人): in December a
 * manager often knows the department alone. At least one of the two is there.
 */
export interface DepartmentAndOwner {
  readonly department?: string;
  readonly person?: string;
}

/** The ways of making an offer. */
export const PITCH_CHANNELS = ["meeting", "proposal", "seminar", "joint-visit", "other"] as const;

/** How an offer is made. The source asks for 推介方法 in words; the classes are this library's. */
export type PitchChannel = (typeof PITCH_CHANNELS)[number];

/** 8.E: how we will pitch it. */
export interface PitchMethod {
  readonly method: PitchChannel;
  readonly note?: string;
}

/** 8.F: income expected from an action, within the plan year and not negative. */
export interface ExpectedIncome {
  readonly amount: Money;
  readonly period: Period;
  /** Chance of success, 0 to 1; library extension. */
  readonly probability?: DecimalString;
  /** Head of the relationship value it is for; library extension. */
  readonly head?: ValueHead;
}

/** Section 8: one thing we plan to do in the coming year (我行来年计划). Source p. 10. */
export interface PlanAction {
  readonly id: PlanRowId;
  /** The member of the group the row is about; library extension. */
  readonly member?: ClientId;
  /** 8.A 客户需求: the client's need. */
  readonly clientNeed?: ClientNeed;
  /** 8.B 我行产品/服务: our product or service. */
  readonly productOrService?: ProductOffer;
  /** 8.C 相关部门/负责人: department and person in charge. */
  readonly departmentAndOwner?: DepartmentAndOwner;
  /** 8.D 预算推介时间: planned time of the pitch (预算 is "planned", not a budget): a day, or a month or quarter. */
  readonly plannedPitchTime?: Period;
  /** 8.E 推介方法: how we will pitch it. */
  readonly pitchMethod?: PitchMethod;
  /** 8.F 预计收益: income expected from it. */
  readonly expectedIncome?: ExpectedIncome;
  /** Branch or department that books the business; library extension. */
  readonly bookingUnit?: string;
  /** What became of it; library extension, from which `planFollowUp` works. Without it the action is planned. */
  readonly progress?: ActionProgress;
  /** What the answers rest on; library extension, from which `planFreshness` works. */
  readonly evidence?: EvidenceOf<PlanAction>;
}

// ---- 九. 我行来年可能面对的挑战 ----

/** The places a challenge comes from. */
export const CHALLENGE_ORIGINS = ["client", "competitor", "market", "regulation", "our-bank"] as const;

/** Where a challenge comes from. The source asks for 来源 in words; the classes are this library's. */
export type ChallengeOrigin = (typeof CHALLENGE_ORIGINS)[number];

/** 9.A: source of the challenge. */
export interface ChallengeSource {
  readonly origin: ChallengeOrigin;
  readonly text?: string;
}

/** The states of preventive work. */
export const PREVENTION_STATES = ["open", "done", "dropped"] as const;

/** State of one piece of preventive work. */
export type PreventionState = (typeof PREVENTION_STATES)[number];

/** 9.C: one piece of preventive work. */
export interface PreventiveStep {
  readonly action: string;
  /** Who does it; a step without an owner stands out on the plan's first page. */
  readonly owner?: string;
  /** Day it is due. */
  readonly due?: LocalDate;
  readonly state: PreventionState;
}

/** Section 9: one challenge of the coming year (我行来年可能面对的挑战). Source p. 10. */
export interface PlanChallenge {
  readonly id: PlanRowId;
  /** The member of the group the row is about; library extension. */
  readonly member?: ClientId;
  /** 9.A 来源: where it comes from. */
  readonly challengeSource?: ChallengeSource;
  /** 9.B 内容: what it is. */
  readonly challengeContent?: string;
  /** 9.C 预防工作/时间表: preventive work and timetable; one field in the source, counted once. */
  readonly preventionAndTimetable?: readonly PreventiveStep[];
  /** What the answers rest on; library extension, from which `planFreshness` works. */
  readonly evidence?: EvidenceOf<PlanChallenge>;
}

/** Sections of which somebody may say that there is nothing, and what that rests on. */
export interface NoneConfirmed {
  readonly institutions?: AnswerEvidence;
  readonly challenges?: AnswerEvidence;
}

/**
 * The yearly relationship strategy plan of one client (客户关系战略计划书): nine sections, 37 fields in sections 2 to 9.
 *
 * Every field is optional because a plan in progress is full of holes; an omitted field is not answered yet. An omitted
 * list has not been worked on; an empty list of institutions or challenges says that there are none.
 *
 * @see 客户经理制的管理培训 (香港银行学会), pp. 7-11
 */
export interface StrategyPlan {
  readonly id: string;
  /** Raised with every saved change, as the bank counts its versions. */
  readonly version: string;
  /** Section 1 客户资料: the client file this plan is about. */
  readonly client: ClientId;
  /**
   * The plan year (来年): `"2026"`, or a half-open range where the bank's year is not the calendar year. The plan is a
   * yearly one; `checkPlan` finds any other length, and reminds of one that is only the rest of a calendar year.
   */
  readonly period: Period;
  /** ISO 4217 code of the plan's totals. */
  readonly currency: string;
  /** Relationship manager who wrote the plan. */
  readonly preparedBy: string;
  readonly preparedOn: LocalDate;
  /** Who approved the plan, once somebody has. */
  readonly approvedBy?: string;
  /** The group the plan is for, with its members and their managers; library extension. */
  readonly group?: PlanGroup;
  /** What the bank lends the client, beside section 1; library extension, because the source leaves section 1 open. */
  readonly credit?: CreditPage;
  /** Section 2: decision makers and contacts. */
  readonly people?: readonly PlanPerson[];
  /** Who has whose ear, and who is at odds with whom, among them; library extension, never on a copy for the client. */
  readonly ties?: readonly PersonTie[];
  /** Section 3: the client's main businesses. */
  readonly businesses?: readonly PlanBusiness[];
  /** Section 4: our bank in the client's eyes. */
  readonly standing?: BankStanding;
  /** Section 5: other institutions; `[]` says that the client has no other. */
  readonly institutions?: readonly PlanInstitution[];
  /** Section 6: services and where the client stands with each. */
  readonly services?: readonly PlanService[];
  /** Section 7: the value of the relationship. */
  readonly value?: PlanValue;
  /** Section 8: what we plan to do. */
  readonly actions?: readonly PlanAction[];
  /** Section 9: challenges; `[]` says that none is seen. */
  readonly challenges?: readonly PlanChallenge[];
  /** Who says that there are no other institutions, or no challenges, and since when; library extension. */
  readonly noneConfirmed?: NoneConfirmed;
  /** What is not shown to whoever the plan was made for by `planFor`; library extension, absent from a plan itself. */
  readonly withheld?: readonly WithheldPart[];
  /** Set on invented plans, so that every table and document can say so. */
  readonly sample?: boolean;
}

/** The 37 leaf fields of sections 2 to 9; members of the row types that are extensions of this library are not among them. */
export type PlanField =
  | PlanRowField<PlanPerson>
  | PlanRowField<PlanBusiness>
  | PlanRowField<BankStanding>
  | PlanRowField<PlanInstitution>
  | PlanRowField<PlanService>
  | PlanRowField<PlanValue>
  | PlanRowField<PlanAction>
  | PlanRowField<PlanChallenge>;

/** The kinds of what may be withheld from a viewer. */
export const WITHHELD_KINDS = [
  "section",
  "fields",
  "rows",
  "stakeholder",
  "ties",
  "credit-page",
  "spend-with-us",
  "target",
  "progress",
  "references",
] as const;

/**
 * What is withheld: a section whole; fields of it; the rows of members of the group that are not the viewer’s; one of the
 * extensions of this library; what refers to rows that are withheld.
 */
export type WithheldKind = (typeof WITHHELD_KINDS)[number];

/** A part of a plan that a viewer does not see. */
export interface WithheldPart {
  readonly section: PlanSection;
  readonly what: WithheldKind;
  /** The fields, where `what` is `fields`. */
  readonly fields?: readonly PlanField[];
  /** Only in the rows of these members of the group; absent where it is withheld in every row. */
  readonly members?: readonly ClientId[];
  /** How many rows, answers or references that was; 0 where there was nothing, so that nobody learns of it. */
  readonly count: number;
}

/** Sections whose rows other rows refer to. */
export type ReferredSection = keyof Pick<StrategyPlan, "people" | "businesses" | "institutions" | "services">;
