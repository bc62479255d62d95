/**
 * The client file (客户信息档案): who the client is, whom the bank deals with there, who manages it, what the bank knows of
 * it, and since when.
 *
 * The path through it:
 *
 * 1. {@link checkClientFile} says what is wrong in a file, before anything else reads it;
 * 2. {@link managerAt} says who managed the client on a day;
 * 3. {@link clientAt} gives the file as the bank knew it on a day;
 * 4. {@link knownAt} gives the latest value of each feature, and its age;
 * 5. {@link clientCompleteness} says how complete the file is, and what to ask next;
 * 6. {@link relatedClients} says which clients are its subsidiaries, affiliates and joint ventures, by who owns whom.
 *
 * @packageDocumentation
 */

// -- One client
export { checkClientFile } from "./check.ts";
export { clientName } from "./names.ts";
export { namesAt } from "./as-known.ts";
export { accountsAt } from "./accounts.ts";
export { peopleAt } from "./people-at.ts";

// -- The file as it was known
export { clientAt, undatedEntries } from "./as-known.ts";
export { currentEntries } from "./recorded.ts";

// -- Who manages
export { managerAt } from "./managers/manager-at.ts";
export { transfersOf } from "./managers/transfers.ts";
export { managerBook } from "./managers/book.ts";

// -- Who belongs together
export { referredClients, householdAt } from "./connections.ts";

// -- What the bank knows
export { knownAt } from "./knowledge/known-at.ts";
export { clientCompleteness } from "./knowledge/completeness.ts";
export { attitudeAt, secondContacts } from "./knowledge/attitude.ts";

// -- Who holds and controls whom
export { effectiveInterest } from "./ownership/effective-interest.ts";
export { controlGroups } from "./ownership/control-groups.ts";
export { relatedClients } from "./ownership/related-clients.ts";

// -- Policies
export { exampleClientCompleteness } from "./policies/example-client-completeness.ts";
export { ias28Influence } from "./policies/significant-influence.ts";

// -- Words
export { CLIENT_KINDS, CLIENT_NAME_LANGUAGES, CONTACT_CHANNELS, IDENTITY_KINDS, MANAGER_ROLES } from "./types.ts";
export { DECISION_AUTHORITIES, PERSON_INFLUENCES } from "./person-at-client.ts";
export { CLIENT_DATA_TYPES, CLIENT_FEATURE_GROUPS, RAW_DATA_TYPES } from "./knowledge/fact.ts";
export { ATTITUDE_SEGMENTS } from "./knowledge/attitude-evidence.ts";
export { CLIENT_ITEM_KINDS } from "./knowledge/attitude.ts";
export { COMPLETENESS_PARTS } from "./knowledge/completeness-policy.ts";
export { COMPLETENESS_STATES } from "./knowledge/completeness.ts";
export { INVALID_COMPLETENESS_REASONS, RAW_AND_DERIVED } from "./knowledge/reasons.ts";
export { INVALID_CORRECTIONS } from "./reasons.ts";
export { CONTROL_KINDS } from "./ownership/graph.ts";
export { GROUP_TOP_KINDS } from "./ownership/group-tops.ts";

// -- Types: the file
export type {
  ClientFile,
  CorporateClientFile,
  PersonalClientFile,
  ReplacedParticulars,
  FormerParticulars,
} from "./client-file.ts";
export type {
  ClientId,
  ClientKind,
  ClientNames,
  ClientNameLanguage,
  Recorded,
  ClientIdentity,
  IdentityKind,
  OrganisationProfile,
  PersonProfile,
  ClientAccount,
  ClientAnalysis,
  ClientContact,
  ContactPoint,
  ContactChannel,
  GroupMembership,
  GroupId,
  HouseholdMembership,
  HouseholdId,
  Referral,
} from "./types.ts";
export type { ClientPerson, ContactInOurBank, DecisionAuthority, PersonInfluence } from "./person-at-client.ts";
export type { AccountsOfKey } from "./accounts.ts";
export type { HouseholdOnDay, ReferredOnDay } from "./connections.ts";

// -- Types: who manages
export type { ManagerAssignment, ManagerRole, EmployeeId, TransferApproval } from "./types.ts";
export type { ManagerTransfer } from "./managers/transfers.ts";
export type { ManagerBook, ManagedClients } from "./managers/book.ts";

// -- Types: what the bank knows
export type {
  ClientFact,
  RawFact,
  DerivedFact,
  Derivation,
  FactValue,
  ClientFeatureGroup,
  ClientDataType,
  RawDataType,
} from "./knowledge/fact.ts";
export type { KnownFeature, KnowledgeOptions } from "./knowledge/known-at.ts";
export type { AttitudeEvidence, AttitudeSegment } from "./knowledge/attitude-evidence.ts";
export type { AttitudeOnDay, ClientItemKind, SecondContactOptions } from "./knowledge/attitude.ts";
export type {
  ClientCompletenessPolicy,
  CompletenessPart,
  RequiredItem,
  RequiredPart,
  RequiredFeature,
} from "./knowledge/completeness-policy.ts";
export type { ClientCompleteness, CompletenessItem, CompletenessState } from "./knowledge/completeness.ts";

// -- Types: ownership
export type {
  ConcertAgreement,
  ControlKind,
  ControlLink,
  Holding,
  InfluenceLink,
  JointVenture,
  OwnershipGraph,
  PartyId,
} from "./ownership/graph.ts";
export type { EffectiveInterest, EffectiveInterests, OwnersOptions } from "./ownership/effective-interest.ts";
export type {
  ControlGroup,
  ControlGroups,
  ControlReason,
  GroupMember,
  GroupTop,
  VentureOfDay,
  VotingMember,
} from "./ownership/control-groups.ts";
export type { GroupTopKind } from "./ownership/group-tops.ts";
export type { RelatedClients, RelatedClientsOptions, RelatedShare } from "./ownership/related-clients.ts";
export type { InfluencePolicy } from "./policies/significant-influence.ts";

// -- Types: errors
export type { ClientErrorCode } from "./errors.ts";
export type {
  ClientErrorDetails,
  ClientIssue,
  ClientIssueDetails,
  ClientReasons,
  InvalidCorrection,
} from "./reasons.ts";
export type { ManagerErrorDetails } from "./managers/reasons.ts";
export type { InvalidCompletenessReason, KnowledgeErrorDetails, RawAndDerived } from "./knowledge/reasons.ts";
export type { OwnershipErrorDetails } from "./ownership/reasons.ts";
