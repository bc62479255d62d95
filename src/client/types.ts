import type { DecimalString, LocalDate } from "../core/index.ts";
import type { Money } from "../money/index.ts";

/** The bank's own number for a client (客户号), unique across the whole book; any non-empty string. */
export type ClientId = string;

/** The number that identifies a group of companies (集团), unique across the whole book. */
export type GroupId = string;

/** Staff number of a bank employee. */
export type EmployeeId = string;

/** The kinds of client. */
export const CLIENT_KINDS = ["corporate", "personal"] as const;

/** Corporate clients (公司客户, also public bodies and institutions) and personal clients (个人客户). */
export type ClientKind = (typeof CLIENT_KINDS)[number];

/**
 * A client's names. `legal` is the name in the register or the identity document; it is shown when a language has no
 * name of its own.
 */
export interface ClientNames {
  readonly legal: string;
  /** Name in simplified Chinese. */
  readonly "zh-Hans"?: string;
  /** Name in traditional Chinese as used in Hong Kong. */
  readonly "zh-Hant-HK"?: string;
  readonly en?: string;
  /** Short name for tables and headings. */
  readonly short?: string;
}

/** Languages a client may have a name in. */
export const CLIENT_NAME_LANGUAGES = ["zh-Hans", "zh-Hant-HK", "en"] as const;

/** A language a client may have a name in. */
export type ClientNameLanguage = (typeof CLIENT_NAME_LANGUAGES)[number];

/**
 * One account of the client file (帐号): client number, currency code and product code, the three parts the source names.
 */
export interface ClientAccount {
  /** Account number as the bank writes it; unique inside the file. */
  readonly id: string;
  /** ISO 4217 code (货币代号). */
  readonly currency: string;
  /** The bank's product code (业务产品代号). */
  readonly product: string;
  /** First day of the account. */
  readonly openedOn?: LocalDate;
  /** First day on which the account no longer exists, exclusive. */
  readonly closedOn?: LocalDate;
}

/** The ways to reach a client: the five the source names (会面、电话、短信、信函、电邮), and any other. */
export const CONTACT_CHANNELS = ["meeting", "phone", "sms", "letter", "email", "other"] as const;

/** A way to reach a client. */
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

/** One way to reach somebody (联系方法). */
export interface ContactPoint {
  readonly channel: ContactChannel;
  /** Number, address or place, as it is dialled or written. */
  readonly value: string;
}

/** The places a client has in its group. */
export const GROUP_ROLES = ["parent", "subsidiary", "affiliate"] as const;

/** How a client belongs to its group: the parent itself, a subsidiary (子公司) or an affiliate (关连公司). */
export type GroupRole = (typeof GROUP_ROLES)[number];

/** A client's place in a group of companies. */
export interface GroupMembership {
  readonly group: GroupId;
  /** Name of the group, as people say it; documents print it instead of the number. */
  readonly name?: string;
  readonly role: GroupRole;
  /** The member that holds this one; omitted at the top, and when the holder is not a client of the bank. */
  readonly heldBy?: ClientId;
  /** Share of the votes the holder has, from 0 to 1. */
  readonly votingShare?: DecimalString;
}

/** The roles of managers. */
export const MANAGER_ROLES = ["primary", "backup"] as const;

/** Primary manager (A 角) and backup (B 角), so that a client is not lost when a manager leaves. */
export type ManagerRole = (typeof MANAGER_ROLES)[number];

/** Who manages the client (客户经理), and when. */
export interface ManagerAssignment {
  readonly employee: EmployeeId;
  /** Name to show. */
  readonly name: string;
  readonly role: ManagerRole;
  /** Branch, team or department. */
  readonly unit: string;
  /** First day, inclusive. */
  readonly from: LocalDate;
  /** First day no longer managing, exclusive; omitted while the assignment lasts. */
  readonly to?: LocalDate;
}

/** One finding from the analysis of the client's data (客户资料分析). */
export interface ClientAnalysis {
  readonly date: LocalDate;
  readonly author: EmployeeId;
  readonly text: string;
  /** Where the finding comes from: report, visit, public register. */
  readonly source: string;
}

interface ClientFileBase {
  readonly id: ClientId;
  readonly names: ClientNames;
  /** First day of the relationship. */
  readonly clientSince?: LocalDate;
  readonly accounts: readonly ClientAccount[];
  readonly contacts: readonly ContactPoint[];
  readonly managers: readonly ManagerAssignment[];
  readonly group?: GroupMembership;
  readonly analyses: readonly ClientAnalysis[];
  /** Set on invented records, so that every table and document can say so. */
  readonly sample?: boolean;
}

/** What is known about an organisation (单位资料): industry, size, place. */
export interface OrganisationProfile {
  /** Industry in words, with the code of the bank's own classification where it has one. */
  readonly industry: string;
  readonly industryCode?: string;
  /** Number in the register of companies, such as 统一社会信用代码. */
  readonly registrationNumber?: string;
  readonly foundedOn?: LocalDate;
  /** Headcount, a whole number. */
  readonly employees?: number;
  /** Turnover of the latest full year. */
  readonly annualTurnover?: Money;
  readonly location?: string;
  /** What the company does, in a sentence or two. */
  readonly description?: string;
}

/** What is known about a person (个人资料); only what the purpose needs and the person agreed to. */
export interface PersonProfile {
  readonly birthDate?: LocalDate;
  readonly occupation?: string;
  readonly employer?: string;
  readonly education?: string;
  /** People in the household, the client included; a whole number. */
  readonly householdSize?: number;
  readonly location?: string;
  readonly interests?: readonly string[];
}

/** The file of a corporate client (单位客户档案). */
export interface CorporateClientFile extends ClientFileBase {
  readonly kind: "corporate";
  readonly organisation: OrganisationProfile;
}

/** The file of a personal client (个人客户档案). */
export interface PersonalClientFile extends ClientFileBase {
  readonly kind: "personal";
  readonly person: PersonProfile;
}

/**
 * The client file (客户信息档案, Customer Information Facility): accounts, the person's or the organisation's particulars,
 * and the analysis of both, centred on the client.
 */
export type ClientFile = CorporateClientFile | PersonalClientFile;
