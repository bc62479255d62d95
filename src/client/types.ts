import type { LocalDate } from "../core/index.ts";
import type { Money } from "../money/index.ts";

/** The bank's own number for a client (客户号), unique across the whole book; any non-empty string. */
export type ClientId = string;

/** The number that identifies a group of companies (集团), unique across the whole book. */
export type GroupId = string;

/** Staff number of a bank employee. */
export type EmployeeId = string;

/**
 * What every entry of a list of the client file may say of itself: when the bank came to know it, and which entry it
 * corrects. A list is only added to: a mistake stays, and the entry that corrects it stands after it.
 */
export interface Recorded {
  /** Id of the entry, unique in its list; needed by an entry that a later one corrects. */
  readonly entry?: string;
  /** Day on which the bank recorded the entry, and from which it knows it; not the day from which it is true. */
  readonly recordedOn?: LocalDate;
  /** Id of the entry, earlier in the list, whose place this one takes. */
  readonly corrects?: string;
}

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
export interface ClientAccount extends Recorded {
  /** Account number as the bank writes it; unique among the accounts that were not corrected. */
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

/** A way to reach the client, as the file has it. */
export interface ClientContact extends ContactPoint, Recorded {}

/** Kinds of identity documents and numbers in registers. */
export const IDENTITY_KINDS = [
  "identity-card",
  "passport",
  "travel-permit",
  "unified-social-credit-code",
  "company-registration",
  "business-registration",
  "lei",
  "tax-number",
  "other",
] as const;

/**
 * A kind of identity document or of a number in a register. Of persons: identity card (居民身份证, 香港身份证), passport,
 * travel permit (往来通行证). Of organisations: unified social credit code (统一社会信用代码), number in a register of
 * companies (公司註冊編號), business registration (商業登記號碼), LEI (ISO 17442). Of either: tax number, other.
 */
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** One document or number that proves who the client is (证件). */
export interface ClientIdentity extends Recorded {
  readonly kind: IdentityKind;
  /** As it is printed; it is not checked, and never in an error. */
  readonly number: string;
  /** Who issued it: an authority, a country, a register. */
  readonly issuedBy?: string;
  /** First day on which it is valid. */
  readonly from?: LocalDate;
  /** First day on which it is no longer valid, exclusive; omitted for what does not expire. */
  readonly to?: LocalDate;
}

/**
 * The group a client says it belongs to (集团). Who controls whom and what a client is in its group is not written here:
 * it follows from ownership on a day.
 */
export interface GroupMembership {
  readonly group: GroupId;
  /** Name of the group, as people say it; documents print it instead of the number. */
  readonly name?: string;
}

/** The number that identifies a household (家庭), unique across the whole book. */
export type HouseholdId = string;

/** That a person belongs to a household, from a day on. */
export interface HouseholdMembership extends Recorded {
  readonly household: HouseholdId;
  /** First day, inclusive. */
  readonly from: LocalDate;
  /** First day no longer a member, exclusive; omitted while it lasts. */
  readonly to?: LocalDate;
}

/** Who brought the client to the bank (客户推介). */
export interface Referral {
  /** The client who referred this one. */
  readonly client: ClientId;
  /** Day of the referral. */
  readonly on: LocalDate;
}

/** The roles of managers. */
export const MANAGER_ROLES = ["primary", "backup"] as const;

/** Primary manager (A 角) and backup (B 角), so that a client is not lost when a manager leaves. */
export type ManagerRole = (typeof MANAGER_ROLES)[number];

/** Who approved that a client goes from one manager to another (移交审批), when and why. */
export interface TransferApproval {
  /** Who approved; neither the manager who leaves nor the one who arrives. */
  readonly by: EmployeeId;
  /** Day of the approval, at the latest the first day of the assignment. */
  readonly on: LocalDate;
  readonly reason: string;
}

/** Who manages the client (客户经理), and when. */
export interface ManagerAssignment extends Recorded {
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
  /** Of the transfer by which the manager got the client; asked for where another primary manager was before. */
  readonly approval?: TransferApproval;
}

/** One finding from the analysis of the client's data (客户资料分析). */
export interface ClientAnalysis extends Recorded {
  readonly date: LocalDate;
  readonly author: EmployeeId;
  readonly text: string;
  /** Where the finding comes from: report, visit, public register. */
  readonly source: string;
}

/** What is known about an organisation (单位资料): industry, size, place. */
export interface OrganisationProfile {
  /** Industry in words, with the code of the bank's own classification where it has one. */
  readonly industry: string;
  readonly industryCode?: string;
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
