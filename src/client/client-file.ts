import type { LocalDate } from "../core/index.ts";
import type { AttitudeEvidence } from "./knowledge/attitude-evidence.ts";
import type { ClientFact } from "./knowledge/fact.ts";
import type { ClientPerson } from "./person-at-client.ts";
import type {
  ClientAccount,
  ClientAnalysis,
  ClientContact,
  ClientId,
  ClientIdentity,
  ClientNames,
  GroupMembership,
  HouseholdMembership,
  ManagerAssignment,
  OrganisationProfile,
  PersonProfile,
  Referral,
} from "./types.ts";

/**
 * Particulars that were replaced: what the file said before, so that nothing is lost when a name, a group or the profile
 * changes.
 */
export interface ReplacedParticulars {
  /** Day on which the new particulars were recorded in their place. */
  readonly recordedOn: LocalDate;
  /**
   * First day on which the old ones were no longer true; omitted when they never were, as with a slip of the pen. It may
   * come after `recordedOn`: a change of name is often known before it takes effect.
   */
  readonly until?: LocalDate;
  /** The members that were replaced, as they were, at least one; null for one that was not there. */
  readonly was: FormerParticulars;
}

/** Members of a client file that are not lists, as they were; null for one that was not there. */
export interface FormerParticulars {
  readonly names?: ClientNames;
  readonly clientSince?: LocalDate | null;
  readonly group?: GroupMembership | null;
  readonly referredBy?: Referral | null;
  /** Of a corporate client. */
  readonly organisation?: OrganisationProfile;
  /** Of a personal client. */
  readonly person?: PersonProfile;
}

interface ClientFileBase {
  readonly id: ClientId;
  readonly names: ClientNames;
  /** First day of the relationship. */
  readonly clientSince?: LocalDate;
  /** Day on which the file was opened: before it, the bank knew nothing. */
  readonly recordedOn?: LocalDate;
  readonly identities?: readonly ClientIdentity[];
  readonly accounts: readonly ClientAccount[];
  readonly contacts: readonly ClientContact[];
  /** Decision makers and other people at the client (决策人、联系人). */
  readonly people?: readonly ClientPerson[];
  readonly managers: readonly ManagerAssignment[];
  readonly group?: GroupMembership;
  /** Households, one after the other; of personal clients. */
  readonly household?: readonly HouseholdMembership[];
  readonly referredBy?: Referral;
  /** Values of features, raw and derived, each with source and day. */
  readonly facts?: readonly ClientFact[];
  /** What showed the attitude of the client towards the bank, by day. */
  readonly attitudes?: readonly AttitudeEvidence[];
  readonly analyses: readonly ClientAnalysis[];
  /** What the particulars were before; only added to: of two that were recorded on one day, the later one replaced last. */
  readonly replaced?: readonly ReplacedParticulars[];
  /** Set on invented records, so that every table and document can say so. */
  readonly sample?: boolean;
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
